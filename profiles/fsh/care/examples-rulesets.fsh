// What the examples of care have in common: one resident, her team, her contract.

RuleSet: ForHer
* subject = Reference(Patient/example-resident)
* subject.display = "赵示例"

RuleSet: UnderHerContract
* extension[contract].valueReference = Reference(Contract/example-contract-tailored)
* extension[contract].valueReference.display = "赵示例的家庭医生签约服务协议"

RuleSet: AtVisit(id, display)
* encounter = Reference(Encounter/{id})
* encounter.display = "{display}"

RuleSet: FoundBy(id, display)
* performer = Reference(PractitionerRole/{id})
* performer.display = "{display}"

RuleSet: ByHerPlan
* basedOn = Reference(CarePlan/example-care-plan)
* basedOn.display = "赵示例的健康管理方案（2025年）"

// A task of her plan: item (tail of its URL), code and name of the service, from and to, both included.
RuleSet: HerTask(item, code, display, from, to)
* insert UnderHerContract
* instantiatesCanonical = "https://family-doctor-fhir.github.io/ActivityDefinition/{item}|1"
* insert ByHerPlan
* intent = #order
* code.coding[kind] = https://family-doctor-fhir.github.io/CodeSystem/task-kind#service "履约服务"
* code.coding[item] = https://family-doctor-fhir.github.io/CodeSystem/service-item#{code} "{display}"
* for = Reference(Patient/example-resident)
* for.display = "赵示例"
* authoredOn = "2025-01-06T10:30:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor)
* requester.display = "陈示例"
* owner = Reference(CareTeam/example-team)
* owner.display = "示例社区陈示例家庭医生团队"
* restriction.period.start = "{from}"
* restriction.period.end = "{to}"

// A record made when the task was performed.
RuleSet: Evidence(name, type, id)
* output[+].type.text = "{name}"
* output[=].valueReference = Reference({type}/{id})

RuleSet: Visit(class, display, start, end)
* status = #finished
* class = $act-code#{class} "{display}"
* period.start = "{start}"
* period.end = "{end}"
* insert ForHer
* episodeOfCare = Reference(EpisodeOfCare/example-episode-resident)
* serviceProvider = Reference(Organization/example-institution)
* serviceProvider.display = "示例社区卫生服务中心"

RuleSet: Served(item, display, mode, name)
* type[+] = https://family-doctor-fhir.github.io/CodeSystem/service-item#{item} "{display}"
* type[+] = urn:oid:2.16.156.10011.2.3.1.183#{mode} "{name}"

RuleSet: With(id, display)
* participant[+].individual = Reference(PractitionerRole/{id})
* participant[=].individual.display = "{display}"
