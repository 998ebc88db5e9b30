Alias: $team-role = https://family-doctor-fhir.github.io/CodeSystem/team-role

Profile: FDFamilyDoctor
Parent: PractitionerRole
Id: fd-family-doctor
Title: "Family doctor and team member"
Description: """
A person at work in an institution as family doctor or as another member of a team. Contracts are signed and services performed in this role.
A family doctor is registered at the institution, which files the registration with the health commission of the city or county; the profile keeps where both stand, and a disqualification with its date and reason.
"""
* insert About([[家庭医生及团队成员]], [[B1 B2 B3 B4 B8 B9 C2 C3 C4 C5 G8]], [[Hainan implementation plan, effective 2024-01-01: registration, filing, disqualification, offices; national guiding opinion 2022: who may be a family doctor; Shenzhen family-doctor service measures (2017 figures): 2+X; a city's 2017 implementation plan]])
* insert Tells([[在机构中担任家庭医生或团队其他成员的人员；签约和履约均以此岗位身份进行。家庭医生在机构登记，由机构报市县卫生健康委备案；本规范记录登记和备案的状态，取消资格的记录日期和原因。]])
* obeys fd-family-doctor-1
* extension contains
    RegistrationStatus named registrationStatus 0..1 MS and
    Filing named filing 0..1 MS and
    Disqualification named disqualification 0..* MS
* extension[registrationStatus] insert Means([[Where the registration as family doctor stands; absent for other members]], [[家庭医生登记状态，其他成员不填]], [[B1 B2]])
* extension[filing] insert Means([[Filing with the health commission: status, date, authority]], [[向卫生健康委备案：状态、日期、机关]], [[B2]])
* extension[disqualification] insert Means([[Disqualifications, past ones too: date, reason, authority, end]], [[取消资格记录(含既往)：日期、原因、机关、恢复日期]], [[B1 B8]])
* identifier MS
* identifier insert Means([[Registration number as family doctor, and others]], [[家庭医生登记号等]], [[B1 B2]])
* active 1..1 MS
* active insert Means([[Whether the person works in this role]], [[是否在岗]], [[B1 B8]])
* period MS
* period insert Means([[When the person holds this role]], [[任职期间]], [[B1 B8]])
* practitioner 1..1 MS
* practitioner only Reference(FDPractitioner)
* practitioner insert Means([[The person]], [[人员]], [[B1]])
* organization 1..1 MS
* organization only Reference(FDInstitution)
* organization insert Means([[The institution at which the person works and, as family doctor, is registered]], [[执业(登记)机构]], [[B2]])
* code 1..* MS
* code insert Means([[Role, and level of the title held in it]], [[角色及聘任职称级别]], [[C2 C3 C4]])
* code ^slicing.discriminator.type = #pattern
* code ^slicing.discriminator.path = "$this"
* code ^slicing.rules = #open
* code ^slicing.description = "By code system"
* code contains teamRole 1..* MS and titleLevel 0..1 MS
* code[teamRole] insert Means([[What the person is in a team or in referral: general practitioner, community nurse, rural doctor …]], [[在团队或转诊中的角色：全科医生、社区护士、乡村医生等]], [[B4 C2 C3 C4 G8]])
* code[teamRole] ^patternCodeableConcept.coding.system = $team-role
* code[teamRole] from https://family-doctor-fhir.github.io/ValueSet/team-role (required)
* code[titleLevel] insert Means([[Level of the title held here]], [[聘任职称级别]], [[C4]])
* code[titleLevel] ^patternCodeableConcept.coding.system = $title-level
* code[titleLevel] from https://family-doctor-fhir.github.io/ValueSet/title-level (required)
* specialty MS
* specialty insert Means([[Specialty]], [[专业]], [[B4 F8]])
* location MS
* location insert Means([[Office of the family doctor]], [[家庭医生工作室]], [[B9]])
* telecom MS
* telecom insert Means([[Telephone for residents]], [[对居民公布的电话]], [[B3 F7]])
* availableTime MS
* availableTime insert Means([[Fixed hours of the office]], [[固定服务时间]], [[B9]])

Extension: RegistrationStatus
Id: registration-status
Title: "Registration as family doctor"
Description: "Where the registration of a family doctor at the institution stands. Only a registered one signs contracts."
* insert About([[家庭医生登记状态]], [[B1 B2 B8]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[家庭医生在机构登记的状态；只有已登记的家庭医生可以签约。]])
* insert On(PractitionerRole)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/registration-status (required)
* value[x] insert Means([[The status]], [[登记状态]], [[B1 B2 B8]])

Extension: Filing
Id: filing
Title: "Filing with the health commission"
Description: "Where the filing of a family doctor with the health commission of the city or county stands."
* insert About([[备案]], [[B2]], [[Hainan implementation plan, effective 2024-01-01: the institution registers, then files]])
* insert Tells([[家庭医生向市县卫生健康委备案的状态。]])
* insert On(PractitionerRole)
* obeys fd-family-doctor-2
* extension contains
    status 1..1 and
    date 0..1 and
    authority 0..1 and
    number 0..1
* extension[status] insert Means([[Status of the filing]], [[备案状态]], [[B2]])
* extension[status].value[x] 1..1
* extension[status].value[x] only code
* extension[status].value[x] insert Means([[One of the codes]], [[备案状态代码]], [[B2]])
* extension[status].value[x] from https://family-doctor-fhir.github.io/ValueSet/filing-status (required)
* extension[date] insert Means([[Day of this status]], [[该状态的日期]], [[B2]])
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[date].value[x] insert Means([[The day]], [[日期]], [[B1 B2]])
* extension[authority] insert Means([[Health commission of the city or county]], [[市(县)卫生健康委]], [[B2]])
* extension[authority].value[x] 1..1
* extension[authority].value[x] only Reference(Organization)
* extension[authority].value[x] insert Means([[The authority]], [[机关]], [[B1 B2]])
* extension[number] insert Means([[Number of the filing]], [[备案号]], [[B2]])
* extension[number].value[x] 1..1
* extension[number].value[x] only string
* extension[number].value[x] insert Means([[The number]], [[备案号]], [[B2]])

Extension: Disqualification
Id: disqualification
Title: "Disqualification"
Description: "That a family doctor was disqualified: since when, why, by whom and, if restored, until when."
* insert About([[取消资格]], [[B1 B8]], [[Hainan implementation plan, effective 2024-01-01: registration, tracking and disqualification]])
* insert Tells([[家庭医生被取消资格：自何时、因何、由谁作出；恢复资格的，写明截止日期。]])
* insert On(PractitionerRole)
* extension contains
    date 1..1 and
    reason 1..1 and
    authority 0..1 and
    end 0..1
* extension[date] insert Means([[First day of the disqualification]], [[取消资格之日]], [[B1]])
* extension[date].value[x] 1..1
* extension[date].value[x] only date
* extension[date].value[x] insert Means([[The day]], [[日期]], [[B1 B2]])
* extension[reason] insert Means([[Why]], [[原因]], [[B1 B8]])
* extension[reason].value[x] 1..1
* extension[reason].value[x] only string
* extension[reason].value[x] insert Means([[The reason in words]], [[原因说明]], [[B1 B8]])
* extension[authority] insert Means([[Who decided]], [[决定机关]], [[B1]])
* extension[authority].value[x] 1..1
* extension[authority].value[x] only Reference(Organization)
* extension[authority].value[x] insert Means([[The authority]], [[机关]], [[B1 B2]])
* extension[end] insert Means([[Last day, if the qualification was restored]], [[恢复资格时的截止日]], [[B1 B8]])
* extension[end].value[x] 1..1
* extension[end].value[x] only date
* extension[end].value[x] insert Means([[The day]], [[日期]], [[B1 B8]])

Invariant: fd-family-doctor-1
Description: "A family doctor is disqualified if and only if there is a disqualification without an end"
* severity = #error
* expression = "extension.where(url = 'https://family-doctor-fhir.github.io/StructureDefinition/registration-status').where(value = 'disqualified').exists() = extension.where(url = 'https://family-doctor-fhir.github.io/StructureDefinition/disqualification').where(extension.where(url = 'end').empty()).exists()"
* insert Says([[登记状态为取消资格，当且仅当存在未恢复的取消资格记录]], [[B1 B8]])

Invariant: fd-family-doctor-2
Description: "What is filed has a date and an authority"
* severity = #error
* expression = "extension.where(url = 'status' and value = 'filed').exists() implies (extension.where(url = 'date').exists() and extension.where(url = 'authority').exists())"
* insert Says([[已备案者须有备案日期和备案机关]], [[B2]])
