CodeSystem: ReferralReviewResultCS
Id: referral-review-result
Title: "Result of a referral review"
Description: "What the institution's review says of a referral's reason and compliance."
* insert Codes([[转诊审核结果]], [[G4]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[机构对转诊合理性与合规性的审核结论。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-review-result"
* insert Term(approved, [[合理且合规]], [[Reasonable and compliant]])
* insert Term(incomplete, [[资料不全，退回]], [[Incomplete, returned]])
* insert Defined(not-reasonable, [[不合理]], [[Not reasonable]], [[没有转诊的必要或去向不当。]], [[No need to refer, or not there.]])
* insert Defined(not-compliant, [[不合规]], [[Not compliant]], [[程序、条件或层级不符合规定。]], [[Procedure, conditions or level against the rules.]])
* insert Term(neither, [[不合理且不合规]], [[Neither reasonable nor compliant]])

ValueSet: ReferralReviewResultVS
Id: referral-review-result
Title: "Result of a referral review"
Description: "All codes of the code system referral-review-result."
* insert AboutSet([[转诊审核结果]], [[G4]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 referral-review-result 的全部代码。]])
* include codes from system ReferralReviewResultCS
