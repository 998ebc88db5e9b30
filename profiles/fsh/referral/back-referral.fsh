Profile: FDBackReferral
Parent: FDReferralDown
Id: fd-back-referral
Title: "Back-referral"
Description: "The referral back of a resident who had been referred up. It is an order of its own, based on the referral up, and carries the return part of the two-way referral form. It opens the follow-up task of the family doctor team."
* insert About([[回转]], [[G3 G9 A11]], [[Hainan implementation plan, effective 2024-01-01: follow-up when the resident is referred back; the return form of the national two-way referral form: its fields are recalled, not checked against the national text]])
* insert Tells([[将此前上转的居民转回基层。回转单是依据上转单（basedOn）的独立医嘱，不替代上转单；承载双向转诊单的回转单内容，并产生签约团队的随访任务。]])
* obeys fd-referral-4
* basedOn 1..*
* basedOn only Reference(FDReferralUp)
* basedOn insert Means([[The referral up that it answers]], [[所依据的上转单]], [[G3]])
* replaces 0..0
* replaces insert Means([[Never: the referral up stays what it was]], [[不得使用：回转不替代上转]], [[G3]])

Invariant: fd-referral-4
Description: "A back-referral that has been sent says what is to be done next: next steps, advice on rehabilitation, an instruction to the resident, or a note."
Severity: #error
Expression: "status = 'draft' or status = 'entered-in-error' or patientInstruction.exists() or note.exists() or extension('https://family-doctor-fhir.github.io/StructureDefinition/referral-summary').extension.where(url = 'nextSteps' or url = 'rehabilitation').exists()"
* insert Says([[已发出的回转单应写明下一步治疗方案、康复建议、嘱咐或注意事项]], [[G3]])
