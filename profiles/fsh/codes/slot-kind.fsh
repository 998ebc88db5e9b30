CodeSystem: SlotKindCS
Id: slot-kind
Title: "Kind of slot"
Description: "What a slot offers."
* insert Codes([[号源类别]], [[G6 G7 F5]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[可预约资源的种类。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/slot-kind"
* insert Term(specialist-outpatient, [[专家或专科门诊]], [[Specialist outpatient]])
* insert Term(general-outpatient, [[普通门诊]], [[General outpatient]])
* insert Term(examination, [[检查]], [[Examination]])
* insert Term(laboratory, [[检验]], [[Laboratory test]])
* insert Term(bed, [[床位]], [[Bed]])
* insert Term(house-call, [[上门服务]], [[House call]])

ValueSet: SlotKindVS
Id: slot-kind
Title: "Kind of slot"
Description: "All codes of the code system slot-kind."
* insert AboutSet([[号源类别]], [[G6 G7 F5]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 slot-kind 的全部代码。]])
* include codes from system SlotKindCS
