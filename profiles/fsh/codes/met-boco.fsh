// Lists of boco's family-doctor service, as met in production, and how they map to ours. Other releases may differ.

CodeSystem: BocoUserDocSignStatusCS
Id: boco-user-doc-sign-status
Title: "boco UserDocSign.status"
Description: "Met in production: UserDocSign.status, in a family-doctor service. Other releases may differ."
* insert Codes([[boco 签约关系状态]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：UserDocSign.status。其他版本可能不同。]])
* insert Term(1, [[签约有效期内]], [[In force]])
* insert Term(2, [[待续约]], [[To be renewed]])
* insert Term(3, [[已解约]], [[Ended]])

CodeSystem: BocoSignRequestStatusCS
Id: boco-sign-request-status
Title: "boco SignRequest.status"
Description: "Met in production: SignRequest.status, in a family-doctor service. Other releases may differ."
* insert Codes([[boco 签约申请状态]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：SignRequest.status。其他版本可能不同。]])
* insert Term(1, [[待确认]], [[To be confirmed]])
* insert Term(2, [[已确认]], [[Confirmed]])
* insert Term(3, [[已拒绝]], [[Rejected]])

CodeSystem: BocoSignTypeCS
Id: boco-sign-type
Title: "boco signType"
Description: "Met in production: signType, in a family-doctor service. No map: it says who began, not how it was signed. Other releases may differ."
* insert Codes([[boco 签约方式]], [[D16]], [[list met in production]], complete)
* insert Tells([[来自在用系统：signType。其他版本可能不同。]])
* insert Term(1, [[医生端主动签约]], [[Started by the doctor]])
* insert Term(2, [[居民端提出申请完成签约]], [[Applied for by the resident]])

CodeSystem: BocoPackTypeCS
Id: boco-pack-type
Title: "boco packType"
Description: "Met in production: packType, in a family-doctor service. Other releases may differ."
* insert Codes([[boco 服务包类型]], [[E2 E3]], [[list met in production]], complete)
* insert Tells([[来自在用系统：packType。其他版本可能不同。]])
* insert Term(1, [[基础服务]], [[Basic service]])
* insert Term(2, [[增值服务]], [[Added service]])

Instance: BocoUserDocSignStatusToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(boco-user-doc-sign-status-to-contract-state, [[boco UserDocSign.status to contract state]], [[boco 签约关系状态到签约状态]], [[D9]], [[lists met in production]])
* name = "BocoUserDocSignStatusToContractStateMap"
* insert InBoth(description, [[To be renewed is computed here.]], [[“待续约”在本项目中由计算得出。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/boco-user-doc-sign-status, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert Becomes(1, [[签约有效期内]], active, equivalent)
* insert BecomesBut(2, [[待续约]], active, wider, [[That it may be renewed is computed from the dates.]])
* insert Becomes(3, [[已解约]], terminated, equivalent)

Instance: BocoSignRequestStatusToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(boco-sign-request-status-to-contract-state, [[boco SignRequest.status to contract state]], [[boco 签约申请状态到签约状态]], [[D9]], [[lists met in production]])
* name = "BocoSignRequestStatusToContractStateMap"
* insert InBoth(description, [[Of the application; the contract has its own status.]], [[签约申请的状态；协议另有自己的状态。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/boco-sign-request-status, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert Becomes(1, [[待确认]], applied, equivalent)
* insert Unmatched(2, [[已确认]], [[The contract's own status says what became of it.]])
* insert Becomes(3, [[已拒绝]], rejected, equivalent)

Instance: BocoPackTypeToPackageKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(boco-pack-type-to-package-kind, [[boco packType to package kind]], [[boco 服务包类型到服务包类别]], [[E2 E3]], [[lists met in production]])
* name = "BocoPackTypeToPackageKindMap"
* insert InBoth(description, [[Added services are the tailored package.]], [[“增值服务”即个性化服务包。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/package-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/boco-pack-type, https://family-doctor-fhir.github.io/CodeSystem/package-kind)
* insert Becomes(1, [[基础服务]], basic, equivalent)
* insert BecomesBut(2, [[增值服务]], tailored, inexact, [[Any paid service, tailored or not.]])
