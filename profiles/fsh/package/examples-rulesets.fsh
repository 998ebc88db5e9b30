// What the examples of items and packages have in common.

// An item, version 1. `tail` ends its URL, `name` is for machines.
RuleSet: AnItem(tail, name, title, nature, display)
* language = #zh-CN
* url = "https://family-doctor-fhir.github.io/ActivityDefinition/{tail}"
* version = "1"
* name = "{name}"
* title = "{title}"
* status = #active
* experimental = true
* publisher = "示例市卫生健康主管部门"
* jurisdiction = urn:iso:std:iso:3166#CN "China"
* topic = https://family-doctor-fhir.github.io/CodeSystem/service-nature#{nature} "{display}"

// An item somebody performs.
RuleSet: Performed(code, display)
* kind = #Task
* intent = #order
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#{code} "{display}"

RuleSet: ItemYearly(times)
* timingTiming.repeat.frequency = {times}
* timingTiming.repeat.period = 1
* timingTiming.repeat.periodUnit = #a

RuleSet: ItemBy(role, display)
* participant[+].type = #practitioner
* participant[=].role = https://family-doctor-fhir.github.io/CodeSystem/team-role#{role} "{display}"

RuleSet: ForGroup(group, display)
* extension[eligibility][+].extension[keyGroup][0].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#{group} "{display}"

// A package. `tail` ends its URL.
RuleSet: APackage(tail, name, title, kind, display, version)
* language = #zh-CN
* url = "https://family-doctor-fhir.github.io/PlanDefinition/{tail}"
* version = "{version}"
* name = "{name}"
* title = "{title}"
* topic = https://family-doctor-fhir.github.io/CodeSystem/package-kind#{kind} "{display}"

// Each package of the city plan of 2017.
RuleSet: City2017
* status = #active
* experimental = false
* date = "2017-09-01"
* publisher = "示例市卫生和计划生育局"
* jurisdiction = urn:iso:std:iso:3166#CN "China"
* effectivePeriod.start = "2017-09-01"
* effectivePeriod.end = "2018-12-31"
* relatedArtifact[policy][+].type = #citation
* relatedArtifact[policy][=].citation = "某市2017年家庭医生签约服务实施方案，第六部分“服务内容”"

// Each package of Hainan. The text of Attachment 1 is not public: items, frequencies and prices are the project's own.
RuleSet: Hainan2024
* experimental = true
* publisher = "示例市卫生健康委员会"
* jurisdiction.coding[+] = urn:iso:std:iso:3166#CN "China"
* jurisdiction.coding[+] = https://family-doctor-fhir.github.io/CodeSystem/gb-t-2260-division#460000 "海南省"
* relatedArtifact[policy][+].type = #citation
* relatedArtifact[policy][=].citation = "海南省家庭医生签约服务实施方案，2024年1月1日起施行"
* copyright = "海南省附件1《家庭医生签约服务包服务项目及费用标准参考表》未公开；本服务包的项目、频次和价格由本项目拟定，仅作示例。"

RuleSet: Contains(package)
* relatedArtifact[basicPackage][+].type = #depends-on
* relatedArtifact[basicPackage][=].resource = "https://family-doctor-fhir.github.io/PlanDefinition/{package}"

RuleSet: Policy(citation)
* relatedArtifact[policy][+].type = #citation
* relatedArtifact[policy][=].citation = "{citation}"

RuleSet: Costs(amount, unit)
* extension[price].extension[amount].valueMoney.value = {amount}
* extension[price].extension[amount].valueMoney.currency = #CNY
* extension[price].extension[unit].valueCode = #{unit}

RuleSet: InsteadOf(amount)
* extension[price].extension[listAmount].valueMoney.value = {amount}
* extension[price].extension[listAmount].valueMoney.currency = #CNY

RuleSet: Pays(payer, amount)
* extension[feeShare][+].extension[payer].valueCode = #{payer}
* extension[feeShare][=].extension[amount].valueMoney.value = {amount}
* extension[feeShare][=].extension[amount].valueMoney.currency = #CNY

// An item of a package: number of the clause, name, item (tail of its URL and version).
RuleSet: Action(prefix, title, item)
* action[+].prefix = "{prefix}"
* action[=].title = "{title}"
* action[=].definitionCanonical = "https://family-doctor-fhir.github.io/ActivityDefinition/{item}"

RuleSet: Yearly(times)
* action[=].timingTiming.repeat.frequency = {times}
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #a

RuleSet: Once
* action[=].timingTiming.repeat.count = 1

RuleSet: By(role, display)
* action[=].participant[+].type = #practitioner
* action[=].participant[=].role = https://family-doctor-fhir.github.io/CodeSystem/team-role#{role} "{display}"
