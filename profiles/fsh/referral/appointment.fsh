Profile: FDAppointment
Parent: Appointment
Id: fd-appointment
Title: "Appointment"
Description: "An appointment of a resident with a specialist, for an examination or for a bed at a higher-level institution, mostly on a referral and in a released slot."
* insert About([[预约]], [[A11 G3 G5 G6 G7]], [[Hainan implementation plan, effective 2024-01-01: appointments with specialists, for examinations and beds; priority of referred residents]])
* insert Tells([[居民在上级机构的专科门诊、检查或住院预约，多依据转诊并使用下沉号源。]])
* identifier MS
* identifier insert Means([[Number of the appointment]], [[预约号]], [[A11]])
* status MS
* status insert Means([[Stage of the appointment]], [[预约状态]], [[A11]])
* cancelationReason MS
* cancelationReason insert Means([[Why it was cancelled or missed]], [[取消或爽约原因]], [[A11]])
* serviceCategory 0..1 MS
* serviceCategory from https://family-doctor-fhir.github.io/ValueSet/slot-kind (required)
* serviceCategory insert Means([[What it is for: specialist outpatient, examination, bed …]], [[预约类别（专科门诊、检查、床位等）]], [[G5 G7]])
* serviceType MS
* serviceType insert Means([[The service or examination]], [[服务或检查项目]], [[G7]])
* specialty MS
* specialty insert Means([[Specialty]], [[专业科室]], [[A11]])
* reasonReference MS
* reasonReference insert Means([[Diagnosis behind it]], [[相关诊断]], [[A11]])
* priority MS
* priority insert Means([[Priority, 1 is highest; referred residents come first]], [[优先级（1 最高；转诊居民优先）]], [[G5]])
* supportingInformation MS
* supportingInformation insert Means([[The contract, and what else is needed]], [[签约协议及其他资料]], [[A12]])
* start MS
* start insert Means([[Start]], [[预约开始时间]], [[A11]])
* end MS
* end insert Means([[End]], [[预约结束时间]], [[A11]])
* slot MS
* slot only Reference(FDReleasedSlot or Slot)
* slot insert Means([[The slot taken]], [[所用号源]], [[G6]])
* created MS
* created insert Means([[When it was made]], [[预约登记时间]], [[A12]])
* patientInstruction MS
* patientInstruction insert Means([[What the resident is told: where to come, how to collect the ticket]], [[就诊须知（地点、取号方式）]], [[A11]])
* basedOn MS
* basedOn only Reference(FDReferralUp or FDReferralDown)
* basedOn insert Means([[The referral on which it was made]], [[所依据的转诊单]], [[G3]])
* participant MS
* participant ^slicing.discriminator.type = #type
* participant ^slicing.discriminator.path = "actor.resolve()"
* participant ^slicing.rules = #open
* participant insert Means([[Resident, clinician, place]], [[参与者（居民、医生、地点）]], [[A11]])
* participant contains resident 1..1 MS
* participant[resident].actor 1..1
* participant[resident].actor only Reference(FDResident)
* participant[resident] insert Means([[The resident]], [[预约居民]], [[A11]])
