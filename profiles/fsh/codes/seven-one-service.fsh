CodeSystem: SevenOneServiceCS
Id: seven-one-service
Title: "Seven-one service"
Description: "The seven things every contracted resident gets in Hainan."
* insert Codes([[“七个一”服务]], [[F1]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[海南省“七个一”签约服务内容。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/seven-one-service"
* insert Term(record, [[一份健康档案]], [[A health record]])
* insert Term(agreement, [[一份签约协议]], [[A signed agreement]])
* insert Term(assessment, [[一次健康评估]], [[A health assessment]])
* insert Term(plan, [[一个健康管理方案]], [[A health management plan]])
* insert Term(schedule, [[一份服务计划]], [[A service schedule]])
* insert Term(contact-card, [[一张联系卡或服务手册]], [[A contact card or service manual]])
* insert Term(philosophy, [[一个健康理念]], [[A health philosophy]])

ValueSet: SevenOneServiceVS
Id: seven-one-service
Title: "Seven-one service"
Description: "All codes of the code system seven-one-service."
* insert AboutSet([[“七个一”服务]], [[F1]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 seven-one-service 的全部代码。]])
* include codes from system SevenOneServiceCS
