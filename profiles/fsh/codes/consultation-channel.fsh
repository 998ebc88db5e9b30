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
* insert AboutSet([[咨询方式]], [[F7 A11]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 consultation-channel 的全部代码。]])
* include codes from system ConsultationChannelCS

Instance: ConsultationChannelToV3Map
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(consultation-channel-to-v3, [[Channel of consultation to v3-ParticipationMode]], [[咨询方式到 v3-ParticipationMode]], [[F7]], [[Hainan implementation plan, effective 2024-01-01; HL7 v3-ParticipationMode]])
* name = "ConsultationChannelToV3Map"
* insert InBoth(description, [[For Communication.medium and Encounter participation.]], [[用于 Communication.medium 和就诊的参与方式。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/consultation-channel"
* targetCanonical = "http://terminology.hl7.org/ValueSet/v3-ParticipationMode"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/consultation-channel, http://terminology.hl7.org/CodeSystem/v3-ParticipationMode)
* insert Becomes(face-to-face, [[面对面]], FACE, equivalent)
* insert Becomes(phone, [[电话]], PHONE, equivalent)
* insert Becomes(video, [[视频]], VIDEOCONF, equivalent)
* insert BecomesBut(sms, [[短信]], ONLINEWRIT, inexact, [[A text message is written, but not by an online form.]])
* insert BecomesBut(social-media, [[社交媒体]], REMOTE, wider, [[Written, spoken or both; the medium is lost.]])
* insert BecomesBut(app, [[手机应用]], REMOTE, wider, [[Written, spoken or both; the medium is lost.]])
