Profile: FDLongPrescription
Parent: MedicationRequest
Id: fd-long-prescription
Title: "Long-term prescription"
Description: "A prescription for longer than usual, for a covered patient with a stable chronic disease, after evaluation by the family doctor. How long at most is a rule of the region and checked by the server; the profile makes the length, the disease and the evaluation say themselves."
* insert About([[长期处方]], [[F2 F3 A12]], [[Hainan implementation plan, effective 2024-01-01: in principle no more than 3 months, after evaluation]])
* insert Tells([[为病情稳定的签约慢性病患者，经家庭医生评估后开具的长期处方。最长时限由各地规定、由服务器校验；本规范要求写明时长、疾病和评估依据。]])
* obeys fd-prescription-1 and fd-prescription-2
* extension contains ContractLink named contract 0..1 MS
* extension[contract] insert Means([[The contract under which it is prescribed]], [[所属签约协议]], [[A12]])
* identifier MS
* identifier insert Means([[Number of the prescription]], [[处方编号]], [[A2]])
* status MS
* status insert Means([[Where the prescription stands]], [[状态]], [[F2]])
* intent = #order
* intent insert Means([[Always order]], [[固定为order]], [[F2]])
* medication[x] MS
* medication[x] insert Means([[The drug]], [[药品]], [[F2]])
* subject MS
* subject only Reference(FDResident)
* subject insert Means([[The resident]], [[签约居民]], [[F2]])
* encounter MS
* encounter only Reference(FDServiceEncounter)
* encounter insert Means([[The visit at which the doctor evaluated and prescribed]], [[评估并开具处方的服务记录]], [[F2]])
* supportingInformation MS
* supportingInformation insert Means([[The evaluation, such as an assessment or measurements]], [[评估依据，如健康评估、测量值]], [[F2]])
* authoredOn 1..1 MS
* authoredOn insert Means([[When it was prescribed; the policy of that day holds]], [[开具时间，适用当日政策]], [[F2 A12]])
* requester 1..1 MS
* requester only Reference(FDFamilyDoctor or FDPractitioner or PractitionerRole)
* requester insert Means([[The doctor]], [[开方医生]], [[F2 A12]])
* reasonCode MS
* reasonCode insert Means([[The chronic disease as a code]], [[慢性病诊断编码]], [[F2]])
* reasonReference MS
* reasonReference insert Means([[The chronic disease]], [[慢性病诊断]], [[F2]])
* basedOn MS
* basedOn insert Means([[The plan]], [[所属健康管理方案]], [[F1]])
* courseOfTherapyType 1..1 MS
* courseOfTherapyType = http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy#continuous
* courseOfTherapyType insert Means([[Continuous long-term therapy: what makes it a long-term prescription]], [[长期治疗，标明为长期处方]], [[F2]])
* insurance MS
* insurance insert Means([[Who pays]], [[医疗保障]], [[E13]])
* dosageInstruction 1..* MS
* dosageInstruction insert Means([[How to take it]], [[用法用量]], [[F2]])
* dispenseRequest 1..1 MS
* dispenseRequest insert Means([[The supply]], [[供药]], [[F2]])
* dispenseRequest.quantity MS
* dispenseRequest.quantity insert Means([[How much in all]], [[总量]], [[F2]])
* dispenseRequest.expectedSupplyDuration 1..1 MS
* dispenseRequest.expectedSupplyDuration insert Means([[For how long; compared with the region's limit]], [[供药时长，与当地上限比较]], [[F2]])
* dispenseRequest.expectedSupplyDuration.value MS
* dispenseRequest.expectedSupplyDuration.value insert Means([[The number]], [[数值]], [[F2]])
* dispenseRequest.expectedSupplyDuration.system MS
* dispenseRequest.expectedSupplyDuration.system insert Means([[UCUM]], [[UCUM单位体系]], [[F2]])
* dispenseRequest.expectedSupplyDuration.code 1..1 MS
* dispenseRequest.expectedSupplyDuration.code from https://family-doctor-fhir.github.io/ValueSet/supply-duration-unit (required)
* dispenseRequest.expectedSupplyDuration.code insert Means([[Days, weeks or months]], [[天、周或月]], [[F2]])
* note MS
* note insert Means([[What the pharmacist or resident should know]], [[备注]], [[F2]])

Invariant: fd-prescription-1
Description: "The chronic disease is named."
* severity = #error
* expression = "reasonCode.exists() or reasonReference.exists()"
* insert Says([[应写明慢性病诊断]], [[F2]])

Invariant: fd-prescription-2
Description: "The evaluation by the doctor is named: the visit, or the assessment or measurements it rests on."
* severity = #error
* expression = "encounter.exists() or supportingInformation.exists()"
* insert Says([[应写明评估依据：就诊记录，或健康评估、测量值]], [[F2]])
