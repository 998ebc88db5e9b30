CodeSystem: ReferralLevelCS
Id: referral-level
Title: "Level in the referral chain"
Description: "The four levels of the referral chain."
* insert Codes([[转诊层级]], [[G1 C9]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[转诊链条的四个层级。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-level"
* insert Term(village, [[村卫生室]], [[Village clinic]])
* insert Term(township, [[乡镇卫生院或社区卫生服务机构]], [[Township or community health centre]])
* insert Term(secondary, [[二级医院]], [[Secondary hospital]])
* insert Term(tertiary, [[三级医院]], [[Tertiary hospital]])

ValueSet: ReferralLevelVS
Id: referral-level
Title: "Level in the referral chain"
Description: "All codes of the code system referral-level."
* insert AboutSet([[转诊层级]], [[G1 C9]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 referral-level 的全部代码。]])
* include codes from system ReferralLevelCS
