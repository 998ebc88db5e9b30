Alias: $outpatient-number = urn:oid:2.16.156.10011.1.11
Alias: $inpatient-number = urn:oid:2.16.156.10011.1.12
Alias: $case-number = urn:oid:2.16.156.10011.1.13
Alias: $social-security-card = https://family-doctor-fhir.github.io/NamingSystem/social-security-card
Alias: $birth-certificate = https://family-doctor-fhir.github.io/NamingSystem/birth-certificate
Alias: $marital-status = urn:oid:2.16.156.10011.2.3.3.5
Alias: $family-relationship = urn:oid:2.16.156.10011.2.3.3.8

Profile: FDResident
Parent: Patient
Id: fd-resident
Title: "Resident"
Description: """
A person whom family doctors serve or may serve: a permanent resident, registered there or not, with or without an identity card.
Holds the numbers with their check rules, what the personal form of the health record (WS 365) asks of a person, the key population groups and who is responsible for the resident.
Not here: blood groups, which are Observations (LOINC 883-9 and 10331-7); the way of payment, which is Coverage; illnesses and allergies, which have their own resources.
"""
* insert About([[居民]], [[A2 A10 B3 D1 D2 G9 H1 H2 H3]], [[WS 365-2011 personal information data set; GB 11643; national circular on health record numbers 2011; Shenzhen family-doctor service measures (2017 figures); national guiding opinion 2022; Hainan implementation plan effective 2024-01-01]])
* insert Tells([[家庭医生服务或可能服务的人：常住居民，不论是否户籍人口、有无身份证。记录各类号码及其校验规则、健康档案个人基本信息（WS 365）所列内容、所属重点人群和负责的家庭医生。以下内容不在此：血型为 Observation（LOINC 883-9、10331-7），付费方式为 Coverage，疾病和过敏各有专门资源。]])
* insert PersonIdentifiers
* insert PersonChecks
* obeys fd-resident-2
* extension contains
    Ethnicity named ethnicity 0..1 MS and
    Education named education 0..1 MS and
    Occupation named occupation 0..1 MS and
    KeyPopulation named keyPopulation 0..* MS
* extension[ethnicity] insert Means([[Ethnic group (GB/T 3304)]], [[民族(GB/T 3304)]], [[A2]])
* extension[education] insert Means([[Education (GB/T 4658)]], [[学历(GB/T 4658)]], [[A2]])
* extension[occupation] insert Means([[Occupation (GB/T 6565 or GB/T 2261.4)]], [[职业(GB/T 6565或GB/T 2261.4)]], [[A2]])
* extension[keyPopulation] insert Means([[Key population groups; one entry each]], [[重点人群，每类一条]], [[H1 H2 H3]])

* identifier 1..* MS
* identifier insert Means([[Numbers of the resident: at least one]], [[居民标识号，至少一个]], [[A2 D1]])
* identifier contains
    healthRecord 0..* MS and
    healthCard 0..* MS and
    socialSecurityCard 0..* MS and
    birthCertificate 0..1 MS and
    outpatientNumber 0..* and
    inpatientNumber 0..* and
    caseNumber 0..*
* identifier[healthRecord] insert Means([[Health record number: 17 digits]], [[城乡居民健康档案编号，17位]], [[A2]])
* identifier[healthRecord] ^patternIdentifier.system = $health-record
* identifier[healthRecord] obeys fd-resident-1
* identifier[healthRecord].value 1..1 MS
* identifier[healthRecord].value insert Means([[6 digits division, 3 township or street, 3 village or community, 5 serial]], [[6位行政区划、3位乡镇(街道)、3位村(社区)、5位顺序号]], [[A2]])
* identifier[healthCard] insert Means([[Resident health card]], [[居民健康卡]], [[A2 A10]])
* identifier[healthCard] ^patternIdentifier.system = $health-card
* identifier[healthCard].value 1..1 MS
* identifier[healthCard].value insert Means([[Number of the health card]], [[居民健康卡号]], [[A10]])
* identifier[socialSecurityCard] insert Means([[Social security card]], [[社会保障卡]], [[A10 E14]])
* identifier[socialSecurityCard] ^patternIdentifier.system = $social-security-card
* identifier[socialSecurityCard].value 1..1 MS
* identifier[socialSecurityCard].value insert Means([[Number of the social security card]], [[社会保障卡号]], [[A10]])
* identifier[birthCertificate] insert Means([[Birth certificate, the number of a newborn who has no identity card yet]], [[出生医学证明(尚无身份证号的新生儿)]], [[A2 F11]])
* identifier[birthCertificate] ^patternIdentifier.system = $birth-certificate
* identifier[birthCertificate].value 1..1 MS
* identifier[birthCertificate].value insert Means([[Number of the birth certificate: a letter and nine digits (recalled, not checked)]], [[出生医学证明编号(1位字母加9位数字，未经核对)]], [[F11]])
* identifier[outpatientNumber] insert Means([[Outpatient number, unique in its hospital only]], [[门(急)诊号，仅在医院内唯一]], [[A3 G3]])
* identifier[outpatientNumber] ^patternIdentifier.system = $outpatient-number
* identifier[outpatientNumber].value 1..1
* identifier[outpatientNumber].value insert Means([[Outpatient number]], [[门(急)诊号]], [[A3 G3]])
* identifier[outpatientNumber].assigner 1..1
* identifier[outpatientNumber].assigner only Reference(FDInstitution)
* identifier[outpatientNumber].assigner insert Means([[The hospital that gave the number]], [[赋号医院]], [[A3 G3]])
* identifier[inpatientNumber] insert Means([[Inpatient number, unique in its hospital only]], [[住院号，仅在医院内唯一]], [[A3 G3]])
* identifier[inpatientNumber] ^patternIdentifier.system = $inpatient-number
* identifier[inpatientNumber].value 1..1
* identifier[inpatientNumber].value insert Means([[Inpatient number]], [[住院号]], [[A3 G3]])
* identifier[inpatientNumber].assigner 1..1
* identifier[inpatientNumber].assigner only Reference(FDInstitution)
* identifier[inpatientNumber].assigner insert Means([[The hospital that gave the number]], [[赋号医院]], [[A3 G3]])
* identifier[caseNumber] insert Means([[Medical record number, unique in its hospital only]], [[病案号，仅在医院内唯一]], [[A3 G3]])
* identifier[caseNumber] ^patternIdentifier.system = $case-number
* identifier[caseNumber].value 1..1
* identifier[caseNumber].value insert Means([[Medical record number]], [[病案号]], [[A3 G3]])
* identifier[caseNumber].assigner 1..1
* identifier[caseNumber].assigner only Reference(FDInstitution)
* identifier[caseNumber].assigner insert Means([[The hospital that gave the number]], [[赋号医院]], [[A3 G3]])

* active MS
* active insert Means([[Whether this record is in use; false after a merge]], [[档案是否在用；合并后为false]], [[A2]])
* name 1..* MS
* name insert Means([[Name]], [[姓名]], [[A2 D1]])
* name.text 1..1 MS
* name.text insert Means([[The whole name as written on the document; family and given may stand beside it]], [[证件所载全名；姓、名可另列]], [[A2 D1]])
* telecom MS
* telecom insert Means([[Telephone and other ways to reach the resident]], [[联系电话等]], [[A11 D18 F7]])
* gender 1..1 MS
* gender insert Means([[Sex: 1 is male, 2 female; 0 and 9 are unknown or other, the code itself beside it]], [[性别：1为男，2为女；0、9为unknown或other，并附原始代码]], [[A2]])
* gender.extension contains OriginalCode named originalCode 0..1 MS
* gender.extension[originalCode] insert Means([[The sex as coded by GB/T 2261.1]], [[GB/T 2261.1性别代码]], [[A2]])
* gender.extension[originalCode].valueCoding from https://family-doctor-fhir.github.io/ValueSet/sex (required)
* gender.extension[originalCode].valueCoding insert Means([[0, 1, 2 or 9]], [[0、1、2或9]], [[A2]])
* birthDate 1..1 MS
* birthDate insert Means([[Date of birth; if unknown, an extension data-absent-reason instead of the value]], [[出生日期；不详时以data-absent-reason扩展代替]], [[A2 D1 H1]])
* deceased[x] MS
* deceased[x] insert Means([[Death, best with its date]], [[死亡，宜注明日期]], [[A2 D9]])
* address MS
* address insert Means([[Addresses; use home is where the resident lives]], [[地址；use为home者为常住地址]], [[D1 B10]])
* address.extension contains
    Division named division 0..1 MS and
    HouseholdRegistration named householdRegistration 0..1 MS
* address.extension[division] insert Means([[Division code, from province to village]], [[行政区划代码(省至村)]], [[A2 B10]])
* address.extension[householdRegistration] insert Means([[Whether the household is registered at this address]], [[是否户籍地址]], [[D1 D2]])
* address.text MS
* address.text insert Means([[The address in one line]], [[详细地址]], [[A2]])
* maritalStatus MS
* maritalStatus insert Means([[Marital status: the FHIR code, and the national code beside it]], [[婚姻状况：FHIR代码及国标代码]], [[A2]])
* maritalStatus.coding ^slicing.discriminator.type = #pattern
* maritalStatus.coding ^slicing.discriminator.path = "$this"
* maritalStatus.coding ^slicing.rules = #open
* maritalStatus.coding ^slicing.description = "By code system"
* maritalStatus.coding contains national 0..1 MS
* maritalStatus.coding[national] ^patternCoding.system = $marital-status
* maritalStatus.coding[national] insert Means([[Marital status by GB/T 2261.2]], [[GB/T 2261.2婚姻状况代码]], [[A2]])
* maritalStatus.coding[national] from https://family-doctor-fhir.github.io/ValueSet/marital-status (required)
* contact MS
* contact insert Means([[Contact person]], [[联系人]], [[A2 D18]])
* contact.relationship.coding ^slicing.discriminator.type = #pattern
* contact.relationship.coding ^slicing.discriminator.path = "$this"
* contact.relationship.coding ^slicing.rules = #open
* contact.relationship.coding ^slicing.description = "By code system"
* contact.relationship.coding contains national 0..1 MS
* contact.relationship.coding[national] ^patternCoding.system = $family-relationship
* contact.relationship.coding[national] insert Means([[What the contact is to the resident, by GB/T 4761]], [[联系人与居民的关系(GB/T 4761)]], [[A2]])
* contact.relationship.coding[national] from https://family-doctor-fhir.github.io/ValueSet/family-relationship (required)
* generalPractitioner MS
* generalPractitioner only Reference(FDFamilyDoctor or FDPractitioner or FDInstitution)
* generalPractitioner insert Means([[Who looks after the resident; the entry that a contract brought bears the mark by-contract and belongs to the contract's life cycle]], [[负责该居民的家庭医生或机构；由签约产生的条目带by-contract标记，随协议维护]], [[G9 B3]])
* generalPractitioner.extension contains https://family-doctor-fhir.github.io/StructureDefinition/by-contract named byContract 0..1 MS
* generalPractitioner.extension[byContract] insert Means([[Marks the entry as brought by a contract]], [[由签约产生的标记]], [[G9]])
* managingOrganization MS
* managingOrganization only Reference(FDInstitution)
* managingOrganization insert Means([[Institution that keeps the health record]], [[建档(管理)机构]], [[A2]])
* link MS
* link insert Means([[Other records of the same person: replaced-by after a merge, seealso for the person as somebody's relative]], [[同一人的其他档案：合并后为replaced-by；作为他人亲属的记录为seealso]], [[A2]])

Invariant: fd-resident-1
Description: "A health record number has 17 digits: 6 division, 3 township or street, 3 village or community (001-099 residents' committee, 101-199 villagers' committee, 901-999 other), 5 serial"
* severity = #error
* expression = "value.hasValue() implies value.matches('^[0-9]{9}[019](0[1-9]|[1-9][0-9])[0-9]{5}$')"
* insert Says([[健康档案编号为17位：6位行政区划、3位乡镇(街道)、3位村(居委会001-099、村委会101-199、其他901-999)、5位顺序号]], [[A2]])

Invariant: fd-resident-2
Description: "Gender agrees with the national sex code kept beside it: 1 is male, 2 is female, and no other code is either"
* severity = #error
* expression = "gender.extension.where(url = 'https://family-doctor-fhir.github.io/StructureDefinition/original-code').value.code.all((($this = '1') = (%context.gender = 'male')) and (($this = '2') = (%context.gender = 'female')))"
* insert Says([[gender须与所附国标性别代码一致：1为male，2为female，其他代码二者皆非]], [[A2]])
