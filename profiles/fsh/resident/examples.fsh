// Division 990000 is not assigned by GB/T 2260: numbers over it pass their checks and belong to nobody.

RuleSet: IdCard(number)
* identifier[idCard][+].use = #official
* identifier[idCard][=].system = $id-document
* identifier[idCard][=].value = "{number}"

RuleSet: RecordNumber(number)
* identifier[healthRecord].system = $health-record
* identifier[healthRecord].value = "{number}"

RuleSet: FullName(family, given)
* name.use = #official
* name.text = "{family}{given}"
* name.family = "{family}"
* name.given = "{given}"

RuleSet: Mobile(number)
* telecom.system = #phone
* telecom.value = "{number}"
* telecom.use = #mobile

RuleSet: Home(registration)
* address.extension[division].valueCoding = $division#990000001001 "示例省示例市示例区示例街道示例社区"
* address.extension[householdRegistration].valueCode = #{registration}
* address.use = #home
* address.text = "示例省示例市示例区示例街道示例社区3号楼101室"
* address.line = "示例社区3号楼101室"
* address.city = "示例市"
* address.district = "示例区"
* address.state = "示例省"
* address.country = "CN"

RuleSet: SignedWithExample
* generalPractitioner = Reference(example-family-doctor) "陈示例"
* generalPractitioner.extension[byContract].valueBoolean = true
* managingOrganization = Reference(example-institution) "示例社区卫生服务中心"

Instance: example-resident
InstanceOf: FDResident
Usage: #example
Title: "An elderly resident with hypertension and diabetes"
Description: "The full record of a resident under contract: three cards, a hospital number, personal data by national codes, two illnesses and age that make her a key group."
* language = #zh-CN
* extension[ethnicity].valueCodeableConcept = $ethnic-group#01 "汉族"
* extension[education].valueCodeableConcept = $education#71 "初中毕业"
* extension[occupation].valueCodeableConcept = $employment#80 "退(离)休人员"
* extension[keyPopulation][0].valueCodeableConcept = $key-population#elderly "老年人"
* extension[keyPopulation][1].valueCodeableConcept = $key-population#hypertension "高血压患者"
* extension[keyPopulation][2].valueCodeableConcept = $key-population#diabetes "糖尿病患者"
* insert IdCard(990000195703150024)
* insert RecordNumber(99000000100100001)
* identifier[healthCard].system = $health-card
* identifier[healthCard].value = "990000195703150024"
* identifier[socialSecurityCard].system = $social-security-card
* identifier[socialSecurityCard].value = "EX0000001"
* identifier[outpatientNumber].system = $outpatient-number
* identifier[outpatientNumber].value = "MZ0000123"
* identifier[outpatientNumber].assigner = Reference(example-institution-county-hospital) "示例县人民医院"
* active = true
* insert FullName(赵, 示例)
* insert Mobile(13800000000)
* gender = #female
* gender.extension[originalCode].valueCoding = $sex#2 "女"
* birthDate = "1957-03-15"
* insert Home(registered)
* maritalStatus.coding[1] = $v3-marital-status#W "Widowed"
* maritalStatus.coding[national] = $marital-status#30 "丧偶"
* contact.relationship.coding[1] = $v2-0131#C "Emergency Contact"
* contact.relationship.coding[national] = $family-relationship#20 "子"
* contact.name.text = "张示例"
* contact.telecom.system = #phone
* contact.telecom.value = "13800000000"
* insert SignedWithExample

Instance: example-resident-father
InstanceOf: FDResident
Usage: #example
Title: "A father, registered elsewhere"
Description: "A permanent resident whose household is registered elsewhere; he signs for his household and is guardian of his son."
* language = #zh-CN
* extension[ethnicity].valueCodeableConcept = $ethnic-group#01 "汉族"
* extension[occupation].valueCodeableConcept = $employment#24 "工人"
* insert IdCard(990000198506200014)
* insert RecordNumber(99000000100100002)
* active = true
* insert FullName(张, 示例)
* insert Mobile(13800000000)
* gender = #male
* birthDate = "1985-06-20"
* insert Home(not-registered)
* maritalStatus.coding[1] = $v3-marital-status#M "Married"
* maritalStatus.coding[national] = $marital-status#21 "初婚"
* insert SignedWithExample
* link.other = Reference(example-related-person)
* link.type = #seealso

Instance: example-resident-mother
InstanceOf: FDResident
Usage: #example
Title: "A mother who has just given birth"
Description: "A lying-in woman; the newborn is known under her name."
* language = #zh-CN
* extension[ethnicity].valueCodeableConcept = $ethnic-group#19 "黎族"
* extension[keyPopulation].valueCodeableConcept = $key-population#pregnant "孕产妇"
* insert IdCard(990000198709110027)
* insert RecordNumber(99000000100100003)
* active = true
* insert FullName(李, 示例)
* insert Mobile(13800000000)
* gender = #female
* birthDate = "1987-09-11"
* insert Home(registered)
* insert SignedWithExample
* link.other = Reference(example-related-person-mother)
* link.type = #seealso

Instance: example-resident-child
InstanceOf: FDResident
Usage: #example
Title: "A child of six"
Description: "A child for whom the father signs."
* language = #zh-CN
* extension[keyPopulation].valueCodeableConcept = $key-population#child-0-6 "0-6岁儿童"
* insert IdCard(990000201805010012)
* insert RecordNumber(99000000100100004)
* active = true
* insert FullName(张, 小例)
* gender = #male
* birthDate = "2018-05-01"
* insert Home(registered)
* contact.relationship.coding[1] = $v2-0131#N "Next-of-Kin"
* contact.relationship.coding[national] = $family-relationship#51 "父亲"
* contact.name.text = "张示例"
* insert SignedWithExample

Instance: example-resident-newborn
InstanceOf: FDResident
Usage: #example
Title: "A newborn without an identity card"
Description: "Known by the birth certificate and the mother; the identity card number, once given, comes into the same record."
* language = #zh-CN
* extension[keyPopulation].valueCodeableConcept = $key-population#child-0-6 "0-6岁儿童"
* identifier[birthCertificate].system = $birth-certificate
* identifier[birthCertificate].value = "X990000001"
* active = true
* name.use = #temp
* name.text = "李示例之子"
* gender = #male
* birthDate = "2024-06-18"
* insert Home(registered)
* multipleBirthBoolean = false
* insert SignedWithExample

Instance: example-resident-old-number
InstanceOf: FDResident
Usage: #example
Title: "A resident with an old number of 15 digits"
Description: "The old number is kept beside the number now valid."
* language = #zh-CN
* insert IdCard(990000194910120034)
* identifier[idCard][+].use = #old
* identifier[idCard][=].system = $id-document
* identifier[idCard][=].value = "990000491012003"
* insert RecordNumber(99000010110100001)
* active = true
* insert FullName(孙, 示例)
* gender = #male
* birthDate = "1949-10-12"

Instance: example-resident-foreign
InstanceOf: FDResident
Usage: #example
Title: "A resident with a passport"
Description: "A foreigner who lives here: a passport instead of an identity card; the sex was not stated (code 9); only the year of birth is known."
* language = #zh-CN
* identifier[passport].use = #official
* identifier[passport].type = $v2-0203#PPN "Passport number"
* identifier[passport].system = $passport
* identifier[passport].value = "EX0000000"
* active = true
* name.text = "EXAMPLE ALEX"
* gender = #unknown
* gender.extension[originalCode].valueCoding = $sex#9 "未说明的性别"
* birthDate = "1990"
* insert Home(not-registered)

Instance: example-related-person
InstanceOf: FDRelatedPerson
Usage: #example
Title: "A father who signs as guardian"
Description: "Guardian of the child of six, with his identity card."
* language = #zh-CN
* insert IdCard(990000198506200014)
* active = true
* patient = Reference(example-resident-child) "张小例"
* relationship.coding[national] = $family-relationship#51 "父亲"
* relationship.coding[guardian] = $role-code#GUARD "guardian"
* relationship.text = "父亲(监护人)"
* insert FullName(张, 示例)
* insert Mobile(13800000000)
* gender = #male
* birthDate = "1985-06-20"
* period.start = "2018-05-01"

Instance: example-related-person-mother
InstanceOf: FDRelatedPerson
Usage: #example
Title: "The mother of a newborn"
Description: "Tells whose child the newborn is."
* language = #zh-CN
* insert IdCard(990000198709110027)
* active = true
* patient = Reference(example-resident-newborn) "李示例之子"
* relationship.coding[2] = $role-code#MTH "mother"
* relationship.coding[national] = $family-relationship#52 "母亲"
* relationship.coding[guardian] = $role-code#GUARD "guardian"
* insert FullName(李, 示例)
* gender = #female
* birthDate = "1987-09-11"
