Profile: FDCoverage
Parent: Coverage
Id: fd-coverage
Title: "Coverage"
Description: """
Who pays for a resident beside the resident: basic medical insurance of employees or of urban and rural residents, supplementary and commercial insurance. A resident without a coverage in force on the first day of a service year counts as uninsured for that year and bears the share of the insurance fund.

What the contract changes at settlement (the general consultation fee waived, a higher reimbursement of a stay) stands in `costToBeneficiary`, with the contract that grants it. `Coverage.contract` is the contract of insurance, never the family doctor contract.
"""
* insert About([[医疗保障]], [[A6 E13 E14 E16 E17 E22]], [[National guiding opinion 2022; Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan: settlement preferences; WS/T 364 CV02.01.204]])
* insert Tells([[居民本人以外的付费保障：职工医保、城乡居民医保、补充保险、商业保险。服务年度首日无有效保障的居民按未参保处理，医保基金部分由本人承担。签约带来的结算优惠（免收一般诊疗费自付部分、提高住院报销比例）写在 costToBeneficiary 并注明所依据的签约协议；Coverage.contract 指保险合同，不是签约协议。]])
* obeys fd-coverage-1
* identifier MS
* identifier insert Means([[Number of the policy or insured person]], [[参保（保单）编号]], [[E14]])
* status MS
* status insert Means([[Whether the coverage is in use]], [[状态]], [[E14]])
* type 1..1 MS
* type from https://family-doctor-fhir.github.io/ValueSet/insurance-kind (required)
* type insert Means([[Kind of insurance; a region's finer code may stand beside it]], [[医疗保险类别，可并列地区扩展代码]], [[E13 E14 E16]])
* policyHolder MS
* policyHolder insert Means([[Who insured the resident, as an employer]], [[投保人或单位]], [[E16]])
* subscriber MS
* subscriber insert Means([[The insured person, where the resident is a dependant]], [[参保人（居民为被抚养人时）]], [[E14]])
* subscriberId MS
* subscriberId insert Means([[Number of the insured person]], [[医保编号]], [[E14 A10]])
* beneficiary only Reference(FDResident)
* beneficiary MS
* beneficiary insert Means([[The resident]], [[居民]], [[E14]])
* relationship MS
* relationship insert Means([[What the resident is to the subscriber]], [[与参保人关系]], [[E14]])
* period MS
* period insert Means([[When it is in force; the first day of a service year counts]], [[有效期；以服务年度首日是否在期内为准]], [[E14 E17]])
* payor only Reference(Organization or FDResident or FDRelatedPerson)
* payor MS
* payor insert Means([[Insurance fund or insurer]], [[医保基金或保险公司]], [[E13 E16]])
* order MS
* order insert Means([[Which coverage is asked first]], [[支付顺序]], [[E16]])
* costToBeneficiary MS
* costToBeneficiary insert Means([[What the resident bears at settlement]], [[结算时个人负担]], [[E22]])
* costToBeneficiary.type MS
* costToBeneficiary.type insert Means([[For what: outpatient, inpatient …]], [[项目：门诊、住院等]], [[E22]])
* costToBeneficiary.value[x] MS
* costToBeneficiary.value[x] insert Means([[Amount in yuan, or per cent of the cost]], [[金额（元）或比例（%）]], [[E22]])
* costToBeneficiary.exception MS
* costToBeneficiary.exception insert Means([[Why it is less than usual: the preference of a contract, and while it lasts]], [[低于一般标准的原因：签约优惠及其期限]], [[E22]])
* costToBeneficiary.exception.extension contains ContractLink named contract 0..1 MS
* costToBeneficiary.exception.extension[contract] insert Means([[The contract that grants it]], [[所依据的签约协议]], [[E22]])
* contract insert Means([[Contract of insurance, never the family doctor contract]], [[保险合同，不是签约协议]], [[E13]])

Invariant: fd-coverage-1
Description: "What the resident bears is an amount in yuan and whole fen, or a percentage from 0 to 100."
Severity: #error
Expression: "costToBeneficiary.all(value.where($this is Money).all(currency = 'CNY' and value >= 0 and value - value.round(2) = 0) and value.where($this is Quantity).all(system = 'http://unitsofmeasure.org' and code = '%' and value >= 0 and value <= 100))"
* insert Says([[个人负担以人民币元计（精确到分），或为0至100的百分比]], [[E22]])
