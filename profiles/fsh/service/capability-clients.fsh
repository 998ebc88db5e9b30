// What a hospital, a regional platform and a contract platform must be able to do: what they ask a server for, and what they offer.

// ---- Hospital information system ----

Instance: HospitalCapability
InstanceOf: CapabilityStatement
Usage: #definition
* insert CapRole(hospital-his, HospitalRole, [[Hospital information system]], [[医院信息系统]], [[A7 A11 D4 E22 E25 G2 G3 G5 G6 G7 G8 G9]], [[a city's 2017 implementation plan: referral desks, settlement preferences; Hainan implementation plan, effective 2024-01-01: slots, beds, priority, tracking of referrals]])
* insert InBoth(description, [[What a hospital's system must and should ask a server of the service for: whose patient somebody is, what a resident is entitled to, referrals that come in and go back, slots and beds it releases, visits and stays it reports. A hospital without FHIR takes part through an adapter, which then has this role.]], [[医院信息系统必须和应当向服务器请求的内容：患者由哪个团队负责、有何签约权益，转入和转回的转诊，下沉的号源和床位，上报的就诊和住院。没有 FHIR 接口的医院经适配器接入，由适配器承担此角色。]])
* rest[0].mode = #client
* insert InBoth(rest[0].documentation, [[Resources have the hospital's own business identifiers and are sent by conditional create or update, so that a message sent twice makes nothing twice.]], [[资源带医院业务编号，以条件创建或条件更新发送，重复发送不产生重复数据。]])
* insert CapSystem(transaction, SHOULD)
* insert CapSystem(batch, MAY)

* insert CapType(EpisodeOfCare, SHALL, [[Whose patient is this, on a day.]], [[某日患者由哪个团队负责。]])
* insert CapProfile(fd-care-episode, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(status, token, EpisodeOfCare-status, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)
* insert CapBy(type, token, clinical-type, SHALL)

* insert CapType(Contract, SHALL, [[What the resident is entitled to, asked at registration and settlement.]], [[挂号、结算时查询签约权益。]])
* insert CapProfile(fd-contract, SHOULD)
* insert CapReads(SHOULD)
* insert CapBy(patient, reference, Contract-patient, SHOULD)
* insert CapByOurs(period, date, contract-period, SHOULD)
* insert CapCalls(entitlement, contract-entitlement, SHALL)

* insert CapType(Patient, SHALL, [[The resident, found before anything is sent.]], [[发送前先查找居民。]])
* insert CapProfile(fd-resident, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHOULD)
* insert CapBy(identifier, token, Patient-identifier, SHALL)
* insert CapCalls(match, patient-match, SHOULD)

* insert CapType(CareTeam, SHOULD, [[The team to call and to refer back to.]], [[联系和转回的团队。]])
* insert CapProfile(fd-team, SHOULD)
* insert CapReads(SHOULD)
* insert CapByOurs(managing-organization, reference, careteam-managing-organization, SHOULD)

* insert CapType(Organization, SHALL, [[Institutions.]], [[机构。]])
* insert CapProfile(fd-institution, SHALL)
* insert CapReads(SHALL)
* insert CapBy(identifier, token, Organization-identifier, SHALL)

* insert CapType(PractitionerRole, SHALL, [[Its clinicians, coordinators and the family doctors who refer.]], [[本院医生、转诊对接人和转出的家庭医生。]])
* insert CapProfile(fd-family-doctor, SHOULD)
* insert CapReads(SHALL)
* insert CapWrites(SHOULD)
* insert CapBy(organization, reference, PractitionerRole-organization, SHALL)
* insert CapBy(role, token, PractitionerRole-role, SHOULD)

* insert CapType(ServiceRequest, SHALL, [[Referrals that come in and go back.]], [[转入和转回的转诊。]])
* insert CapProfile(fd-referral-up, SHALL)
* insert CapProfile(fd-back-referral, SHALL)
* insert CapProfile(fd-referral-down, SHOULD)
* insert CapReads(SHALL)
* insert CapWrites(SHOULD)
* insert CapBy(performer, reference, ServiceRequest-performer, SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(status, token, ServiceRequest-status, SHALL)
* insert CapBy(authored, date, ServiceRequest-authored, SHOULD)
* insert CapCalls(accept, servicerequest-accept, SHALL)
* insert CapCalls(reject, servicerequest-reject, SHALL)
* insert CapCalls(arrive, servicerequest-arrive, SHALL)
* insert CapCalls(no-show, servicerequest-no-show, SHALL)
* insert CapCalls(complete, servicerequest-complete, SHALL)
* insert CapCalls(refer-back, servicerequest-refer-back, SHALL)
* insert CapCalls(submit, servicerequest-submit, SHOULD)
* insert CapCalls(withdraw, servicerequest-withdraw, SHOULD)

* insert CapType(Task, SHALL, [[What waits for the hospital.]], [[待医院处理的任务。]])
* insert CapProfile(fd-acceptance-task, SHALL)
* insert CapReads(SHALL)
* insert CapBy(owner, reference, Task-owner, SHALL)
* insert CapBy(status, token, Task-status, SHALL)
* insert CapBy(code, token, Task-code, SHALL)
* insert CapBy(focus, reference, Task-focus, SHOULD)

* insert CapType(Schedule, SHALL, [[Specialist clinics, examinations and beds.]], [[专家门诊、检查、床位排班。]])
* insert CapProfile(fd-released-schedule, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapCalls(release, schedule-release, SHALL)

* insert CapType(Slot, SHALL, [[All slots of the kinds that are released, so that the share can be counted.]], [[所下沉类别的全部号源，用于计算比例。]])
* insert CapProfile(fd-released-slot, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(schedule, reference, Slot-schedule, SHALL)
* insert CapBy(start, date, Slot-start, SHALL)

* insert CapType(Appointment, SHALL, [[Appointments of referred residents.]], [[转诊居民预约。]])
* insert CapProfile(fd-appointment, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(based-on, reference, Appointment-based-on, SHALL)

* insert CapType(Location, SHOULD, [[Beds.]], [[床位。]])
* insert CapProfile(fd-bed, SHOULD)
* insert CapReads(SHOULD)
* insert CapWrites(SHOULD)

* insert CapType(Encounter, SHALL, [[Visits and stays of contracted residents.]], [[签约居民的就诊和住院。]])
* insert CapReads(SHOULD)
* insert CapWrites(SHALL)

* insert CapType(Condition, SHOULD, [[Diagnoses.]], [[诊断。]])
* insert CapWrites(SHOULD)

* insert CapType(Observation, SHOULD, [[Results.]], [[检验检查结果。]])
* insert CapWrites(SHOULD)

* insert CapType(DiagnosticReport, SHOULD, [[Reports.]], [[检查报告。]])
* insert CapWrites(SHOULD)

* insert CapType(DocumentReference, SHOULD, [[Discharge summaries and other documents.]], [[出院小结等文档。]])
* insert CapReads(SHOULD)
* insert CapWrites(SHOULD)
* insert CapBy(patient, reference, clinical-patient, SHOULD)
* insert CapBy(type, token, clinical-type, SHOULD)

* insert CapType(Provenance, SHOULD, [[Where what it sends comes from.]], [[所传数据的来源。]])
* insert CapProfile(fd-provenance, SHOULD)
* insert CapDoes(create, SHOULD)

// ---- Regional platform ----

Instance: RegionalPlatformCapability
InstanceOf: CapabilityStatement
Usage: #definition
* insert CapRole(regional-platform, RegionalPlatformRole, [[Regional platform]], [[区域平台]], [[A2 A3 A4 A6 A8 E24 I3 I5 I7 I8]], [[proposals on three platforms: health record platform and data centre; Hainan implementation plan, effective 2024-01-01: provincial and integrated platforms, progress report]])
* insert InBoth(description, [[What a regional data centre, health record platform or provincial platform asks a server of the service for, and what it should offer so that visits elsewhere and other records of a resident come back. What leaves the server is limited by consents per platform and purpose.]], [[区域数据中心、健康档案平台或省级平台向服务器请求的内容，以及为取回院外就诊和其他记录而应提供的能力。外传数据受按平台和用途的同意约束。]])
* rest[0].mode = #client
* insert InBoth(rest[0].documentation, [[As a client it follows changes by the history of the system or of a type, each version once; a bulk export, where the server offers one, for the first load.]], [[作为客户端，以系统或类型历史获取变更，每个版本一次；首次加载可用批量导出（如服务器提供）。]])
* insert CapSystem(history-system, SHALL)
* insert CapSystem(batch, MAY)

* insert CapType(Patient, SHALL, [[Residents.]], [[居民。]])
* insert CapProfile(fd-resident, SHALL)
* insert CapReads(SHALL)
* insert CapDoes(history-type, SHOULD)
* insert CapBy(identifier, token, Patient-identifier, SHALL)
* insert CapCalls(match, patient-match, SHOULD)

* insert CapType(Contract, SHALL, [[Contracts.]], [[协议。]])
* insert CapProfile(fd-contract, SHALL)
* insert CapReads(SHALL)
* insert CapDoes(history-type, SHOULD)
* insert CapBy(patient, reference, Contract-patient, SHALL)
* insert CapByOurs(team, reference, contract-team, SHOULD)
* insert CapByOurs(period, date, contract-period, SHOULD)

* insert CapType(EpisodeOfCare, SHALL, [[Whose patient somebody is.]], [[居民由谁负责。]])
* insert CapProfile(fd-care-episode, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)

* insert CapType(CareTeam, SHALL, [[Teams.]], [[团队。]])
* insert CapProfile(fd-team, SHALL)
* insert CapReads(SHALL)
* insert CapByOurs(managing-organization, reference, careteam-managing-organization, SHALL)

* insert CapType(Organization, SHALL, [[Institutions.]], [[机构。]])
* insert CapProfile(fd-institution, SHALL)
* insert CapReads(SHALL)
* insert CapBy(identifier, token, Organization-identifier, SHALL)

* insert CapType(PractitionerRole, SHOULD, [[Family doctors, their registration and filing.]], [[家庭医生及其登记、备案。]])
* insert CapProfile(fd-family-doctor, SHOULD)
* insert CapReads(SHOULD)
* insert CapBy(organization, reference, PractitionerRole-organization, SHOULD)

* insert CapType(Encounter, SHALL, [[Services given; it also sends visits elsewhere.]], [[服务记录；并回传院外就诊。]])
* insert CapProfile(fd-service-encounter, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHOULD)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)

* insert CapType(Observation, SHALL, [[Measurements of follow-ups.]], [[随访测量。]])
* insert CapProfile(fd-blood-pressure, SHALL)
* insert CapProfile(fd-blood-glucose, SHALL)
* insert CapProfile(fd-follow-up-observation, SHOULD)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)

* insert CapType(ServiceRequest, SHALL, [[Referrals.]], [[转诊。]])
* insert CapProfile(fd-referral-up, SHALL)
* insert CapProfile(fd-back-referral, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(authored, date, ServiceRequest-authored, SHALL)

* insert CapType(DocumentReference, SHOULD, [[Documents of the health record.]], [[健康档案文档。]])
* insert CapReads(SHOULD)
* insert CapBy(patient, reference, clinical-patient, SHOULD)
* insert CapBy(type, token, clinical-type, SHOULD)

* insert CapType(Consent, SHOULD, [[What a resident permits this platform.]], [[居民对本平台的同意。]])
* insert CapProfile(fd-consent, SHOULD)
* insert CapReads(SHOULD)
* insert CapBy(patient, reference, clinical-patient, SHOULD)
* insert CapBy(category, token, Consent-category, SHOULD)

* insert CapType(Measure, SHALL, [[Indicators and reports.]], [[指标和报表。]])
* insert CapProfile(fd-measure, SHOULD)
* insert CapReads(SHOULD)
* insert CapCalls(evaluate-measure, measure-evaluate-measure, SHALL)
* insert CapCalls(progress-report, measure-progress-report, SHOULD)
* insert CapCalls(monthly-report, measure-monthly-report, SHOULD)

* insert CapType(MeasureReport, SHALL, [[Figures.]], [[指标报告。]])
* insert CapProfile(fd-measure-report, SHALL)
* insert CapReads(SHALL)
* insert CapBy(measure, reference, MeasureReport-measure, SHALL)
* insert CapBy(period, date, MeasureReport-period, SHALL)

* rest[1].mode = #server
* insert InBoth(rest[1].documentation, [[What it should offer to a server of the service, by FHIR or through an adapter.]], [[应向服务器提供的能力，可经 FHIR 或适配器。]])

* insert CapType(Patient, SHOULD, [[Its index of persons.]], [[居民主索引。]])
* insert CapReads(SHOULD)
* insert CapBy(identifier, token, Patient-identifier, SHOULD)
* rest[=].resource[=].operation[+].name = "match"
* rest[=].resource[=].operation[=].definition = "http://hl7.org/fhir/OperationDefinition/Patient-match"
* rest[=].resource[=].operation[=].extension[0].url = "https://family-doctor-fhir.github.io/StructureDefinition/expectation"
* rest[=].resource[=].operation[=].extension[0].valueCode = #SHOULD

* insert CapType(Encounter, SHALL, [[Visits at other institutions, for first contact and continuity.]], [[其他机构就诊，用于首诊统计和连续管理。]])
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)

* insert CapType(DocumentReference, SHOULD, [[Documents of the record and of hospitals.]], [[健康档案和医院文档。]])
* insert CapReads(SHOULD)
* insert CapBy(patient, reference, clinical-patient, SHOULD)
* insert CapBy(type, token, clinical-type, SHOULD)
* insert CapBy(date, date, DocumentReference-date, SHOULD)

* insert CapType(MeasureReport, SHOULD, [[Reports that institutions send.]], [[机构上报的报表。]])
* insert CapProfile(fd-measure-report, SHOULD)
* insert CapWrites(SHOULD)

// ---- Contract platform ----

Instance: ContractPlatformCapability
InstanceOf: CapabilityStatement
Usage: #definition
* insert CapRole(contract-platform, ContractPlatformRole, [[Contract platform]], [[家庭医生签约服务信息平台]], [[A1 A4 A9 A11 B3 D4 D9 D10 D16 I6 I8]], [[proposals on three platforms: contract service platform; Shenzhen family-doctor service measures (2017 figures): online signing; Hainan implementation plan, effective 2024-01-01: online services]])
* insert InBoth(description, [[What the contract service platform of a city, or a mini-program behind it, asks a server of the service for: teams and packages to choose from, applications and signing, renewal and cancellation, services done, reports; and what it offers where it is the system of record for contracts.]], [[市级签约平台（或其小程序）向服务器请求的内容：可选团队和服务包、申请与签约、续约与解约、履约记录、报表；以及以平台为准时应提供的能力。]])
* rest[0].mode = #client
* insert InBoth(rest[0].documentation, [[An application is a contract in the state applied; it becomes a contract by its operations alone. A resident's own app sees what the resident may see.]], [[申请即“已申请”状态的协议，只能经操作转为签约。居民端应用只能看到居民本人可见的内容。]])
* insert CapSystem(transaction, SHOULD)
* insert CapSystem(history-system, SHOULD)

* insert CapType(CareTeam, SHALL, [[Teams to choose from, and their capacity.]], [[可选团队及其名额。]])
* insert CapProfile(fd-team, SHALL)
* insert CapReads(SHALL)
* insert CapByOurs(managing-organization, reference, careteam-managing-organization, SHALL)
* insert CapByOurs(name, string, careteam-name, SHALL)
* insert CapByOurs(role, token, careteam-role, SHOULD)

* insert CapType(PractitionerRole, SHALL, [[Family doctors to choose from.]], [[可选家庭医生。]])
* insert CapProfile(fd-family-doctor, SHALL)
* insert CapReads(SHALL)
* insert CapBy(organization, reference, PractitionerRole-organization, SHALL)
* insert CapBy(role, token, PractitionerRole-role, SHALL)

* insert CapType(Organization, SHALL, [[Institutions to choose from.]], [[可选机构。]])
* insert CapProfile(fd-institution, SHALL)
* insert CapReads(SHALL)
* insert CapBy(name, string, Organization-name, SHALL)
* insert CapBy(identifier, token, Organization-identifier, SHALL)

* insert CapType(PlanDefinition, SHALL, [[Packages to choose from.]], [[可选服务包。]])
* insert CapProfile(fd-service-package, SHALL)
* insert CapReads(SHALL)
* insert CapBy(status, token, PlanDefinition-status, SHALL)
* insert CapBy(topic, token, PlanDefinition-topic, SHALL)

* insert CapType(Patient, SHALL, [[Residents.]], [[居民。]])
* insert CapProfile(fd-resident, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(identifier, token, Patient-identifier, SHALL)
* insert CapCalls(match, patient-match, SHOULD)

* insert CapType(Group, SHOULD, [[Households.]], [[家庭。]])
* insert CapProfile(fd-household, SHOULD)
* insert CapReads(SHOULD)
* insert CapWrites(SHOULD)
* insert CapBy(member, reference, Group-member, SHOULD)

* insert CapType(Contract, SHALL, [[Applications and contracts.]], [[申请和协议。]])
* insert CapProfile(fd-contract, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(identifier, token, Contract-identifier, SHALL)
* insert CapBy(patient, reference, Contract-patient, SHALL)
* insert CapBy(status, token, Contract-status, SHALL)
* insert CapByOurs(team, reference, contract-team, SHALL)
* insert CapByOurs(period, date, contract-period, SHOULD)
* insert CapByOurs(household, reference, contract-household, SHOULD)
* insert CapCalls(eligibility, contract-eligibility, SHALL)
* insert CapCalls(sign, contract-sign, SHALL)
* insert CapCalls(renew, contract-renew, SHALL)
* insert CapCalls(cancel, contract-cancel, SHALL)
* insert CapCalls(terminate, contract-terminate, SHALL)
* insert CapCalls(amend, contract-amend, SHOULD)
* insert CapCalls(transfer, contract-transfer, SHOULD)
* insert CapCalls(entitlement, contract-entitlement, SHOULD)
* insert CapCalls(check, contract-check, SHOULD)
* insert CapCalls(gaps, contract-gaps, SHOULD)
* insert CapCalls(sample, contract-sample, SHOULD)

* insert CapType(DocumentReference, SHALL, [[Agreements and letters of cancellation.]], [[协议文本和书面解约。]])
* insert CapProfile(fd-agreement-document, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHOULD)
* insert CapBy(related, reference, DocumentReference-related, SHOULD)

* insert CapType(Consent, SHALL, [[Consents given in the app.]], [[居民在应用中作出的同意。]])
* insert CapProfile(fd-consent, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(category, token, Consent-category, SHALL)

* insert CapType(Task, SHALL, [[Services due and done.]], [[应履行和已完成的服务。]])
* insert CapProfile(fd-service-task, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, Task-patient, SHALL)
* insert CapBy(owner, reference, Task-owner, SHALL)
* insert CapBy(status, token, Task-status, SHALL)
* insert CapByOurs(due, date, task-due, SHOULD)

* insert CapType(QuestionnaireResponse, SHOULD, [[Surveys.]], [[满意度调查。]])
* insert CapProfile(fd-satisfaction, SHOULD)
* insert CapReads(SHOULD)
* insert CapWrites(SHOULD)

* insert CapType(Measure, SHALL, [[Reports.]], [[报表。]])
* insert CapReads(SHOULD)
* insert CapCalls(monthly-report, measure-monthly-report, SHALL)
* insert CapCalls(evaluate-measure, measure-evaluate-measure, SHOULD)

* insert CapType(MeasureReport, SHALL, [[Figures.]], [[指标报告。]])
* insert CapProfile(fd-measure-report, SHALL)
* insert CapReads(SHALL)
* insert CapBy(measure, reference, MeasureReport-measure, SHALL)
* insert CapBy(period, date, MeasureReport-period, SHALL)

* rest[1].mode = #server
* insert InBoth(rest[1].documentation, [[What it offers where it keeps the contracts: contracts are sent to it with a business identifier and answered by a receipt; after a time-out they are looked up by that identifier, never sent blindly again. By FHIR or through an adapter.]], [[以平台为准时应提供的能力：协议带业务编号发送并返回回执；超时后按编号查询，不盲目重发。可经 FHIR 或适配器。]])

* insert CapType(Contract, SHALL, [[Contracts and how they stand there.]], [[协议及其在平台的状态。]])
* insert CapProfile(fd-contract, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHALL)
* insert CapBy(identifier, token, Contract-identifier, SHALL)

* insert CapType(CareTeam, SHOULD, [[Teams registered there.]], [[在平台登记的团队。]])
* insert CapProfile(fd-team, SHOULD)
* insert CapReads(SHOULD)
* insert CapWrites(SHOULD)

* insert CapType(Task, SHOULD, [[Services done.]], [[履约记录。]])
* insert CapProfile(fd-service-task, SHOULD)
* insert CapWrites(SHOULD)

* insert CapType(MeasureReport, SHOULD, [[Reports sent to it.]], [[上报的报表。]])
* insert CapProfile(fd-measure-report, SHOULD)
* insert CapWrites(SHOULD)
