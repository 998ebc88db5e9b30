ValueSet: ReferralReasonVS
Id: referral-reason
Title: "Reason of a referral"
Description: "Coded reasons met in production for two diseases; other reasons are written as text."
* insert AboutSet([[转诊原因]], [[G4]], [[lists met in production]])
* insert Tells([[在用系统中见到的两种疾病的转诊原因代码；其他原因以文字填写。]])
* include codes from system ReferralReasonHypertensionCS
* include codes from system ReferralReasonDiabetesCS
