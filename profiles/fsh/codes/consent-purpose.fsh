CodeSystem: ConsentPurposeCS
Id: consent-purpose
Title: "Purpose of a consent"
Description: "For what a resident lets data be used. No policy text lists these."
* insert Codes([[同意用途]], [[A4 A6 A9 I9]], [[list of this project; consent is required for sensitive personal information (recalled, not checked)]], complete)
* insert Tells([[居民同意数据使用的用途；政策文本未列出，由本项目所定。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/consent-purpose"
* insert Term(contract-service, [[签约服务]], [[Contract service]])
* insert Term(health-record, [[健康档案共享]], [[Sharing with the health record platform]])
* insert Term(referral, [[转诊]], [[Referral]])
* insert Term(regional-data, [[区域数据汇聚]], [[Regional data centre]])
* insert Term(settlement, [[费用结算]], [[Settlement with insurance]])
* insert Term(quality-survey, [[满意度与核查]], [[Survey and verification]])
* insert Term(research, [[科研]], [[Research]])

ValueSet: ConsentPurposeVS
Id: consent-purpose
Title: "Purpose of a consent"
Description: "All codes of the code system consent-purpose."
* insert AboutSet([[同意用途]], [[A4 A6 A9 I9]], [[list of this project; consent is required for sensitive personal information (recalled, not checked)]])
* insert Tells([[代码系统 consent-purpose 的全部代码。]])
* include codes from system ConsentPurposeCS
