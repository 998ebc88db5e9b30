CodeSystem: ConsultationChannelCS
Id: consultation-channel
Title: "Channel of consultation"
Description: "How a resident and the team talked."
* insert Codes([[咨询方式]], [[F7 A11]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[居民与团队沟通的方式。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/consultation-channel"
* insert Term(face-to-face, [[面对面]], [[Face to face]])
* insert Term(phone, [[电话]], [[Telephone]])
* insert Term(sms, [[短信]], [[Text message]])
* insert Defined(social-media, [[社交媒体]], [[Social media]], [[如微信。]], [[Such as WeChat.]])
* insert Term(video, [[视频]], [[Video]])
* insert Term(app, [[手机应用]], [[Mobile app]])

ValueSet: ConsultationChannelVS
Id: consultation-channel
Title: "Channel of consultation"
Description: "All codes of the code system consultation-channel."
* insert About([[咨询方式]], [[F7 A11]], [[Hainan implementation plan, effective 2024-01-01]])
* include codes from system ConsultationChannelCS
