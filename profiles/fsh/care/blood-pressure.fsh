Profile: FDBloodPressure
Parent: http://hl7.org/fhir/StructureDefinition/bp
Id: fd-blood-pressure
Title: "Blood pressure at follow-up"
Description: "A blood pressure, measured at a follow-up or by the resident at home. It is a blood pressure as R4's vital signs have it, so that every FHIR client reads it; the national data elements may stand beside the LOINC codes."
* insert About([[随访血压]], [[A2 A12 F4 F13]], [[WS/T 483 part 12, hypertension follow-up (DE04.10.174.00, DE04.10.176.00); R4 vital signs]])
* insert Tells([[随访时或居民在家测得的血压。遵循R4生命体征血压规范，任何FHIR客户端都能读取；国家数据元可与LOINC编码并列。]])
* obeys fd-blood-pressure-1
* insert FollowedUp
* code insert Means([[LOINC 85354-9]], [[LOINC 85354-9（血压组合）]], [[A2]])
* bodySite MS
* bodySite insert Means([[Which arm]], [[测量部位（左、右上臂）]], [[A2]])
* component MS
* component insert Means([[Systolic and diastolic pressure in mmHg]], [[收缩压和舒张压，单位mmHg]], [[A2 F4]])
* component[SystolicBP] MS
* component[SystolicBP] insert Means([[Systolic pressure; DE04.10.174.00 may stand beside the LOINC code]], [[收缩压，可并列DE04.10.174.00]], [[A2]])
* component[DiastolicBP] MS
* component[DiastolicBP] insert Means([[Diastolic pressure; DE04.10.176.00 may stand beside the LOINC code]], [[舒张压，可并列DE04.10.176.00]], [[A2]])

Invariant: fd-blood-pressure-1
Description: "The systolic pressure is higher than the diastolic."
* severity = #error
* expression = "component.where(code.coding.where(system = 'http://loinc.org' and code = '8480-6').exists()).value.value.empty() or component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.value.empty() or component.where(code.coding.where(system = 'http://loinc.org' and code = '8480-6').exists()).value.value.first() > component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.value.first()"
* insert Says([[收缩压应高于舒张压]], [[A2]])
