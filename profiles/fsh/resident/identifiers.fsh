// The numbers of a person, as Resident, RelatedPerson and Practitioner have them, with their check rules.

Alias: $id-document-type = urn:oid:2.16.156.10011.2.3.1.1

// Identifiers are told apart by their system. One system holds identity documents of all kinds: without a
// kind it is the resident identity card, for which the R4 list of identifier types has no code.
RuleSet: PersonIdentifiers
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "$this"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system"
* identifier contains identityDocument 0..* MS
* identifier[identityDocument] insert Means([[Identity document. Without a kind: the resident identity card, 18 characters or an old number of 15 digits; lower-case x is accepted and stored as X]], [[身份证件；不注类别者为居民身份证，18位或15位旧号，末位小写x可接收、存为大写X]], [[A2 D1]])
* identifier[identityDocument] ^patternIdentifier.system = $id-document
* identifier[identityDocument] obeys fd-person-1 and fd-person-2 and fd-person-5
* identifier[identityDocument].use MS
* identifier[identityDocument].use insert Means([[official: the number now valid, which agrees with date of birth and sex; old: kept to be found by]], [[official为现用号码，须与出生日期、性别一致；old为旧号，留作查找]], [[A2]])
* identifier[identityDocument].type MS
* identifier[identityDocument].type insert Means([[Kind of document, unless it is the resident identity card: passport 03 (beside it the FHIR code PPN), permit for residents of Hong Kong and Macao 06, of Taiwan 07 …]], [[证件类别，居民身份证可不注：护照03(另附FHIR代码PPN)、港澳居民通行证06、台湾居民通行证07等]], [[A2 D1]])
* identifier[identityDocument].type.coding ^slicing.discriminator.type = #value
* identifier[identityDocument].type.coding ^slicing.discriminator.path = "system"
* identifier[identityDocument].type.coding ^slicing.rules = #open
* identifier[identityDocument].type.coding contains national 0..1 MS
* identifier[identityDocument].type.coding[national] insert Means([[Kind of document by CV02.01.101]], [[CV02.01.101身份证件类别代码]], [[A2]])
* identifier[identityDocument].type.coding[national] from https://family-doctor-fhir.github.io/ValueSet/id-document-type (required)
* identifier[identityDocument].type.coding[national].system 1..1
* identifier[identityDocument].type.coding[national].system = $id-document-type
* identifier[identityDocument].value 1..1 MS
* identifier[identityDocument].value insert Means([[The number, without spaces]], [[证件号码，不含空格]], [[A2 D1]])

// What holds for the identity card together with date of birth and sex.
RuleSet: PersonChecks
* obeys fd-person-3 and fd-person-4

Invariant: fd-person-1
Description: "A resident identity card number has 18 characters (division, date of birth, sequence, check character) or, in its old form, 15 digits; the number of any other document names its kind by a code of CV02.01.101"
* severity = #error
* expression = "(value.hasValue() and type.coding.where(system = 'urn:oid:2.16.156.10011.2.3.1.1' and code != '01').empty()) implies value.matches('^[0-9]{6}((18|19|20)[0-9]{2}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-9]))[0-9]{3}[0-9Xx]|[0-9]{2}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-9]))[0-9]{3})$')"
* insert Says([[居民身份证号应为18位(行政区划、出生日期、顺序码、校验码)，旧号为15位；其他证件须用CV02.01.101代码注明类别]], [[A2 D1]])

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
