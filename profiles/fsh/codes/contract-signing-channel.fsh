CodeSystem: ContractSigningChannelCS
Id: contract-signing-channel
Title: "Channel of signing"
Description: "How a contract was signed, or how it came into this system."
* insert Codes([[签约渠道]], [[D16 A9 A11 D15]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[协议的签订方式或来源渠道。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-signing-channel"
* insert Term(paper, [[纸质签约]], [[On paper]])
* insert Defined(on-site, [[现场电子签约]], [[On site, electronically]], [[在机构、上门或活动现场用终端签约。]], [[On a device of the institution, at its premises, at home or at an event.]])
* insert Term(wechat, [[微信公众号或小程序]], [[WeChat account or mini-program]])
* insert Term(app, [[手机应用]], [[Mobile app]])
* insert Term(web, [[网站]], [[Website]])
* insert Defined(platform, [[平台推送]], [[Received from a platform]], [[由签约平台等外部系统签订后传入。]], [[Signed in another system, such as the contract platform, and received from it.]])
* insert Defined(initial-load, [[历史数据导入]], [[Initial load]], [[系统上线时导入的既有协议。]], [[A contract that existed before and was loaded when the system started.]])

ValueSet: ContractSigningChannelVS
Id: contract-signing-channel
Title: "Channel of signing"
Description: "All codes of the code system contract-signing-channel."
* insert AboutSet([[签约渠道]], [[D16 A9 A11 D15]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 contract-signing-channel 的全部代码。]])
* include codes from system ContractSigningChannelCS
