// What a server of the service must be able to do.

Instance: ServerCapability
InstanceOf: CapabilityStatement
Usage: #definition
* insert CapRole(server, ServerRole, [[Server of the service]], [[签约服务服务器]], [[A1 A2 A3 A4 A11 A12 A13 B3 D4 G3 I8]], [[proposals on three platforms; Hainan implementation plan, effective 2024-01-01; Shenzhen family-doctor service measures (2017 figures)]])
* insert InBoth(description, [[What a FHIR server must and should be able to do to carry the family-doctor service: keep the resources of the profiles, find them by what the service asks for, and run contracts and referrals by their operations. Words as in R4: SHALL is needed, SHOULD is needed unless there is a reason, MAY is free. Every type is versioned, its history can be read, and conditional create and update are possible.]], [[承载家庭医生签约服务的 FHIR 服务器必须和应当具备的能力：保存各规范的资源，支持业务所需查询，并以操作运行协议和转诊。SHALL 必须，SHOULD 应当，MAY 可以。各类型均有版本和历史，支持条件创建和条件更新。]])
* format[2] = #application/fhir+xml
* format[3] = #xml
* patchFormat[0] = #application/json-patch+json
* rest[0].mode = #server
* insert InBoth(rest[0].documentation, [[A write is judged by the rules of the region's policy whether it comes alone, in a transaction or through an operation. Who may see what is decided by access control and by consents.]], [[无论单独写入、事务还是操作，均按地区政策规则判断；谁可查看由访问控制和居民同意决定。]])
* insert InBoth(rest[0].security.description, [[Beyond the machine itself no request is answered without authentication; tokens as in SMART App Launch 2 for people and its backend services for systems.]], [[除本机试用外，未认证的请求一律不予应答；人员和系统令牌依 SMART App Launch 2 及其后台服务规范。]])
* insert CapSystem(transaction, SHALL)
* insert CapSystem(batch, SHALL)
* insert CapSystem(history-system, SHALL)
* insert CapSystem(search-system, MAY)

* insert CapType(Patient, SHALL, [[Residents.]], [[居民。]])
* insert CapProfile(fd-resident, SHALL)
* insert CapKept
* insert CapBy(identifier, token, Patient-identifier, SHALL)
* insert CapBy(name, string, Patient-name, SHALL)
* insert CapBy(birthdate, date, individual-birthdate, SHALL)
* insert CapBy(gender, token, individual-gender, SHOULD)
* insert CapBy(phone, token, individual-phone, SHOULD)
* insert CapBy(address, string, individual-address, SHOULD)
* insert CapBy(general-practitioner, reference, Patient-general-practitioner, SHALL)
* insert CapBy(organization, reference, Patient-organization, SHOULD)
* insert CapBy(deceased, token, Patient-deceased, SHOULD)
* insert CapBy(link, reference, Patient-link, SHOULD)
* insert CapByOurs(key-population, token, patient-key-population, SHALL)
* insert CapByOurs(name-pinyin, string, patient-name-pinyin, SHOULD)
* insert CapCalls(match, patient-match, SHALL)

* insert CapType(RelatedPerson, SHALL, [[Guardians and relatives.]], [[监护人和亲属。]])
* insert CapProfile(fd-related-person, SHALL)
* insert CapKept
* insert CapBy(patient, reference, RelatedPerson-patient, SHALL)
* insert CapBy(identifier, token, RelatedPerson-identifier, SHALL)

* insert CapType(Group, SHALL, [[Households, members of functional communities, key groups, panels of teams.]], [[家庭、功能社区成员、重点人群、团队签约居民。]])
* insert CapProfile(fd-household, SHALL)
* insert CapProfile(fd-community-members, SHOULD)
* insert CapKept
* insert CapBy(identifier, token, Group-identifier, SHALL)
* insert CapBy(member, reference, Group-member, SHALL)
* insert CapBy(code, token, Group-code, SHALL)
* insert CapBy(managing-entity, reference, Group-managing-entity, SHOULD)

* insert CapType(Organization, SHALL, [[Institutions, functional communities, authorities, payers, operators.]], [[机构、功能社区、主管部门、付费方、平台运营单位。]])
* insert CapProfile(fd-institution, SHALL)
* insert CapProfile(fd-functional-community, SHOULD)
* insert CapKept
* insert CapBy(identifier, token, Organization-identifier, SHALL)
* insert CapBy(name, string, Organization-name, SHALL)
* insert CapBy(type, token, Organization-type, SHALL)
* insert CapBy(partof, reference, Organization-partof, SHALL)

* insert CapType(OrganizationAffiliation, SHOULD, [[Consortia of institutions.]], [[医联体成员关系。]])
* insert CapReads(SHOULD)
* insert CapBy(primary-organization, reference, OrganizationAffiliation-primary-organization, SHOULD)
* insert CapBy(participating-organization, reference, OrganizationAffiliation-participating-organization, SHOULD)

* insert CapType(Practitioner, SHALL, [[Doctors and other staff as persons.]], [[医生等人员（个人）。]])
* insert CapProfile(fd-practitioner, SHALL)
* insert CapKept
* insert CapBy(identifier, token, Practitioner-identifier, SHALL)
* insert CapBy(name, string, Practitioner-name, SHALL)

* insert CapType(PractitionerRole, SHALL, [[Family doctors and team members at their institution.]], [[在机构执业的家庭医生和团队成员。]])
* insert CapProfile(fd-family-doctor, SHALL)
* insert CapKept
* insert CapBy(identifier, token, PractitionerRole-identifier, SHALL)
* insert CapBy(practitioner, reference, PractitionerRole-practitioner, SHALL)
* insert CapBy(organization, reference, PractitionerRole-organization, SHALL)
* insert CapBy(role, token, PractitionerRole-role, SHALL)
* insert CapBy(active, token, PractitionerRole-active, SHOULD)
* insert CapCalls(disqualify, practitionerrole-disqualify, SHALL)

* insert CapType(CareTeam, SHALL, [[Teams.]], [[团队。]])
* insert CapProfile(fd-team, SHALL)
* insert CapKept
* insert CapBy(identifier, token, clinical-identifier, SHALL)
* insert CapBy(participant, reference, CareTeam-participant, SHALL)
* insert CapBy(status, token, CareTeam-status, SHALL)
* insert CapByOurs(managing-organization, reference, careteam-managing-organization, SHALL)
* insert CapByOurs(name, string, careteam-name, SHALL)
* insert CapByOurs(role, token, careteam-role, SHOULD)
* insert CapCalls(dissolve, careteam-dissolve, SHALL)

* insert CapType(HealthcareService, SHOULD, [[Family doctor offices, referral desks, clinics.]], [[家庭医生工作室、转诊接待处、门诊。]])
* insert CapKept
* insert CapBy(organization, reference, HealthcareService-organization, SHOULD)
* insert CapBy(service-type, token, HealthcareService-service-type, SHOULD)

* insert CapType(Location, SHOULD, [[Offices and beds.]], [[工作室和床位。]])
* insert CapProfile(fd-bed, SHOULD)
* insert CapKept
* insert CapBy(identifier, token, Location-identifier, SHOULD)
* insert CapBy(organization, reference, Location-organization, SHOULD)
* insert CapBy(operational-status, token, Location-operational-status, SHOULD)

* insert CapType(PlanDefinition, SHALL, [[Packages; an active version does not change.]], [[服务包；启用的版本不变。]])
* insert CapProfile(fd-service-package, SHALL)
* insert CapKept
* insert CapBy(url, uri, PlanDefinition-url, SHALL)
* insert CapBy(version, token, PlanDefinition-version, SHALL)
* insert CapBy(status, token, PlanDefinition-status, SHALL)
* insert CapBy(topic, token, PlanDefinition-topic, SHALL)
* insert CapBy(title, string, PlanDefinition-title, SHOULD)
* insert CapCalls(apply, plandefinition-apply, SHALL)

* insert CapType(ActivityDefinition, SHALL, [[Service items.]], [[服务项目。]])
* insert CapProfile(fd-service-item, SHALL)
* insert CapKept
* insert CapBy(url, uri, ActivityDefinition-url, SHALL)
* insert CapBy(version, token, ActivityDefinition-version, SHALL)
* insert CapBy(status, token, ActivityDefinition-status, SHALL)

* insert CapType(Contract, SHALL, [[Contracts, supplements, agreement texts. A plain write that changes the state is judged as the operation would be.]], [[协议、补充协议、协议文本。直接写入改变状态的，按相应操作判断。]])
* insert CapProfile(fd-contract, SHALL)
* insert CapProfile(fd-agreement-template, SHOULD)
* insert CapKept
* insert CapBy(identifier, token, Contract-identifier, SHALL)
* insert CapBy(patient, reference, Contract-patient, SHALL)
* insert CapBy(subject, reference, Contract-subject, SHALL)
* insert CapBy(signer, reference, Contract-signer, SHALL)
* insert CapBy(status, token, Contract-status, SHALL)
* insert CapBy(issued, date, Contract-issued, SHALL)
* insert CapByOurs(team, reference, contract-team, SHALL)
* insert CapByOurs(package, reference, contract-package, SHALL)
* insert CapByOurs(period, date, contract-period, SHALL)
* insert CapByOurs(household, reference, contract-household, SHALL)
* insert CapByOurs(key-population, token, contract-key-population, SHALL)
* insert CapCalls(sign, contract-sign, SHALL)
* insert CapCalls(renew, contract-renew, SHALL)
* insert CapCalls(amend, contract-amend, SHALL)
* insert CapCalls(cancel, contract-cancel, SHALL)
* insert CapCalls(terminate, contract-terminate, SHALL)
* insert CapCalls(transfer, contract-transfer, SHALL)
* insert CapCalls(roll-over, contract-roll-over, SHALL)
* insert CapCalls(eligibility, contract-eligibility, SHALL)
* insert CapCalls(entitlement, contract-entitlement, SHALL)
* insert CapCalls(sample, contract-sample, SHOULD)
* insert CapCalls(gaps, contract-gaps, SHALL)
* insert CapCalls(check, contract-check, SHALL)

* insert CapType(EpisodeOfCare, SHALL, [[Whose patient somebody is on a day: one for each covered resident and contract.]], [[某日居民由谁负责：每位签约居民每份协议一条。]])
* insert CapProfile(fd-care-episode, SHALL)
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(status, token, EpisodeOfCare-status, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)
* insert CapBy(type, token, clinical-type, SHALL)
* insert CapBy(care-manager, reference, EpisodeOfCare-care-manager, SHALL)
* insert CapBy(organization, reference, EpisodeOfCare-organization, SHALL)
* insert CapByOurs(team, reference, episodeofcare-team, SHALL)

* insert CapType(CarePlan, SHALL, [[Health management plans.]], [[健康管理方案。]])
* insert CapProfile(fd-care-plan, SHALL)
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(care-team, reference, CarePlan-care-team, SHALL)
* insert CapBy(status, token, CarePlan-status, SHALL)
* insert CapBy(date, date, clinical-date, SHOULD)

* insert CapType(Task, SHALL, [[Services due, reviews and acceptances of referrals, follow-ups, reassignments, checks.]], [[应履行的服务、转诊审核与接收、随访、重新安排、核查。]])
* insert CapProfile(fd-service-task, SHALL)
* insert CapProfile(fd-review-task, SHALL)
* insert CapProfile(fd-acceptance-task, SHALL)
* insert CapProfile(fd-follow-up-task, SHALL)
* insert CapKept
* insert CapBy(patient, reference, Task-patient, SHALL)
* insert CapBy(owner, reference, Task-owner, SHALL)
* insert CapBy(status, token, Task-status, SHALL)
* insert CapBy(business-status, token, Task-business-status, SHALL)
* insert CapBy(code, token, Task-code, SHALL)
* insert CapBy(focus, reference, Task-focus, SHALL)
* insert CapBy(based-on, reference, Task-based-on, SHALL)
* insert CapBy(modified, date, Task-modified, SHOULD)
* insert CapByOurs(due, date, task-due, SHALL)

* insert CapType(Encounter, SHALL, [[Services given, visits, stays.]], [[服务记录、就诊、住院。]])
* insert CapProfile(fd-service-encounter, SHALL)
* insert CapKept
* insert CapBy(identifier, token, clinical-identifier, SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)
* insert CapBy(class, token, Encounter-class, SHALL)
* insert CapBy(status, token, Encounter-status, SHALL)
* insert CapBy(type, token, clinical-type, SHOULD)
* insert CapBy(participant, reference, Encounter-participant, SHOULD)
* insert CapBy(service-provider, reference, Encounter-service-provider, SHALL)
* insert CapBy(episode-of-care, reference, Encounter-episode-of-care, SHOULD)

* insert CapType(Observation, SHALL, [[Measurements and findings of follow-ups.]], [[随访测量和所见。]])
* insert CapProfile(fd-blood-pressure, SHALL)
* insert CapProfile(fd-blood-glucose, SHALL)
* insert CapProfile(fd-follow-up-observation, SHALL)
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(code, token, clinical-code, SHALL)
* insert CapBy(date, date, clinical-date, SHALL)
* insert CapBy(encounter, reference, clinical-encounter, SHOULD)

* insert CapType(Condition, SHALL, [[Diseases.]], [[疾病。]])
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(code, token, clinical-code, SHALL)
* insert CapBy(clinical-status, token, Condition-clinical-status, SHALL)

* insert CapType(QuestionnaireResponse, SHALL, [[Assessments and surveys.]], [[评估和调查。]])
* insert CapProfile(fd-health-assessment, SHALL)
* insert CapProfile(fd-satisfaction, SHALL)
* insert CapKept
* insert CapBy(patient, reference, QuestionnaireResponse-patient, SHALL)
* insert CapBy(questionnaire, reference, QuestionnaireResponse-questionnaire, SHALL)
* insert CapBy(authored, date, QuestionnaireResponse-authored, SHALL)
* insert CapBy(status, token, QuestionnaireResponse-status, SHOULD)

* insert CapType(Questionnaire, SHOULD, [[Forms of assessments and surveys.]], [[评估和调查问卷。]])
* insert CapReads(SHOULD)
* insert CapBy(url, uri, Questionnaire-url, SHOULD)

* insert CapType(MedicationRequest, SHALL, [[Long-term prescriptions.]], [[长期处方。]])
* insert CapProfile(fd-long-prescription, SHALL)
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(authoredon, date, MedicationRequest-authoredon, SHALL)
* insert CapBy(status, token, medications-status, SHOULD)

* insert CapType(ServiceRequest, SHALL, [[Referrals up, down and back.]], [[上转、下转、回转。]])
* insert CapProfile(fd-referral-up, SHALL)
* insert CapProfile(fd-referral-down, SHALL)
* insert CapProfile(fd-back-referral, SHALL)
* insert CapKept
* insert CapBy(identifier, token, clinical-identifier, SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(requester, reference, ServiceRequest-requester, SHALL)
* insert CapBy(performer, reference, ServiceRequest-performer, SHALL)
* insert CapBy(status, token, ServiceRequest-status, SHALL)
* insert CapBy(authored, date, ServiceRequest-authored, SHALL)
* insert CapBy(based-on, reference, ServiceRequest-based-on, SHALL)
* insert CapBy(priority, token, ServiceRequest-priority, SHOULD)
* insert CapCalls(submit, servicerequest-submit, SHALL)
* insert CapCalls(approve, servicerequest-approve, SHALL)
* insert CapCalls(return, servicerequest-return, SHALL)
* insert CapCalls(decline-review, servicerequest-decline-review, SHALL)
* insert CapCalls(accept, servicerequest-accept, SHALL)
* insert CapCalls(reject, servicerequest-reject, SHALL)
* insert CapCalls(arrive, servicerequest-arrive, SHALL)
* insert CapCalls(no-show, servicerequest-no-show, SHALL)
* insert CapCalls(complete, servicerequest-complete, SHALL)
* insert CapCalls(refer-back, servicerequest-refer-back, SHALL)
* insert CapCalls(withdraw, servicerequest-withdraw, SHALL)
* insert CapCalls(close, servicerequest-close, SHALL)

* insert CapType(Schedule, SHALL, [[Specialist clinics, examinations, beds.]], [[专家门诊、检查、床位排班。]])
* insert CapProfile(fd-released-schedule, SHALL)
* insert CapKept
* insert CapBy(actor, reference, Schedule-actor, SHALL)
* insert CapBy(date, date, Schedule-date, SHALL)
* insert CapBy(service-category, token, Schedule-service-category, SHOULD)
* insert CapCalls(release, schedule-release, SHALL)

* insert CapType(Slot, SHALL, [[Slots, released or not.]], [[号源，含未下沉的。]])
* insert CapProfile(fd-released-slot, SHALL)
* insert CapKept
* insert CapBy(schedule, reference, Slot-schedule, SHALL)
* insert CapBy(start, date, Slot-start, SHALL)
* insert CapBy(status, token, Slot-status, SHALL)
* insert CapBy(service-category, token, Slot-service-category, SHALL)
* insert CapBy(specialty, token, Slot-specialty, SHOULD)
* insert CapByOurs(released-to, reference, slot-released-to, SHALL)

* insert CapType(Appointment, SHALL, [[Appointments, with priority for referred residents.]], [[预约，转诊居民优先。]])
* insert CapProfile(fd-appointment, SHALL)
* insert CapKept
* insert CapBy(patient, reference, Appointment-patient, SHALL)
* insert CapBy(based-on, reference, Appointment-based-on, SHALL)
* insert CapBy(date, date, Appointment-date, SHALL)
* insert CapBy(status, token, Appointment-status, SHALL)

* insert CapType(Coverage, SHALL, [[Insurance.]], [[参保信息。]])
* insert CapProfile(fd-coverage, SHALL)
* insert CapKept
* insert CapBy(beneficiary, reference, Coverage-beneficiary, SHALL)
* insert CapBy(type, token, Coverage-type, SHOULD)

* insert CapType(ChargeItem, SHALL, [[Charges, reductions, subsidies, refunds.]], [[费用、减免、补助、退费。]])
* insert CapProfile(fd-charge-item, SHALL)
* insert CapKept
* insert CapBy(subject, reference, ChargeItem-subject, SHALL)
* insert CapBy(account, reference, ChargeItem-account, SHALL)
* insert CapBy(occurrence, date, ChargeItem-occurrence, SHOULD)

* insert CapType(Account, SHALL, [[Accounts of residents, households and institutions.]], [[居民、家庭、机构账户。]])
* insert CapProfile(fd-account, SHALL)
* insert CapKept
* insert CapBy(subject, reference, Account-subject, SHALL)
* insert CapBy(owner, reference, Account-owner, SHOULD)

* insert CapType(Invoice, SHALL, [[Invoices and refunds.]], [[发票和退费。]])
* insert CapProfile(fd-invoice, SHALL)
* insert CapKept
* insert CapBy(subject, reference, Invoice-subject, SHALL)
* insert CapBy(date, date, Invoice-date, SHALL)
* insert CapBy(status, token, Invoice-status, SHALL)

* insert CapType(DocumentReference, SHALL, [[Agreements, letters of cancellation, evidence, shared documents.]], [[协议文本、书面解约、证明材料、共享文档。]])
* insert CapProfile(fd-agreement-document, SHALL)
* insert CapKept
* insert CapBy(identifier, token, clinical-identifier, SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(type, token, clinical-type, SHALL)
* insert CapBy(date, date, DocumentReference-date, SHALL)
* insert CapBy(related, reference, DocumentReference-related, SHALL)

* insert CapType(Consent, SHALL, [[Consents per platform and purpose.]], [[按平台和用途的同意。]])
* insert CapProfile(fd-consent, SHALL)
* insert CapKept
* insert CapBy(patient, reference, clinical-patient, SHALL)
* insert CapBy(category, token, Consent-category, SHALL)
* insert CapBy(actor, reference, Consent-actor, SHALL)
* insert CapBy(status, token, Consent-status, SHALL)
* insert CapBy(period, date, Consent-period, SHOULD)

* insert CapType(Measure, SHALL, [[Indicators and reports.]], [[指标和报表。]])
* insert CapProfile(fd-measure, SHALL)
* insert CapReads(SHALL)
* insert CapWrites(SHOULD)
* insert CapBy(url, uri, Measure-url, SHALL)
* insert CapBy(topic, token, Measure-topic, SHALL)
* insert CapCalls(evaluate-measure, measure-evaluate-measure, SHALL)
* insert CapCalls(monthly-report, measure-monthly-report, SHALL)
* insert CapCalls(progress-report, measure-progress-report, SHALL)

* insert CapType(MeasureReport, SHALL, [[What came of indicators.]], [[指标报告。]])
* insert CapProfile(fd-measure-report, SHALL)
* insert CapKept
* insert CapBy(measure, reference, MeasureReport-measure, SHALL)
* insert CapBy(period, date, MeasureReport-period, SHALL)
* insert CapBy(reporter, reference, MeasureReport-reporter, SHALL)
* insert CapBy(subject, reference, MeasureReport-subject, SHOULD)

* insert CapType(Endpoint, SHOULD, [[Doors of platforms and hospitals.]], [[平台和医院接口。]])
* insert CapProfile(fd-endpoint, SHOULD)
* insert CapReads(SHOULD)
* insert CapBy(organization, reference, Endpoint-organization, SHOULD)
* insert CapBy(status, token, Endpoint-status, SHOULD)

* insert CapType(Provenance, SHALL, [[The record of each step. Made by the server; clients may add their own for what they send.]], [[每个步骤的记录，由服务器生成；客户端可为所传数据附加。]])
* insert CapProfile(fd-provenance, SHALL)
* insert CapReads(SHALL)
* insert CapDoes(create, SHOULD)
* insert CapBy(target, reference, Provenance-target, SHALL)
* insert CapBy(patient, reference, Provenance-patient, SHOULD)
* insert CapBy(recorded, date, Provenance-recorded, SHALL)
* insert CapBy(agent, reference, Provenance-agent, SHOULD)

* insert CapType(AuditEvent, SHALL, [[The record of each access. Written by the server alone.]], [[每次访问的记录，仅由服务器写入。]])
* insert CapProfile(fd-audit-event, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, AuditEvent-patient, SHALL)
* insert CapBy(date, date, AuditEvent-date, SHALL)
* insert CapBy(agent, reference, AuditEvent-agent, SHALL)
* insert CapBy(entity, reference, AuditEvent-entity, SHALL)
* insert CapBy(outcome, token, AuditEvent-outcome, SHOULD)
