Profile: FDAcceptanceTask
Parent: Task
Id: fd-acceptance-task
Title: "Acceptance of a referral"
Description: "The receiver's side of a referral: it takes the referral on or declines it, keeps an appointment or a bed, and says how the resident fares until the referral back. The sender tracks the treatment by reading it."
* insert About([[转诊接收任务]], [[G2 G3 G5 G8 A7 A11]], [[A city's 2017 implementation plan: referral desks; Hainan implementation plan, effective 2024-01-01: arrange, track, priority, designated staff]])
* insert Tells([[转诊的接收方任务：接收或拒收，预留号源或床位，并记录居民到诊、诊疗直至转回的进度。转出方据此跟踪诊疗过程。]])
* insert ReferralTask(acceptance)
* obeys fd-referral-7 and fd-referral-8
* businessStatus 1..1
* statusReason insert Means([[Why the referral was declined or cancelled]], [[拒收或取消原因]], [[G3]])
* focus only Reference(FDReferralUp or FDReferralDown)
* focus insert Means([[The referral to be taken on]], [[待接收的转诊单]], [[G3]])
* executionPeriod insert Means([[From the arrival of the resident to the end of the treatment]], [[到诊至诊疗结束时间]], [[G3]])
* requester insert Means([[Doctor or institution that refers]], [[转出医生或机构]], [[G3]])
* owner only Reference(FDInstitution or Organization or HealthcareService or PractitionerRole or FDTeam)
* owner insert Means([[Referral desk, institution or designated clinician that receives]], [[接收方：转诊接待处、机构或专门人员]], [[G2 G8]])
* location MS
* location insert Means([[Where the resident is received]], [[接诊地点]], [[G2]])
* restriction.period insert Means([[By when the receiver should answer]], [[接收方答复时限]], [[G3]])
* insert OutputSlices
* output insert Means([[What came of the referral]], [[接收结果]], [[G3 G5 G7]])
* output contains receiver 0..* MS and appointment 0..* MS and bed 0..* MS and encounter 0..* MS and back-referral 0..* MS
* insert OutputSlice(receiver, Clinician who receives the resident, 接诊医生, G8)
* output[receiver].value[x] only Reference(PractitionerRole)
* insert OutputSlice(appointment, Appointment made for the resident, 预约, G5 G6)
* output[appointment].value[x] only Reference(FDAppointment)
* insert OutputSlice(bed, Bed kept for the resident, 床位, G5 G7)
* output[bed].value[x] only Reference(FDBed)
* insert OutputSlice(encounter, Visit or stay of the resident, 就诊或住院, G3)
* output[encounter].value[x] only Reference(Encounter)
* insert OutputSlice(back-referral, Referral back, 回转单, G3)
* output[back-referral].value[x] only Reference(FDBackReferral)

Invariant: fd-referral-8
Description: "The status of the acceptance follows the state of the referral: sent = requested or received, accepted = accepted, declined = rejected, arrived = in progress, not arrived = failed, treated, referred back or closed = completed, cancelled = cancelled. Before the referral is sent the task is a draft, or was cancelled."
Severity: #error
Expression: "status = 'entered-in-error' or businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-state').all(((code = 'draft' or code = 'in-review' or code = 'returned' or code = 'review-rejected') implies (%resource.status in ('draft' | 'cancelled'))) and (code = 'submitted' implies (%resource.status in ('requested' | 'received' | 'on-hold'))) and (code = 'accepted' implies (%resource.status in ('accepted' | 'ready'))) and (code = 'declined' implies %resource.status = 'rejected') and (code = 'arrived' implies %resource.status = 'in-progress') and (code = 'no-show' implies %resource.status = 'failed') and ((code = 'completed' or code = 'referred-back' or code = 'closed') implies %resource.status = 'completed') and (code = 'cancelled' implies %resource.status = 'cancelled'))"
* insert Says([[接收任务状态应与转诊业务状态一致：待接收为已请求，已接受为已接受，拒收为拒绝，已到诊为进行中，未到诊为失败，诊疗结束、已转回或已结案为完成，已取消为取消；转诊发出前为草稿或取消]], [[G3]])
