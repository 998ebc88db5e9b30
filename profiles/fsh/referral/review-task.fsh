Profile: FDReviewTask
Parent: Task
Id: fd-review-task
Title: "Review of a referral"
Description: "The institution reviews a referral of its doctor for rationality and compliance, before it is sent or afterwards, as the region has it. One task for each reviewer: a referral out of the region has a second one, owned by the agency of the insurance fund."
* insert About([[转诊审核任务]], [[G4 A4]], [[Hainan implementation plan, effective 2024-01-01: referral review mechanism; two approvals out of the region as a regional platform has them]])
* insert Tells([[机构对本机构医生发起的转诊进行合理性、合规性审核；按地区规定在发出前或发出后进行。每个审核方一个任务：转往区域外的另有医保（合管）经办机构的审核任务。]])
* insert ReferralTask(review)
* obeys fd-referral-5 and fd-referral-6 and fd-referral-7
* businessStatus 1..1
* statusReason insert Means([[Why the referral was not approved]], [[审核不通过原因]], [[G4]])
* focus only Reference(FDReferralUp or FDReferralDown)
* focus insert Means([[The referral under review]], [[被审核的转诊单]], [[G4]])
* executionPeriod insert Means([[From the start of the review to its end]], [[审核起止时间]], [[G4]])
* requester insert Means([[Who asks for the review]], [[提交审核的医生]], [[G4]])
* performerType MS
* performerType from ReferralReviewerVS (extensible)
* performerType insert Means([[Which reviewer this is]], [[审核方类别]], [[G4]])
* owner only Reference(FDInstitution or Organization or PractitionerRole)
* owner insert Means([[Institution, office or agency that reviews]], [[审核机构、科室或经办机构]], [[G4]])
* restriction.period insert Means([[By when the review is due]], [[审核时限]], [[G4]])
* insert OutputSlices
* output insert Means([[Results of the review]], [[审核结果]], [[G4]])
* output contains review-result 0..1 MS and opinion 0..1 MS
* insert OutputSlice(review-result, [[Is the referral justified, does it keep the rules]], [[审核结果：是否合理、合规]], G4)
* output[review-result].value[x] only CodeableConcept
* output[review-result].value[x] from https://family-doctor-fhir.github.io/ValueSet/referral-review-result (required)
* insert OutputSlice(opinion, Opinion of the reviewer in words, 审核意见, G4)
* output[opinion].value[x] only string

Invariant: fd-referral-5
Description: "The status of the review agrees with the state of the referral. Under review: the task is open, or completed while another reviewer has still to decide. Declined by a review: the task is rejected, or completed or cancelled where another reviewer declined. A rejected review means a declined referral, and a completed review none that is still a draft."
Severity: #error
Expression: "status = 'entered-in-error' or ((businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-state' and code = 'in-review').exists() implies (status in ('requested' | 'received' | 'accepted' | 'ready' | 'in-progress' | 'on-hold' | 'completed'))) and (businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-state' and code = 'review-rejected').exists() implies (status in ('rejected' | 'completed' | 'cancelled'))) and (status = 'rejected' implies businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-state' and code = 'review-rejected').exists()) and (status = 'completed' implies businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-state' and code = 'draft').exists().not()))"
* insert Says([[审核任务状态应与转诊业务状态一致：审核中为未完成，或本方已完成而另一方未审；审核不通过为拒绝，或因另一方不通过而完成、取消；任务拒绝即审核不通过，任务完成则转诊不再是草稿]], [[G4]])

Invariant: fd-referral-6
Description: "A review that was decided has its result: whether the referral is reasonable and compliant."
Severity: #error
Expression: "(status = 'completed' or status = 'rejected') implies output.type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-output' and code = 'review-result').exists()"
* insert Says([[已作出结论的审核应有审核结果（是否合理、合规）]], [[G4]])

Invariant: fd-referral-7
Description: "Who refuses a referral says why."
Severity: #error
Expression: "status = 'rejected' implies statusReason.exists()"
* insert Says([[审核不通过或拒绝接收时应填写原因]], [[G3 G4]])
