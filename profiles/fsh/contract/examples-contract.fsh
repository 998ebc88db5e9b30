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

RuleSet: ExPrice(n, price, start, end)
* term[{n}].asset.extension[price].valueMoney.value = {price}
* term[{n}].asset.extension[price].valueMoney.currency = #CNY
* term[{n}].asset.period.start = "{start}"
* term[{n}].asset.period.end = "{end}"

RuleSet: ExShare(n, i, kind, kindName, net, payer, name)
* term[{n}].asset.valuedItem[{i}].extension[payerKind].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/payer-kind#{kind} "{kindName}"
* term[{n}].asset.valuedItem[{i}].net.value = {net}
* term[{n}].asset.valuedItem[{i}].net.currency = #CNY
* term[{n}].asset.valuedItem[{i}].responsible = Reference({payer})
* term[{n}].asset.valuedItem[{i}].responsible.display = "{name}"

RuleSet: ExRate(n, i, number, unit, rate)
* term[{n}].asset.valuedItem[{i}].quantity.value = {number}
* term[{n}].asset.valuedItem[{i}].quantity.unit = "{unit}"
* term[{n}].asset.valuedItem[{i}].unitPrice.value = {rate}
* term[{n}].asset.valuedItem[{i}].unitPrice.currency = #CNY

RuleSet: ExPayee(n, i, payee, name)
* term[{n}].asset.valuedItem[{i}].recipient = Reference({payee})
* term[{n}].asset.valuedItem[{i}].recipient.display = "{name}"

// ---- Shenzhen, figures of 2017 ----

Instance: example-contract-resident
InstanceOf: FDContract
Usage: #example
Title: "A resident signs online for a year"
Description: "An insured resident over 65 with hypertension signs with a 2+X team of a government-run institution by WeChat. The term is one year; the subsidy of 120 yuan for the year bears the whole price, so she pays nothing."
* insert ExContract(SZ-2017-000123, active, executed)
* extension[keyPopulation][0].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#elderly "老年人"
* extension[keyPopulation][1].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#wechat "微信公众号或小程序"
* insert ExPeriod(2017-09-01, 2017-09-01, 2018-08-31)
* subject = Reference(Patient/example-resident-elderly)
* subject.display = "陈示例"
* insert ExPackage(0, PlanDefinition/example-package-shenzhen-basic, 家庭医生基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-elderly, 陈示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-shenzhen, 示例社区健康服务中心)
* insert ExTeam(0, CareTeam/example-team-shenzhen, 示例社康第一家庭医生团队)
* insert ExPrice(0, 120.00, 2017-09-01, 2018-08-31)
* insert ExShare(0, 0, local-fiscal, 地方财政, 120.00, Organization/example-finance-shenzhen, 示例区财政局)
* insert ExPayee(0, 0, Organization/example-institution-shenzhen, 示例社区健康服务中心)
* insert ExSigner(resident, 本人, Patient/example-resident-elderly, 陈示例, 2017-09-01T10:12:30+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-shenzhen, 林示例, 2017-09-01T15:40:00+08:00)
* insert ExSigner(institution, 服务机构, Organization/example-institution-shenzhen, 示例社区健康服务中心, 2017-09-01T15:40:00+08:00)
* legallyBindingReference = Reference(example-document-agreement)
* legallyBindingReference.display = "家庭医生服务协议（陈示例）"

Instance: example-contract-applied
InstanceOf: FDContract
Usage: #example
Title: "An application waits for the team"
Description: "A resident has chosen institution, team and package on a phone; nobody has signed yet, so there is neither a date of signing nor a period."
* insert ExContract(SZ-2017-000877, applied, offered)
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#wechat "微信公众号或小程序"
* subject = Reference(Patient/example-resident)
* subject.display = "张示例"
* insert ExPackage(0, PlanDefinition/example-package-shenzhen-basic, 家庭医生基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident, 张示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-shenzhen, 示例社区健康服务中心)
* insert ExTeam(0, CareTeam/example-team-shenzhen, 示例社康第一家庭医生团队)

Instance: example-contract-switch
InstanceOf: FDContract
Usage: #example
Title: "Ended by letter, to switch to another team"
Description: "The resident handed in a written cancellation on 18 December and asked for the end of the year; from 1 January another team may sign. Period and shares stay as signed."
* insert ExContract(SZ-2017-000045, terminated, revoked)
* extension[endedOn].valueDate = "2017-12-31"
* extension[earlyEndReason].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#switch-team "改签"
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#paper "纸质签约"
* insert ExPeriod(2017-07-03, 2017-07-03, 2018-07-02)
* subject = Reference(Patient/example-resident-chronic)
* subject.display = "黄示例"
* insert ExPackage(0, PlanDefinition/example-package-shenzhen-basic, 家庭医生基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-chronic, 黄示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-shenzhen, 示例社区健康服务中心)
* insert ExTeam(0, CareTeam/example-team-shenzhen, 示例社康第一家庭医生团队)
* supportingInfo = Reference(example-document-cancellation)
* supportingInfo.display = "书面解约申请"
* insert ExSigner(resident, 本人, Patient/example-resident-chronic, 黄示例, 2017-07-03T00:00:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-shenzhen, 林示例, 2017-07-03T00:00:00+08:00)

// ---- A city's plan of 2017 ----
// A household chooses one of three packages: the basic one (free), treatment discount (10 yuan a person), health
// management (300 yuan a household). Its team is a township clinician and a rural doctor; both sign. The first contract
// runs from the day of signing to 31 December of the next year.

Instance: example-contract-household
InstanceOf: FDContract
Usage: #example
Title: "A household takes the treatment discount package"
Description: "Four members are covered, a newborn from the day of birth on; 10 yuan for each, paid by the head. One adult signs for the household by its register, a guardian is not needed; both doctors sign. The agreement is made in two copies."
* insert ExContract(CITY-2017-0007, active, executed)
* extension[keyPopulation][0].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#elderly "老年人"
* extension[keyPopulation][1].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#child-0-6 "0-6岁儿童"
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#paper "纸质签约"
* instantiatesCanonical = Reference(example-agreement-template-city)
* insert ExPeriod(2017-11-20, 2017-11-20, 2018-12-31)
* subject[0] = Reference(example-household)
* subject[0].display = "张示例家庭"
* subject[1] = Reference(Patient/example-resident)
* subject[1].display = "张示例"
* subject[2] = Reference(Patient/example-resident-mother)
* subject[2].display = "李示例"
* subject[3] = Reference(Patient/example-resident-grandmother)
* subject[3].display = "赵示例"
* subject[4] = Reference(Patient/example-resident-child)
* subject[4].display = "张小例"
* subject[4].extension[covered].valuePeriod.start = "2018-03-09"
* subject[4].extension[covered].valuePeriod.end = "2018-12-31"
* insert ExPackage(0, PlanDefinition/example-package-city-treatment-discount, 诊疗优惠组合, treatment-discount, 诊疗优惠组合)
* insert ExParty(0, household, 家庭, example-household, 张示例家庭)
* insert ExParty(0, provider, 服务机构, Organization/example-township-health-centre, 示例镇卫生院)
* insert ExTeam(0, CareTeam/example-team-township, 示例镇家庭医生团队)
* insert ExPrice(0, 40.00, 2017-11-20, 2018-12-31)
* insert ExShare(0, 0, resident, 签约居民个人, 40.00, Patient/example-resident, 张示例)
* insert ExRate(0, 0, 4, 人, 10.00)
* insert ExPayee(0, 0, Organization/example-township-health-centre, 示例镇卫生院)
* supportingInfo = Reference(example-document-household-register)
* supportingInfo.display = "户口簿"
* insert ExSigner(household, 家庭代表, Patient/example-resident, 张示例, 2017-11-20T00:00:00+08:00)
* insert ExSigner([[familyDoctor][0]], 家庭医生, PractitionerRole/example-township-clinician, 王示例, 2017-11-20T00:00:00+08:00)
* insert ExSigner([[familyDoctor][1]], 家庭医生, PractitionerRole/example-rural-doctor, 周示例, 2017-11-20T00:00:00+08:00)
* legallyBindingReference = Reference(example-document-household-agreement)
* legal[0].extension[holder].valueReference = Reference(CareTeam/example-team-township)
* legal[0].extension[holder].valueReference.display = "示例镇家庭医生团队"
* legal[0].contentReference = Reference(example-document-household-agreement)
* legal[1].extension[holder].valueReference = Reference(example-household)
* legal[1].extension[holder].valueReference.display = "张示例家庭"
* legal[1].contentReference = Reference(example-document-household-agreement-copy)

Instance: example-contract-household-basic
InstanceOf: FDContract
Usage: #example
Title: "A household takes the free basic package"
Description: "The basic package costs nothing: the price is 0 and nobody has a share."
* insert ExContract(CITY-2017-0031, active, executed)
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#paper "纸质签约"
* insert ExPeriod(2017-12-04, 2017-12-04, 2018-12-31)
* subject[0] = Reference(example-household-two)
* subject[0].display = "吴示例家庭"
* subject[1] = Reference(Patient/example-resident-elderly)
* subject[1].display = "吴示例"
* insert ExPackage(0, PlanDefinition/example-package-city-basic, 基本服务组合, basic, 基础服务包)
* insert ExParty(0, household, 家庭, example-household-two, 吴示例家庭)
* insert ExParty(0, provider, 服务机构, Organization/example-township-health-centre, 示例镇卫生院)
* insert ExTeam(0, CareTeam/example-team-township, 示例镇家庭医生团队)
* insert ExPrice(0, 0.00, 2017-12-04, 2018-12-31)
* insert ExSigner(household, 家庭代表, Patient/example-resident-elderly, 吴示例, 2017-12-04T00:00:00+08:00)
* insert ExSigner([[familyDoctor][0]], 家庭医生, PractitionerRole/example-township-clinician, 王示例, 2017-12-04T00:00:00+08:00)
* insert ExSigner([[familyDoctor][1]], 家庭医生, PractitionerRole/example-rural-doctor, 周示例, 2017-12-04T00:00:00+08:00)

Instance: example-contract-breach
InstanceOf: FDContract
Usage: #example
Title: "Ended for breach, with a full refund"
Description: "A household paid 300 yuan for health management; the yearly examination was not done, so it asked to leave. Both sides signed (the Provenance holds the two signatures) and all was paid back at once (the Invoice). Ended because the provider did not deliver, its status is cancelled, not revoked."
* insert ExContract(CITY-2017-0012, terminated, cancelled)
* extension[endedOn].valueDate = "2018-11-15"
* extension[earlyEndReason].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#provider-breach "服务方未履行承诺"
* insert ExPeriod(2017-11-22, 2017-11-22, 2018-12-31)
* subject[0] = Reference(example-household-two)
* subject[0].display = "吴示例家庭"
* subject[1] = Reference(Patient/example-resident-elderly)
* subject[1].display = "吴示例"
* insert ExPackage(0, PlanDefinition/example-package-city-health-management, 健康管理组合, health-management, 健康管理组合)
* insert ExParty(0, household, 家庭, example-household-two, 吴示例家庭)
* insert ExParty(0, provider, 服务机构, Organization/example-township-health-centre, 示例镇卫生院)
* insert ExTeam(0, CareTeam/example-team-township, 示例镇家庭医生团队)
* insert ExPrice(0, 300.00, 2017-11-22, 2018-12-31)
* insert ExShare(0, 0, resident, 签约居民个人, 300.00, Patient/example-resident-elderly, 吴示例)
* insert ExRate(0, 0, 1, 户, 300.00)
* insert ExPayee(0, 0, Organization/example-township-health-centre, 示例镇卫生院)
* supportingInfo[0] = Reference(example-document-breach)
* supportingInfo[0].display = "解约确认书"
* supportingInfo[1] = Reference(example-invoice-refund)
* supportingInfo[1].display = "退还签约费 300 元"
* relevantHistory = Reference(example-provenance-breach)
* insert ExSigner(household, 家庭代表, Patient/example-resident-elderly, 吴示例, 2017-11-22T00:00:00+08:00)
* insert ExSigner([[familyDoctor][0]], 家庭医生, PractitionerRole/example-township-clinician, 王示例, 2017-11-22T00:00:00+08:00)
* insert ExSigner([[familyDoctor][1]], 家庭医生, PractitionerRole/example-rural-doctor, 周示例, 2017-11-22T00:00:00+08:00)

Instance: example-contract-supplement
InstanceOf: FDContract
Usage: #example
Title: "A supplementary agreement for home nursing"
Description: "Ten home visits by a nurse for the grandmother, agreed besides the contract of the household and paid for apart. Its topic is a single service, its kind tailored."
* insert ExContract(CITY-2017-0007-S1, active, executed)
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#supplement "补充协议"
* extension[supplementOf].valueReference = Reference(example-contract-household)
* insert ExPeriod(2018-03-05, 2018-03-05, 2018-12-31)
* subject = Reference(Patient/example-resident-grandmother)
* subject.display = "赵示例"
* insert ExPackage(0, ActivityDefinition/example-item-home-nursing, 上门护理, tailored, 个性化服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-grandmother, 赵示例)
* insert ExParty(0, provider, 服务机构, Organization/example-township-health-centre, 示例镇卫生院)
* insert ExTeam(0, CareTeam/example-team-township, 示例镇家庭医生团队)
* insert ExPrice(0, 255.00, 2018-03-05, 2018-12-31)
* insert ExShare(0, 0, resident, 签约居民个人, 255.00, Patient/example-resident, 张示例)
* insert ExRate(0, 0, 10, 次, 25.50)
* insert ExPayee(0, 0, Organization/example-township-health-centre, 示例镇卫生院)
* insert ExSigner(resident, 本人, Patient/example-resident-grandmother, 赵示例, 2018-03-05T00:00:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-rural-doctor, 周示例, 2018-03-05T00:00:00+08:00)

// ---- Hainan, from 2024 ----

Instance: example-contract-tailored
InstanceOf: FDContract
Usage: #example
Title: "Basic and tailored package, four payers"
Description: "A disabled resident with diabetes signs for two calendar years. The basic package is borne by insurance and public health funds, the tailored one by four payers: local fiscal resources take over most of the personal share. Prices are for the service year 2024; those of 2025 are added when that year begins."
* insert ExContract(HN-2024-01001, active, executed)
* extension[keyPopulation][0].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* extension[keyPopulation][1].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#disabled "残疾人"
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#on-site "现场电子签约"
* instantiatesCanonical = Reference(example-agreement-template)
* instantiatesCanonical.display = "家庭医生签约服务协议（示例文本）"
* insert ExPeriod(2024-03-01, 2024-03-01, 2025-12-31)
* subject = Reference(Patient/example-resident-diabetes)
* subject.display = "符示例"
* insert ExPackage(0, PlanDefinition/example-package-hainan-basic, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-diabetes, 符示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExTeam(0, CareTeam/example-team-hainan, 示例社区卫生服务中心第二家庭医生团队)
* insert ExPrice(0, 60.50, 2024-03-01, 2024-12-31)
* insert ExShare(0, 0, insurance-fund, 基本医疗保险基金, 40.30, Organization/example-insurance-fund, 示例市基本医疗保险基金)
* insert ExPayee(0, 0, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExShare(0, 1, public-health-fund, 基本公共卫生服务经费, 20.20, Organization/example-finance-hainan, 示例市财政局)
* insert ExPayee(0, 1, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExPackage(1, PlanDefinition/example-package-hainan-diabetes, 糖尿病个性化服务包, tailored, 个性化服务包)
* insert ExParty(1, resident, 居民个人, Patient/example-resident-diabetes, 符示例)
* insert ExParty(1, provider, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExTeam(1, CareTeam/example-team-hainan, 示例社区卫生服务中心第二家庭医生团队)
* insert ExPrice(1, 280.00, 2024-03-01, 2024-12-31)
* insert ExShare(1, 0, insurance-fund, 基本医疗保险基金, 140.10, Organization/example-insurance-fund, 示例市基本医疗保险基金)
* insert ExPayee(1, 0, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExShare(1, 1, public-health-fund, 基本公共卫生服务经费, 55.95, Organization/example-finance-hainan, 示例市财政局)
* insert ExPayee(1, 1, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExShare(1, 2, local-fiscal, 地方财政, 60.00, Organization/example-finance-hainan, 示例市财政局)
* insert ExPayee(1, 2, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExShare(1, 3, resident, 签约居民个人, 23.95, Patient/example-resident-diabetes, 符示例)
* insert ExPayee(1, 3, Organization/example-institution-hainan, 示例社区卫生服务中心)
* supportingInfo = Reference(example-document-disability)
* supportingInfo.display = "残疾人证"
* insert ExSigner(resident, 本人, Patient/example-resident-diabetes, 符示例, 2024-03-01T09:30:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-hainan, 王示例, 2024-03-01T09:35:00+08:00)
* insert ExSigner(institution, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心, 2024-03-01T09:35:00+08:00)

Instance: example-contract-individual-doctor
InstanceOf: FDContract
Usage: #example
Title: "A guardian signs for a child with a doctor who works alone"
Description: "No team: the family doctor signs and provides alone. The father signs for his child, who is under 18. Three calendar years, the longest term."
* insert ExContract(HN-2024-02207, active, executed)
* extension[keyPopulation].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#child-0-6 "0-6岁儿童"
* extension[signingChannel].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/contract-signing-channel#app "手机应用"
* insert ExPeriod(2024-01-10, 2024-01-10, 2026-12-31)
* subject = Reference(Patient/example-resident-child)
* subject.display = "张小例"
* insert ExPackage(0, PlanDefinition/example-package-hainan-basic, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-child, 张小例)
* insert ExParty(0, provider, 服务机构, Organization/example-clinic-hainan, 示例诊所)
* insert ExTeam(0, PractitionerRole/example-doctor-alone, 吉示例)
* insert ExSigner(guardian, 监护人, RelatedPerson/example-guardian, 张示例, 2024-01-10T20:05:00+08:00)
* signer[guardian].signature.onBehalfOf = Reference(Patient/example-resident-child)
* signer[guardian].signature.onBehalfOf.display = "张小例"
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-doctor-alone, 吉示例, 2024-01-11T08:20:00+08:00)

Instance: example-contract-renewed
InstanceOf: FDContract
Usage: #example
Title: "Ended and renewed"
Description: "Ran to its last day, 31 December; on the next day its renewal began. In FHIR it is terminated, which in R4 means that it reached its end."
* insert ExContract(HN-2024-00310, renewed, terminated)
* extension[renewedBy].valueReference = Reference(example-contract-renewal)
* insert ExPeriod(2024-05-06, 2024-05-06, 2024-12-31)
* subject = Reference(Patient/example-resident-chronic)
* subject.display = "黄示例"
* insert ExPackage(0, PlanDefinition/example-package-hainan-basic, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-chronic, 黄示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExTeam(0, CareTeam/example-team-hainan, 示例社区卫生服务中心第二家庭医生团队)
* insert ExSigner(resident, 本人, Patient/example-resident-chronic, 黄示例, 2024-05-06T00:00:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-hainan, 王示例, 2024-05-06T00:00:00+08:00)

Instance: example-contract-renewal
InstanceOf: FDContract
Usage: #example
Title: "A renewal"
Description: "Signed in December for the next calendar year. It is executed like any other contract in force: the R4 status renewed is not for it."
* insert ExContract(HN-2024-00310-R1, active, executed)
* subType = https://family-doctor-fhir.github.io/CodeSystem/signing-kind#renewal "续签"
* extension[renews].valueReference = Reference(example-contract-renewed)
* insert ExPeriod(2024-12-20, 2025-01-01, 2025-12-31)
* subject = Reference(Patient/example-resident-chronic)
* subject.display = "黄示例"
* insert ExPackage(0, PlanDefinition/example-package-hainan-basic, 基础服务包, basic, 基础服务包)
* insert ExParty(0, resident, 居民个人, Patient/example-resident-chronic, 黄示例)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExTeam(0, CareTeam/example-team-hainan, 示例社区卫生服务中心第二家庭医生团队)
* insert ExPrice(0, 60.50, 2025-01-01, 2025-12-31)
* insert ExShare(0, 0, insurance-fund, 基本医疗保险基金, 40.30, Organization/example-insurance-fund, 示例市基本医疗保险基金)
* insert ExShare(0, 1, public-health-fund, 基本公共卫生服务经费, 20.20, Organization/example-finance-hainan, 示例市财政局)
* insert ExSigner(resident, 本人, Patient/example-resident-chronic, 黄示例, 2024-12-20T10:00:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-hainan, 王示例, 2024-12-20T10:05:00+08:00)

Instance: example-contract-community
InstanceOf: FDContract
Usage: #example
Title: "A nursing home signs for its residents"
Description: "A functional community with a negotiated rate of 80 yuan a person and year, filed with healthcare security, which the nursing home pays. The community, the group of its members and every covered resident are subjects."
* insert ExContract(HN-2024-09001, active, executed)
* insert ExPeriod(2024-04-15, 2024-04-15, 2024-12-31)
* subject[0] = Reference(example-nursing-home)
* subject[0].display = "示例养老院"
* subject[1] = Reference(example-nursing-home-members)
* subject[1].display = "示例养老院入住老人"
* subject[2] = Reference(Patient/example-resident-elderly)
* subject[2].display = "陈示例"
* subject[3] = Reference(Patient/example-resident-grandmother)
* subject[3].display = "赵示例"
* insert ExPackage(0, PlanDefinition/example-package-hainan-nursing-home, 养老机构服务包, functional-community, 功能社区服务包)
* insert ExParty(0, functionalCommunity, 功能社区, example-nursing-home, 示例养老院)
* insert ExParty(0, provider, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExTeam(0, CareTeam/example-team-hainan, 示例社区卫生服务中心第二家庭医生团队)
* insert ExPrice(0, 160.00, 2024-04-15, 2024-12-31)
* insert ExShare(0, 0, organisation, 单位, 160.00, example-nursing-home, 示例养老院)
* insert ExRate(0, 0, 2, 人, 80.00)
* insert ExPayee(0, 0, Organization/example-institution-hainan, 示例社区卫生服务中心)
* insert ExSigner(communityRepresentative, 功能社区代表, example-nursing-home, 示例养老院, 2024-04-15T14:00:00+08:00)
* insert ExSigner(familyDoctor, 家庭医生, PractitionerRole/example-gp-hainan, 王示例, 2024-04-15T14:00:00+08:00)
* insert ExSigner(institution, 服务机构, Organization/example-institution-hainan, 示例社区卫生服务中心, 2024-04-15T14:00:00+08:00)
