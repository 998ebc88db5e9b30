// Lists of Founder's regional platform, as met in production, and how they map to ours. Other releases may differ.

CodeSystem: FounderContractStatusCS
Id: founder-contract-status
Title: "Founder contractStatus"
Description: "Met in production: contractStatus, in a regional platform. Other releases may differ."
* insert Codes([[方正 contractStatus]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：contractStatus。其他版本可能不同。]])
* insert Term(1, [[生效]], [[In force]])
* insert Term(2, [[待生效]], [[Not yet in force]])
* insert Term(3, [[已过期]], [[Expired]])

CodeSystem: FounderSignFlagCS
Id: founder-sign-flag
Title: "Founder signFlag"
Description: "Met in production: signFlag of the health record, in a regional platform. Other releases may differ."
* insert Codes([[方正档案签约标志]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：signFlag of the health record。其他版本可能不同。]])
* insert Term(0, [[未签约]], [[Not signed]])
* insert Term(1, [[已签约]], [[Signed]])
* insert Term(2, [[待付款]], [[Waiting for payment]])
* insert Term(3, [[已签约，可以续约]], [[Signed, may renew]])

CodeSystem: FounderContractTypeCS
Id: founder-contract-type
Title: "Founder contract type"
Description: "Met in production: type, in a regional platform. Other releases may differ."
* insert Codes([[方正签约类型]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：type。其他版本可能不同。]])
* insert Term(1, [[新签]], [[New]])
* insert Term(2, [[续签]], [[Renewal]])

CodeSystem: FounderSignTypeCS
Id: founder-sign-type
Title: "Founder signType"
Description: "Met in production: signType, in a regional platform. Other releases may differ."
* insert Codes([[方正 signType]], [[D2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：signType。其他版本可能不同。]])
* insert Term(1, [[个人签约]], [[Person]])
* insert Term(2, [[家庭签约]], [[Family]])

CodeSystem: FounderPackageTypeCS
Id: founder-package-type
Title: "Founder PACKAGE_TYPE_01"
Description: "Met in production: PACKAGE_TYPE_01, in a regional platform. Other releases may differ."
* insert Codes([[方正服务包类型]], [[E3]], [[list met in production]], fragment)
* insert Tells([[来自在用系统：PACKAGE_TYPE_01。其他版本可能不同。]])
* insert Term(01, [[基础包]], [[Basic package]])

CodeSystem: FounderDualReferralTypeCS
Id: founder-dual-referral-type
Title: "Founder dualReferralType"
Description: "Met in production: dualReferralType, in a regional platform. In this service the fields dest… describe the sending side. Other releases may differ."
* insert Codes([[方正 dualReferralType]], [[G3]], [[list met in production]], complete)
* insert Tells([[来自在用系统：dualReferralType。其他版本可能不同。]])
* insert Term(1, [[双向转诊（转出）单]], [[Referral out]])
* insert Term(2, [[双向转诊（回转）单]], [[Referral back]])

CodeSystem: FounderReferralStatusCS
Id: founder-referral-status
Title: "Founder referral status"
Description: "Met in production: status, in a regional platform. Other releases may differ."
* insert Codes([[方正转诊状态]], [[G3]], [[list met in production]], complete)
* insert Tells([[来自在用系统：status。其他版本可能不同。]])
* insert Term(0, [[未接收]], [[Not received]])
* insert Term(1, [[已接受]], [[Accepted]])
* insert Term(2, [[拒收]], [[Refused]])

Instance: FounderContractStatusToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-contract-status-to-contract-state, [[Founder contractStatus to contract state]], [[方正 contractStatus 到签约状态]], [[D9]], [[lists met in production]])
* name = "FounderContractStatusToContractStateMap"
* insert InBoth(description, [[Whether an expired contract was renewed shows in its successor.]], [[到期的协议是否已续约，看有无后续协议。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-contract-status, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert Becomes(1, [[生效]], active, equivalent)
* insert Becomes(2, [[待生效]], pending-start, equivalent)
* insert BecomesBut(3, [[已过期]], expired, narrower, [[It may have been renewed.]])

Instance: FounderSignFlagToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-sign-flag-to-contract-state, [[Founder signFlag to contract state]], [[方正档案签约标志到签约状态]], [[D9]], [[lists met in production]])
* name = "FounderSignFlagToContractStateMap"
* insert InBoth(description, [[A flag of the health record, not of a contract.]], [[是健康档案的标志，不是协议的状态。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-sign-flag, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert Unmatched(0, [[未签约]], [[No contract.]])
* insert BecomesBut(1, [[已签约]], active, narrower, [[Signed: by its dates it may be pending-start.]])
* insert Becomes(2, [[待付款]], pending-payment, equivalent)
* insert BecomesBut(3, [[已签约，可以续约]], active, wider, [[That it may be renewed is computed from the dates.]])

Instance: FounderContractTypeToSigningKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-contract-type-to-signing-kind, [[Founder contract type to kind of signing]], [[方正签约类型到签约类型]], [[D9]], [[lists met in production]])
* name = "FounderContractTypeToSigningKindMap"
* insert InBoth(description, [[New or renewal.]], [[新签或续签。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/signing-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-contract-type, https://family-doctor-fhir.github.io/CodeSystem/signing-kind)
* insert Becomes(1, [[新签]], new, equivalent)
* insert Becomes(2, [[续签]], renewal, equivalent)

Instance: FounderSignTypeToContractPartyKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-sign-type-to-contract-party-kind, [[Founder signType to party]], [[方正 signType 到签约主体]], [[D2]], [[lists met in production]])
* name = "FounderSignTypeToContractPartyKindMap"
* insert InBoth(description, [[Person or family.]], [[个人或家庭。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-party-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-sign-type, https://family-doctor-fhir.github.io/CodeSystem/contract-party)
* insert Becomes(1, [[个人签约]], resident, equivalent)
* insert Becomes(2, [[家庭签约]], household, equivalent)

Instance: FounderPackageTypeToPackageKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-package-type-to-package-kind, [[Founder package type to package kind]], [[方正服务包类型到服务包类别]], [[E3]], [[lists met in production]])
* name = "FounderPackageTypeToPackageKindMap"
* insert InBoth(description, [[Only the basic package is known.]], [[仅基础包已知。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/package-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-package-type, https://family-doctor-fhir.github.io/CodeSystem/package-kind)
* insert Becomes(01, [[基础包]], basic, equivalent)

Instance: FounderDualReferralTypeToReferralDirectionMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-dual-referral-type-to-referral-direction, [[Founder dualReferralType to direction]], [[方正 dualReferralType 到转诊方向]], [[G3]], [[lists met in production]])
* name = "FounderDualReferralTypeToReferralDirectionMap"
* insert InBoth(description, [[The form says out or back, not up or down.]], [[该单只写转出或回转，不写上转或下转。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-direction"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-dual-referral-type, https://family-doctor-fhir.github.io/CodeSystem/referral-direction)
* insert BecomesBut(1, [[双向转诊（转出）单]], up, narrower, [[A referral out is up from primary care; one between peers has the same form.]])
* insert Becomes(2, [[双向转诊（回转）单]], down, equivalent)

Instance: FounderReferralStatusToReferralStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(founder-referral-status-to-referral-state, [[Founder referral status to referral state]], [[方正转诊状态到转诊状态]], [[G3]], [[lists met in production]])
* name = "FounderReferralStatusToReferralStateMap"
* insert InBoth(description, [[What follows on acceptance is not told.]], [[接收之后的进展，该状态没有说明。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/founder-referral-status, https://family-doctor-fhir.github.io/CodeSystem/referral-state)
* insert Becomes(0, [[未接收]], submitted, equivalent)
* insert Becomes(1, [[已接受]], accepted, equivalent)
* insert Becomes(2, [[拒收]], declined, equivalent)
