// The two residents of the case, their contract, and who else the case needs. All are invented: division 000000 does not exist.

Instance: example-referral-resident
InstanceOf: Patient
Usage: #example
Title: "The resident who is referred to the county hospital and back"
Description: "上转、转回病例中的签约居民"
* language = #zh-CN
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-resident"
* extension.url = "https://family-doctor-fhir.github.io/StructureDefinition/key-population"
* extension.valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* identifier[0].use = #official
* identifier[0].system = $id-document
* identifier[0].value = "000000195804120028"
* identifier[1].system = $health-record
* identifier[1].value = "00000010110100021"
* active = true
* name.use = #official
* name.text = "郑示例"
* telecom.system = #phone
* telecom.value = "13800000000"
* gender = #female
* birthDate = "1958-04-12"
* address.use = #home
* address.text = "示例省示例市示例县示例镇示例村21号"
* generalPractitioner = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* managingOrganization = Reference(Organization/example-institution-township) "示例镇中心卫生院"

Instance: example-referral-resident-2
InstanceOf: Patient
Usage: #example
Title: "The resident whose referral is declined"
Description: "被拒收、转往区域外的病例中的签约居民"
* language = #zh-CN
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-resident"
* identifier.use = #official
* identifier.system = $id-document
* identifier.value = "000000196211050049"
* active = true
* name.use = #official
* name.text = "李示例"
* gender = #female
* birthDate = "1962-11-05"

// A contract of one resident with what it must have; the money examples use it, too.
RuleSet: SmallContract(number, state, status, issued, start, end, resident, name, institution, institutionName, package, packageName, performer, performerName, doctor, doctorName)
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-contract"
* extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/contract-state"
* extension[0].valueCode = #{state}
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/contract-number"
* identifier.value = "{number}"
* status = #{status}
* issued = "{issued}"
* applies.start = "{start}"
* applies.end = "{end}"
* subject = Reference({resident}) "{name}"
* type = https://family-doctor-fhir.github.io/CodeSystem/contract-kind#family-doctor-service "家庭医生签约服务"
* term.offer.party[0].reference = Reference({resident}) "{name}"
* term.offer.party[0].role = https://family-doctor-fhir.github.io/CodeSystem/contract-party#resident "居民个人"
* term.offer.party[1].reference = Reference({institution}) "{institutionName}"
* term.offer.party[1].role = https://family-doctor-fhir.github.io/CodeSystem/contract-party#provider "服务机构"
* term.offer.topic = Reference(PlanDefinition/{package}) "{packageName}"
* term.action.type = https://family-doctor-fhir.github.io/CodeSystem/contract-action#provide-package "提供签约服务"
* term.action.intent = http://terminology.hl7.org/CodeSystem/v3-ActReason#TREAT
* term.action.status = http://hl7.org/fhir/contract-action-status#complete
* term.action.performer = Reference({performer}) "{performerName}"
* signer[0].type = https://family-doctor-fhir.github.io/CodeSystem/signer-role#resident "本人"
* signer[0].party = Reference({resident}) "{name}"
* signer[0].signature.type = urn:iso-astm:E1762-95:2013#1.2.840.10065.1.12.1.7
* signer[0].signature.when = "{issued}T00:00:00+08:00"
* signer[0].signature.who = Reference({resident}) "{name}"
* signer[1].type = https://family-doctor-fhir.github.io/CodeSystem/signer-role#family-doctor "家庭医生"
* signer[1].party = Reference({doctor}) "{doctorName}"
* signer[1].signature.type = urn:iso-astm:E1762-95:2013#1.2.840.10065.1.12.1.7
* signer[1].signature.when = "{issued}T00:00:00+08:00"
* signer[1].signature.who = Reference({doctor}) "{doctorName}"

// What the package of a small contract costs in a service year, and the share of one payer.
RuleSet: SmallPrice(price, start, end)
* term.asset.extension.url = "https://family-doctor-fhir.github.io/StructureDefinition/agreed-price"
* term.asset.extension.valueMoney.value = {price}
* term.asset.extension.valueMoney.currency = #CNY
* term.asset.period.start = "{start}"
* term.asset.period.end = "{end}"

RuleSet: SmallShare(i, kind, amount, payer, name)
* term.asset.valuedItem[{i}].extension.url = "https://family-doctor-fhir.github.io/StructureDefinition/payer-kind"
* term.asset.valuedItem[{i}].extension.valueCode = #{kind}
* term.asset.valuedItem[{i}].net.value = {amount}
* term.asset.valuedItem[{i}].net.currency = #CNY
* term.asset.valuedItem[{i}].responsible = Reference({payer}) "{name}"

Instance: example-referral-contract
InstanceOf: Contract
Usage: #example
Title: "The contract under which she is referred"
Description: "郑示例的签约服务协议"
* language = #zh-CN
* insert SmallContract(EX-2026-0021, active, executed, 2025-12-20, 2026-01-01, 2026-12-31, example-referral-resident, 郑示例, Organization/example-institution-township, 示例镇中心卫生院, hainan-basic-1, 基础服务包, CareTeam/example-team-township, 示例村家庭医生团队, PractitionerRole/example-family-doctor-township, 周示例)
* term.offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#basic "基础服务包"

Instance: example-contract-uninsured
InstanceOf: Contract
Usage: #example
Title: "The contract of an uninsured resident"
Description: "李示例的签约服务协议；她未参保，医保基金部分由本人承担"
* language = #zh-CN
* insert SmallContract(EX-2026-0022, active, executed, 2025-12-22, 2026-01-01, 2026-12-31, example-referral-resident-2, 李示例, Organization/example-institution-township, 示例镇中心卫生院, hainan-basic-1, 基础服务包, CareTeam/example-team-township, 示例村家庭医生团队, PractitionerRole/example-family-doctor-township, 周示例)
* term.offer.type = https://family-doctor-fhir.github.io/CodeSystem/package-kind#basic "基础服务包"
* insert SmallPrice(90.00, 2026-01-01, 2026-12-31)
* insert SmallShare(0, public-health-fund, 35.00, Organization/example-payer-finance, 示例市财政局)
* insert SmallShare(1, resident, 55.00, example-referral-resident-2, 李示例)

Instance: example-insurance-agency
InstanceOf: Organization
Usage: #example
Title: "Agency of the medical insurance fund"
Description: "医保经办机构，审核区域外转诊"
* language = #zh-CN
* active = true
* type = http://terminology.hl7.org/CodeSystem/organization-type#govt
* name = "示例县医保经办机构"
