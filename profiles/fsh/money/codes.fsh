// Codes that only money uses.

CodeSystem: AccountKindCS
Id: account-kind
Title: "Kind of account"
Description: "What an account of the service gathers."
* insert Codes([[账户类别]], [[E5 E7 E23]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[签约服务账户归集的内容。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/account-kind"
* insert Defined(contract-fees, [[签约服务费]], [[Contract fees]], [[一份协议一个服务年度的费用。]], [[The fees of a contract in a service year.]])
* insert Defined(reductions, [[年度减免累计]], [[Reductions of a year]], [[一名居民一年内已享受的检查费减免，用于核对年度封顶。]], [[What a resident was spared on examinations in a year; the yearly cap is checked against it.]])
* insert Defined(budget, [[医保包干额度]], [[Budget per head]], [[机构或团队的门诊费用包干额度（探索中）。]], [[The outpatient budget per head of an institution or team (being explored).]])

ValueSet: AccountKindVS
Id: account-kind
Title: "Kind of account"
Description: "All codes of the code system account-kind."
* insert AboutSet([[账户类别]], [[E5 E7 E23]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 account-kind 的全部代码。]])
* include codes from system AccountKindCS

CodeSystem: InvoiceKindCS
Id: invoice-kind
Title: "Kind of settlement"
Description: "Whether a settlement asks for money or gives it back."
* insert Codes([[结算类别]], [[D11 E13]], [[a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[结算单为收款还是退款。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/invoice-kind"
* insert Defined(settlement, [[结算收款]], [[Settlement]], [[向付费方收取其分担部分。]], [[Asks a payer for its share.]])
* insert Defined(refund, [[退费冲销]], [[Refund]], [[退还居民所付费用，或冲销其他付费方的分担。]], [[Gives the resident back what was paid, or reverses the share of another payer.]])

ValueSet: InvoiceKindVS
Id: invoice-kind
Title: "Kind of settlement"
Description: "All codes of the code system invoice-kind."
* insert AboutSet([[结算类别]], [[D11 E13]], [[a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 invoice-kind 的全部代码。]])
* include codes from system InvoiceKindCS
