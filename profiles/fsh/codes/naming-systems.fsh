// Identifier systems: `urn:oid:` and the OID for the national ones, the URL of the naming system for ours.

// National identifiers, under the arc 2.16.156.10011.1 (recalled: of the national health statistics centre). Read in public templates of WS/T 500 and in service mappings.

Instance: DocumentSerialNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(document-serial-number, DocumentSerialNumber, oid, 2.16.156.10011.1.1, [[文档流水号。Document serial number.]])

Instance: HealthRecordNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(health-record-number, HealthRecordNumber, oid, 2.16.156.10011.1.2, [[城乡居民健康档案编号：17 位，区划 6、乡镇 3、村居 3、顺序号 5，无校验位。Resident health record number: 17 digits: division 6, township 3, village 3, serial 5; no check digit.]])

Instance: IdentityDocumentNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(identity-document-number, IdentityDocumentNumber, oid, 2.16.156.10011.1.3, [[患者身份证件号。居民身份证为 GB 11643 的 18 位号码，末位校验，X 大写；其他证件以 CV02.01.101 类别区分。Identity document number. For a resident identity card the 18 places of GB 11643 with check digit, X in capitals; other documents are told apart by their type of CV02.01.101.]])

Instance: HealthWorkerNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(health-worker-number, HealthWorkerNumber, oid, 2.16.156.10011.1.4, [[医务人员标识。Health worker identifier.]])

Instance: InstitutionCodeNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(institution-code, InstitutionCode, oid, 2.16.156.10011.1.5, [[医疗卫生机构代码，如统一社会信用代码或 WS 218 全码。Institution code, such as the unified social credit code or the whole code of WS 218.]])

Instance: RecordCreatorNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(record-creator, RecordCreator, oid, 2.16.156.10011.1.7, [[建档者标识（可信度中等）。Record creator (medium confidence).]])

Instance: PathologyNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(pathology-number, PathologyNumber, oid, 2.16.156.10011.1.8, [[病理号（可信度中等）。Pathology number (medium confidence).]])

Instance: OutpatientNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(outpatient-number, OutpatientNumber, oid, 2.16.156.10011.1.11, [[门（急）诊号。Outpatient number.]])

Instance: InpatientNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(inpatient-number, InpatientNumber, oid, 2.16.156.10011.1.12, [[住院号。Inpatient number.]])

Instance: MedicalRecordNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(medical-record-number, MedicalRecordNumber, oid, 2.16.156.10011.1.13, [[病案号。Medical record number.]])

Instance: SpecimenNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(specimen-number, SpecimenNumber, oid, 2.16.156.10011.1.14, [[标本编号。Specimen number.]])

Instance: HealthCardNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(health-card-number, HealthCardNumber, oid, 2.16.156.10011.1.19, [[居民健康卡号。Resident health card number.]])

Instance: PrescriptionNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(prescription-number, PrescriptionNumber, oid, 2.16.156.10011.1.20, [[处方编号。Prescription number.]])

Instance: WardRoomNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(ward-room-number, WardRoomNumber, oid, 2.16.156.10011.1.21, [[病房号。Ward room number.]])

Instance: BedNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(bed-number, BedNumber, oid, 2.16.156.10011.1.22, [[病床号。Bed number.]])

Instance: RequestNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(request-number, RequestNumber, oid, 2.16.156.10011.1.24, [[电子申请单编号。Electronic request number.]])

Instance: DepartmentCodeNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(department-code, DepartmentCode, oid, 2.16.156.10011.1.26, [[科室。Department.]])

Instance: WardCodeNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(ward-code, WardCode, oid, 2.16.156.10011.1.27, [[病区。Ward.]])

Instance: ExaminationReportNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(examination-report-number, ExaminationReportNumber, oid, 2.16.156.10011.1.32, [[检查报告单号。Examination report number.]])

Instance: LaboratoryReportNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(laboratory-report-number, LaboratoryReportNumber, oid, 2.16.156.10011.1.33, [[检验报告单号。Laboratory report number.]])

Instance: ConsentFormNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(consent-form-number, ConsentFormNumber, oid, 2.16.156.10011.1.34, [[知情同意书编号。Consent form number.]])

// National identifiers whose OID is not known to us: a system of ours stands for each.

Instance: UsccNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(uscc, Uscc, uri, https://family-doctor-fhir.github.io/NamingSystem/uscc, [[统一社会信用代码：18 位，GB 32100，末位校验。Unified social credit code: 18 places of GB 32100 with check character.]])

Instance: OrganisationCodeNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(organisation-code, OrganisationCode, uri, https://family-doctor-fhir.github.io/NamingSystem/organisation-code, [[组织机构代码：9 位，GB 11714，末位校验。Organisation code: 9 places of GB 11714 with check character.]])

Instance: SocialSecurityCardNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(social-security-card, SocialSecurityCard, uri, https://family-doctor-fhir.github.io/NamingSystem/social-security-card, [[社会保障卡号。Social security card number.]])

Instance: PassportNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(passport, Passport, uri, https://family-doctor-fhir.github.io/NamingSystem/passport, [[护照号码；签发国见证件类别或签发机构。Passport number; who issued it stands in the assigner.]])

Instance: OtherIdentityDocumentNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(other-identity-document, OtherIdentityDocument, uri, https://family-doctor-fhir.github.io/NamingSystem/other-identity-document, [[其他身份证件号码，类别见 Identifier.type（CV02.01.101）。Number of another identity document; its kind stands in Identifier.type (CV02.01.101).]])

Instance: BirthCertificateNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(birth-certificate, BirthCertificate, uri, https://family-doctor-fhir.github.io/NamingSystem/birth-certificate, [[出生医学证明编号：新生儿在取得身份证号前使用。Number of the medical certificate of birth: for a newborn until there is an identity number.]])

Instance: PractisingLicenceNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(practising-licence, PractisingLicence, uri, https://family-doctor-fhir.github.io/NamingSystem/practising-licence, [[医师执业证书编号。Number of a doctor's practising licence.]])

Instance: QualificationCertificateNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(qualification-certificate, QualificationCertificate, uri, https://family-doctor-fhir.github.io/NamingSystem/qualification-certificate, [[医师资格证书编号。Number of a doctor's qualification certificate.]])

// Numbers of this service. Each institution or platform keeps them unique; a platform with numbers of its own has its own system.

Instance: ContractNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(contract-number, ContractNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/contract-number, [[签约协议编号。Contract number.]])

Instance: TeamNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(team-number, TeamNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/team-number, [[家庭医生团队编号。Family doctor team number.]])

Instance: PackageNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(package-number, PackageNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/package-number, [[服务包编号。Service package number.]])

Instance: ServiceItemNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(service-item-number, ServiceItemNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/service-item-number, [[服务项目编号，如地区价格目录编码。Service item number, such as that of a region's price table.]])

Instance: HouseholdNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(household-number, HouseholdNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/household-number, [[家庭编号。Household number.]])

Instance: FunctionalCommunityNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(functional-community-number, FunctionalCommunityNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/functional-community-number, [[功能社区编号。Functional community number.]])

Instance: FamilyDoctorRegistrationNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(family-doctor-registration, FamilyDoctorRegistration, uri, https://family-doctor-fhir.github.io/NamingSystem/family-doctor-registration, [[家庭医生登记编号。Registration number of a family doctor.]])

Instance: FilingNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(filing-number, FilingNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/filing-number, [[备案编号：向卫生健康委或医保部门备案所得。Filing number, given by the health commission or healthcare security.]])

Instance: ReferralNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(referral-number, ReferralNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/referral-number, [[转诊单号。Referral number.]])

Instance: AppointmentNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(appointment-number, AppointmentNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/appointment-number, [[预约号。Appointment number.]])

Instance: ScheduleNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(schedule-number, ScheduleNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/schedule-number, [[排班编号。Schedule number of the releasing hospital.]])

Instance: SlotNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(slot-number, SlotNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/slot-number, [[号源编号。Slot number of the releasing hospital.]])

Instance: TaskNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(task-number, TaskNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/task-number, [[任务编号。Task number.]])

Instance: InvoiceNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(invoice-number, InvoiceNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/invoice-number, [[结算单或发票编号。Number of a settlement or invoice.]])

Instance: AccountNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(account-number, AccountNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/account-number, [[签约费用账户编号。Number of an account of contract fees.]])

Instance: DocumentNumberNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(document-number, DocumentNumber, uri, https://family-doctor-fhir.github.io/NamingSystem/document-number, [[协议、解约书等文件编号。Number of an agreement, letter of cancellation or other document.]])

Instance: WechatOpenidNaming
InstanceOf: NamingSystem
Usage: #definition
* insert Numbers(wechat-openid, WechatOpenid, uri, https://family-doctor-fhir.github.io/NamingSystem/wechat-openid, [[微信 openid 的散列值，不存原值。Hash of a WeChat openid; the openid itself is not stored.]])
