// Code systems and value sets of care that stand in no other table.

ValueSet: ServiceEncounterKindVS
Id: service-encounter-kind
Title: "Kind of service encounter"
Description: "What was done (a service of the package) and by which channel (the national follow-up mode, or the channel of a consultation). One encounter carries a type for each."
* insert AboutSet([[服务记录类型]], [[A2 F5 F7 F13]], [[WS/T 364 CV06.00.207; Hainan implementation plan, effective 2024-01-01; the project's own list of services]])
* insert Tells([[做了什么（服务项目）和以何种方式（国家随访方式代码或咨询渠道），一次服务各写一个类型。]])
* include codes from valueset https://family-doctor-fhir.github.io/ValueSet/package-item
* include codes from valueset https://family-doctor-fhir.github.io/ValueSet/follow-up-mode
* include codes from valueset https://family-doctor-fhir.github.io/ValueSet/consultation-channel

ValueSet: BloodGlucoseVS
Id: blood-glucose
Title: "Blood glucose"
Description: "Blood glucose by amount of substance: fasting, two hours after a meal, or at any time; from a finger, or from plasma."
* insert AboutSet([[血糖测量]], [[A2 F4]], [[WS/T 483 part 13, type 2 diabetes follow-up; LOINC codes, read in public mappings]])
* insert Tells([[血糖（摩尔浓度）：空腹、餐后2小时或随机，指血或静脉血浆。]])
* ^copyright = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* $loinc#14770-2 "Fasting glucose [Moles/volume] in Capillary blood by Glucometer"
* $loinc#14760-3 "Glucose [Moles/volume] in Capillary blood --2 hours post meal"
* $loinc#14743-9 "Glucose [Moles/volume] in Capillary blood by Glucometer"
* $loinc#14771-0 "Fasting glucose [Moles/volume] in Serum or Plasma"
* $loinc#14749-6 "Glucose [Moles/volume] in Serum or Plasma"
* $loinc#15074-8 "Glucose [Moles/volume] in Blood"

CodeSystem: FollowUpFindingCS
Id: follow-up-finding
Title: "Finding at follow-up"
Description: "What the national follow-up forms for hypertension and type 2 diabetes ask beside measurements. The questions are those of the public forms, recalled, not checked; the codes are the project's own."
* insert Codes([[随访所见]], [[A2 F4 F10]], [[WS/T 483 parts 12 and 13, hypertension and type 2 diabetes follow-up (titles read, rows recalled, not checked)]], complete)
* insert Tells([[高血压、2型糖尿病随访服务记录表在测量值之外所问的内容（凭记忆，未核对）；代码为本项目自定。]])
* insert Defined(evaluation, [[随访评价结果]], [[Result of the follow-up]], [[取值为 CV05.10.012。]], [[Its value is from CV05.10.012.]])
* insert Term(symptoms, [[症状]], [[Symptoms]])
* insert Term(medication-adherence, [[服药依从性]], [[Adherence to medication]])
* insert Term(adverse-drug-reaction, [[药物不良反应]], [[Adverse drug reaction]])
* insert Term(daily-smoking, [[日吸烟量（支）]], [[Cigarettes a day]])
* insert Term(daily-drinking, [[日饮酒量（两）]], [[Alcohol a day in liang of 50 g]])
* insert Term(weekly-exercise, [[每周运动次数]], [[Exercise times a week]])
* insert Term(salt-intake, [[摄盐情况]], [[Intake of salt]])
* insert Term(psychological-adjustment, [[心理调整]], [[Psychological adjustment]])

ValueSet: FollowUpFindingVS
Id: follow-up-finding
Title: "Finding at follow-up"
Description: "Measurements and findings of a follow-up other than blood pressure and blood glucose."
* insert AboutSet([[随访所见]], [[A2 F4 F10]], [[WS/T 483 parts 12, 13 and 16; LOINC codes, read in public mappings]])
* insert Tells([[血压、血糖以外的随访测量和所见。]])
* ^copyright = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* $loinc#29463-7 "Body weight"
* $loinc#8302-2 "Body height"
* $loinc#39156-5 "Body mass index (BMI) [Ratio]"
* $loinc#8280-0 "Waist Circumference at umbilicus by Tape measure"
* $loinc#8867-4 "Heart rate"
* $loinc#8310-5 "Body temperature"
* $loinc#4548-4 "Hemoglobin A1c/Hemoglobin.total in Blood"
* $loinc#14647-2 "Cholesterol [Moles/volume] in Serum or Plasma"
* $loinc#14927-8 "Triglyceride [Moles/volume] in Serum or Plasma"
* $loinc#22748-8 "Cholesterol in LDL [Moles/volume] in Serum or Plasma"
* $loinc#14646-4 "Cholesterol in HDL [Moles/volume] in Serum or Plasma"
* include codes from system FollowUpFindingCS

CodeSystem: ServiceGradeCS
Id: service-grade
Title: "Grade of service"
Description: "How closely a resident is served, as the yearly assessment finds. The policies ask for classes and grades and name none: three are the project's own."
* insert Codes([[服务分级]], [[F10]], [[Hainan implementation plan, effective 2024-01-01: classified and graded service of the elderly with underlying disease]], complete)
* insert Tells([[年度评估确定的服务分级。政策要求分类分级而未列级别，三级为本项目自定。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/service-grade"
* insert Defined(routine, [[一般管理]], [[Routine]], [[病情稳定，按服务包频次服务。]], [[Stable: served as often as the package says.]])
* insert Defined(enhanced, [[重点管理]], [[Enhanced]], [[有基础疾病或危险因素，加密随访。]], [[Underlying disease or risks: followed up more often.]])
* insert Defined(close, [[严密管理]], [[Close]], [[高风险，专人联系，随时可及。]], [[High risk: a named contact, reachable at any time.]])

ValueSet: ServiceGradeVS
Id: service-grade
Title: "Grade of service"
Description: "How closely a resident is served."
* insert AboutSet([[服务分级]], [[F10]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[对居民的服务分级。]])
* include codes from system ServiceGradeCS

CodeSystem: SatisfactionLevelCS
Id: satisfaction-level
Title: "Satisfaction"
Description: "Five degrees. The satisfaction rate counts very-satisfied and satisfied among all who answered."
* insert Codes([[满意度]], [[I2 I3 I4]], [[Hainan implementation plan, effective 2024-01-01; a city's 2017 implementation plan; the five degrees are the project's own]], complete)
* insert Tells([[五级满意度。满意率为“很满意”和“满意”占全部作答者的比例。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/satisfaction-level"
* insert Term(very-satisfied, [[很满意]], [[Very satisfied]])
* insert Term(satisfied, [[满意]], [[Satisfied]])
* insert Term(neutral, [[一般]], [[Neutral]])
* insert Term(dissatisfied, [[不满意]], [[Dissatisfied]])
* insert Term(very-dissatisfied, [[很不满意]], [[Very dissatisfied]])

ValueSet: SatisfactionLevelVS
Id: satisfaction-level
Title: "Satisfaction"
Description: "Five degrees."
* insert AboutSet([[满意度]], [[I2 I3 I4]], [[Hainan implementation plan, effective 2024-01-01; a city's 2017 implementation plan]])
* insert Tells([[五级满意度。]])
* include codes from system SatisfactionLevelCS

CodeSystem: AuthenticityCS
Id: contract-authenticity
Title: "Whether the contract is real"
Description: "What the resident says when asked, in a random check, whether the contract was really signed."
* insert Codes([[签约真实性]], [[D18]], [[a city's 2017 implementation plan: random telephone checks]], complete)
* insert Tells([[随机回访时居民对是否本人签约的回答。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-authenticity"
* insert Term(confirmed, [[确认签约]], [[Confirmed]])
* insert Term(denied, [[否认签约]], [[Denied]])
* insert Term(unsure, [[说不清]], [[Unsure]])

ValueSet: AuthenticityVS
Id: contract-authenticity
Title: "Whether the contract is real"
Description: "What the resident says in a random check."
* insert AboutSet([[签约真实性]], [[D18]], [[a city's 2017 implementation plan: random telephone checks]])
* insert Tells([[随机回访时居民对是否本人签约的回答。]])
* include codes from system AuthenticityCS

ValueSet: SupplyDurationUnitVS
Id: supply-duration-unit
Title: "Unit of a supply duration"
Description: "Days, weeks or months: the units in which the length of a long-term prescription is compared with the policy's limit."
* insert AboutSet([[供药时长单位]], [[F2]], [[Hainan implementation plan, effective 2024-01-01: in principle no more than 3 months]])
* insert Tells([[日、周、月：长期处方时长与政策上限比较时所用的单位。]])
* $ucum#d "天"
* $ucum#wk "周"
* $ucum#mo "月"
