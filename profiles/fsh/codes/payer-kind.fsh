CodeSystem: PayerKindCS
Id: payer-kind
Title: "Kind of payer"
Description: "Who bears a share of the contract fee. The shares of a price sum to it."
* insert Codes([[费用承担方]], [[E13 E14 E15 E16 E17]], [[Shenzhen family-doctor service measures (2017 figures); national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[签约服务费的分担方；各方分担之和等于价格。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/payer-kind"
* insert Term(insurance-fund, [[基本医疗保险基金]], [[Basic medical insurance fund]])
* insert Term(public-health-fund, [[基本公共卫生服务经费]], [[Basic public health service funds]])
* insert Term(resident, [[签约居民个人]], [[Contracted resident]])
* insert Defined(local-fiscal, [[地方财政]], [[Local fiscal funds]], [[财政补助，如特殊人群个人部分或按人补助。]], [[Subsidies, as for the personal share of special groups or per insured contract.]])
* insert Term(commercial-insurance, [[商业保险]], [[Commercial insurance]])
* insert Defined(organisation, [[单位]], [[Organisation]], [[功能社区单位为其成员支付。]], [[A functional community pays for its members.]])

ValueSet: PayerKindVS
Id: payer-kind
Title: "Kind of payer"
Description: "All codes of the code system payer-kind."
* insert AboutSet([[费用承担方]], [[E13 E14 E15 E16 E17]], [[Shenzhen family-doctor service measures (2017 figures); national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 payer-kind 的全部代码。]])
* include codes from system PayerKindCS
