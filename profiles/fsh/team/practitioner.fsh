Alias: $licence-kind = https://family-doctor-fhir.github.io/CodeSystem/licence-kind
Alias: $title-level = https://family-doctor-fhir.github.io/CodeSystem/title-level

Profile: FDPractitioner
Parent: Practitioner
Id: fd-practitioner
Title: "Practitioner"
Description: """
A person who works in a family doctor team, reviews or receives referrals: physician, rural doctor, nurse, pharmacist and others, with licences and title.
Where and as what the person works is told by the PractitionerRole.
"""
* insert About([[医务人员]], [[A12 B1 B3 B4 B8 C4]], [[Hainan implementation plan, effective 2024-01-01; national guiding opinion 2022; a city's 2017 implementation plan: title of intermediate level or above; GB 11643]])
* insert Tells([[在家庭医生团队中工作，或审核、接收转诊的人员：医师、乡村医生、护士、药师等，含证书和职称。在何机构任何岗位，见 PractitionerRole。]])
* insert PersonIdentifiers
* insert PersonChecks
* identifier 1..* MS
* identifier insert Means([[Numbers of the person: at least one]], [[人员标识号，至少一个]], [[B1]])
* identifier contains healthWorker 0..* MS
* identifier[healthWorker] insert Means([[Health worker number]], [[医务人员标识]], [[A12 B1]])
* identifier[healthWorker] ^patternIdentifier.system = $health-worker
* identifier[healthWorker].value 1..1 MS
* identifier[healthWorker].value insert Means([[The number; where institutions number their own staff, name the institution as assigner]], [[标识号；由机构自编时以assigner注明机构]], [[A12]])
* active MS
* active insert Means([[Whether the record is in use]], [[记录是否在用]], [[B8]])
* name 1..* MS
* name insert Means([[Name]], [[姓名]], [[B3]])
* name.text 1..1 MS
* name.text insert Means([[The whole name as on the licence]], [[证书所载全名]], [[B3]])
* telecom MS
* telecom insert Means([[Telephone for work]], [[工作电话]], [[B3]])
* gender MS
* gender insert Means([[Sex]], [[性别]], [[B3]])
* birthDate MS
* birthDate insert Means([[Date of birth]], [[出生日期]], [[B1]])
* qualification MS
* qualification insert Means([[Licences and titles]], [[执业资质与职称]], [[B1 B4 C4]])
* qualification ^slicing.discriminator.type = #pattern
* qualification ^slicing.discriminator.path = "code"
* qualification ^slicing.rules = #open
* qualification ^slicing.description = "By code system"
* qualification contains licence 0..* MS and titleLevel 0..* MS
* qualification[licence] insert Means([[A licence: its kind, number, time and who issued it]], [[执业资质：类别、证书编号、有效期、发证机关]], [[B1 B4 B8]])
* qualification[licence].code ^patternCodeableConcept.coding.system = $licence-kind
* qualification[licence].code MS
* qualification[licence].code from https://family-doctor-fhir.github.io/ValueSet/licence-kind (required)
* qualification[licence].code insert Means([[Kind of licence]], [[证书类别]], [[B1 B4]])
* qualification[licence].identifier MS
* qualification[licence].identifier insert Means([[Number of the certificate]], [[证书编号]], [[B1]])
* qualification[licence].period MS
* qualification[licence].period insert Means([[When the licence holds]], [[有效期]], [[B1 B8]])
* qualification[licence].issuer MS
* qualification[licence].issuer insert Means([[Who issued it]], [[发证机关]], [[B1]])
* qualification[titleLevel] insert Means([[Level of the professional title]], [[专业技术职称级别]], [[C4]])
* qualification[titleLevel].code ^patternCodeableConcept.coding.system = $title-level
* qualification[titleLevel].code MS
* qualification[titleLevel].code from https://family-doctor-fhir.github.io/ValueSet/title-level (required)
* qualification[titleLevel].code insert Means([[Senior, associate senior, intermediate, junior; the title itself (as 主治医师) in the text]], [[正高、副高、中级、初级等；职称名称(如主治医师)写入text]], [[C4]])
* qualification[titleLevel].period MS
* qualification[titleLevel].period insert Means([[Since when]], [[取得时间]], [[C4]])
