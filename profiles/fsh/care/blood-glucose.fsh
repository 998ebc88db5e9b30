Profile: FDBloodGlucose
Parent: Observation
Id: fd-blood-glucose
Title: "Blood glucose at follow-up"
Description: "A blood glucose in mmol/L, measured at a follow-up or by the resident at home. The code says whether it was fasting, two hours after a meal or at any time, since the three are judged differently."
* insert About([[随访血糖]], [[A2 A12 F4 F13]], [[WS/T 483 part 13, type 2 diabetes follow-up; data element DE04.50.102.00 (fasting glucose in mmol/L)]])
* insert Tells([[随访时或居民在家测得的血糖，单位mmol/L。编码区分空腹、餐后2小时和随机，三者判断标准不同。]])
* obeys fd-observation-1
* insert FollowedUp
* code from https://family-doctor-fhir.github.io/ValueSet/blood-glucose (required)
* code insert Means([[Fasting, after a meal or at any time; DE04.50.102.00 may stand beside the LOINC code]], [[空腹、餐后或随机，可并列DE04.50.102.00]], [[A2 F4]])
* value[x] only Quantity
* value[x] MS
* value[x] insert Means([[The value in mmol/L]], [[血糖值，单位mmol/L]], [[A2]])
* valueQuantity.value 1..1 MS
* valueQuantity.value insert Means([[The number]], [[数值]], [[A2]])
* valueQuantity.system MS
* valueQuantity.system = "http://unitsofmeasure.org" (exactly)
* valueQuantity.system insert Means([[UCUM]], [[UCUM单位体系]], [[A2]])
* valueQuantity.code 1..1 MS
* valueQuantity.code = #mmol/L
* valueQuantity.code insert Means([[mmol/L]], [[单位代码mmol/L]], [[A2]])

Invariant: fd-observation-1
Description: "There is a value, or the reason why there is none."
* severity = #error
* expression = "value.exists() or dataAbsentReason.exists()"
* insert Says([[须有测量值，或说明无测量值的原因]], [[A2]])
