CodeSystem: ReferralStateCS
Id: referral-state
Title: "State of a referral"
Description: "Where a referral stands. ServiceRequest and Task statuses follow from it; see the maps."
* insert Codes([[转诊状态]], [[G3 G4]], [[Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[转诊所处的状态；ServiceRequest 和 Task 的 status 由它得出，见映射。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* insert Term(draft, [[草稿]], [[Draft]])
* insert Defined(in-review, [[院内审核中]], [[Under review]], [[转出机构审核中，尚未发出。]], [[The sending institution reviews it; not sent yet.]])
* insert Defined(returned, [[退回修改]], [[Returned for changes]], [[审核退回，修改后可再提交。]], [[The review sent it back; it may be submitted again.]])
* insert Term(review-rejected, [[审核不通过]], [[Review declined]])
* insert Term(submitted, [[待接收]], [[Sent, waiting for the receiver]])
* insert Defined(accepted, [[已接受]], [[Accepted]], [[号源或床位已保留。]], [[A slot or bed is kept.]])
* insert Defined(declined, [[拒绝接收]], [[Declined by the receiver]], [[应注明原因。]], [[With a reason.]])
* insert Term(arrived, [[已到诊]], [[Patient arrived]])
* insert Term(no-show, [[未到诊]], [[Did not arrive]])
* insert Term(completed, [[诊疗结束]], [[Care at the receiver finished]])
* insert Term(referred-back, [[已转回，待随访]], [[Referred back, follow-up due]])
* insert Defined(closed, [[已结案]], [[Closed]], [[随访完成，转诊结束。]], [[Follow-up done, nothing left to do.]])
* insert Term(cancelled, [[已取消]], [[Withdrawn by the sender]])

ValueSet: ReferralStateVS
Id: referral-state
Title: "State of a referral"
Description: "All codes of the code system referral-state."
* insert About([[转诊状态]], [[G3 G4]], [[Hainan implementation plan, effective 2024-01-01; list of this project]])
* include codes from system ReferralStateCS
