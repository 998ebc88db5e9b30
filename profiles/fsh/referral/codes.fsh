// Codes that only referrals use.

CodeSystem: ReferralOutputCS
Id: referral-output
Title: "Result of a referral task"
Description: "What a task of a referral brings about; the type of a Task.output."
* insert Codes([[转诊任务结果类型]], [[G3 G4 G5]], [[Hainan implementation plan, effective 2024-01-01; vendors' referral records]], complete)
* insert Tells([[转诊各任务产生的结果，用作 Task.output 的类型。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-output"
* insert Term(review-result, [[审核结果（合理性、合规性）]], [[Result of the review of rationality and compliance]])
* insert Term(opinion, [[审核意见]], [[Opinion of the reviewer]])
* insert Term(receiver, [[接诊医生]], [[Clinician who receives the resident]])
* insert Term(appointment, [[预约]], [[Appointment made]])
* insert Term(bed, [[床位]], [[Bed kept]])
* insert Term(encounter, [[接收方就诊或住院]], [[Visit or stay at the receiver]])
* insert Term(back-referral, [[回转单]], [[Referral back]])
* insert Term(evidence, [[服务记录]], [[Record of the service given]])

ValueSet: ReferralOutputVS
Id: referral-output
Title: "Result of a referral task"
Description: "All types of result of a referral task."
* insert AboutSet([[转诊任务结果类型]], [[G3 G4 G5]], [[Hainan implementation plan, effective 2024-01-01; vendors' referral records]])
* insert Tells([[全部转诊任务结果类型。]])
* include codes from system ReferralOutputCS

CodeSystem: ReferralReviewerCS
Id: referral-reviewer
Title: "Reviewer of a referral"
Description: "Which body reviews a referral. Within a region the institution does; out of the region the agency of the insurance fund approves as well."
* insert Codes([[转诊审核方]], [[G4]], [[Hainan implementation plan, effective 2024-01-01; a regional platform with two approvals out of the region]], complete)
* insert Tells([[转诊由谁审核：区域内由本机构审核，转往区域外的另经医保（合管）经办机构审核。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-reviewer"
* insert Term(institution, [[本机构（医务科）]], [[The institution itself by its medical affairs office]])
* insert Term(insurance-agency, [[医保（合管）经办机构]], [[Agency of the medical insurance fund]])

ValueSet: ReferralReviewerVS
Id: referral-reviewer
Title: "Reviewer of a referral"
Description: "All reviewers of a referral."
* insert AboutSet([[转诊审核方]], [[G4]], [[Hainan implementation plan, effective 2024-01-01; a regional platform with two approvals out of the region]])
* insert Tells([[全部转诊审核方。]])
* include codes from system ReferralReviewerCS
