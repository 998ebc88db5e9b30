// Contracts. All persons, institutions and numbers are invented.

// ---- How the examples are written ----

RuleSet: ExContract(number, state, status)
* extension[state].valueCode = #{state}
* identifier.system = "https://example.org/contract-number"
* identifier.value = "{number}"
* status = #{status}
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#family-doctor-service "家庭医生签约服务"
* subType = https://family-doctor-fhir.github.io/CodeSystem/signing-kind#new "新签"

RuleSet: ExPeriod(issued, start, end)
* issued = "{issued}"
* applies.start = "{start}"
* applies.end = "{end}"

RuleSet: ExSigner(slice, role, party, name, when)
* signer[{slice}].type.display = "{role}"
* signer[{slice}].party = Reference({party})
* signer[{slice}].party.display = "{name}"
* signer[{slice}].signature.type = urn:iso-astm:E1762-95:2013#1.2.840.10065.1.12.1.7 "Consent Signature"
* signer[{slice}].signature.when = "{when}"
* signer[{slice}].signature.who = Reference({party})
* signer[{slice}].signature.who.display = "{name}"

RuleSet: ExParty(n, slice, role, party, name)
* term[{n}].offer.party[{slice}].role.coding.display = "{role}"
* term[{n}].offer.party[{slice}].reference = Reference({party})
* term[{n}].offer.party[{slice}].reference.display = "{name}"

RuleSet: ExPackage(n, package, name, kind, kindName)
* term[{n}].offer.topic = Reference({package})
* term[{n}].offer.topic.display = "{name}"
* term[{n}].offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#{kind} "{kindName}"

RuleSet: ExTeam(n, team, name)
* term[{n}].action[provide].type.coding.display = "提供签约服务"
* term[{n}].action[provide].intent = http://terminology.hl7.org/CodeSystem/v3-ActReason#TREAT "treatment"
* term[{n}].action[provide].status = http://hl7.org/fhir/contract-action-status#complete "Complete"
* term[{n}].action[provide].performer = Reference({team})
* term[{n}].action[provide].performer.display = "{name}"

RuleSet: ExPrice(n, a, price, start, end)
* term[{n}].asset[{a}].extension[price].valueMoney.value = {price}
* term[{n}].asset[{a}].extension[price].valueMoney.currency = #CNY
* term[{n}].asset[{a}].period.start = "{start}"
* term[{n}].asset[{a}].period.end = "{end}"

RuleSet: ExShare(n, a, i, kind, net, payer, name)
* term[{n}].asset[{a}].valuedItem[{i}].extension[payerKind].valueCode = #{kind}
* term[{n}].asset[{a}].valuedItem[{i}].net.value = {net}
* term[{n}].asset[{a}].valuedItem[{i}].net.currency = #CNY
* term[{n}].asset[{a}].valuedItem[{i}].responsible = Reference({payer})
* term[{n}].asset[{a}].valuedItem[{i}].responsible.display = "{name}"

RuleSet: ExRate(n, a, i, number, unit, rate)
* term[{n}].asset[{a}].valuedItem[{i}].quantity.value = {number}
* term[{n}].asset[{a}].valuedItem[{i}].quantity.unit = "{unit}"
* term[{n}].asset[{a}].valuedItem[{i}].unitPrice.value = {rate}
* term[{n}].asset[{a}].valuedItem[{i}].unitPrice.currency = #CNY

RuleSet: ExPayee(n, a, i, payee, name)
* term[{n}].asset[{a}].valuedItem[{i}].recipient = Reference({payee})
* term[{n}].asset[{a}].valuedItem[{i}].recipient.display = "{name}"

RuleSet: ExGroup(n, group, name)
* extension[keyPopulation][{n}].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#{group} "{name}"

RuleSet: ExChannel(channel, name)
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#{channel} "{name}"

RuleSet: ExResident(patient, name)
* subject = Reference(Patient/{patient})
* subject.display = "{name}"

// The community health centre with its team and its doctor; the team of a township with its two doctors.
RuleSet: ExCentre(n)
* insert ExParty({n}, provider, 服务机构, Organization/example-institution, 示例社区卫生服务中心)
* insert ExTeam({n}, CareTeam/example-team, 示例社区陈示例家庭医生团队)

RuleSet: ExCentreSigns(when)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-family-doctor, 陈示例, {when})
* insert ExSigner(institution, 服务机构, Organization/example-institution, 示例社区卫生服务中心, {when})

RuleSet: ExTownship(n)
* insert ExParty({n}, provider, 服务机构, Organization/example-institution-township, 示例镇中心卫生院)
* insert ExTeam({n}, CareTeam/example-team-township, 示例村家庭医生团队)

RuleSet: ExTownshipSigns(when)
* insert ExSigner([[familyDoctor][0]], 家庭医生, PractitionerRole/example-family-doctor-township, 周示例, {when})
* insert ExSigner([[familyDoctor][1]], 家庭医生, PractitionerRole/example-family-doctor-rural, 王示例, {when})

// ---- A resident, online; applications, receipts, an end by letter ----

Instance: example-contract-resident
InstanceOf: FDContract
Usage: #example
Title: "A resident signs online for a year"
Description: "An elderly, disabled resident signs by WeChat with the team of a community health centre. In Hainan a term of one year ends with the calendar year. Of the three shares of the package, local fiscal resources bear the personal one, so he pays nothing."
* language = #zh-CN
* insert ExContract(EX-2024-000123, active, executed)
* insert ExGroup(0, elderly, 老年人)
* insert ExGroup(1, disabled, 残疾人)
* insert ExChannel(wechat, 微信公众号或小程序)
* instantiatesCanonical = Reference(example-agreement-template)
* instantiatesCanonical.display = "家庭医生签约服务协议（示例文本）"
* insert ExPeriod(2024-09-01, 2024-09-01, 2024-12-31)
* insert ExResident(example-resident-old-number, 孙示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-old-number, 孙示例)
* insert ExCentre(0)
* insert ExPrice(0, 0, 90.00, 2024-09-01, 2024-12-31)
* insert ExShare(0, 0, 0, insurance-fund, 45.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExPayee(0, 0, 0, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(0, 0, 1, public-health-fund, 35.00, example-payer-finance, 示例市财政局)
* insert ExPayee(0, 0, 1, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(0, 0, 2, local-fiscal, 10.00, example-payer-finance, 示例市财政局)
* insert ExPayee(0, 0, 2, Organization/example-institution, 示例社区卫生服务中心)
* supportingInfo = Reference(example-document-disability)
* supportingInfo.display = "残疾人证"
* insert ExSigner(resident, 本人, Patient/example-resident-old-number, 孙示例, 2024-09-01T10:12:30+08:00)
* insert ExCentreSigns(2024-09-01T15:40:00+08:00)
* legallyBindingReference = Reference(example-document-agreement)
* legallyBindingReference.display = "家庭医生签约服务协议（孙示例）"

Instance: example-contract-applied
InstanceOf: FDContract
Usage: #example
Title: "An application waits for the team"
Description: "A resident has chosen institution, team and package on her phone; nobody has signed yet, so there is neither a date of signing nor a period."
* language = #zh-CN
* insert ExContract(EX-2026-000877, applied, offered)
* insert ExChannel(wechat, 微信公众号或小程序)
* insert ExResident(example-resident-mother, 李示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-mother, 李示例)
* insert ExCentre(0)

Instance: example-contract-switch
InstanceOf: FDContract
Usage: #example
Title: "Ended by letter, to switch to another team"
Description: "The resident handed in a written cancellation on 18 December and asked for the end of the year; from 1 January another team may sign. The period stays as it was signed. The package is that of the national guiding opinion: the province's own plan was not yet in effect."
* language = #zh-CN
* insert ExContract(EX-2023-000045, terminated, revoked)
* extension[endedOn].valueDate = "2023-12-31"
* extension[earlyEndReason].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#switch-team "改签"
* insert ExChannel(paper, 纸质签约)
* insert ExPeriod(2023-07-03, 2023-07-03, 2024-07-02)
* insert ExResident(example-resident-mother, 李示例)
* insert ExPackage(0, PlanDefinition/national-basic-1, 家庭医生签约基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-mother, 李示例)
* insert ExCentre(0)
* supportingInfo = Reference(example-document-cancellation)
* supportingInfo.display = "书面解约申请"
* insert ExSigner(resident, 本人, Patient/example-resident-mother, 李示例, 2023-07-03T00:00:00+08:00)
* insert ExCentreSigns(2023-07-03T00:00:00+08:00)

// ---- Households, as in a city's plan of 2017 ----
// A household chooses one of three packages: the basic one (free), treatment discount (10 yuan a person), health
// management (300 yuan a household). Its team is a township clinician and a rural doctor; both sign. The first contract
// runs from the day of signing to 31 December of the next year.

Instance: example-contract-household
InstanceOf: FDContract
Usage: #example
Title: "A household takes the treatment discount package"
Description: "Four members are covered, a newborn from the day of birth on, at 10 yuan each, paid by the head. One adult signs for the household by its register; both doctors sign. The agreement is made in two copies, one for the team and one for the family."
* language = #zh-CN
* insert ExContract(EX-2017-0007, active, executed)
* insert ExGroup(0, elderly, 老年人)
* insert ExGroup(1, child-0-6, 0-6岁儿童)
* insert ExChannel(paper, 纸质签约)
* instantiatesCanonical = Reference(example-agreement-template-household)
* instantiatesCanonical.display = "家庭医生签约服务协议（家庭，示例文本）"
* insert ExPeriod(2017-11-20, 2017-11-20, 2018-12-31)
* subject[0] = Reference(example-household)
* subject[0].display = "张示例家庭"
* subject[1] = Reference(Patient/example-resident-father)
* subject[1].display = "张示例"
* subject[2] = Reference(Patient/example-resident-mother)
* subject[2].display = "李示例"
* subject[3] = Reference(Patient/example-resident)
* subject[3].display = "赵示例"
* subject[4] = Reference(Patient/example-resident-child)
* subject[4].display = "张小例"
* subject[4].extension[covered].valuePeriod.start = "2018-05-01"
* subject[4].extension[covered].valuePeriod.end = "2018-12-31"
* insert ExPackage(0, PlanDefinition/city-2017-treatment-discount-1, 诊疗优惠组合, treatment-discount, 诊疗优惠组合)
* insert ExParty(0, household, 家庭, example-household, 张示例家庭)
* insert ExTownship(0)
* insert ExPrice(0, 0, 40.00, 2017-11-20, 2018-12-31)
* insert ExShare(0, 0, 0, resident, 40.00, Patient/example-resident-father, 张示例)
* insert ExRate(0, 0, 0, 4, 人, 10.00)
* insert ExPayee(0, 0, 0, Organization/example-institution-township, 示例镇中心卫生院)
* supportingInfo = Reference(example-document-household-register)
* supportingInfo.display = "户口簿"
* insert ExSigner(household, 家庭代表, Patient/example-resident-father, 张示例, 2017-11-20T00:00:00+08:00)
* insert ExTownshipSigns(2017-11-20T00:00:00+08:00)
* legallyBindingReference = Reference(example-document-household-agreement)
* legallyBindingReference.display = "家庭医生签约服务协议（张示例家庭）"
* legal[0].extension[holder].valueReference = Reference(CareTeam/example-team-township)
* legal[0].extension[holder].valueReference.display = "示例村家庭医生团队"
* legal[0].contentReference = Reference(example-document-household-agreement)
* legal[1].extension[holder].valueReference = Reference(example-household)
* legal[1].extension[holder].valueReference.display = "张示例家庭"
* legal[1].contentReference = Reference(example-document-household-agreement-copy)

Instance: example-contract-supplement
InstanceOf: FDContract
Usage: #example
Title: "A supplementary agreement"
Description: "Ten rehabilitation visits for the grandmother of the household, agreed besides its contract and paid for apart. Its topic is a single service, its kind tailored."
* language = #zh-CN
* insert ExContract(EX-2017-0007-S1, active, executed)
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#supplement "补充协议"
* extension[supplementOf].valueReference = Reference(example-contract-household)
* insert ExPeriod(2018-03-05, 2018-03-05, 2018-12-31)
* insert ExResident(example-resident, 赵示例)
* insert ExPackage(0, ActivityDefinition/item-rehabilitation-1, 康复随访, tailored, 个性化服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident, 赵示例)
* insert ExTownship(0)
* insert ExPrice(0, 0, 255.00, 2018-03-05, 2018-12-31)
* insert ExShare(0, 0, 0, resident, 255.00, Patient/example-resident-father, 张示例)
* insert ExRate(0, 0, 0, 10, 次, 25.50)
* insert ExPayee(0, 0, 0, Organization/example-institution-township, 示例镇中心卫生院)
* insert ExSigner(resident, 本人, Patient/example-resident, 赵示例, 2018-03-05T00:00:00+08:00)
* insert ExTownshipSigns(2018-03-05T00:00:00+08:00)

Instance: example-contract-breach
InstanceOf: FDContract
Usage: #example
Title: "Ended for breach, with a full refund"
Description: "A household paid 300 yuan for health management; the yearly examination was not done, so it asked to leave. Both sides signed (the Provenance holds the two signatures) and all was paid back at once (the Invoice). Ended because the provider did not deliver, its status is cancelled, not revoked."
* language = #zh-CN
* insert ExContract(EX-2017-0012, terminated, cancelled)
* extension[endedOn].valueDate = "2018-11-15"
* extension[earlyEndReason].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#provider-breach "服务方未履行承诺"
* insert ExPeriod(2017-11-22, 2017-11-22, 2018-12-31)
* subject[0] = Reference(example-household-alone)
* subject[0].display = "孙示例家庭"
* subject[1] = Reference(Patient/example-resident-old-number)
* subject[1].display = "孙示例"
* insert ExPackage(0, PlanDefinition/city-2017-health-management-1, 健康管理组合, health-management, 健康管理组合)
* insert ExParty(0, household, 家庭, example-household-alone, 孙示例家庭)
* insert ExTownship(0)
* insert ExPrice(0, 0, 300.00, 2017-11-22, 2018-12-31)
* insert ExShare(0, 0, 0, resident, 300.00, Patient/example-resident-old-number, 孙示例)
* insert ExRate(0, 0, 0, 1, 户, 300.00)
* insert ExPayee(0, 0, 0, Organization/example-institution-township, 示例镇中心卫生院)
* supportingInfo[0] = Reference(example-document-breach)
* supportingInfo[0].display = "解约确认书"
* supportingInfo[1] = Reference(example-invoice-refund)
* supportingInfo[1].display = "退还签约费 300 元"
* relevantHistory = Reference(example-provenance-breach)
* insert ExSigner(household, 家庭代表, Patient/example-resident-old-number, 孙示例, 2017-11-22T00:00:00+08:00)
* insert ExTownshipSigns(2017-11-22T00:00:00+08:00)

Instance: example-contract-household-basic
InstanceOf: FDContract
Usage: #example
Title: "A household takes the free basic package"
Description: "The basic package costs nothing: the price is 0 and nobody has a share. Signed on the day after another contract ended for breach."
* language = #zh-CN
* insert ExContract(EX-2018-0031, active, executed)
* insert ExChannel(paper, 纸质签约)
* insert ExPeriod(2018-11-16, 2018-11-16, 2019-12-31)
* subject[0] = Reference(example-household-alone)
* subject[0].display = "孙示例家庭"
* subject[1] = Reference(Patient/example-resident-old-number)
* subject[1].display = "孙示例"
* insert ExPackage(0, PlanDefinition/city-2017-basic-1, 基本服务组合, basic, 基础服务包)
* insert ExParty(0, household, 家庭, example-household-alone, 孙示例家庭)
* insert ExTownship(0)
* insert ExPrice(0, 0, 0.00, 2018-11-16, 2019-12-31)
* insert ExSigner(household, 家庭代表, Patient/example-resident-old-number, 孙示例, 2018-11-16T00:00:00+08:00)
* insert ExTownshipSigns(2018-11-16T00:00:00+08:00)

// ---- Terms of one to three calendar years, as in Hainan ----

Instance: example-contract-tailored
InstanceOf: FDContract
Usage: #example
Title: "Basic and tailored package, four payers, two service years"
Description: "A resident with hypertension and diabetes signs until the end of the next calendar year and takes one tailored package on top of the basic one. Each service year has its own price and shares. In the first, a commercial insurance bears a third of what she would pay herself, to the fen; in the second she pays it all."
* language = #zh-CN
* insert ExContract(EX-2024-01001, active, executed)
* insert ExGroup(0, elderly, 老年人)
* insert ExGroup(1, hypertension, 高血压患者)
* insert ExGroup(2, diabetes, 糖尿病患者)
* insert ExChannel(on-site, 现场电子签约)
* instantiatesCanonical = Reference(example-agreement-template)
* instantiatesCanonical.display = "家庭医生签约服务协议（示例文本）"
* insert ExPeriod(2024-03-01, 2024-03-01, 2025-12-31)
* insert ExResident(example-resident, 赵示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident, 赵示例)
* insert ExCentre(0)
* insert ExPrice(0, 0, 90.00, 2024-03-01, 2024-12-31)
* insert ExShare(0, 0, 0, insurance-fund, 45.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExPayee(0, 0, 0, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(0, 0, 1, public-health-fund, 35.00, example-payer-finance, 示例市财政局)
* insert ExPayee(0, 0, 1, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(0, 0, 2, commercial-insurance, 3.33, example-payer-insurer, 示例商业保险公司)
* insert ExPayee(0, 0, 2, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(0, 0, 3, resident, 6.67, Patient/example-resident, 赵示例)
* insert ExPayee(0, 0, 3, Organization/example-institution, 示例社区卫生服务中心)
* insert ExPrice(0, 1, 90.00, 2025-01-01, 2025-12-31)
* insert ExShare(0, 1, 0, insurance-fund, 45.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExShare(0, 1, 1, public-health-fund, 35.00, example-payer-finance, 示例市财政局)
* insert ExShare(0, 1, 2, resident, 10.00, Patient/example-resident, 赵示例)
* insert ExPackage(1, PlanDefinition/hainan-hypertension-diabetes-1, 高血压糖尿病个性化服务包, tailored, 个性化服务包)
* insert ExParty(1, resident, 居民个人, Patient/example-resident, 赵示例)
* insert ExCentre(1)
* insert ExPrice(1, 0, 200.00, 2024-03-01, 2024-12-31)
* insert ExShare(1, 0, 0, insurance-fund, 120.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExPayee(1, 0, 0, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(1, 0, 1, commercial-insurance, 26.67, example-payer-insurer, 示例商业保险公司)
* insert ExPayee(1, 0, 1, Organization/example-institution, 示例社区卫生服务中心)
* insert ExShare(1, 0, 2, resident, 53.33, Patient/example-resident, 赵示例)
* insert ExPayee(1, 0, 2, Organization/example-institution, 示例社区卫生服务中心)
* insert ExPrice(1, 1, 200.00, 2025-01-01, 2025-12-31)
* insert ExShare(1, 1, 0, insurance-fund, 120.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExShare(1, 1, 1, resident, 80.00, Patient/example-resident, 赵示例)
* insert ExSigner(resident, 本人, Patient/example-resident, 赵示例, 2024-03-01T09:30:00+08:00)
* insert ExCentreSigns(2024-03-01T09:35:00+08:00)

Instance: example-contract-individual-doctor
InstanceOf: FDContract
Usage: #example
Title: "A guardian signs for a child with a doctor who works alone"
Description: "No team: the rural doctor signs and provides alone. The father signs for his child, who is under 18. Three calendar years, the longest term."
* language = #zh-CN
* insert ExContract(EX-2024-02207, active, executed)
* insert ExGroup(0, child-0-6, 0-6岁儿童)
* insert ExChannel(app, 手机应用)
* insert ExPeriod(2024-01-10, 2024-01-10, 2026-12-31)
* insert ExResident(example-resident-child, 张小例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-child, 张小例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-village, 示例村卫生室)
* insert ExTeam(0, PractitionerRole/example-family-doctor-rural, 王示例)
* insert ExSigner(guardian, 监护人, RelatedPerson/example-related-person, 张示例, 2024-01-10T08:05:00+08:00)
* signer[guardian].signature.onBehalfOf = Reference(Patient/example-resident-child)
* signer[guardian].signature.onBehalfOf.display = "张小例"
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-family-doctor-rural, 王示例, 2024-01-10T08:20:00+08:00)

Instance: example-contract-renewed
InstanceOf: FDContract
Usage: #example
Title: "Ended and renewed"
Description: "Ran to its last day, 31 December; on the next day its renewal began. In FHIR it is terminated, which in R4 means that it reached its end."
* language = #zh-CN
* insert ExContract(EX-2024-00310, renewed, terminated)
* extension[renewedBy].valueReference = Reference(example-contract-renewal)
* insert ExPeriod(2024-05-06, 2024-05-06, 2024-12-31)
* insert ExResident(example-resident-father, 张示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-father, 张示例)
* insert ExCentre(0)
* insert ExSigner(resident, 本人, Patient/example-resident-father, 张示例, 2024-05-06T00:00:00+08:00)
* insert ExCentreSigns(2024-05-06T00:00:00+08:00)

Instance: example-contract-renewal
InstanceOf: FDContract
Usage: #example
Title: "A renewal"
Description: "Signed in December for the next calendar year. It is executed like any other contract in force: the R4 status renewed is not for it."
* language = #zh-CN
* insert ExContract(EX-2024-00310-R1, active, executed)
* subType = https://family-doctor-fhir.github.io/CodeSystem/signing-kind#renewal "续签"
* extension[renews].valueReference = Reference(example-contract-renewed)
* insert ExPeriod(2024-12-20, 2025-01-01, 2025-12-31)
* insert ExResident(example-resident-father, 张示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-father, 张示例)
* insert ExCentre(0)
* insert ExPrice(0, 0, 90.00, 2025-01-01, 2025-12-31)
* insert ExShare(0, 0, 0, insurance-fund, 45.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExShare(0, 0, 1, public-health-fund, 35.00, example-payer-finance, 示例市财政局)
* insert ExShare(0, 0, 2, resident, 10.00, Patient/example-resident-father, 张示例)
* insert ExSigner(resident, 本人, Patient/example-resident-father, 张示例, 2024-12-20T10:00:00+08:00)
* insert ExCentreSigns(2024-12-20T10:05:00+08:00)

Instance: example-contract-pending-receipt
InstanceOf: FDContract
Usage: #example
Title: "Signed, waiting for the platform's receipt"
Description: "The institution takes the contract platform as its system of record: the next renewal is signed and sent there. Until the receipt comes it is executable and not executed, though both sides have signed."
* language = #zh-CN
* insert ExContract(EX-2024-00310-R2, pending-receipt, executable)
* subType = https://family-doctor-fhir.github.io/CodeSystem/signing-kind#renewal "续签"
* extension[renews].valueReference = Reference(example-contract-renewal)
* insert ExPeriod(2025-12-22, 2026-01-01, 2026-12-31)
* insert ExResident(example-resident-father, 张示例)
* insert ExPackage(0, PlanDefinition/hainan-basic-1, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-father, 张示例)
* insert ExCentre(0)
* insert ExPrice(0, 0, 90.00, 2026-01-01, 2026-12-31)
* insert ExShare(0, 0, 0, insurance-fund, 45.00, example-payer-insurance-fund, 示例市基本医疗保险基金)
* insert ExShare(0, 0, 1, public-health-fund, 35.00, example-payer-finance, 示例市财政局)
* insert ExShare(0, 0, 2, resident, 10.00, Patient/example-resident-father, 张示例)
* insert ExSigner(resident, 本人, Patient/example-resident-father, 张示例, 2025-12-22T09:10:00+08:00)
* insert ExCentreSigns(2025-12-22T09:20:00+08:00)

Instance: example-contract-community
InstanceOf: FDContract
Usage: #example
Title: "A school signs for its staff"
Description: "A functional community with a negotiated rate of 80 yuan a person and year, which the school pays. The rate was filed with healthcare security before the contract was signed. The school, the group of its members and every covered resident are subjects."
* language = #zh-CN
* insert ExContract(EX-2024-09001, active, executed)
* insert ExPeriod(2024-12-20, 2025-01-01, 2025-12-31)
* subject[0] = Reference(example-school)
* subject[0].display = "示例学校"
* subject[1] = Reference(example-school-members)
* subject[1].display = "示例学校教职工"
* subject[2] = Reference(Patient/example-resident-mother)
* subject[2].display = "李示例"
* subject[3] = Reference(Patient/example-resident-foreign)
* subject[3].display = "EXAMPLE ALEX"
* insert ExPackage(0, PlanDefinition/hainan-functional-community-1, 功能社区服务包, functional-community, 功能社区服务包)
* insert ExParty(0, functionalCommunity, 功能社区, example-school, 示例学校)
* insert ExCentre(0)
* insert ExPrice(0, 0, 160.00, 2025-01-01, 2025-12-31)
* term[0].asset[0].extension[filingNumber].valueIdentifier.system = "https://family-doctor-fhir.github.io/NamingSystem/filing-number"
* term[0].asset[0].extension[filingNumber].valueIdentifier.value = "EX-YB-2024-0098"
* term[0].asset[0].extension[filingNumber].valueIdentifier.assigner.display = "示例省医疗保障局"
* term[0].asset[0].extension[filingNumber].valueIdentifier.period.start = "2024-11-30"
* insert ExShare(0, 0, 0, organisation, 160.00, example-school, 示例学校)
* insert ExRate(0, 0, 0, 2, 人, 80.00)
* insert ExPayee(0, 0, 0, Organization/example-institution, 示例社区卫生服务中心)
* insert ExSigner(communityRepresentative, 功能社区代表, example-school, 示例学校, 2024-12-20T14:00:00+08:00)
* insert ExCentreSigns(2024-12-20T14:10:00+08:00)

// ---- Who else pays ----

Instance: example-payer-insurance-fund
InstanceOf: Organization
Usage: #example
Title: "A medical insurance fund"
Description: "A payer of contract fees."
* language = #zh-CN
* active = true
* name = "示例市基本医疗保险基金"

Instance: example-payer-finance
InstanceOf: Organization
Usage: #example
Title: "A finance bureau"
Description: "Pays from the funds of basic public health services and from local fiscal resources."
* language = #zh-CN
* active = true
* name = "示例市财政局"

Instance: example-payer-insurer
InstanceOf: Organization
Usage: #example
Title: "A commercial insurer"
Description: "A payer of contract fees."
* language = #zh-CN
* active = true
* name = "示例商业保险公司"
