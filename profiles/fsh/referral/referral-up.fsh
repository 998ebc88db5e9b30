Profile: FDReferralUp
Parent: ServiceRequest
Id: fd-referral-up
Title: "Referral up"
Description: "A referral of a resident to an institution of a higher level: from the village clinic to the township or community health centre, from there to a secondary or a tertiary hospital. It carries the sending part of the two-way referral form. Where the referral stands is said by the review task and the acceptance task."
* insert About([[上转]], [[G1 G3 G4 G5 G9 A11]], [[A city's 2017 implementation plan: the chain of levels; Hainan implementation plan, effective 2024-01-01: review, tracking, follow-up; the sending form of the national two-way referral form: its fields are recalled, not checked against the national text]])
* insert Tells([[将签约居民转往上级机构：村卫生室转乡镇卫生院（社区卫生服务中心），再转二级、三级医院。承载双向转诊单的转出单内容；办理进度由审核任务和接收任务表示。]])
* insert Referral(up)
* obeys fd-referral-2
* basedOn only Reference(FDCarePlan or FDReferralUp)
* basedOn insert Means([[The plan behind it, or the referral one level below that it carries on]], [[依据的管理计划，或所延续的下一级转诊]], [[G1 G3]])
* replaces only Reference(FDReferralUp)
* replaces MS
* replaces insert Means([[The refused or withdrawn referral that it takes the place of]], [[所替代的（被拒收或撤回的）转诊]], [[G3]])
* requester only Reference(FDFamilyDoctor or PractitionerRole)
* requester insert Means([[Who refers, and for which institution]], [[转出医生及机构]], [[G1 G3 G4]])
* performer only Reference(FDInstitution or Organization or HealthcareService or PractitionerRole)
* performer insert Means([[Receiving institution, referral desk or department, clinician]], [[转入机构、转诊接待处或科室、接诊医生]], [[G1 G2 G8]])

Extension: ReferralLevel
Id: referral-level
Title: "Levels of a referral"
Description: "From which level of institution to which a referral goes. It makes the chain of levels checkable without reading the institutions. Primary-level institutions other than village clinics (first-level hospitals, outpatient departments, clinics) count as township."
* insert About([[转诊层级]], [[G1]], [[A city's 2017 implementation plan: village, township, secondary; Hainan implementation plan, effective 2024-01-01: primary, secondary, tertiary]])
* insert Tells([[转诊由哪一级机构转往哪一级机构。无需查询机构即可核对转诊层级。村卫生室以外的基层机构（一级医院、门诊部、诊所等）按乡镇级计。]])
* insert On(ServiceRequest)
* extension contains from 1..1 and to 1..1
* insert Part(from, code, Level of the sending institution, 转出机构层级, G1)
* extension[from].value[x] from https://family-doctor-fhir.github.io/ValueSet/referral-level (required)
* insert Part(to, code, Level of the receiving institution, 转入机构层级, G1)
* extension[to].value[x] from https://family-doctor-fhir.github.io/ValueSet/referral-level (required)

Extension: ReferralSummary
Id: referral-summary
Title: "Text fields of the referral form"
Description: "What the two-way referral form says in words, field by field. Sending form: initial impression, present history, past history, course of treatment. Return form: diagnosis, main results, course of treatment, next steps, advice on rehabilitation. The reason for the referral is in reasonCode, coded diagnoses in reasonReference, results and medication in supportingInfo; the words stand here because no element of R4 tells these fields apart."
* insert About([[转诊单文字内容]], [[G3]], [[The fields of the two-way referral form as a regional platform exchanges them; that they are those of the national form is recalled, not checked]])
* insert Tells([[双向转诊单各栏目的文字。转出单：初步印象、主要现病史、主要既往史、治疗经过；回转单：诊断结果、主要检查结果、治疗经过、下一步治疗方案、康复建议。转诊原因见 reasonCode，编码诊断见 reasonReference，结果与用药见 supportingInfo；R4 没有元素能区分这些栏目，故以扩展承载。]])
* insert On(ServiceRequest)
* extension contains
    impression 0..1 and
    presentHistory 0..1 and
    pastHistory 0..1 and
    treatment 0..1 and
    diagnosis 0..1 and
    results 0..1 and
    nextSteps 0..1 and
    rehabilitation 0..1
* insert Part(impression, string, Initial impression, 初步印象, G3)
* insert Part(presentHistory, string, Main present history, 主要现病史, G3)
* insert Part(pastHistory, string, Main past history, 主要既往史, G3)
* insert Part(treatment, string, Course of treatment, 治疗经过, G3)
* insert Part(diagnosis, string, Diagnosis, 诊断结果, G3)
* insert Part(results, string, Main results of examinations, 主要检查结果, G3)
* insert Part(nextSteps, string, Next steps of treatment, 下一步治疗方案, G3)
* insert Part(rehabilitation, string, Advice on rehabilitation, 康复建议, G3)

Invariant: fd-referral-1
Description: "A referral that has been sent says why: a reason, a diagnosis or finding, or an impression in words."
Severity: #error
Expression: "status = 'draft' or status = 'entered-in-error' or reasonCode.exists() or reasonReference.exists() or extension('https://family-doctor-fhir.github.io/StructureDefinition/referral-summary').extension.where(url = 'impression' or url = 'diagnosis').exists()"
* insert Says([[已发出的转诊单应写明转诊原因、诊断依据或初步印象]], [[G3 G4]])

Invariant: fd-referral-2
Description: "A referral up goes to a higher level than it comes from."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/referral-level').where(extension('to').value = 'village' or (extension('to').value = 'township' and (extension('from').value in ('township' | 'secondary' | 'tertiary'))) or (extension('to').value = 'secondary' and (extension('from').value in ('secondary' | 'tertiary'))) or (extension('to').value = 'tertiary' and extension('from').value = 'tertiary')).empty()"
* insert Says([[上转的转入机构层级应高于转出机构]], [[G1]])
