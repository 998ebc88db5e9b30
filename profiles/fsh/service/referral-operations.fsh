// The life of a referral: from which state to which, what becomes of ServiceRequest and Task, and who does it.

// A step; `from` and `to` are states, then the status of the ServiceRequest and of the task concerned.
RuleSet: ReferralStep(id, name, title, chinese, code, requirements)
* insert Operation(servicerequest-{id}, {name}, [[{title}]], [[{chinese}]], ServiceRequest, {code}, false, true, true, [[{requirements}]], [[a city's 2017 implementation plan: chain of levels, referral desks; Hainan implementation plan, effective 2024-01-01: review, tracking, follow-up, priority]])

Instance: ServiceRequestSubmit
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(submit, ServiceRequestSubmit, [[Submit a referral]], [[提交转诊]], submit, [[A11 G1 G3 G4 G5]])
* insert InBoth(description, [[The family doctor submits a referral: it goes to review, or to the receiver where no review comes before sending or the case is urgent; an urgent one is reviewed afterwards. The chain of levels, the contract and what the form needs are checked.]], [[家庭医生提交转诊：进入审核；无需事前审核或情况紧急的直接发送接收方，紧急的事后审核。核对转诊层级、协议和转诊单必填内容。]])
* insert OpRules([[From draft or returned to in-review (ServiceRequest draft, review task requested) or submitted (ServiceRequest active, acceptance task requested). By the referring doctor.]], [[由草稿、退回修改转为院内审核中（ServiceRequest 为 draft，审核任务 requested）或待接收（active，接收任务 requested）。由转出医生操作。]])
* insert OpActor(1)
* insert OpIn(urgent, 0, 1, boolean, [[The case cannot wait for review; needs a reason.]], [[情况紧急，不等审核，须写明原因。]])
* insert OpIn(reason, 0, 1, string, [[Why it is urgent, or skips a level.]], [[紧急或越级的原因。]])
* insert OpReferral

Instance: ServiceRequestApprove
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(approve, ServiceRequestApprove, [[Approve a referral]], [[转诊审核通过]], approve, [[G3 G4]])
* insert InBoth(description, [[The review found the referral reasonable and compliant: it is sent once every reviewer it needs has approved.]], [[审核认定转诊合理且合规；所需审核方均通过后发送。]])
* insert OpRules([[From in-review to submitted (ServiceRequest active, review task completed, acceptance task requested); stays in-review while another reviewer has to decide; after an urgent sending the state of the referral stays. By a referral reviewer of the institution or agency that owns the review task, never by the referring doctor.]], [[由院内审核中转为待接收（ServiceRequest 为 active，审核任务 completed，接收任务 requested）；尚有其他审核方未决的保持审核中；紧急发送后补审的，转诊状态不变。由审核任务所属机构的转诊审核人操作，不得为转出医生本人。]])
* insert OpActor(1)
* insert OpIn(opinion, 0, 1, string, [[Opinion of the reviewer.]], [[审核意见。]])
* insert OpReferral

Instance: ServiceRequestReturn
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(return, ServiceRequestReturn, [[Return a referral for changes]], [[转诊退回修改]], return, [[G4]])
* insert InBoth(description, [[The review sends an incomplete referral back to the doctor, who may change and submit it again.]], [[审核将资料不全的转诊退回医生，修改后可再提交。]])
* insert OpRules([[From in-review to returned (ServiceRequest draft, review task completed with the result incomplete). By a referral reviewer.]], [[由院内审核中转为退回修改（ServiceRequest 为 draft，审核任务 completed，结果为资料不全）。由转诊审核人操作。]])
* insert OpActor(1)
* insert OpIn(reason, 1, 1, string, [[What is missing.]], [[缺少的内容。]])
* insert OpReferral

Instance: ServiceRequestDeclineReview
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(decline-review, ServiceRequestDeclineReview, [[Decline a referral in review]], [[转诊审核不通过]], decline-review, [[G4]])
* insert InBoth(description, [[The review found the referral not reasonable or not compliant: it ends here.]], [[审核认定转诊不合理或不合规，转诊终止。]])
* insert OpRules([[From in-review to review-rejected (ServiceRequest revoked, review task rejected). By a referral reviewer.]], [[由院内审核中转为审核不通过（ServiceRequest 为 revoked，审核任务 rejected）。由转诊审核人操作。]])
* insert OpActor(1)
* insert OpIn(result, 1, 1, code, [[Not reasonable, not compliant, or neither.]], [[不合理、不合规，或两者皆是。]])
* insert OpFrom(referral-review-result)
* insert OpIn(reason, 1, 1, string, [[Why.]], [[原因。]])
* insert OpReferral

Instance: ServiceRequestAccept
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(accept, ServiceRequestAccept, [[Accept a referral]], [[接收转诊]], accept, [[G2 G3 G5 G6 G7 G8]])
* insert InBoth(description, [[The receiver takes the referral on and keeps a slot or bed for the resident, with priority; the appointment is made in the same step, so that no slot is booked twice.]], [[接收方接收转诊，优先为居民保留号源或床位；预约同步生成，号源不会重复预约。]])
* insert OpRules([[From submitted to accepted (ServiceRequest active, acceptance task accepted). By referral desk, coordinator or clinician of the receiving institution.]], [[由待接收转为已接受（ServiceRequest 为 active，接收任务 accepted）。由接收机构的转诊接待处、对接人或医生操作。]])
* insert OpActor(1)
* insert OpIn(slot, 0, *, Reference, [[The slots to keep.]], [[保留的号源。]])
* insert OpToAny(Slot)
* insert OpIn(bed, 0, 1, Reference, [[The bed to keep.]], [[保留的床位。]])
* insert OpTo(fd-bed)
* insert OpIn(receiver, 0, 1, Reference, [[The clinician who will see the resident.]], [[接诊医生。]])
* insert OpToAny(PractitionerRole)
* insert OpIn(note, 0, 1, string, [[Where to come and what to bring.]], [[就诊地点和注意事项。]])
* insert OpReferral

Instance: ServiceRequestReject
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(reject, ServiceRequestReject, [[Decline to receive a referral]], [[拒收转诊]], reject, [[G2 G3]])
* insert InBoth(description, [[The receiver does not take the referral on, and says why; the sender may refer elsewhere.]], [[接收方拒收并说明原因，转出方可另行转诊。]])
* insert OpRules([[From submitted to declined (ServiceRequest revoked, acceptance task rejected). By the receiving institution.]], [[由待接收转为拒绝接收（ServiceRequest 为 revoked，接收任务 rejected）。由接收机构操作。]])
* insert OpActor(1)
* insert OpIn(reason, 1, 1, string, [[Why.]], [[原因。]])
* insert OpReferral

Instance: ServiceRequestArrive
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(arrive, ServiceRequestArrive, [[Record the arrival]], [[到诊登记]], arrive, [[G2 G3]])
* insert InBoth(description, [[The resident has come to the receiver; the sender sees it.]], [[居民已到接收机构就诊，转出方可见。]])
* insert OpRules([[From accepted to arrived (ServiceRequest active, acceptance task in-progress, appointment arrived). By the receiving institution.]], [[由已接受转为已到诊（ServiceRequest 为 active，接收任务 in-progress，预约 arrived）。由接收机构操作。]])
* insert OpActor(1)
* insert OpIn(time, 0, 1, dateTime, [[When; now without it.]], [[到诊时间，默认当前。]])
* insert OpIn(encounter, 0, 1, Reference, [[The visit or stay.]], [[就诊或住院记录。]])
* insert OpToAny(Encounter)
* insert OpReferral

Instance: ServiceRequestNoShow
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(no-show, ServiceRequestNoShow, [[Record that the resident did not come]], [[未到诊登记]], no-show, [[G2 G3]])
* insert InBoth(description, [[The resident did not come on the day of the appointment: what was kept is given back, the sender is told.]], [[居民未按预约到诊：释放保留的号源或床位，告知转出方。]])
* insert OpRules([[From accepted to no-show (ServiceRequest revoked, acceptance task failed, appointment noshow), not before the appointment. By the receiving institution.]], [[由已接受转为未到诊（ServiceRequest 为 revoked，接收任务 failed，预约 noshow），不得早于预约时间。由接收机构操作。]])
* insert OpActor(1)
* insert OpIn(note, 0, 1, string, [[What is known of it.]], [[情况说明。]])
* insert OpReferral

Instance: ServiceRequestComplete
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(complete, ServiceRequestComplete, [[Record the end of care]], [[诊疗结束登记]], complete, [[G3]])
* insert InBoth(description, [[Care at the receiver has ended; a referral back may follow.]], [[接收机构诊疗结束，可继续转回。]])
* insert OpRules([[From arrived to completed (ServiceRequest completed, acceptance task completed). By the receiving institution.]], [[由已到诊转为诊疗结束（ServiceRequest 为 completed，接收任务 completed）。由接收机构操作。]])
* insert OpActor(1)
* insert OpIn(time, 0, 1, dateTime, [[When; now without it.]], [[结束时间，默认当前。]])
* insert OpIn(encounter, 0, *, Reference, [[Visits and stays.]], [[就诊或住院记录。]])
* insert OpToAny(Encounter)
* insert OpIn(document, 0, *, Reference, [[Discharge summary and the like.]], [[出院小结等。]])
* insert OpToAny(DocumentReference)
* insert OpReferral

Instance: ServiceRequestReferBack
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(refer-back, ServiceRequestReferBack, [[Refer back]], [[转回]], refer-back, [[G3 G9]])
* insert InBoth(description, [[The receiver refers the resident back to the contracted institution with a summary. The back-referral is based on this referral; a follow-up task of the team is due within the days of the policy.]], [[接收机构将居民转回签约机构并附诊疗小结。回转单以本转诊为依据；团队随访任务按政策天数到期。]])
* insert OpRules([[From arrived or completed to referred-back (ServiceRequest completed, acceptance task completed, follow-up task requested). By the receiving institution.]], [[由已到诊、诊疗结束转为已转回（ServiceRequest 为 completed，接收任务 completed，随访任务 requested）。由接收机构操作。]])
* insert OpActor(1)
* insert OpIn(backReferral, 1, 1, ServiceRequest, [[The back-referral with its summary, as fd-back-referral has it; what the first referral tells is filled in.]], [[回转单及小结（fd-back-referral），原转诊已有内容自动带入。]])
* insert OpIn(followUpBy, 0, 1, date, [[By when the team is to follow up; after the days of the policy without it.]], [[随访截止日期，默认按政策天数。]])
* insert OpReferral

Instance: ServiceRequestWithdraw
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(withdraw, ServiceRequestWithdraw, [[Withdraw a referral]], [[撤回转诊]], withdraw, [[G3]])
* insert InBoth(description, [[The sender takes a referral back before the resident has come; what was kept is given back.]], [[转出方在居民到诊前撤回转诊，释放保留的号源或床位。]])
* insert OpRules([[From draft, in-review, returned, submitted or accepted to cancelled (ServiceRequest revoked, open tasks cancelled). By the referring doctor or institution.]], [[由草稿、院内审核中、退回修改、待接收或已接受转为已取消（ServiceRequest 为 revoked，未完成任务 cancelled）。由转出医生或机构操作。]])
* insert OpActor(1)
* insert OpIn(reason, 1, 1, string, [[Why.]], [[原因。]])
* insert OpReferral

Instance: ServiceRequestClose
InstanceOf: OperationDefinition
Usage: #definition
* insert ReferralStep(close, ServiceRequestClose, [[Close a referral]], [[转诊结案]], close, [[A12 G3]])
* insert InBoth(description, [[The follow-up was done, or none is due: nothing is left to do for this referral.]], [[随访已完成，或无需随访，转诊结案。]])
* insert OpRules([[From referred-back to closed with the record of the follow-up (follow-up task completed), from completed to closed with a reason why none is due. By the contracted team.]], [[由已转回转为已结案（附随访记录，随访任务 completed）；由诊疗结束转为已结案须说明无需随访的原因。由签约团队操作。]])
* insert OpActor(1)
* insert OpIn(evidence, 0, *, Reference, [[The record of the follow-up.]], [[随访记录。]])
* insert OpToAny(Resource)
* insert OpIn(reason, 0, 1, string, [[Why no follow-up is due.]], [[无需随访的原因。]])
* insert OpReferral
