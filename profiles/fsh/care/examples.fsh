// A year of care: an elderly resident with hypertension and type 2 diabetes, a basic and a tailored package.

Instance: example-condition-hypertension
InstanceOf: Condition
Usage: #example
Title: "Hypertension"
Description: "The disease the plan addresses."
* language = #zh-CN
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code = http://hl7.org/fhir/sid/icd-10#I10 "Essential (primary) hypertension"
* code.text = "原发性高血压"
* insert ForHer
* onsetDateTime = "2015-09"

Instance: example-condition-diabetes
InstanceOf: Condition
Usage: #example
Title: "Type 2 diabetes"
Description: "The other disease the plan addresses."
* language = #zh-CN
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code = http://hl7.org/fhir/sid/icd-10#E11 "Type 2 diabetes mellitus"
* code.text = "2型糖尿病"
* insert ForHer
* onsetDateTime = "2019-04"

Instance: example-goal-blood-pressure
InstanceOf: Goal
Usage: #example
Title: "Goal: blood pressure under control"
Description: "What the plan is to reach."
* language = #zh-CN
* lifecycleStatus = #active
* description.text = "血压控制在140/90 mmHg以下"
* insert ForHer
* startDate = "2025-01-06"

Instance: example-care-plan
InstanceOf: FDCarePlan
Usage: #example
Title: "A year's plan for hypertension and diabetes"
Description: "The plan of a service year: two packages, two diseases, a goal, and the tasks that are its schedule."
* language = #zh-CN
* insert UnderHerContract
* instantiatesCanonical[+] = "https://family-doctor-fhir.github.io/PlanDefinition/hainan-basic|1"
* instantiatesCanonical[+] = "https://family-doctor-fhir.github.io/PlanDefinition/hainan-hypertension-diabetes|1"
* status = #active
* intent = #plan
* category[+] = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* category[+] = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* title = "赵示例的健康管理方案（2025年）"
* insert ForHer
* period.start = "2025-01-01"
* period.end = "2025-12-31"
* created = "2025-01-06"
* author = Reference(PractitionerRole/example-family-doctor)
* author.display = "陈示例"
* careTeam = Reference(CareTeam/example-team)
* careTeam.display = "示例社区陈示例家庭医生团队"
* addresses[+] = Reference(example-condition-hypertension)
* addresses[+] = Reference(example-condition-diabetes)
* goal = Reference(example-goal-blood-pressure)
* activity[+].reference = Reference(example-task-assessment)
* activity[+].reference = Reference(example-task-hypertension-1)
* activity[+].reference = Reference(example-task-diabetes-1)
* activity[+].reference = Reference(example-task-specialist)
* activity[+].reference = Reference(example-task-medication)
* activity[+].reference = Reference(example-task-hypertension-2)
* note.text = "每日限盐5克，规律服药，每周自测血压2次并记录。"

Instance: example-care-plan-community
InstanceOf: FDCarePlan
Usage: #example
Title: "A plan for the members of a functional community"
Description: "One plan for all members of a school: training and examination; no diseases, no goal."
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-community)
* instantiatesCanonical = "https://family-doctor-fhir.github.io/PlanDefinition/hainan-functional-community|1"
* status = #active
* intent = #plan
* title = "示例学校教职工健康管理方案"
* subject = Reference(Group/example-school-members)
* period.start = "2025-01-01"
* period.end = "2025-12-31"
* activity.reference = Reference(example-task-training)

Instance: example-task-assessment
InstanceOf: FDServiceTask
Usage: #example
Title: "Assessment, done in time"
Description: "The evidence is the completed form."
* language = #zh-CN
* insert HerTask(item-health-assessment, health-assessment, 健康评估, 2025-01-01, 2025-01-31)
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state#fulfilled "已按期完成"
* description = "2025年度健康评估"
* executionPeriod.start = "2025-01-06T09:00:00+08:00"
* executionPeriod.end = "2025-01-06T09:40:00+08:00"
* lastModified = "2025-01-06T10:40:00+08:00"
* insert Evidence(健康评估问卷, QuestionnaireResponse, example-health-assessment)

Instance: example-task-hypertension-1
InstanceOf: FDServiceTask
Usage: #example
Title: "Hypertension follow-up, done in time"
Description: "A complete task: item, plan, window, execution, and three records as evidence."
* language = #zh-CN
* insert HerTask(item-hypertension, hypertension-mgmt, 高血压患者健康管理, 2025-02-01, 2025-03-31)
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state#fulfilled "已按期完成"
* priority = #routine
* description = "第一季度高血压随访"
* executionPeriod.start = "2025-03-12T09:20:00+08:00"
* executionPeriod.end = "2025-03-12T09:50:00+08:00"
* lastModified = "2025-03-12T10:00:00+08:00"
* performerType = https://family-doctor-fhir.github.io/CodeSystem/team-role#community-nurse "社区护士"
* insert Evidence(随访, Encounter, example-encounter-follow-up)
* insert Evidence(血压, Observation, example-blood-pressure)
* insert Evidence(随访评价, Observation, example-follow-up-evaluation)

Instance: example-task-diabetes-1
InstanceOf: FDServiceTask
Usage: #example
Title: "Diabetes follow-up, done late"
Description: "At the same visit as the hypertension follow-up, but after its own window: reported apart."
* language = #zh-CN
* insert HerTask(item-diabetes, diabetes-mgmt, 糖尿病患者健康管理, 2025-02-01, 2025-02-28)
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state#fulfilled-late "逾期完成"
* executionPeriod.start = "2025-03-12T09:20:00+08:00"
* insert Evidence(随访, Encounter, example-encounter-follow-up)
* insert Evidence(空腹血糖, Observation, example-blood-glucose)

Instance: example-task-specialist
InstanceOf: FDServiceTask
Usage: #example
Title: "Yearly face-to-face follow-up by a specialist"
Description: "Owned by the team, performed by the cardiologist of the county hospital."
* language = #zh-CN
* insert HerTask(item-specialist-follow-up, specialist-follow-up, 专科医生面对面随访, 2025-04-01, 2025-09-30)
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state#fulfilled "已按期完成"
* executionPeriod.start = "2025-05-20"
* executionPeriod.end = "2025-05-20"
* performerType = https://family-doctor-fhir.github.io/CodeSystem/team-role#specialist "专科医生"
* insert Evidence(专科随访, Encounter, example-encounter-specialist)

Instance: example-task-medication
InstanceOf: FDServiceTask
Usage: #example
Title: "Guidance on medication, refused"
Description: "The resident did not want it: no evidence, and the reason."
* language = #zh-CN
* insert HerTask(item-medication-guidance, medication-guidance, 用药指导, 2025-04-01, 2025-06-30)
* status = #rejected
* statusReason.text = "居民表示近期已由专科医生指导"
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state#refused "居民拒绝"

Instance: example-task-hypertension-2
InstanceOf: FDServiceTask
Usage: #example
Title: "Hypertension follow-up, still to be done"
Description: "Requested; whether it is planned, due or missed depends on today and is computed."
* language = #zh-CN
* insert HerTask(item-hypertension, hypertension-mgmt, 高血压患者健康管理, 2025-11-01, 2025-12-31)
* status = #requested

Instance: example-task-training
InstanceOf: FDServiceTask
Usage: #example
Title: "Training for a functional community"
Description: "For the members of a school, by an individual family doctor."
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-community)
* instantiatesCanonical = "https://family-doctor-fhir.github.io/ActivityDefinition/item-health-training|1"
* basedOn = Reference(example-care-plan-community)
* status = #requested
* intent = #order
* code.coding[kind] = https://family-doctor-fhir.github.io/CodeSystem/task-kind#service "履约服务"
* code.coding[item] = https://family-doctor-fhir.github.io/CodeSystem/service-item#health-training "健康培训"
* for = Reference(Group/example-school-members)
* owner = Reference(PractitionerRole/example-family-doctor)
* restriction.period.start = "2025-03-01"
* restriction.period.end = "2025-06-30"

Instance: example-encounter-assessment
InstanceOf: FDServiceEncounter
Usage: #example
Title: "Visit for the yearly assessment"
Description: "At the health centre."
* language = #zh-CN
* insert Visit(AMB, ambulatory, 2025-01-06T09:00:00+08:00, 2025-01-06T09:40:00+08:00)
* insert Served(health-assessment, 健康评估, 1, 门诊)
* insert With(example-family-doctor, 陈示例)

Instance: example-encounter-follow-up
InstanceOf: FDServiceEncounter
Usage: #example
Title: "Follow-up at the health centre"
Description: "A complete encounter: service and follow-up mode, nurse and doctor, diseases, place."
* language = #zh-CN
* insert Visit(AMB, ambulatory, 2025-03-12T09:20:00+08:00, 2025-03-12T09:50:00+08:00)
* insert UnderHerContract
* insert Served(follow-up, 随访, 1, 门诊)
* insert With(example-family-doctor-nurse, 林示例)
* insert With(example-family-doctor, 陈示例)
* reasonReference[+] = Reference(example-condition-hypertension)
* reasonReference[+] = Reference(example-condition-diabetes)
* location.location = Reference(Location/example-office)

Instance: example-encounter-specialist
InstanceOf: FDServiceEncounter
Usage: #example
Title: "Follow-up by a specialist"
Description: "Face to face with the cardiologist, who came to the health centre."
* language = #zh-CN
* insert Visit(AMB, ambulatory, 2025-05-20T15:00:00+08:00, 2025-05-20T15:20:00+08:00)
* insert Served(specialist-follow-up, 专科医生面对面随访, 1, 门诊)
* insert With(example-family-doctor-specialist, 吴示例)
* reasonReference = Reference(example-condition-hypertension)

Instance: example-encounter-house-call
InstanceOf: FDServiceEncounter
Usage: #example
Title: "House call"
Description: "At home, since she cannot walk after a fall; her son was there."
* language = #zh-CN
* insert Visit(HH, home health, 2025-08-05T14:30:00+08:00, 2025-08-05T15:10:00+08:00)
* insert Served(house-call, 上门服务, 2, 家庭)
* insert With(example-family-doctor-nurse, 林示例)
* participant[+].individual = Reference(RelatedPerson/example-related-person)
* reasonCode.text = "跌倒后行动不便，上门随访和护理"

Instance: example-encounter-phone
InstanceOf: FDServiceEncounter
Usage: #example
Title: "Consultation by phone, as a hospital system knows it"
Description: "The system knows the contract but no episode; the channel is that of a consultation."
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-tailored)
* status = #finished
* class = $act-code#VR "virtual"
* type[+] = https://family-doctor-fhir.github.io/CodeSystem/service-item#consultation "健康咨询"
* type[+] = https://family-doctor-fhir.github.io/CodeSystem/consultation-channel#phone "电话"
* insert ForHer
* participant.individual = Reference(PractitionerRole/example-family-doctor)
* period.start = "2025-06-02T19:05:00+08:00"
* serviceProvider = Reference(Organization/example-institution)

Instance: example-blood-pressure
InstanceOf: FDBloodPressure
Usage: #example
Title: "Blood pressure at a follow-up"
Description: "A complete measurement: plan, visit, arm, judgement."
* language = #zh-CN
* insert ByHerPlan
* status = #final
* category[VSCat] = http://terminology.hl7.org/CodeSystem/observation-category#vital-signs "Vital Signs"
* code = $loinc#85354-9 "Blood pressure panel with all children optional"
* code.text = "血压"
* insert ForHer
* insert AtVisit(example-encounter-follow-up, 2025年3月12日随访)
* effectiveDateTime = "2025-03-12T09:30:00+08:00"
* insert FoundBy(example-family-doctor-nurse, 林示例)
* interpretation = http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation#H "High"
* bodySite.text = "右上臂"
* component[SystolicBP].code.coding[SBPCode] = $loinc#8480-6 "Systolic blood pressure"
* component[SystolicBP].code.text = "收缩压"
* component[SystolicBP].valueQuantity = 152 'mm[Hg]' "mmHg"
* component[DiastolicBP].code.coding[DBPCode] = $loinc#8462-4 "Diastolic blood pressure"
* component[DiastolicBP].code.text = "舒张压"
* component[DiastolicBP].valueQuantity = 94 'mm[Hg]' "mmHg"

Instance: example-blood-pressure-home
InstanceOf: FDBloodPressure
Usage: #example
Title: "Blood pressure measured at home"
Description: "By the resident herself: no visit."
* language = #zh-CN
* status = #final
* category[VSCat] = http://terminology.hl7.org/CodeSystem/observation-category#vital-signs
* code = $loinc#85354-9
* insert ForHer
* effectiveDateTime = "2025-08-01T07:10:00+08:00"
* performer = Reference(Patient/example-resident)
* component[SystolicBP].code = $loinc#8480-6
* component[SystolicBP].valueQuantity = 138 'mm[Hg]' "mmHg"
* component[DiastolicBP].code = $loinc#8462-4
* component[DiastolicBP].valueQuantity = 86 'mm[Hg]' "mmHg"

Instance: example-blood-glucose
InstanceOf: FDBloodGlucose
Usage: #example
Title: "Fasting glucose at a follow-up"
Description: "From the finger, with the national data element beside the LOINC code."
* language = #zh-CN
* insert ByHerPlan
* status = #final
* category = http://terminology.hl7.org/CodeSystem/observation-category#laboratory "Laboratory"
* code.coding[+] = $loinc#14770-2 "Fasting glucose [Moles/volume] in Capillary blood by Glucometer"
* code.coding[+] = urn:oid:2.16.156.10011.2.2.1#DE04.50.102.00 "血糖检测值(mmol/L)"
* code.text = "空腹血糖"
* insert ForHer
* insert AtVisit(example-encounter-follow-up, 2025年3月12日随访)
* effectiveDateTime = "2025-03-12T09:25:00+08:00"
* insert FoundBy(example-family-doctor-nurse, 林示例)
* valueQuantity = 7.8 'mmol/L' "mmol/L"
* interpretation = http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation#H "High"

Instance: example-blood-glucose-after-meal
InstanceOf: FDBloodGlucose
Usage: #example
Title: "Glucose after a meal, measured at home"
Description: "By the resident herself."
* language = #zh-CN
* status = #final
* code = $loinc#14760-3 "Glucose [Moles/volume] in Capillary blood --2 hours post meal"
* insert ForHer
* effectiveDateTime = "2025-03-20T09:30:00+08:00"
* performer = Reference(Patient/example-resident)
* valueQuantity = 10 'mmol/L' "mmol/L"

Instance: example-blood-glucose-absent
InstanceOf: FDBloodGlucose
Usage: #example
Title: "Glucose that was not measured"
Description: "She had eaten: no fasting value, and the reason."
* language = #zh-CN
* status = #final
* code = $loinc#14770-2
* insert ForHer
* insert AtVisit(example-encounter-house-call, 2025年8月5日上门)
* effectiveDateTime = "2025-08-05T14:40:00+08:00"
* insert FoundBy(example-family-doctor-nurse, 林示例)
* dataAbsentReason = http://terminology.hl7.org/CodeSystem/data-absent-reason#not-performed "Not Performed"
* note.text = "已进食，未测空腹血糖"

Instance: example-follow-up-evaluation
InstanceOf: FDFollowUpObservation
Usage: #example
Title: "Result of a follow-up"
Description: "Not well controlled, from CV05.10.012."
* language = #zh-CN
* insert ByHerPlan
* status = #final
* category = http://terminology.hl7.org/CodeSystem/observation-category#survey "Survey"
* code = https://family-doctor-fhir.github.io/CodeSystem/follow-up-finding#evaluation "随访评价结果"
* insert ForHer
* insert AtVisit(example-encounter-follow-up, 2025年3月12日随访)
* effectiveDateTime = "2025-03-12T09:45:00+08:00"
* insert FoundBy(example-family-doctor, 陈示例)
* valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/cv05-10-012-follow-up-evaluation#2 "控制不满意"
* note.text = "血压未达标，调整用药，2周后复查"

Instance: example-follow-up-weight
InstanceOf: FDFollowUpObservation
Usage: #example
Title: "Weight at a follow-up"
Description: "A vital sign of R4 as well."
* language = #zh-CN
* status = #final
* category = http://terminology.hl7.org/CodeSystem/observation-category#vital-signs
* code = $loinc#29463-7 "Body weight"
* insert ForHer
* insert AtVisit(example-encounter-follow-up, 2025年3月12日随访)
* effectiveDateTime = "2025-03-12T09:22:00+08:00"
* insert FoundBy(example-family-doctor-nurse, 林示例)
* valueQuantity = 66.5 'kg' "kg"

Instance: example-health-assessment
InstanceOf: FDHealthAssessment
Usage: #example
Title: "Yearly health assessment"
Description: "The whole form, with the grade of service."
* language = #zh-CN
* insert UnderHerContract
* insert ByHerPlan
* questionnaire = "https://family-doctor-fhir.github.io/Questionnaire/health-assessment|1"
* status = #completed
* insert ForHer
* insert AtVisit(example-encounter-assessment, 2025年1月6日健康评估)
* authored = "2025-01-06T09:35:00+08:00"
* author = Reference(PractitionerRole/example-family-doctor)
* author.display = "陈示例"
* source = Reference(Patient/example-resident)
* item[+].linkId = "state"
* item[=].item[+].linkId = "self-rated"
* item[=].item[=].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/assessment-answer#self-fair "说不清楚"
* item[=].item[+].linkId = "conditions"
* item[=].item[=].answer[+].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#elderly "老年人"
* item[=].item[=].answer[+].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* item[=].item[=].answer[+].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* item[=].item[+].linkId = "medication"
* item[=].item[=].answer.valueString = "苯磺酸氨氯地平片5 mg每日1次；盐酸二甲双胍片0.5 g每日2次"
* item[+].linkId = "lifestyle"
* item[=].item[+].linkId = "smoking"
* item[=].item[=].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/assessment-answer#never-smoked "从不吸烟"
* item[=].item[+].linkId = "drinking"
* item[=].item[=].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/assessment-answer#never-drinks "从不饮酒"
* item[=].item[+].linkId = "exercise"
* item[=].item[=].answer.valueInteger = 3
* item[+].linkId = "measurements"
* item[=].item[+].linkId = "height"
* item[=].item[=].answer.valueQuantity = 158 'cm' "cm"
* item[=].item[+].linkId = "weight"
* item[=].item[=].answer.valueQuantity = 67 'kg' "kg"
* item[+].linkId = "self-care"
* item[=].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/assessment-answer#independent "可自理"
* item[+].linkId = "conclusion"
* item[=].item[+].linkId = "findings"
* item[=].item[=].answer.valueString = "血压、血糖控制不稳定，超重"
* item[=].item[+].linkId = "grade"
* item[=].item[=].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/service-grade#enhanced "重点管理"
* item[=].item[+].linkId = "advice"
* item[=].item[=].answer.valueString = "限盐，规律服药，增加步行，每季度随访"

Instance: example-health-assessment-open
InstanceOf: FDHealthAssessment
Usage: #example
Title: "Assessment that was begun"
Description: "In progress, with a region's own form: no answers yet."
* language = #zh-CN
* questionnaire = "https://example.org/Questionnaire/physical-examination|2024"
* status = #in-progress
* insert ForHer
* authored = "2025-01-06"
* author = Reference(PractitionerRole/example-family-doctor-nurse)

Instance: example-satisfaction
InstanceOf: FDSatisfaction
Usage: #example
Title: "Telephone check of a contract"
Description: "A random check: the contract is real, the resident satisfied."
* language = #zh-CN
* insert UnderHerContract
* questionnaire = "https://family-doctor-fhir.github.io/Questionnaire/satisfaction|1"
* status = #completed
* insert ForHer
* authored = "2025-12-03T10:15:00+08:00"
* author = Reference(Organization/example-health-commission)
* author.display = "示例市卫生健康委员会"
* source = Reference(Patient/example-resident)
* item[authenticity].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/contract-authenticity#confirmed "确认签约"
* item[satisfaction].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/satisfaction-level#satisfied "满意"

Instance: example-satisfaction-unanswered
InstanceOf: FDSatisfaction
Usage: #example
Title: "Authenticity alone"
Description: "Her son answered the phone, confirmed the contract and did not judge the services."
* language = #zh-CN
* insert UnderHerContract
* questionnaire = "https://family-doctor-fhir.github.io/Questionnaire/satisfaction|1"
* status = #completed
* insert ForHer
* authored = "2025-12-03"
* source = Reference(RelatedPerson/example-related-person)
* item[authenticity].answer.valueCoding = https://family-doctor-fhir.github.io/CodeSystem/contract-authenticity#confirmed

Instance: example-long-prescription
InstanceOf: FDLongPrescription
Usage: #example
Title: "Amlodipine for twelve weeks"
Description: "Prescribed at the follow-up, with the assessment it rests on."
* language = #zh-CN
* insert UnderHerContract
* identifier.system = "urn:oid:2.16.156.10011.1.20"
* identifier.value = "CF20250312001"
* status = #active
* intent = #order
* medicationCodeableConcept.text = "苯磺酸氨氯地平片 5 mg"
* insert ForHer
* insert AtVisit(example-encounter-follow-up, 2025年3月12日随访)
* supportingInformation[+] = Reference(example-health-assessment)
* supportingInformation[+] = Reference(example-blood-pressure)
* authoredOn = "2025-03-12T09:50:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor)
* requester.display = "陈示例"
* reasonCode = http://hl7.org/fhir/sid/icd-10#I10 "Essential (primary) hypertension"
* reasonReference = Reference(example-condition-hypertension)
* insert ByHerPlan
* courseOfTherapyType = http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy#continuous "Continuous long term therapy"
* dosageInstruction.text = "口服，每次5 mg，每日1次"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #d
* dispenseRequest.quantity = 84 '{tbl}' "片"
* dispenseRequest.expectedSupplyDuration = 12 'wk' "周"

Instance: example-long-prescription-short
InstanceOf: FDLongPrescription
Usage: #example
Title: "Metformin for two months"
Description: "No visit named: the evaluation is the assessment."
* language = #zh-CN
* status = #active
* intent = #order
* medicationCodeableConcept.text = "盐酸二甲双胍片 0.5 g"
* insert ForHer
* supportingInformation = Reference(example-health-assessment)
* authoredOn = "2025-01-06"
* requester = Reference(PractitionerRole/example-family-doctor)
* reasonReference = Reference(example-condition-diabetes)
* courseOfTherapyType = http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy#continuous
* dosageInstruction.text = "口服，每次0.5 g，每日2次，餐后"
* dispenseRequest.expectedSupplyDuration = 2 'mo' "个月"
