Profile: FDFollowUpTask
Parent: Task
Id: fd-follow-up-task
Title: "Follow-up after a referral"
Description: "The family doctor team follows up a resident who was referred back or down, within the days it is due. The record of the follow-up is its evidence."
* insert About([[转诊后随访任务]], [[G3 A12 F13]], [[Hainan implementation plan, effective 2024-01-01: follow-up when the resident is referred back; only recorded services count]])
* insert Tells([[居民转回（下转）后，签约团队在规定期限内随访；随访记录即完成依据。]])
* insert ReferralTask(follow-up)
* obeys fd-referral-9
* basedOn MS
* basedOn only Reference(FDContract or FDCarePlan or FDReferralDown)
* basedOn insert Means([[The contract, plan and referral under which it is done]], [[所属协议、计划及转诊单]], [[A12 G3]])
* statusReason insert Means([[Why it was not done]], [[未完成原因]], [[G3]])
* focus only Reference(FDReferralDown)
* focus insert Means([[The back-referral, or referral down, that is followed up]], [[所随访的回转（下转）单]], [[G3]])
* executionPeriod insert Means([[When it was done]], [[随访时间]], [[A12]])
* requester insert Means([[Institution or clinician that referred back]], [[转回机构或医生]], [[G3]])
* owner only Reference(FDTeam or FDFamilyDoctor or FDInstitution)
* owner insert Means([[Team, doctor or institution that follows up]], [[随访的团队、医生或机构]], [[G3 G9]])
* restriction 1..1
* restriction.period 1..1
* restriction.period.end 1..1 MS
* restriction.period insert Means([[Window in which it is due]], [[随访期限]], [[G3]])
* restriction.period.end insert Means([[Last day on which it is in time]], [[随访截止日期]], [[G3]])
* insert OutputSlices
* output insert Means([[What came of it]], [[随访结果]], [[A12 F13]])
* output contains evidence 0..* MS
* insert OutputSlice(evidence, Record of the follow-up, 随访记录, A12 F13)
* output[evidence].value[x] only Reference(Encounter or Observation or Procedure or Communication or QuestionnaireResponse or DocumentReference or MedicationRequest or DiagnosticReport or Immunization)

Invariant: fd-referral-9
Description: "A follow-up that is completed has its record: only recorded services count."
Severity: #error
Expression: "status = 'completed' implies output.type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-output' and code = 'evidence').exists()"
* insert Says([[完成的随访任务应有随访记录（只认有记录的服务）]], [[A12 F13 G3]])
