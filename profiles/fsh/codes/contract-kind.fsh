CodeSystem: ContractKindCS
Id: contract-kind
Title: "Kind of contract"
Description: "What a Contract resource is: the agreement with residents, a supplement to one, or the template they are made from."
* insert Codes([[协议类别]], [[D12 D14]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[Contract 资源的种类：签约协议、补充协议或协议模板。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-kind"
* insert Defined(family-doctor-service, [[家庭医生签约服务]], [[Family doctor contract]], [[居民、家庭或功能社区与团队或医生签订的服务协议。]], [[The service agreement of a resident, household or functional community with a team or doctor.]])
* insert Defined(supplement, [[补充协议]], [[Supplementary agreement]], [[就特殊需求另行约定的内容和费用，从属于一份签约协议。]], [[Special needs with a fee of their own, added to a contract; it takes no place in a team.]])
* insert Defined(template, [[协议模板]], [[Agreement template]], [[主管部门统一制定的协议文本；状态为 policy。]], [[The unified text set by the authority; its status is policy.]])

ValueSet: ContractKindVS
Id: contract-kind
Title: "Kind of contract"
Description: "All codes of the code system contract-kind."
* insert AboutSet([[协议类别]], [[D12 D14]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 contract-kind 的全部代码。]])
* include codes from system ContractKindCS
