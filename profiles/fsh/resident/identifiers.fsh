// The numbers of a person, as Resident, RelatedPerson and Practitioner have them, with their check rules.

Alias: $id-document-type = urn:oid:2.16.156.10011.2.3.1.1
Alias: $passport = https://family-doctor-fhir.github.io/NamingSystem/passport
Alias: $other-document = https://family-doctor-fhir.github.io/NamingSystem/other-identity-document

// Identifiers are told apart by their system. The identity card needs no type: its system says it, and the
// R4 list of identifier types has no code for it. Platforms may put documents of all kinds into the system
// of the identity card; then the type names the kind, and the rules of the identity card are not asked.
RuleSet: PersonIdentifiers
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "$this"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system"
* identifier contains idCard 0..* MS and passport 0..* MS and otherDocument 0..* MS
* identifier[idCard] insert Means([[Resident identity card: 18 characters, or an old number of 15 digits; residence permits of Hong Kong, Macao and Taiwan residents have such numbers too (recalled, not checked). Lower-case x is accepted and stored as X]], [[居民身份证：18位，或15位旧号；港澳台居民居住证号码同此(凭记忆，未核对)；末位小写x可接收，存为大写X]], [[A2 D1]])
* identifier[idCard] ^patternIdentifier.system = $id-document
* identifier[idCard] obeys fd-person-1 and fd-person-2 and fd-person-5
* identifier[idCard].use MS
* identifier[idCard].use insert Means([[official: the number now valid, which agrees with date of birth and sex; old: kept to be found by]], [[official为现用号码，须与出生日期、性别一致；old为旧号，留作查找]], [[A2]])
* identifier[idCard].type insert Means([[Not needed. Only where a platform puts other documents into this system: their kind by CV02.01.101]], [[不必填；仅当平台以同一标识体系存放其他证件时，以CV02.01.101代码注明类别]], [[A2]])
* identifier[idCard].value 1..1 MS
* identifier[idCard].value insert Means([[The number, without spaces]], [[身份证号，不含空格]], [[A2 D1]])
* identifier[passport] insert Means([[Passport of one without an identity card; type PPN]], [[护照(无居民身份证者)，类型代码PPN]], [[A2 D1]])
* identifier[passport] ^patternIdentifier.system = $passport
* identifier[passport].value 1..1 MS
* identifier[passport].value insert Means([[Passport number]], [[护照号码]], [[A2 D1]])
* identifier[otherDocument] insert Means([[Another document: permit for residents of Hong Kong and Macao, of Taiwan, military officer's card, household register …]], [[其他证件：港澳居民、台湾居民来往内地通行证，军官证，户口簿等]], [[A2 D1 D2]])
* identifier[otherDocument] ^patternIdentifier.system = $other-document
* identifier[otherDocument].type 1..1 MS
* identifier[otherDocument].type from https://family-doctor-fhir.github.io/ValueSet/id-document-type (required)
* identifier[otherDocument].type insert Means([[Kind of document by CV02.01.101]], [[CV02.01.101身份证件类别代码]], [[A2]])
* identifier[otherDocument].value 1..1 MS
* identifier[otherDocument].value insert Means([[Number of the document]], [[证件号码]], [[A2 D1]])

// What holds for the identity card together with date of birth and sex.
RuleSet: PersonChecks
* obeys fd-person-3 and fd-person-4

Invariant: fd-person-1
Description: "A resident identity card number has 18 characters (division, date of birth, sequence, check character) or, in its old form, 15 digits; another document in the same system names its kind by a code of CV02.01.101"
* severity = #error
* expression = "(value.hasValue() and type.coding.where(system = 'urn:oid:2.16.156.10011.2.3.1.1' and code != '01').empty()) implies value.matches('^[0-9]{6}((18|19|20)[0-9]{2}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-9]))[0-9]{3}[0-9Xx]|[0-9]{2}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-9]))[0-9]{3})$')"
* insert Says([[居民身份证号应为18位(行政区划、出生日期、顺序码、校验码)，旧号为15位；同一标识体系中的其他证件须用CV02.01.101代码注明类别]], [[A2 D1]])

Invariant: fd-person-2
Description: "The check character of an 18-character identity card number is right (GB 11643: digits weighted by 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, and the check character, X for ten, sum to 1 modulo 11)"
* severity = #error
* expression = "type.coding.where(system = 'urn:oid:2.16.156.10011.2.3.1.1' and code != '01').empty() implies value.where(matches('^[0-9]{17}[0-9Xx]$')).all((substring(0, 1).toInteger() * 7 + substring(1, 1).toInteger() * 9 + substring(2, 1).toInteger() * 10 + substring(3, 1).toInteger() * 5 + substring(4, 1).toInteger() * 8 + substring(5, 1).toInteger() * 4 + substring(6, 1).toInteger() * 2 + substring(7, 1).toInteger() + substring(8, 1).toInteger() * 6 + substring(9, 1).toInteger() * 3 + substring(10, 1).toInteger() * 7 + substring(11, 1).toInteger() * 9 + substring(12, 1).toInteger() * 10 + substring(13, 1).toInteger() * 5 + substring(14, 1).toInteger() * 8 + substring(15, 1).toInteger() * 4 + substring(16, 1).toInteger() * 2 + iif(substring(17, 1).upper() = 'X', 10, substring(17, 1).toInteger())) mod 11 = 1)"
* insert Says([[18位身份证号的校验码应按GB 11643计算正确]], [[A2 D1]])

Invariant: fd-person-3
Description: "The date of birth agrees with the official identity card number"
* severity = #error
* expression = "birthDate.hasValue() implies identifier.where(use = 'official' and system = 'urn:oid:2.16.156.10011.1.3' and type.coding.where(system = 'urn:oid:2.16.156.10011.2.3.1.1' and code != '01').empty()).value.where(matches('^([0-9]{15}|[0-9]{17}[0-9Xx])$')).all(iif(length() = 15, %context.birthDate.toString().substring(0, 2) + substring(6, 6), substring(6, 8)).startsWith(%context.birthDate.toString().replace('-', '')))"
* insert Says([[出生日期应与现用(official)身份证号一致]], [[A2 D1]])

Invariant: fd-person-4
Description: "Male or female agrees with the official identity card number (the sequence number is odd for men and even for women)"
* severity = #error
* expression = "gender.where($this = 'male' or $this = 'female').exists() implies identifier.where(use = 'official' and system = 'urn:oid:2.16.156.10011.1.3' and type.coding.where(system = 'urn:oid:2.16.156.10011.2.3.1.1' and code != '01').empty()).value.where(matches('^([0-9]{15}|[0-9]{17}[0-9Xx])$')).all(iif(length() = 15, substring(14, 1), substring(16, 1)).toInteger() mod 2 = iif(%context.gender = 'male', 1, 0))"
* insert Says([[性别(男、女)应与现用(official)身份证号的顺序码奇偶一致]], [[A2 D1]])

Invariant: fd-person-5
Description: "The check character X of an identity card number is stored in upper case"
* severity = #warning
* expression = "value.hasValue() implies value.matches('^[0-9]{17}x$').not()"
* insert Says([[身份证号末位校验码X应存为大写]], [[A2]])
