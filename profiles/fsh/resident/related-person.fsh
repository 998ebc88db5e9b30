Alias: $role-code = http://terminology.hl7.org/CodeSystem/v3-RoleCode

Profile: FDRelatedPerson
Parent: RelatedPerson
Id: fd-related-person
Title: "Guardian or family member"
Description: """
Somebody who acts for a resident: the guardian who signs for one under 18 or for one who cannot, the mother under whose name a newborn is known, a payer of the household, a person to be called.
A relative who is a resident too has a Patient of their own; its link (seealso) leads here.
"""
* insert About([[监护人或家庭成员]], [[A2 D2 D11 F11]], [[A city's 2017 implementation plan: households sign as a unit; Hainan implementation plan effective 2024-01-01; GB/T 4761; the rule that a guardian signs for a minor is this project's]])
* insert Tells([[代表居民的人：为未成年人或无法自行签字者签约的监护人、新生儿暂以其名义登记的母亲、家庭的付费人、联系人。该亲属本人也是居民的，另有自己的 Patient，并以其 link（seealso）指向本资源。]])
* insert PersonIdentifiers
* insert PersonChecks
* identifier MS
* identifier insert Means([[Numbers of the relative]], [[亲属标识号]], [[A2]])
* active MS
* active insert Means([[Whether the relation is in use]], [[该关系是否有效]], [[D2]])
* patient MS
* patient only Reference(FDResident)
* patient insert Means([[The resident whose relative this is]], [[所属居民]], [[D2]])
* relationship 1..* MS
* relationship insert Means([[What the relative is to the resident; guardians also bear GUARD]], [[与居民的关系；监护人另带GUARD]], [[D2]])
* relationship.coding ^slicing.discriminator.type = #pattern
* relationship.coding ^slicing.discriminator.path = "$this"
* relationship.coding ^slicing.rules = #open
* relationship.coding ^slicing.description = "By code system, guardians by code"
* relationship.coding contains national 0..1 MS and guardian 0..1 MS
* relationship.coding[national] ^patternCoding.system = $family-relationship
* relationship.coding[national] insert Means([[Family relationship by GB/T 4761]], [[GB/T 4761家庭关系代码]], [[A2 D2]])
* relationship.coding[national] from https://family-doctor-fhir.github.io/ValueSet/family-relationship (required)
* relationship.coding[guardian] ^patternCoding = $role-code#GUARD
* relationship.coding[guardian] insert Means([[Guardian: may sign for the resident]], [[监护人，可代签]], [[D2]])
* name 1..* MS
* name insert Means([[Name]], [[姓名]], [[D2]])
* name.text 1..1 MS
* name.text insert Means([[The whole name as written on the document]], [[证件所载全名]], [[D2]])
* telecom MS
* telecom insert Means([[Telephone]], [[联系电话]], [[D18]])
* gender MS
* gender insert Means([[Sex]], [[性别]], [[A2]])
* birthDate MS
* birthDate insert Means([[Date of birth]], [[出生日期]], [[A2]])
* period MS
* period insert Means([[When the relation holds, as for a guardianship]], [[关系存续期间，如监护期]], [[D2]])
