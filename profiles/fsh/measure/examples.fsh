// Measures of a city and reports. Figures, institutions and areas are invented.

Instance: example-measure-tcm
InstanceOf: FDMeasure
Usage: #example
Title: "An indicator of a city's own"
Description: "The Hainan plan lets cities choose their indicators: here the share of contracted residents who had a TCM service, with a target that the city set under the plan. Its topic is in words, since no code of ours fits."
* language = #zh-CN
* url = "https://example.org/Measure/tcm-service-rate"
* version = "2024"
* name = "TcmServiceRate"
* title = "签约居民中医药服务率"
* status = #active
* description = "年内接受过中医药服务的签约居民占签约居民的比例。"
* publisher = "示例市卫生健康委员会"
* jurisdiction = urn:iso:std:iso:3166#CN "China"
* effectivePeriod.start = "2024-01-01"
* effectivePeriod.end = "2024-12-31"
* topic.text = "中医药服务率"
* library = "https://family-doctor-fhir.github.io/Library/populations|0.1.0"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#proportion
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* group.extension[basis].valueCode = #Patient
* group.extension[denominatorKind].valueCode = #contracted-residents
* group.extension[target].extension[value].valueQuantity = 30 '%' "%"
* group.extension[target].extension[value].valueQuantity.comparator = #>=
* group.extension[target].extension[policy].valueCode = #hainan-2024
* group.extension[target].extension[from].valueDate = "2024-01-01"
* group.extension[target].extension[by].valueDate = "2024-12-31"
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[0].description = "签约居民。"
* group.population[0].criteria.language = #text/cql
* group.population[0].criteria.expression = "ContractedResidents"
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[1].description = "其中年内接受过中医药服务的。"
* group.population[1].criteria.language = #application/x-fhir-query
* group.population[1].criteria.expression = "Patient?_has:Encounter:patient:type=https://family-doctor-fhir.github.io/CodeSystem/service-item%7Ctcm"

Instance: example-measure-services
InstanceOf: FDMeasure
Usage: #example
Title: "A count"
Description: "House calls of a district in a year: a count has no denominator."
* language = #zh-CN
* url = "https://example.org/Measure/house-calls"
* version = "1"
* name = "HouseCalls"
* title = "上门服务人次"
* status = #draft
* description = "期内上门服务人次。"
* topic = https://family-doctor-fhir.github.io/CodeSystem/indicator#service-count "服务量"
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#cohort
* group.extension[basis].valueCode = #Encounter
* group.extension[denominatorKind].valueCode = #none
* group.population.code = http://terminology.hl7.org/CodeSystem/measure-population#initial-population
* group.population.description = "上门服务。"
* group.population.criteria.language = #text/fhirpath
* group.population.criteria.expression = "status = 'finished' and class.code = 'HH'"

// A count of the current group, or of the current stratum.
RuleSet: ExCount(population, count)
* group[=].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{population}
* group[=].population[=].count = {count}

RuleSet: ExStratumCount(population, count)
* group[=].stratifier[=].stratum[=].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{population}
* group[=].stratifier[=].stratum[=].population[=].count = {count}

RuleSet: ExStratumHidden(population)
* group[=].stratifier[=].stratum[=].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{population}
* group[=].stratifier[=].stratum[=].population[=].count.extension[0].url = $data-absent
* group[=].stratifier[=].stratum[=].population[=].count.extension[0].valueCode = #masked

RuleSet: ExGroupStratum(code, name)
* group[=].stratifier[=].stratum[+].value = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#{code} "{name}"

RuleSet: ExScore(value)
* group[=].measureScore = {value} '%' "%"

RuleSet: ExStratumScore(value)
* group[=].stratifier[=].stratum[=].measureScore = {value} '%' "%"

Instance: example-report-coverage
InstanceOf: FDMeasureReport
Usage: #example
Title: "Coverage of a community health centre"
Description: "Coverage of key groups by group, on the last day of 2024, for one institution. A resident of two groups counts in both strata and once in the whole."
* language = #zh-CN
* extension[reportedFor].extension[institution].valueReference = Reference(Organization/example-institution) "示例社区卫生服务中心"
* extension[reportedFor].extension[division].valueCoding = urn:oid:2.16.156.10011.2.3.3.1#990000001 "示例街道"
* identifier.system = "https://example.org/report-number"
* identifier.value = "2024-COV-01"
* status = #complete
* type = #summary
* measure = "https://family-doctor-fhir.github.io/Measure/coverage-key|0.1.0"
* date = "2025-01-03T02:10:00+08:00"
* reporter = Reference(Organization/example-institution) "示例社区卫生服务中心"
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* group[0].extension[denominatorKind].valueCode = #group-members
* group[0].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#coverage-key "重点人群签约覆盖率"
* insert ExCount(denominator, 4120)
* insert ExCount(numerator, 3296)
* insert ExScore(80.0)
* group[0].stratifier[0].code.text = "重点人群"
* insert ExGroupStratum(elderly, 老年人)
* insert ExStratumCount(denominator, 2210)
* insert ExStratumCount(numerator, 1901)
* insert ExStratumScore(86.0)
* insert ExGroupStratum(hypertension, 高血压患者)
* insert ExStratumCount(denominator, 1480)
* insert ExStratumCount(numerator, 1295)
* insert ExStratumScore(87.5)
* insert ExGroupStratum(child-0-6, 0-6岁儿童)
* insert ExStratumCount(denominator, 960)
* insert ExStratumCount(numerator, 624)
* insert ExStratumScore(65.0)

Instance: example-report-public
InstanceOf: FDMeasureReport
Usage: #example
Title: "The same for the public"
Description: "Eight residents with tuberculosis are too few to be shown; a second group is hidden with them, so that sums do not reveal them."
* language = #zh-CN
* extension[suppressedBelow].valuePositiveInt = 10
* extension[reportedFor].extension[division].valueCoding = urn:oid:2.16.156.10011.2.3.3.1#990000001 "示例街道"
* status = #complete
* type = #summary
* measure = "https://family-doctor-fhir.github.io/Measure/coverage-group|0.1.0"
* date = "2025-01-03T02:11:00+08:00"
* reporter = Reference(Organization/example-health-commission) "示例市卫生健康委员会"
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* group[0].extension[denominatorKind].valueCode = #group-members
* group[0].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#coverage-group "分人群签约率"
* insert ExCount(denominator, 4120)
* insert ExCount(numerator, 3296)
* group[0].stratifier[0].code.text = "重点人群"
* insert ExGroupStratum(elderly, 老年人)
* insert ExStratumCount(denominator, 2210)
* insert ExStratumCount(numerator, 1901)
* insert ExGroupStratum(tuberculosis, 肺结核患者)
* insert ExStratumHidden(denominator)
* insert ExStratumHidden(numerator)
* insert ExGroupStratum(severe-mental, 严重精神障碍患者)
* insert ExStratumHidden(denominator)
* insert ExStratumHidden(numerator)

Instance: example-team-panel
InstanceOf: Group
Usage: #example
Title: "Contracted residents of a team"
Description: "Whom a team's report is about."
* language = #zh-CN
* type = #person
* actual = true
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#team-panel "团队签约居民"
* name = "陈示例家庭医生团队签约居民"
* quantity = 1912

Instance: example-report-team-month
InstanceOf: FDMeasureReport
Usage: #example
Title: "Monthly report of a team"
Description: "October 2024: first columns of the monthly report, for one team; the subject is the group of its contracted residents."
* language = #zh-CN
* extension[reportedFor].extension[team].valueReference = Reference(CareTeam/example-team) "示例社区陈示例家庭医生团队"
* extension[reportedFor].extension[institution].valueReference = Reference(Organization/example-institution) "示例社区卫生服务中心"
* status = #complete
* type = #summary
* measure = "https://family-doctor-fhir.github.io/Measure/monthly-report|0.1.0"
* subject = Reference(example-team-panel)
* date = "2024-11-01T01:00:00+08:00"
* reporter = Reference(Organization/example-institution) "示例社区卫生服务中心"
* period.start = "2024-10-01"
* period.end = "2024-10-31"
* insert ExColumn(residents-contracted, 签约居民数, 1912)
* insert ExColumn(households-contracted, 签约户数, 803)
* insert ExColumn(key-contracted, 重点人群签约数, 1044)
* insert ExColumn(contracts-new, 当期新签协议数, 37)
* insert ExColumn(contracts-renewed, 当期续签协议数, 12)
* insert ExColumn(contracts-ended, 当期提前解除协议数, 1)
* insert ExColumn(services-due, 当期应履行服务数, 642)
* insert ExColumn(services-done, 当期完成服务数, 605)
* insert ExColumn(services-late, 其中逾期完成数, 21)
* insert ExColumn(referrals-up, 上转人次, 9)
* insert ExColumn(referrals-back, 转回人次, 6)

RuleSet: ExColumn(code, name, count)
* group[+].extension[denominatorKind].valueCode = #none
* group[=].code = https://family-doctor-fhir.github.io/CodeSystem/report-column#{code} "{name}"
* insert ExCount(initial-population, {count})

Instance: example-report-gaps
InstanceOf: FDMeasureReport
Usage: #example
Title: "A list of gaps"
Description: "Chronic patients and elderly of monitored households without a contract, by name."
* language = #zh-CN
* contained = example-gap-list
* extension[reportedFor].extension[institution].valueReference = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* status = #complete
* type = #subject-list
* measure = "https://family-doctor-fhir.github.io/Measure/monitored-household-coverage|0.1.0"
* date = "2024-11-01T01:05:00+08:00"
* reporter = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* period.start = "2024-01-01"
* period.end = "2024-10-31"
* group[0].extension[denominatorKind].valueCode = #group-members
* group[0].code = https://family-doctor-fhir.github.io/CodeSystem/period-rule#monitored-household-coverage "监测户慢病患者和老年人签约覆盖率"
* insert ExCount(denominator, 46)
* insert ExCount(numerator, 45)
* group[0].population[2].code.text = "缺口：未签约"
* group[0].population[2].count = 1
* group[0].population[2].subjectResults = Reference(example-gap-list)
* insert ExScore(97.8)

Instance: example-gap-list
InstanceOf: List
Usage: #inline
* status = #current
* mode = #snapshot
* title = "监测户中未签约的慢病患者和老年人"
* entry.item = Reference(Patient/example-resident-foreign)

Instance: example-report-individual
InstanceOf: FDMeasureReport
Usage: #example
Title: "Of one resident"
Description: "Fulfilment of one resident's services in a year."
* language = #zh-CN
* status = #complete
* type = #individual
* measure = "https://family-doctor-fhir.github.io/Measure/performance-rate|0.1.0"
* subject = Reference(Patient/example-resident) "赵示例"
* date = "2024-12-31"
* reporter = Reference(PractitionerRole/example-family-doctor) "陈示例"
* period.start = "2024-01-01"
* period.end = "2024-12-31"
* group[0].extension[denominatorKind].valueCode = #services-due
* group[0].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#performance-rate "履约率"
* insert ExCount(denominator, 12)
* insert ExCount(numerator, 11)
* insert ExScore(91.7)
