// Codes that only the contract needs; the others stand with the code tables.

CodeSystem: SigningKindCS
Id: signing-kind
Title: "Kind of signing"
Description: "Whether a contract is a first one or continues an earlier one. The list is our own; a regional platform in use keeps the same two values."
* insert Codes([[签约类型]], [[D9 I3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[首次签约，或接续原协议。本项目自定；某在用区域平台亦分此两种。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/signing-kind"
* insert Defined(new, [[新签]], [[New]], [[首次签约，或改签其他团队。]], [[No contract is continued: the first of the party, or the first with another team.]])
* insert Defined(renewal, [[续签]], [[Renewal]], [[接续与同一团队的原协议；原协议仅存于其他系统的亦同。]], [[Continues an earlier contract with the same team, also where only another system knows that one.]])

ValueSet: SigningKindVS
Id: signing-kind
Title: "Kind of signing"
Description: "All codes of the code system signing-kind."
* insert AboutSet([[签约类型]], [[D9 I3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 signing-kind 的全部代码。]])
* include codes from system SigningKindCS

ValueSet: ServiceContractKindVS
Id: service-contract-kind
Title: "Kind of contract that is signed"
Description: "A family doctor contract or a supplementary agreement: the kinds of contract that have parties and a state. A template has neither."
* insert AboutSet([[可签订的协议类别]], [[D12 D14]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[家庭医生签约协议或补充协议：有当事人、有业务状态的协议种类。协议文本两者皆无，不在此列。]])
* https://family-doctor-fhir.github.io/CodeSystem/contract-kind#family-doctor-service
* https://family-doctor-fhir.github.io/CodeSystem/contract-kind#supplement

CodeSystem: AgreementClauseCS
Id: agreement-clause
Title: "Kind of clause"
Description: "What a clause of an agreement text speaks of."
* insert Codes([[协议条款类别]], [[D12 D13 D15]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[协议文本条款的内容类别。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/agreement-clause"
* insert Defined(party-a-rights, [[甲方权利]], [[Rights of party A]], [[居民、家庭或功能社区的权利。]], [[Of the resident, household or functional community.]])
* insert Defined(party-a-duties, [[甲方义务]], [[Responsibilities of party A]], [[居民、家庭或功能社区的责任。]], [[Of the resident, household or functional community.]])
* insert Defined(party-b-rights, [[乙方权利]], [[Rights of party B]], [[团队和机构的权利。]], [[Of the team and the institution.]])
* insert Defined(party-b-duties, [[乙方义务]], [[Responsibilities of party B]], [[团队和机构的责任。]], [[Of the team and the institution.]])
* insert Defined(services, [[服务内容]], [[Services]], [[所提供的服务项目。]], [[What is provided.]])
* insert Defined(charges, [[收费标准]], [[Charges]], [[各服务包的价格。]], [[What the packages cost.]])
* insert Defined(compensation, [[补偿与优惠]], [[Compensation]], [[补助、减免和结算优惠。]], [[Subsidies, reductions and preferences in settlement.]])
* insert Defined(period, [[服务期限]], [[Period]], [[服务期限与续签。]], [[How long the contract runs and how it is renewed.]])
* insert Defined(ending, [[解约与退费]], [[Ending]], [[提前终止的条件和退费。]], [[How it ends early and what is paid back.]])
* insert Defined(personal-information, [[个人信息保护]], [[Personal information]], [[个人信息的使用和保护。]], [[How personal information is used and protected.]])
* insert Defined(copies, [[协议份数]], [[Copies]], [[协议份数及持有方。]], [[How many copies there are and who keeps them.]])
* insert Defined(other, [[其他约定]], [[Other]], [[其他事项。]], [[Whatever else is agreed.]])

ValueSet: AgreementClauseVS
Id: agreement-clause
Title: "Kind of clause"
Description: "All codes of the code system agreement-clause."
* insert AboutSet([[协议条款类别]], [[D12 D13 D15]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 agreement-clause 的全部代码。]])
* include codes from system AgreementClauseCS
