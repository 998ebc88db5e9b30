// What contracts cost, who pays, and what is paid back. All persons, institutions and numbers are invented; amounts
// that no policy names are our own.

// ---- How the examples are written ----

RuleSet: Charge(contract, kind, kindName, subject, name, institution, institutionName)
* extension[contract].valueReference = Reference({contract})
* status = #billed
* code = https://family-doctor-fhir.github.io/CodeSystem/fee-kind#{kind} "{kindName}"
* subject = Reference({subject}) "{name}"
* performingOrganization = Reference(Organization/{institution}) "{institutionName}"

RuleSet: Year(start, end)
* occurrencePeriod.start = "{start}"
* occurrencePeriod.end = "{end}"

RuleSet: Price(amount)
* priceOverride.value = {amount}
* priceOverride.currency = #CNY

RuleSet: Share(i, payer, amount, party, name)
* extension[payerShare][{i}].extension[payer].valueCode = #{payer}
* extension[payerShare][{i}].extension[amount].valueMoney.value = {amount}
* extension[payerShare][{i}].extension[amount].valueMoney.currency = #CNY
* extension[payerShare][{i}].extension[party].valueReference = Reference({party}) "{name}"

RuleSet: Staff(i, role, roleName, actor, name, amount)
* performer[{i}].extension[staffShare].valueMoney.value = {amount}
* performer[{i}].extension[staffShare].valueMoney.currency = #CNY
* performer[{i}].function = https://family-doctor-fhir.github.io/CodeSystem/team-role#{role} "{roleName}"
* performer[{i}].actor = Reference(PractitionerRole/{actor}) "{name}"

RuleSet: Settlement(number, kind, kindName, status, recipient, name, date, institution, institutionName, total)
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/invoice-number"
* identifier.value = "{number}"
* status = #{status}
* type = https://family-doctor-fhir.github.io/CodeSystem/invoice-kind#{kind} "{kindName}"
* recipient = Reference({recipient}) "{name}"
* date = "{date}"
* issuer = Reference(Organization/{institution}) "{institutionName}"
* totalNet.value = {total}
* totalNet.currency = #CNY

RuleSet: Line(i, charge, payer, payerName, amount)
* lineItem[{i}].chargeItemReference = Reference({charge})
* lineItem[{i}].priceComponent[base].code = https://family-doctor-fhir.github.io/CodeSystem/payer-kind#{payer} "{payerName}"
* lineItem[{i}].priceComponent[base].amount.value = {amount}
* lineItem[{i}].priceComponent[base].amount.currency = #CNY

RuleSet: Whole(i, amount)
* lineItem[{i}].priceComponent[informational].amount.value = {amount}
* lineItem[{i}].priceComponent[informational].amount.currency = #CNY

// ---- Coverages ----

Instance: example-coverage
InstanceOf: FDCoverage
Usage: #example
Title: "Insurance of urban and rural residents, with what the contract changes at settlement"
Description: "城乡居民医保及签约结算优惠：一般诊疗费自付部分免收，卫生院住院报销由85%提高到88%（个人负担12%）"
* language = #zh-CN
* identifier.system = "https://example.org/insured-person"
* identifier.value = "EX00000021"
* status = #active
* type = urn:oid:2.16.156.10011.2.3.1.248#2 "城镇居民基本医疗保险"
* type.text = "城乡居民基本医疗保险"
* subscriberId = "EX00000021"
* beneficiary = Reference(example-referral-resident) "郑示例"
* relationship = http://terminology.hl7.org/CodeSystem/subscriber-relationship#self
* period.start = "2026-01-01"
* period.end = "2026-12-31"
* payor = Reference(Organization/example-payer-insurance-fund) "示例市基本医疗保险基金"
* order = 1
* costToBeneficiary[0].type = http://terminology.hl7.org/CodeSystem/coverage-copay-type#gpvisit
* costToBeneficiary[0].valueMoney.value = 0
* costToBeneficiary[0].valueMoney.currency = #CNY
* costToBeneficiary[0].exception.type.text = "签约居民免收一般诊疗费自付部分"
* costToBeneficiary[0].exception.extension[contract].valueReference = Reference(example-referral-contract) "家庭医生签约服务协议"
* costToBeneficiary[0].exception.period.start = "2026-01-01"
* costToBeneficiary[0].exception.period.end = "2026-12-31"
* costToBeneficiary[1].type = http://terminology.hl7.org/CodeSystem/coverage-copay-type#inpthosp
* costToBeneficiary[1].valueQuantity = 12 '%' "%"
* costToBeneficiary[1].exception.type.text = "签约居民卫生院住院报销比例提高3个百分点（85%提高到88%）"
* costToBeneficiary[1].exception.extension[contract].valueReference = Reference(example-referral-contract) "家庭医生签约服务协议"
* costToBeneficiary[1].exception.period.start = "2026-01-01"
* costToBeneficiary[1].exception.period.end = "2026-12-31"

Instance: example-coverage-employee
InstanceOf: FDCoverage
Usage: #example
Title: "Insurance of employees"
Description: "城镇职工基本医疗保险，只含必填内容"
* language = #zh-CN
* status = #active
* type = urn:oid:2.16.156.10011.2.3.1.248#1 "城镇职工基本医疗保险"
* beneficiary = Reference(Patient/example-resident) "赵示例"
* payor = Reference(Organization/example-payer-insurance-fund) "示例市基本医疗保险基金"

Instance: example-coverage-commercial
InstanceOf: FDCoverage
Usage: #example
Title: "A commercial insurance"
Description: "商业医疗保险，承担个人部分的三分之一"
* language = #zh-CN
* identifier.system = "https://example.org/policy-number"
* identifier.value = "EX-P-0001"
* status = #active
* type = urn:oid:2.16.156.10011.2.3.1.248#7 "商业医疗保险"
* beneficiary = Reference(Patient/example-resident) "赵示例"
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* payor = Reference(Organization/example-payer-insurer) "示例商业保险公司"
* order = 2

// ---- Basic and tailored package, four payers (a contract in the shape of the Hainan plan) ----

Instance: example-account-contract
InstanceOf: FDAccount
Usage: #example
Title: "The fees of a contract in a service year"
Description: "一份协议2024服务年度的签约服务费账户"
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-tailored)
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/account-number"
* identifier.value = "EX-2024-01001-2024"
* status = #active
* type = https://family-doctor-fhir.github.io/CodeSystem/account-kind#contract-fees "签约服务费"
* name = "赵示例2024年签约服务费"
* subject = Reference(Patient/example-resident) "赵示例"
* servicePeriod.start = "2024-03-01"
* servicePeriod.end = "2024-12-31"
* coverage[0].coverage = Reference(example-coverage-employee)
* coverage[0].priority = 1
* coverage[1].coverage = Reference(example-coverage-commercial)
* coverage[1].priority = 2
* owner = Reference(Organization/example-institution) "示例社区卫生服务中心"
* guarantor.party = Reference(Patient/example-resident) "赵示例"

Instance: example-charge-basic
InstanceOf: FDChargeItem
Usage: #example
Title: "The basic package: four payers, over 70 % to the staff"
Description: "基础服务包年费90元，四方分担；分配给团队成员65元（72%）"
* language = #zh-CN
* insert Charge(Contract/example-contract-tailored, package-fee, 签约服务费, Patient/example-resident, 赵示例, example-institution, 示例社区卫生服务中心)
* insert Year(2024-03-01, 2024-12-31)
* insert Price(90.00)
* insert Share(0, insurance-fund, 45.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)
* extension[payerShare][0].extension[coverage].valueReference = Reference(example-coverage-employee)
* insert Share(1, public-health-fund, 35.00, Organization/example-payer-finance, 示例市财政局)
* insert Share(2, commercial-insurance, 3.33, Organization/example-payer-insurer, 示例商业保险公司)
* extension[payerShare][2].extension[coverage].valueReference = Reference(example-coverage-commercial)
* insert Share(3, resident, 6.67, Patient/example-resident, 赵示例)
* insert Staff(0, gp, 全科医生, example-family-doctor, 陈示例, 40.00)
* insert Staff(1, community-nurse, 社区护士, example-family-doctor-nurse, 林示例, 25.00)
* quantity.value = 1
* quantity.unit = "人"
* enteredDate = "2024-03-01T09:40:00+08:00"
* account = Reference(example-account-contract)
* supportingInformation = Reference(PlanDefinition/hainan-basic-1) "基础服务包"

Instance: example-charge-tailored
InstanceOf: FDChargeItem
Usage: #example
Title: "The tailored package at a discount"
Description: "个性化服务包年费，按标价八折收取200元"
* language = #zh-CN
* insert Charge(Contract/example-contract-tailored, package-fee, 签约服务费, Patient/example-resident, 赵示例, example-institution, 示例社区卫生服务中心)
* insert Year(2024-03-01, 2024-12-31)
* factorOverride = 0.8
* insert Price(200.00)
* overrideReason = "个性化服务包整体优惠，优惠前合计250元"
* insert Share(0, insurance-fund, 120.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert Share(1, commercial-insurance, 26.67, Organization/example-payer-insurer, 示例商业保险公司)
* insert Share(2, resident, 53.33, Patient/example-resident, 赵示例)
* account = Reference(example-account-contract)
* supportingInformation = Reference(PlanDefinition/hainan-hypertension-diabetes-1) "高血压糖尿病个性化服务包"

Instance: example-invoice-resident
InstanceOf: FDInvoice
Usage: #example
Title: "The resident pays the resident's shares"
Description: "居民个人部分合计60元，已付清"
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-tailored)
* insert Settlement(JS-2024-000101, settlement, 结算收款, balanced, Patient/example-resident, 赵示例, 2024-03-01, example-institution, 示例社区卫生服务中心, 60.00)
* subject = Reference(Patient/example-resident) "赵示例"
* account = Reference(example-account-contract)
* insert Line(0, example-charge-basic, resident, 签约居民个人, 6.67)
* lineItem[0].sequence = 1
* insert Whole(0, 90.00)
* insert Line(1, example-charge-tailored, resident, 签约居民个人, 53.33)
* lineItem[1].sequence = 2
* insert Whole(1, 200.00)

Instance: example-invoice-insurance
InstanceOf: FDInvoice
Usage: #example
Title: "The insurance fund pays its shares, of two contracts at once"
Description: "医保基金部分按月结算，涉及两份协议"
* language = #zh-CN
* insert Settlement(JS-2024-000102, settlement, 结算收款, issued, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金, 2024-09-30, example-institution, 示例社区卫生服务中心, 210.00)
* insert Line(0, example-charge-basic, insurance-fund, 基本医疗保险基金, 45.00)
* insert Line(1, example-charge-tailored, insurance-fund, 基本医疗保险基金, 120.00)
* insert Line(2, example-charge-special-group, insurance-fund, 基本医疗保险基金, 45.00)

Instance: example-charge-special-group
InstanceOf: FDChargeItem
Usage: #example
Title: "Local fiscal resources take over the personal share"
Description: "残疾居民个人部分由地方财政承担"
* language = #zh-CN
* insert Charge(Contract/example-contract-resident, package-fee, 签约服务费, Patient/example-resident-old-number, 孙示例, example-institution, 示例社区卫生服务中心)
* insert Year(2024-09-01, 2024-12-31)
* insert Price(90.00)
* overrideReason = "持证残疾人，个人部分由地方财政承担"
* insert Share(0, insurance-fund, 45.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert Share(1, public-health-fund, 35.00, Organization/example-payer-finance, 示例市财政局)
* insert Share(2, local-fiscal, 10.00, Organization/example-payer-finance, 示例市财政局)
* supportingInformation = Reference(DocumentReference/example-document-disability) "残疾人证"

Instance: example-charge-uninsured
InstanceOf: FDChargeItem
Usage: #example
Title: "An uninsured resident bears the share of the insurance fund"
Description: "未参保居民：医保基金部分45元由本人承担，连同个人部分共55元"
* language = #zh-CN
* insert Charge(example-contract-uninsured, package-fee, 签约服务费, example-referral-resident-2, 李示例, example-institution-township, 示例镇中心卫生院)
* insert Year(2026-01-01, 2026-12-31)
* insert Price(90.00)
* insert Share(0, public-health-fund, 35.00, Organization/example-payer-finance, 示例市财政局)
* insert Share(1, resident, 55.00, example-referral-resident-2, 李示例)

Instance: example-charge-community
InstanceOf: FDChargeItem
Usage: #example
Title: "A functional community pays a negotiated, filed rate"
Description: "功能社区协商收费：2人，每人80元，由单位支付；收费标准已向医保部门备案"
* language = #zh-CN
* insert Charge(Contract/example-contract-community, package-fee, 签约服务费, Group/example-school-members, 示例学校教职工, example-institution, 示例社区卫生服务中心)
* extension[filingNumber].valueIdentifier.system = "https://family-doctor-fhir.github.io/NamingSystem/filing-number"
* extension[filingNumber].valueIdentifier.value = "EX-YB-2024-0098"
* extension[filingNumber].valueIdentifier.assigner.display = "示例省医疗保障局"
* extension[filingNumber].valueIdentifier.period.start = "2024-11-30"
* insert Year(2025-01-01, 2025-12-31)
* quantity.value = 2
* quantity.unit = "人"
* insert Price(160.00)
* insert Share(0, organisation, 160.00, Organization/example-school, 示例学校)

// ---- Figures of 2017: the subsidy of 120 yuan, at a government-run and at a social-run institution ----

Instance: example-contract-2017-government
InstanceOf: Contract
Usage: #example
Title: "A contract of 2017 with a government-run institution"
Description: "2017年与政府办机构的签约"
* language = #zh-CN
* insert SmallContract(EX-2017-0101, expired, terminated, 2017-03-01, 2017-03-01, 2018-02-28, Patient/example-referral-resident, 郑示例, Organization/example-institution, 示例社区卫生服务中心, shenzhen-basic-1, 家庭医生基础服务包, CareTeam/example-team, 示例社区陈示例家庭医生团队, PractitionerRole/example-family-doctor, 陈示例)
* term.offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#basic "基础服务包"

Instance: example-charge-subsidy-government
InstanceOf: FDChargeItem
Usage: #example
Title: "Government-run: the resident pays nothing"
Description: "政府办机构：参保居民不收签约服务费，财政补助120元"
* language = #zh-CN
* insert Charge(example-contract-2017-government, subsidy, 财政补助, Patient/example-referral-resident, 郑示例, example-institution, 示例社区卫生服务中心)
* insert Year(2017-03-01, 2018-02-28)
* insert Price(120.00)
* insert Share(0, local-fiscal, 120.00, Organization/example-payer-finance, 示例市财政局)

Instance: example-invoice-nothing
InstanceOf: FDInvoice
Usage: #example
Title: "Nothing to pay"
Description: "参保居民在政府办机构签约，个人应付0元"
* language = #zh-CN
* insert Settlement(JS-2017-000003, settlement, 结算收款, balanced, Patient/example-referral-resident, 郑示例, 2017-03-01, example-institution, 示例社区卫生服务中心, 0)
* insert Line(0, example-charge-subsidy-government, resident, 签约居民个人, 0)
* insert Whole(0, 120.00)

Instance: example-contract-2017-social
InstanceOf: Contract
Usage: #example
Title: "A contract of 2017 with a social-run clinic"
Description: "2017年与社会办诊所的签约"
* language = #zh-CN
* insert SmallContract(EX-2017-0102, expired, terminated, 2017-04-01, 2017-04-01, 2018-03-31, Patient/example-referral-resident-2, 李示例, Organization/example-institution-clinic, 示例诊所, shenzhen-social-clinic-1, 示例门诊部家庭医生服务包, example-family-doctor-clinic, 陈示例, example-family-doctor-clinic, 陈示例)
* term.offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#basic "基础服务包"

Instance: example-family-doctor-clinic
InstanceOf: PractitionerRole
Usage: #example
Title: "A family doctor at the clinic"
Description: "诊所的家庭医生"
* language = #zh-CN
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-family-doctor"
* active = true
* practitioner = Reference(Practitioner/example-practitioner-gp) "陈示例"
* organization = Reference(Organization/example-institution-clinic) "示例诊所"
* code = https://family-doctor-fhir.github.io/CodeSystem/team-role#gp "全科医生"

Instance: example-charge-subsidy-social
InstanceOf: FDChargeItem
Usage: #example
Title: "Social-run: the resident pays the difference"
Description: "社会办机构：公示价200元，扣除财政补助120元，居民付80元"
* language = #zh-CN
* insert Charge(example-contract-2017-social, package-fee, 签约服务费, Patient/example-referral-resident-2, 李示例, example-institution-clinic, 示例诊所)
* insert Year(2017-04-01, 2018-03-31)
* insert Price(200.00)
* insert Share(0, local-fiscal, 120.00, Organization/example-payer-finance, 示例市财政局)
* insert Share(1, resident, 80.00, Patient/example-referral-resident-2, 李示例)

Instance: example-invoice-subsidy
InstanceOf: FDInvoice
Usage: #example
Title: "The finance bureau pays the subsidy"
Description: "财政部门结算补助"
* language = #zh-CN
* insert Settlement(JS-2017-000007, settlement, 结算收款, balanced, Organization/example-payer-finance, 示例市财政局, 2017-12-20, example-institution, 示例社区卫生服务中心, 120.00)
* insert Line(0, example-charge-subsidy-government, local-fiscal, 地方财政, 120.00)

// ---- A household: fee per person, reduction on an examination, labour subsidy (a city's plan of 2017) ----

Instance: example-charge-household
InstanceOf: FDChargeItem
Usage: #example
Title: "Treatment discount package: four persons at 10 yuan"
Description: "诊疗优惠组合：4人，每人10元"
* language = #zh-CN
* insert Charge(Contract/example-contract-household, package-fee, 签约服务费, Group/example-household, 张示例家庭, example-institution-township, 示例镇中心卫生院)
* insert Year(2017-11-20, 2018-12-31)
* quantity.value = 4
* quantity.unit = "人"
* insert Price(40.00)
* insert Share(0, resident, 40.00, Patient/example-resident-father, 张示例)

Instance: example-account-reductions
InstanceOf: FDAccount
Usage: #example
Title: "What a resident was spared on examinations in a year"
Description: "一名居民一年内检查费减免的累计，年度封顶300元"
* language = #zh-CN
* status = #active
* type = https://family-doctor-fhir.github.io/CodeSystem/account-kind#reductions "年度减免累计"
* subject = Reference(Patient/example-resident) "赵示例"
* servicePeriod.start = "2018-01-01"
* servicePeriod.end = "2018-12-31"
* owner = Reference(Organization/example-institution-township) "示例镇中心卫生院"

Instance: example-charge-examination
InstanceOf: FDChargeItem
Usage: #example
Title: "An examination, charged each time"
Description: "辅助检查费80元，由本人支付"
* language = #zh-CN
* insert Charge(Contract/example-contract-household, item-fee, 单项服务费, Patient/example-resident, 赵示例, example-institution-township, 示例镇中心卫生院)
* occurrenceDateTime = "2018-06-12"
* insert Price(80.00)
* insert Share(0, resident, 80.00, Patient/example-resident, 赵示例)

Instance: example-charge-reduction
InstanceOf: FDChargeItem
Usage: #example
Title: "25 yuan off the examination"
Description: "每次就诊检查费减免25元，记入年度累计"
* language = #zh-CN
* insert Charge(Contract/example-contract-household, exam-reduction, 检查费减免, Patient/example-resident, 赵示例, example-institution-township, 示例镇中心卫生院)
* partOf = Reference(example-charge-examination)
* occurrenceDateTime = "2018-06-12"
* insert Price(-25.00)
* insert Share(0, resident, -25.00, Patient/example-resident, 赵示例)
* account = Reference(example-account-reductions)

Instance: example-charge-labour-subsidy
InstanceOf: FDChargeItem
Usage: #example
Title: "Labour subsidy: 8 yuan a household, 5 and 3"
Description: "劳务补助每户8元：乡村医生5元，卫生院医生3元"
* language = #zh-CN
* insert Charge(Contract/example-contract-household, labour-subsidy, 劳务补助, Group/example-household, 张示例家庭, example-institution-township, 示例镇中心卫生院)
* insert Year(2017-11-20, 2018-12-31)
* quantity.value = 1
* quantity.unit = "户"
* insert Price(8.00)
* insert Share(0, local-fiscal, 8.00, Organization/example-payer-finance, 示例市财政局)
* insert Staff(0, rural-doctor, 乡村医生, example-family-doctor-rural, 王示例, 5.00)
* insert Staff(1, township-clinician, 乡镇卫生院临床医生, example-family-doctor-township, 周示例, 3.00)

// ---- Breach: the resident gets everything back; the shares of funds are reversed ----

Instance: example-charge-breach
InstanceOf: FDChargeItem
Usage: #example
Title: "Health management package, paid by the household"
Description: "健康管理组合每户300元"
* language = #zh-CN
* insert Charge(Contract/example-contract-breach, package-fee, 签约服务费, Group/example-household-alone, 孙示例家庭, example-institution-township, 示例镇中心卫生院)
* insert Year(2017-11-22, 2018-12-31)
* insert Price(300.00)
* insert Share(0, resident, 300.00, Patient/example-resident-old-number, 孙示例)

Instance: example-invoice-breach
InstanceOf: FDInvoice
Usage: #example
Title: "What the household paid"
Description: "家庭已付300元"
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-breach)
* insert Settlement(JS-2017-000031, settlement, 结算收款, balanced, Patient/example-resident-old-number, 孙示例, 2017-11-22, example-institution-township, 示例镇中心卫生院, 300.00)
* subject = Reference(Group/example-household-alone) "孙示例家庭"
* insert Line(0, example-charge-breach, resident, 签约居民个人, 300.00)

Instance: example-charge-refund
InstanceOf: FDChargeItem
Usage: #example
Title: "The refund as a charge of its own"
Description: "服务方违约，退还居民所付300元"
* language = #zh-CN
* insert Charge(Contract/example-contract-breach, refund, 退费, Group/example-household-alone, 孙示例家庭, example-institution-township, 示例镇中心卫生院)
* partOf = Reference(example-charge-breach)
* insert Year(2017-11-22, 2018-12-31)
* insert Price(-300.00)
* overrideReason = "服务方未履行承诺，一次性退还全部签约费"
* insert Share(0, resident, -300.00, Patient/example-resident-old-number, 孙示例)

Instance: example-invoice-refund
InstanceOf: FDInvoice
Usage: #example
Title: "All paid back at once"
Description: "一次性退还全部签约费"
* language = #zh-CN
* extension[contract].valueReference = Reference(Contract/example-contract-breach)
* insert Settlement(JS-2018-000044, refund, 退费冲销, balanced, Patient/example-resident-old-number, 孙示例, 2018-11-15, example-institution-township, 示例镇中心卫生院, -300.00)
* subject = Reference(Group/example-household-alone) "孙示例家庭"
* insert Line(0, example-charge-refund, resident, 签约居民个人, -300.00)
* note.text = "服务方未履行承诺，一次性退还全部签约费。"

Instance: example-contract-breach-shares
InstanceOf: Contract
Usage: #example
Title: "A contract with two payers, ended for breach"
Description: "医保基金和居民分担费用的协议，因服务方违约终止"
* language = #zh-CN
* insert SmallContract(EX-2024-0150, terminated, cancelled, 2024-01-10, 2024-01-10, 2024-12-31, Patient/example-resident-mother, 李示例, Organization/example-institution-township, 示例镇中心卫生院, hainan-hypertension-diabetes-1, 高血压糖尿病个性化服务包, CareTeam/example-team-township, 示例村家庭医生团队, PractitionerRole/example-family-doctor-township, 周示例)
* extension[1].url = "https://family-doctor-fhir.github.io/StructureDefinition/ended-on"
* extension[1].valueDate = "2024-07-31"
* extension[2].url = "https://family-doctor-fhir.github.io/StructureDefinition/early-end-reason"
* extension[2].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#provider-breach "服务方未履行承诺"
* term.offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#tailored "个性化服务包"
* insert SmallPrice(200.00, 2024-01-10, 2024-12-31)
* insert SmallShare(0, insurance-fund, 120.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert SmallShare(1, resident, 80.00, Patient/example-resident-mother, 李示例)

Instance: example-charge-shared
InstanceOf: FDChargeItem
Usage: #example
Title: "A fee with two payers"
Description: "个性化服务包200元：医保基金120元，居民80元"
* language = #zh-CN
* insert Charge(example-contract-breach-shares, package-fee, 签约服务费, Patient/example-resident-mother, 李示例, example-institution-township, 示例镇中心卫生院)
* insert Year(2024-01-10, 2024-12-31)
* insert Price(200.00)
* insert Share(0, insurance-fund, 120.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert Share(1, resident, 80.00, Patient/example-resident-mother, 李示例)

Instance: example-charge-shared-refund
InstanceOf: FDChargeItem
Usage: #example
Title: "The resident's part is paid back"
Description: "退还居民所付80元"
* language = #zh-CN
* insert Charge(example-contract-breach-shares, refund, 退费, Patient/example-resident-mother, 李示例, example-institution-township, 示例镇中心卫生院)
* partOf = Reference(example-charge-shared)
* insert Year(2024-01-10, 2024-12-31)
* insert Price(-80.00)
* insert Share(0, resident, -80.00, Patient/example-resident-mother, 李示例)

Instance: example-charge-shared-reversal
InstanceOf: FDChargeItem
Usage: #example
Title: "The fund's part is reversed"
Description: "冲销医保基金分担120元"
* language = #zh-CN
* insert Charge(example-contract-breach-shares, reversal, 冲销, Patient/example-resident-mother, 李示例, example-institution-township, 示例镇中心卫生院)
* partOf = Reference(example-charge-shared)
* insert Year(2024-01-10, 2024-12-31)
* insert Price(-120.00)
* insert Share(0, insurance-fund, -120.00, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金)

Instance: example-invoice-reversal
InstanceOf: FDInvoice
Usage: #example
Title: "The fund gets its share back"
Description: "医保基金分担部分冲销"
* language = #zh-CN
* extension[contract].valueReference = Reference(example-contract-breach-shares)
* insert Settlement(JS-2024-000190, refund, 退费冲销, issued, Organization/example-payer-insurance-fund, 示例市基本医疗保险基金, 2024-08-01, example-institution-township, 示例镇中心卫生院, -120.00)
* insert Line(0, example-charge-shared-reversal, insurance-fund, 基本医疗保险基金, -120.00)

// ---- Budget per head, being explored ----

Instance: example-account-budget
InstanceOf: FDAccount
Usage: #example
Title: "The outpatient budget of an institution"
Description: "机构年度门诊包干额度（探索）"
* language = #zh-CN
* status = #active
* type = https://family-doctor-fhir.github.io/CodeSystem/account-kind#budget "医保包干额度"
* subject = Reference(Organization/example-institution) "示例社区卫生服务中心"
* servicePeriod.start = "2025-01-01"
* servicePeriod.end = "2025-12-31"
* owner = Reference(Organization/example-institution) "示例社区卫生服务中心"
