// How operations, search parameters and capability statements are written.

// ---- Operations ----

// An operation on one resource (instance) or on all of a type; `resource` is where it is called.
RuleSet: Operation(id, name, title, chinese, resource, code, type, instance, affects, requirements, source)
* insert Defines(OperationDefinition, {id}, 0.1.0, {name}, [[{title}]], [[{chinese}]], [[{requirements}]], [[{source}]])
* status = #draft
* date = "2026-11-22"
* kind = #operation
* affectsState = {affects}
* code = #{code}
* resource = #{resource}
* system = false
* type = {type}
* instance = {instance}

// A parameter that goes in, one that comes out, and a part of the one before.
RuleSet: OpIn(name, min, max, type, english, chinese)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* insert InBoth(parameter[=].documentation, [[{english}]], [[{chinese}]])

RuleSet: OpOut(name, min, max, type, english, chinese)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* insert InBoth(parameter[=].documentation, [[{english}]], [[{chinese}]])

// One that has parts and no type; `use` is in or out.
RuleSet: OpParts(use, name, min, max, english, chinese)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* insert InBoth(parameter[=].documentation, [[{english}]], [[{chinese}]])

RuleSet: OpPiece(use, name, min, max, type, english, chinese)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #{use}
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].type = #{type}
* insert InBoth(parameter[=].part[=].documentation, [[{english}]], [[{chinese}]])

// What the parameter before refers to, and which codes it takes.
RuleSet: OpTo(profile)
* parameter[=].targetProfile[+] = "https://family-doctor-fhir.github.io/StructureDefinition/{profile}"

RuleSet: OpToAny(type)
* parameter[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/{type}"

RuleSet: OpFrom(valueset)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://family-doctor-fhir.github.io/ValueSet/{valueset}"

RuleSet: OpPieceTo(profile)
* parameter[=].part[=].targetProfile[+] = "https://family-doctor-fhir.github.io/StructureDefinition/{profile}"

RuleSet: OpPieceToAny(type)
* parameter[=].part[=].targetProfile[+] = "http://hl7.org/fhir/StructureDefinition/{type}"

RuleSet: OpPieceFrom(valueset)
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = "https://family-doctor-fhir.github.io/ValueSet/{valueset}"

// Who acts. Its role and institution are checked; that it is really this one, is not claimed.
RuleSet: OpActor(min)
* insert OpIn(performer, {min}, 1, Reference, [[Who does it; role and institution are checked. Where access control tells who it is, the two must agree.]], [[操作人；核对其角色和机构。已有身份认证的，应与认证身份一致。]])
* insert OpToAny(PractitionerRole)

// A contract that came of it, what else was made or changed, findings.
RuleSet: OpContract(english, chinese)
* insert OpOut(contract, 1, 1, Contract, [[{english}]], [[{chinese}]])
* insert OpOut(changed, 0, *, Reference, [[What else was made or changed, with versions: episodes, plan, tasks, charges, accounts, the earlier contract, Provenance.]], [[同时新建或变更的资源（含版本）：服务期、方案、任务、费用、账户、原协议、Provenance。]])
* insert OpOutcome

// The same of a referral.
RuleSet: OpReferral
* insert OpOut(referral, 1, 1, ServiceRequest, [[The referral as it now stands.]], [[办理后的转诊单。]])
* insert OpOut(changed, 0, *, Reference, [[What else was made or changed, with versions: tasks, appointment, slot, bed, back-referral, Provenance.]], [[同时新建或变更的资源（含版本）：任务、预约、号源、床位、回转单、Provenance。]])
* insert OpOutcome

// What all operations that change something have in common, after what is particular to one.
RuleSet: OpRules(english, chinese)
* insert InBoth(comment, [[{english} One transaction: everything or nothing. Called again with the same Idempotency-Key, or for the same business identifier with equal input, it gives the first result with 200; with different input 409. What a rule of the policy refuses is answered 422 with an OperationOutcome that names rule, requirement and text; what the present state does not allow, 409.]], [[{chinese}全部在一个事务中完成。以相同 Idempotency-Key，或同一业务编号和相同输入再次调用，返回首次结果（200）；输入不同返回 409。政策规则不允许的返回 422，OperationOutcome 写明规则、需求和依据；当前状态不允许的返回 409。]])

RuleSet: OpOutcome
* insert OpOut(outcome, 0, 1, OperationOutcome, [[Findings that refuse nothing: warnings of the policy, each with the rule and its text.]], [[不影响办理的提示：政策告警，注明规则和依据。]])

// A reference in the URL of a GET.
RuleSet: OpReference(name, min, max, english, chinese)
* insert OpIn({name}, {min}, {max}, string, [[{english}]], [[{chinese}]])
* parameter[=].searchType = #reference

// The scope of figures and lists.
RuleSet: OpScope
* insert OpReference(team, 0, 1, [[Only this team (CareTeam).]], [[仅该团队（CareTeam）。]])
* insert OpReference(institution, 0, 1, [[Only this institution (Organization) and what belongs to it.]], [[仅该机构（Organization）及其下属。]])
* insert OpIn(division, 0, 1, code, [[Only this area and what lies in it: a division code of GB/T 2260, up to 12 digits.]], [[仅该行政区划及其下级（GB/T 2260，可至 12 位）。]])

// ---- Search parameters ----

RuleSet: SearchBy(id, name, base, code, type, english, chinese, requirements)
* id = "{id}"
* url = "https://family-doctor-fhir.github.io/SearchParameter/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "family-doctor-fhir"
* language = #en
* insert InBoth(description, [[{english}]], [[{chinese}]])
* purpose = "Requirements: {requirements}. Source: decision of this project; R4 has no such parameter."
* code = #{code}
* base = #{base}
* type = #{type}

// ---- Capability statements ----

// A role, and what it must be able to do.
RuleSet: CapRole(id, name, title, chinese, requirements, source)
* insert Defines(CapabilityStatement, {id}, 0.1.0, {name}, [[{title}]], [[{chinese}]], [[{requirements}]], [[{source}]])
* status = #draft
* date = "2026-11-22"
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #application/fhir+json

// A resource type, with one or no profile of ours; SHALL, SHOULD or MAY.
RuleSet: CapType(type, expectation, english, chinese)
* rest[=].resource[+].type = #{type}
* rest[=].resource[=].extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/expectation"
* rest[=].resource[=].extension[0].valueCode = #{expectation}
* insert InBoth(rest[=].resource[=].documentation, [[{english}]], [[{chinese}]])

RuleSet: CapProfile(profile, expectation)
* rest[=].resource[=].supportedProfile[+] = "https://family-doctor-fhir.github.io/StructureDefinition/{profile}"
* rest[=].resource[=].supportedProfile[=].extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/expectation"
* rest[=].resource[=].supportedProfile[=].extension[0].valueCode = #{expectation}

RuleSet: CapDoes(code, expectation)
* rest[=].resource[=].interaction[+].code = #{code}
* rest[=].resource[=].interaction[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest[=].resource[=].interaction[=].extension[0].valueCode = #{expectation}

// read and search-type; with Writes also create and update.
RuleSet: CapReads(expectation)
* insert CapDoes(read, {expectation})
* insert CapDoes(search-type, {expectation})

RuleSet: CapWrites(expectation)
* insert CapDoes(create, {expectation})
* insert CapDoes(update, {expectation})

// All that a server does with resources it keeps.
RuleSet: CapKept
* insert CapReads(SHALL)
* insert CapDoes(vread, SHALL)
* insert CapDoes(history-instance, SHALL)
* insert CapWrites(SHALL)
* insert CapDoes(patch, SHOULD)
* insert CapDoes(delete, SHOULD)
* rest[=].resource[=].versioning = #versioned
* rest[=].resource[=].readHistory = true
* rest[=].resource[=].conditionalCreate = true
* rest[=].resource[=].conditionalUpdate = true

// A search parameter of R4; `definition` ends its URL.
RuleSet: CapBy(name, type, definition, expectation)
* rest[=].resource[=].searchParam[+].name = "{name}"
* rest[=].resource[=].searchParam[=].definition = "http://hl7.org/fhir/SearchParameter/{definition}"
* rest[=].resource[=].searchParam[=].type = #{type}
* rest[=].resource[=].searchParam[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest[=].resource[=].searchParam[=].extension[0].valueCode = #{expectation}

// One of ours.
RuleSet: CapByOurs(name, type, definition, expectation)
* rest[=].resource[=].searchParam[+].name = "{name}"
* rest[=].resource[=].searchParam[=].definition = "https://family-doctor-fhir.github.io/SearchParameter/{definition}"
* rest[=].resource[=].searchParam[=].type = #{type}
* rest[=].resource[=].searchParam[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest[=].resource[=].searchParam[=].extension[0].valueCode = #{expectation}

// An operation of ours.
RuleSet: CapCalls(name, definition, expectation)
* rest[=].resource[=].operation[+].name = "{name}"
* rest[=].resource[=].operation[=].definition = "https://family-doctor-fhir.github.io/OperationDefinition/{definition}"
* rest[=].resource[=].operation[=].extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/expectation"
* rest[=].resource[=].operation[=].extension[0].valueCode = #{expectation}

RuleSet: CapSystem(code, expectation)
* rest[=].interaction[+].code = #{code}
* rest[=].interaction[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* rest[=].interaction[=].extension[0].valueCode = #{expectation}
