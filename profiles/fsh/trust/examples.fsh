// Endpoints, consents, provenances and audit events. All persons, institutions, addresses and numbers are invented.

// ---- Endpoints ----

Instance: example-platform-operator
InstanceOf: Organization
Usage: #example
Title: "Operator of the platforms"
Description: "The information centre that runs the health record platform of a city."
* language = #zh-CN
* extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/platform"
* extension[0].valueCode = #health-record
* active = true
* name = "示例市卫生健康信息中心"

Instance: example-endpoint-health-record
InstanceOf: FDEndpoint
Usage: #example
Title: "Health record platform, FHIR"
Description: "In formal use: residents, follow-ups and documents go through it."
* language = #zh-CN
* extension[platform].valueCode = #health-record
* identifier.system = "https://example.org/access-number"
* identifier.value = "SL-0007"
* status = #active
* connectionType = http://terminology.hl7.org/CodeSystem/endpoint-connection-type#hl7-fhir-rest "HL7 FHIR"
* name = "居民健康档案信息平台 FHIR 接口"
* managingOrganization = Reference(example-platform-operator) "示例市卫生健康信息中心"
* contact.system = #phone
* contact.value = "000-555-0300"
* period.start = "2024-03-01"
* payloadType[0].text = "居民基本信息"
* payloadType[1].text = "随访记录"
* payloadMimeType = #application/fhir+json
* address = "https://ehr.example.org/fhir"

Instance: example-endpoint-hospital-adt
InstanceOf: FDEndpoint
Usage: #example
Title: "Hospital, HL7 v2"
Description: "On trial: admissions and referrals of the county hospital arrive by MLLP; nothing that passes counts yet."
* language = #zh-CN
* extension[platform].valueCode = #his
* status = #test
* connectionType = http://terminology.hl7.org/CodeSystem/endpoint-connection-type#hl7v2-mllp "HL7 v2 MLLP"
* name = "示例县人民医院 HIS 消息接口"
* managingOrganization = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* period.start = "2024-05-01"
* payloadType[0].text = "ADT"
* payloadType[1].text = "REF"
* payloadMimeType = #x-application/hl7-v2+er7
* address = "mllp://his.example.org:2575"

// ---- Consents ----

// One consent of one resident: purpose, platform and its operator.
RuleSet: ExConsent(purpose, purposeName, platform, platformName)
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category[purpose].coding[0] = https://family-doctor-fhir.github.io/CodeSystem/consent-purpose#{purpose} "{purposeName}"
* category[purpose].coding[1] = http://terminology.hl7.org/CodeSystem/v3-ActCode#INFA
* organization = Reference(Organization/example-institution) "示例社区卫生服务中心"
* policy.uri = "https://example.org/notices/personal-information|2024.1"
* provision.actor[platform].role.coding[0] = https://family-doctor-fhir.github.io/CodeSystem/platform#{platform} "{platformName}"
* provision.actor[platform].role.coding[1] = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* provision.actor[platform].reference = Reference(example-platform-operator) "示例市卫生健康信息中心"

Instance: example-consent-health-record
InstanceOf: FDConsent
Usage: #example
Title: "Health record platform, with an exception"
Description: "A resident lets follow-ups go to the health record platform until the contract ends, but not the records of a mental illness; said in the mini-program, checked by a message to the telephone."
* language = #zh-CN
* insert ExConsent(health-record, 健康档案共享, health-record, 居民健康档案信息平台)
* identifier.system = "https://example.org/consent-number"
* identifier.value = "TY-2024-0008"
* status = #active
* patient = Reference(Patient/example-resident) "赵示例"
* dateTime = "2024-09-01T10:13:05+08:00"
* performer = Reference(Patient/example-resident) "赵示例"
* sourceAttachment.contentType = #application/pdf
* sourceAttachment.title = "个人信息处理同意书（赵示例）"
* sourceAttachment.creation = "2024-09-01T10:13:05+08:00"
* verification.verified = true
* verification.verifiedWith = Reference(Patient/example-resident)
* verification.verificationDate = "2024-09-01T10:14:20+08:00"
* provision.type = #permit
* provision.period.start = "2024-09-01"
* provision.period.end = "2025-12-31"
* provision.action[0] = http://terminology.hl7.org/CodeSystem/consentaction#disclose
* provision.purpose[0] = http://terminology.hl7.org/CodeSystem/v3-ActReason#CAREMGT
* provision.class[0] = http://hl7.org/fhir/resource-types#Patient
* provision.class[1] = http://hl7.org/fhir/resource-types#Observation
* provision.class[2] = http://hl7.org/fhir/resource-types#Encounter
* provision.provision.type = #deny
* provision.provision.securityLabel = http://terminology.hl7.org/CodeSystem/v3-ActCode#PSY

Instance: example-consent-referral-withdrawn
InstanceOf: FDConsent
Usage: #example
Title: "Withdrawn"
Description: "A mother, guardian of a newborn, agreed that data go to the regional data centre for a referral, and withdrew it later."
* language = #zh-CN
* insert ExConsent(referral, 转诊, regional-data, 区域医疗卫生信息数据中心)
* status = #inactive
* patient = Reference(Patient/example-resident-newborn)
* dateTime = "2024-07-02"
* performer = Reference(RelatedPerson/example-related-person-mother)
* sourceAttachment.title = "个人信息处理同意书（李示例之子）"
* provision.type = #permit
* provision.period.start = "2024-07-02"
* provision.period.end = "2024-08-15"

Instance: example-consent-research-refused
InstanceOf: FDConsent
Usage: #example
Title: "Refused"
Description: "A resident does not want the data to be used for research."
* language = #zh-CN
* insert ExConsent(research, 科研, regional-data, 区域医疗卫生信息数据中心)
* status = #rejected
* patient = Reference(Patient/example-resident) "赵示例"
* dateTime = "2024-09-01"
* performer = Reference(Patient/example-resident) "赵示例"
* provision.type = #deny
* provision.purpose = http://terminology.hl7.org/CodeSystem/v3-ActReason#HRESCH

Instance: example-consent-survey-asked
InstanceOf: FDConsent
Usage: #example
Title: "Asked for, not answered yet"
Description: "The contract platform wants to call for a survey."
* language = #zh-CN
* insert ExConsent(quality-survey, 满意度与核查, contract, 家庭医生签约服务信息平台)
* status = #proposed
* patient = Reference(Patient/example-resident-father)
* provision.type = #permit

// ---- Provenances ----

RuleSet: ExStep(operation, step, stepName)
* activity.coding[operation] = http://terminology.hl7.org/CodeSystem/v3-DataOperation#{operation}
* activity.coding[step] = https://family-doctor-fhir.github.io/CodeSystem/service-activity#{step} "{stepName}"

RuleSet: ExContractStates(from, to)
* extension[stateChange].extension[from].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/contract-state#{from}
* extension[stateChange].extension[to].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/contract-state#{to}

RuleSet: ExAgent(n, type, who, name)
* agent[{n}].type = http://terminology.hl7.org/CodeSystem/provenance-participant-type#{type}
* agent[{n}].who = Reference({who}) "{name}"

Instance: example-device-mini-program
InstanceOf: Device
Usage: #example
Title: "Mini-program"
Description: "The WeChat mini-program through which residents sign."
* language = #zh-CN
* status = #active
* deviceName.name = "示例家医签约小程序"
* deviceName.type = #user-friendly-name

Instance: example-provenance-sign
InstanceOf: FDProvenance
Usage: #example
Title: "A contract is signed online"
Description: "The resident applied in the mini-program, the family doctor confirmed: the contract is in force. Which requirements were checked, which policy held, what it was made from."
* language = #zh-CN
* extension[requirement][0].valueCode = #D4
* extension[requirement][1].valueCode = #D16
* insert ExContractStates(applied, active)
* target[0] = Reference(Contract/example-contract-resident/_history/2)
* target[1] = Reference(EpisodeOfCare/example-episode-signed/_history/1)
* occurredDateTime = "2024-09-01T15:40:00+08:00"
* recorded = "2024-09-01T15:40:01+08:00"
* policy = "https://family-doctor-fhir.github.io/policies/hainan-2024"
* reason.text = "居民在线申请签约"
* insert ExStep(UPDATE, sign, 签约)
* insert ExAgent(0, performer, PractitionerRole/example-family-doctor, 陈示例)
* agent[0].role = https://family-doctor-fhir.github.io/CodeSystem/team-role#gp "全科医生"
* agent[0].onBehalfOf = Reference(Organization/example-institution) "示例社区卫生服务中心"
* insert ExAgent(1, enterer, Device/example-device-mini-program, 示例家医签约小程序)
* agent[1].onBehalfOf = Reference(Patient/example-resident-old-number) "孙示例"
* entity[0].role = #revision
* entity[0].what = Reference(Contract/example-contract-resident/_history/1)
* entity[1].role = #source
* entity[1].what = Reference(DocumentReference/example-document-agreement)

Instance: example-provenance-breach
InstanceOf: FDProvenance
Usage: #example
Title: "An end for breach, with both signatures"
Description: "The yearly examination was not done; resident and doctor signed the end of the contract."
* language = #zh-CN
* extension[requirement].valueCode = #D11
* insert ExContractStates(active, terminated)
* target = Reference(Contract/example-contract-breach/_history/3)
* occurredDateTime = "2018-11-15"
* recorded = "2018-11-15T15:30:00+08:00"
* policy = "https://family-doctor-fhir.github.io/policies/city-2017"
* reason.coding[0] = http://terminology.hl7.org/CodeSystem/v3-ActReason#HOPERAT
* reason.coding[1] = https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason#provider-breach "服务方未履行承诺"
* reason.text = "未按约定开展年度健康体检"
* insert ExStep(UPDATE, terminate, 提前解除)
* insert ExAgent(0, performer, PractitionerRole/example-family-doctor-township, 周示例)
* agent[0].onBehalfOf = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* insert ExAgent(1, attester, Patient/example-resident-old-number, 孙示例)
* entity.role = #revision
* entity.what = Reference(Contract/example-contract-breach/_history/2)
* signature[0].type = urn:iso-astm:E1762-95:2013#1.2.840.10065.1.12.1.7 "Consent Signature"
* signature[0].when = "2018-11-15T00:00:00+08:00"
* signature[0].who = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* signature[1].type = urn:iso-astm:E1762-95:2013#1.2.840.10065.1.12.1.7 "Consent Signature"
* signature[1].when = "2018-11-15T00:00:00+08:00"
* signature[1].who = Reference(Patient/example-resident-old-number) "孙示例"

Instance: example-provenance-review
InstanceOf: FDProvenance
Usage: #example
Title: "A referral passes review"
Description: "The medical affairs office found it reasonable and compliant; it goes to the hospital."
* language = #zh-CN
* extension[requirement].valueCode = #G4
* extension[stateChange].extension[from].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/referral-state#in-review
* extension[stateChange].extension[to].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/referral-state#submitted
* target[0] = Reference(ServiceRequest/example-referral-up)
* target[1] = Reference(Task/example-referral-review)
* recorded = "2026-04-07T11:20:01+08:00"
* insert ExStep(UPDATE, approve, 转诊审核通过)
* insert ExAgent(0, verifier, PractitionerRole/example-family-doctor-public-health, 黄示例)
* agent[0].role = https://family-doctor-fhir.github.io/CodeSystem/team-role#referral-reviewer "转诊审核人"

Instance: example-provenance-received
InstanceOf: FDProvenance
Usage: #example
Title: "Received from a hospital"
Description: "An admission that arrived as an HL7 v2 message; the adapter made the Encounter of it."
* language = #zh-CN
* target = Reference(Encounter/example-referral-stay)
* recorded = "2026-04-09T08:31:12+08:00"
* insert ExStep(CREATE, receive, 外部数据接收)
* agent.type = http://terminology.hl7.org/CodeSystem/provenance-participant-type#assembler
* agent.who.display = "HIS 适配器"
* agent.onBehalfOf = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* entity.role = #source
* entity.what.identifier.system = "https://example.org/message-number"
* entity.what.identifier.value = "ADT-20260409-000731"

// ---- Audit events ----

RuleSet: ExClient(who)
* agent[client].type = http://dicom.nema.org/resources/ontology/DCM#110153
* agent[client].who.display = "{who}"
* agent[client].requestor = false

RuleSet: ExServer
* agent[server].type = http://dicom.nema.org/resources/ontology/DCM#110152
* agent[server].who.display = "家庭医生签约服务 FHIR 服务器"
* agent[server].requestor = false
* source.site = "fhir-1"
* source.observer.display = "家庭医生签约服务 FHIR 服务器"
* source.type = http://terminology.hl7.org/CodeSystem/security-source-type#4

Instance: example-audit-search
InstanceOf: FDAuditEvent
Usage: #example
Title: "A doctor searches"
Description: "The family doctor looks for the episodes of a resident: client, server, user, the resident and the search."
* language = #zh-CN
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype = http://hl7.org/fhir/restful-interaction#search-type
* action = #E
* recorded = "2024-10-08T09:12:03+08:00"
* outcome = #0
* purposeOfEvent = http://terminology.hl7.org/CodeSystem/v3-ActReason#TREAT
* insert ExClient(示例社区卫生服务中心工作站)
* insert ExServer
* agent[user].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* agent[user].who = Reference(PractitionerRole/example-family-doctor) "陈示例"
* agent[user].requestor = true
* agent[user].policy = "https://example.org/tokens/0007"
* agent[user].purposeOfUse = http://terminology.hl7.org/CodeSystem/v3-ActReason#TREAT
* entity[patient].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1
* entity[patient].role = http://terminology.hl7.org/CodeSystem/object-role#1
* entity[patient].what = Reference(Patient/example-resident)
* entity[query].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2
* entity[query].role = http://terminology.hl7.org/CodeSystem/object-role#24
* entity[query].query = "RXBpc29kZU9mQ2FyZT9wYXRpZW50PVBhdGllbnQvZXhhbXBsZS1yZXNpZGVudA=="

Instance: example-audit-refused
InstanceOf: FDAuditEvent
Usage: #example
Title: "A read is refused"
Description: "A clinic that has no part in the contract asks for it and is refused."
* language = #zh-CN
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype = http://hl7.org/fhir/restful-interaction#read
* action = #R
* recorded = "2024-10-08T09:15:44+08:00"
* outcome = #4
* outcomeDesc = "无权读取其他机构的协议"
* insert ExClient(示例诊所)
* agent[client].requestor = true
* insert ExServer
* entity[data].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2
* entity[data].role = http://terminology.hl7.org/CodeSystem/object-role#4
* entity[data].what = Reference(Contract/example-contract-resident)

Instance: example-audit-disclosure
InstanceOf: FDAuditEvent
Usage: #example
Title: "Data go to a platform"
Description: "A follow-up of a resident is delivered to the health record platform."
* language = #zh-CN
* type = http://dicom.nema.org/resources/ontology/DCM#110106 "Export"
* action = #R
* recorded = "2024-10-08T22:03:10+08:00"
* outcome = #0
* agent[client].type = http://dicom.nema.org/resources/ontology/DCM#110153
* agent[client].who.display = "健康档案平台适配器"
* agent[client].requestor = true
* agent[server].type = http://dicom.nema.org/resources/ontology/DCM#110152
* agent[server].who = Reference(example-platform-operator) "示例市卫生健康信息中心"
* agent[server].requestor = false
* agent[server].network.address = "ehr.example.org"
* agent[server].network.type = #1
* source.observer.display = "健康档案平台适配器"
* entity[patient].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1
* entity[patient].role = http://terminology.hl7.org/CodeSystem/object-role#1
* entity[patient].what = Reference(Patient/example-resident)
* entity[data][0].role = http://terminology.hl7.org/CodeSystem/object-role#4
* entity[data][0].what = Reference(Observation/example-blood-pressure)
* entity[data][1].role = http://terminology.hl7.org/CodeSystem/object-role#4
* entity[data][1].what = Reference(Consent/example-consent-health-record)
