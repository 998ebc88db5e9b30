CodeSystem: ContractActionCS
Id: contract-action
Title: "Action agreed in a contract"
Description: "What a term of a contract obliges its party to do."
* insert Codes([[协议约定事项]], [[D13 C1 E13]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[协议条款约定的事项。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-action"
* insert Defined(provide-package, [[提供签约服务]], [[Provide the service package]], [[团队按服务包提供服务。]], [[The team provides the services of the package.]])
* insert Defined(pay-fee, [[支付签约服务费]], [[Pay the contract fee]], [[付费方按分担比例支付。]], [[The payers pay their shares.]])
* insert Defined(cooperate, [[配合服务]], [[Cooperate]], [[居民如实提供健康信息、配合随访。]], [[The resident gives true information and takes part in follow-up.]])

ValueSet: ContractActionVS
Id: contract-action
Title: "Action agreed in a contract"
Description: "All codes of the code system contract-action."
* insert AboutSet([[协议约定事项]], [[D13 C1 E13]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 contract-action 的全部代码。]])
* include codes from system ContractActionCS
