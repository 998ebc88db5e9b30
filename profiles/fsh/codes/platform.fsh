CodeSystem: PlatformCS
Id: platform
Title: "Platform"
Description: "The systems this service exchanges data with, by their part."
* insert Codes([[平台]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[proposals on three platforms; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[与本服务交换数据的系统类别。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/platform"
* insert Term(contract, [[家庭医生签约服务信息平台]], [[Contract service platform]])
* insert Term(health-record, [[居民健康档案信息平台]], [[Health record platform]])
* insert Term(regional-data, [[区域医疗卫生信息数据中心]], [[Regional data centre]])
* insert Term(community-mis, [[基层医疗卫生机构管理信息系统]], [[Community-level management system]])
* insert Defined(medical-insurance-drug, [[三医联动一张网平台]], [[Integrated system for treatment, insurance and medication]], [[海南省医疗、医保、医药一体化信息系统（名称为译名）。]], [[Of Hainan; the Chinese name is our translation back.]])
* insert Term(consortium, [[紧密型医联体管理信息系统]], [[Medical consortium system]])
* insert Term(provincial, [[省级全民健康信息平台]], [[Provincial health information platform]])
* insert Term(wechat, [[微信公众号或小程序]], [[WeChat account or mini-program]])
* insert Term(his, [[医院信息系统]], [[Hospital information system]])

ValueSet: PlatformVS
Id: platform
Title: "Platform"
Description: "All codes of the code system platform."
* insert AboutSet([[平台]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[proposals on three platforms; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 platform 的全部代码。]])
* include codes from system PlatformCS
