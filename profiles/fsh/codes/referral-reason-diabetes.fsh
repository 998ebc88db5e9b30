CodeSystem: ReferralReasonDiabetesCS
Id: referral-reason-diabetes
Title: "Reason to refer a patient with diabetes"
Description: "Reasons met in a community health system in production; no national list was found."
* insert Codes([[糖尿病患者转诊原因]], [[G4]], [[list met in production]], complete)
* insert Tells([[来自在用社区卫生系统的代码，未见国家统一代码表。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-reason-diabetes"
* insert Term(1, [[连续两次出现空腹血糖控制不满意]], [[Fasting glucose not controlled twice running]])
* insert Term(2, [[药物不良反应难以控制]], [[Adverse drug reaction hard to control]])
* insert Term(3, [[出现新的并发症]], [[New complication]])
* insert Term(4, [[原有并发症加重]], [[Existing complication worse]])
* insert Term(5, [[危急情况]], [[Critical condition]])

ValueSet: ReferralReasonDiabetesVS
Id: referral-reason-diabetes
Title: "Reason to refer a patient with diabetes"
Description: "All codes of the code system referral-reason-diabetes."
* insert AboutSet([[糖尿病患者转诊原因]], [[G4]], [[list met in production]])
* insert Tells([[代码系统 referral-reason-diabetes 的全部代码。]])
* include codes from system ReferralReasonDiabetesCS
