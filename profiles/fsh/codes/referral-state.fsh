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
* insert AboutSet([[转诊状态]], [[G3 G4]], [[Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 referral-state 的全部代码。]])
* include codes from system ReferralStateCS

Instance: ReferralStateToRequestStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(referral-state-to-request-status, [[State of a referral to ServiceRequest.status]], [[转诊状态到 ServiceRequest.status]], [[G3 G4]], [[R4 request-status definitions; list of this project]])
* name = "ReferralStateToRequestStatusMap"
* insert InBoth(description, [[Which ServiceRequest.status each state has. Lossy: several states share one, so the state is sent in Task.businessStatus.]], [[各状态对应的 ServiceRequest.status。多个状态对应同一值，会丢失信息，故状态另由 Task.businessStatus 传递。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* targetCanonical = "http://hl7.org/fhir/ValueSet/request-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/referral-state, http://hl7.org/fhir/request-status)
* insert Becomes(draft, [[草稿]], draft, equivalent)
* insert BecomesBut(in-review, [[院内审核中]], draft, wider, [[Shared with other states.]])
* insert BecomesBut(returned, [[退回修改]], draft, wider, [[Shared with other states.]])
* insert BecomesBut(review-rejected, [[审核不通过]], revoked, wider, [[Shared with other states.]])
* insert BecomesBut(submitted, [[待接收]], active, wider, [[Shared with other states.]])
* insert BecomesBut(accepted, [[已接受]], active, wider, [[Shared with other states.]])
* insert BecomesBut(declined, [[拒绝接收]], revoked, wider, [[Shared with other states.]])
* insert BecomesBut(arrived, [[已到诊]], active, wider, [[Shared with other states.]])
* insert BecomesBut(no-show, [[未到诊]], revoked, wider, [[Shared with other states.]])
* insert BecomesBut(completed, [[诊疗结束]], completed, wider, [[Shared with other states.]])
* insert BecomesBut(referred-back, [[已转回，待随访]], completed, wider, [[Shared with other states.]])
* insert BecomesBut(closed, [[已结案]], completed, wider, [[Shared with other states.]])
* insert BecomesBut(cancelled, [[已取消]], revoked, wider, [[Shared with other states.]])

Instance: ReferralStateToTaskStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(referral-state-to-task-status, [[State of a referral to Task.status]], [[转诊状态到 Task.status]], [[G3 G4]], [[R4 task-status definitions; list of this project]])
* name = "ReferralStateToTaskStatusMap"
* insert InBoth(description, [[Which status the Task has that carries each state in businessStatus: first the review task, then the acceptance task.]], [[以 businessStatus 承载各状态的任务应有的 Task.status：先是审核任务，后是接收任务。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* targetCanonical = "http://hl7.org/fhir/ValueSet/task-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/referral-state, http://hl7.org/fhir/task-status)
* insert BecomesBut(draft, [[草稿]], draft, wider, [[No Task yet, or one in draft.]])
* insert BecomesBut(in-review, [[院内审核中]], requested, wider, [[Of the review task; the acceptance task is a draft.]])
* insert BecomesBut(returned, [[退回修改]], completed, wider, [[Of the review task, whose result is incomplete; the acceptance task is a draft.]])
* insert BecomesBut(review-rejected, [[审核不通过]], rejected, wider, [[Of the review task; the acceptance task stays a draft.]])
* insert BecomesBut(submitted, [[待接收]], requested, wider, [[Of the acceptance task.]])
* insert BecomesBut(accepted, [[已接受]], accepted, wider, [[Of the acceptance task.]])
* insert BecomesBut(declined, [[拒绝接收]], rejected, wider, [[Of the acceptance task.]])
* insert BecomesBut(arrived, [[已到诊]], in-progress, wider, [[Of the acceptance task.]])
* insert BecomesBut(no-show, [[未到诊]], failed, wider, [[Of the acceptance task.]])
* insert BecomesBut(completed, [[诊疗结束]], completed, wider, [[Of the acceptance task.]])
* insert BecomesBut(referred-back, [[已转回，待随访]], completed, wider, [[Of the acceptance task; the follow-up task is requested.]])
* insert BecomesBut(closed, [[已结案]], completed, wider, [[Of the acceptance and the follow-up task.]])
* insert BecomesBut(cancelled, [[已取消]], cancelled, wider, [[Of every task still open.]])

Instance: CnActivityToReferralStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(cn-activity-to-referral-state, [[Activity codes of CN public health profiles to referral state]], [[CN 公共卫生规范活动代码到转诊状态]], [[G3]], [[public FHIR profiles for public health, facts only]])
* name = "CnActivityToReferralStateMap"
* insert InBoth(description, [[A public Chinese profile set exchanges two-way referrals as messages with these event codes.]], [[某公开的中国公共卫生规范以消息交换双向转诊，此处为其事件代码。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* insert Between(http://CodeSystem.hl7fhir.cn/activity-code, https://family-doctor-fhir.github.io/CodeSystem/referral-state)
* insert Becomes(C01001, [[转诊预约申请]], submitted, equivalent)
* insert BecomesBut(C01002, [[转诊预约申请应答]], accepted, inexact, [[An answer may also decline: see the response.]])
* insert Becomes(C01003, [[患者到诊]], arrived, equivalent)
* insert Unmatched(C01004, [[转诊完整病历上传]], [[A document arrives; the state does not change.]])
