CodeSystem: FilingStatusCS
Id: filing-status
Title: "Filing with the authority"
Description: "Where a filing with the health commission or healthcare security stands."
* insert Codes([[备案状态]], [[B2 E10 E11]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[向卫生健康委或医保部门备案的状态。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/filing-status"
* insert Term(not-filed, [[未备案]], [[Not filed]])
* insert Term(submitted, [[已提交]], [[Submitted]])
* insert Term(filed, [[已备案]], [[Filed]])
* insert Term(returned, [[退回补正]], [[Returned for correction]])
* insert Term(withdrawn, [[已撤销]], [[Withdrawn]])

ValueSet: FilingStatusVS
Id: filing-status
Title: "Filing with the authority"
Description: "All codes of the code system filing-status."
* insert AboutSet([[备案状态]], [[B2 E10 E11]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 filing-status 的全部代码。]])
* include codes from system FilingStatusCS
