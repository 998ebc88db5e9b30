Profile: FDFollowUpObservation
Parent: Observation
Id: fd-follow-up-observation
Title: "Other follow-up measurement"
Description: "A measurement or finding of a follow-up other than blood pressure and blood glucose: weight, waist, HbA1c, lipids, adherence, way of life, and the result of the follow-up itself. Weight, height, heart rate and the like also conform to R4's vital signs."
* insert About([[其他随访测量]], [[A2 A12 F4 F10 F13]], [[WS/T 483 parts 12, 13 and 16; WS/T 364 CV05.10.012]])
* insert Tells([[血压、血糖以外的随访测量或所见：体重、腰围、糖化血红蛋白、血脂、服药依从性、生活方式，以及随访评价结果。体重、身高、心率等同时符合R4生命体征规范。]])
* obeys fd-observation-2 and fd-observation-3
* insert FollowedUp
* category MS
* category insert Means([[vital-signs, laboratory, social-history or survey]], [[类别：生命体征、检验、生活方式、问询]], [[A2]])
* code from https://family-doctor-fhir.github.io/ValueSet/follow-up-finding (extensible)
* code insert Means([[What was measured or found]], [[测量或询问的内容]], [[A2 F4]])
* value[x] MS
* value[x] insert Means([[The value; quantities in UCUM units]], [[结果；数量用UCUM单位]], [[A2]])
* component MS
* component insert Means([[Parts of a finding]], [[结果的组成部分]], [[A2]])

Invariant: fd-observation-2
Description: "There is a value, a component or a member, or the reason why there is none."
* severity = #error
* expression = "value.exists() or component.exists() or hasMember.exists() or dataAbsentReason.exists()"
* insert Says([[须有结果、组成部分或成员，或说明缺失原因]], [[A2]])

Invariant: fd-observation-3
Description: "The result of a follow-up is a code of CV05.10.012."
* severity = #error
* expression = "(code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/follow-up-finding' and code = 'evaluation').exists() and dataAbsentReason.empty()) implies value.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/cv05-10-012-follow-up-evaluation').exists()"
* insert Says([[随访评价结果应取自CV05.10.012]], [[A2 F4]])
