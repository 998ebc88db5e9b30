Profile: FDReleasedSchedule
Parent: Schedule
Id: fd-released-schedule
Title: "Schedule with released slots"
Description: "The schedule of a specialist clinic, an examination room or a bed at a hospital, of which slots are released to primary institutions."
* insert About([[号源排班]], [[G6 G7 A7]], [[Hainan implementation plan, effective 2024-01-01: release of specialist slots, examinations and beds]])
* insert Tells([[医院专科门诊、检查或床位的排班，其中一部分号源下沉给基层机构。]])
* identifier MS
* identifier insert Means([[Number of the schedule]], [[排班编号]], [[G6]])
* active MS
* active insert Means([[Whether it is in use]], [[是否启用]], [[G6]])
* serviceCategory 1..* MS
* serviceCategory from https://family-doctor-fhir.github.io/ValueSet/slot-kind (required)
* serviceCategory insert Means([[What the slots are for: specialist outpatient, examination, bed …]], [[号源类别（专科门诊、检查、床位等）]], [[G6 G7]])
* serviceType MS
* serviceType insert Means([[The service or examination]], [[服务或检查项目]], [[G7]])
* specialty MS
* specialty insert Means([[Specialty]], [[专业科室]], [[G6]])
* actor only Reference(HealthcareService or PractitionerRole or Practitioner or Location or Device)
* actor MS
* actor insert Means([[Clinic, specialist, bed or device; one of them leads to the hospital]], [[门诊、专家、床位或设备]], [[G6 G7]])
* planningHorizon 1..1 MS
* planningHorizon insert Means([[Days for which slots are given]], [[排班起止日期]], [[G6]])
* planningHorizon.start 1..1 MS
* planningHorizon.start insert Means([[First day]], [[起始日期]], [[G6]])
* planningHorizon.end 1..1 MS
* planningHorizon.end insert Means([[Last day]], [[截止日期]], [[G6]])
