// A household as a party of contracts.

Profile: FDHousehold
Parent: Group
Id: fd-household
Title: "Household"
Description: "A household that signs, or may sign, a contract as one: its members by the household register or residence permit, with what each is to the head. Who of them a contract covers is said by the contract, not here; a change of head or of members changes no contract."
* insert About([[签约家庭]], [[A2 C7 D2 D5 E6 E21]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[以家庭为单位签约的家庭：按户口簿或居住证列出成员及其与户主的关系。协议涵盖哪些成员以协议为准；更换户主或增减成员不改变协议。]])
* obeys fd-household-1 and fd-household-2 and fd-household-3
* identifier MS
* identifier insert Means([[Number of the household, as of the household file]], [[家庭编号，如家庭健康档案编号]], [[D2 E4]])
* identifier.system 1..1 MS
* identifier.system insert Means([[Who numbers]], [[编号所属系统]], [[D2]])
* identifier.value 1..1 MS
* identifier.value insert Means([[The number]], [[编号]], [[D2]])
* active MS
* active insert Means([[Whether the record is in use]], [[是否在用]], [[D2]])
* type = #person
* type insert Means([[Always person]], [[固定为 person]], [[D2]])
* actual = true
* actual insert Means([[Always true: these very people]], [[固定为 true，指实际成员]], [[D2]])
* code 1..1 MS
* code = https://family-doctor-fhir.github.io/CodeSystem/group-kind#household
* code insert Means([[Always household]], [[固定为家庭]], [[D2]])
* name MS
* name insert Means([[Name, such as that of the head]], [[家庭名称，如户主姓名]], [[D2]])
* quantity MS
* quantity insert Means([[Number of present members]], [[现有成员数]], [[D2 E5]])
* managingEntity MS
* managingEntity only Reference(FDInstitution)
* managingEntity insert Means([[Institution that keeps the household file]], [[管理家庭档案的机构]], [[E4]])
* member 1..* MS
* member insert Means([[Members, former ones included]], [[家庭成员，含已离开者]], [[D2]])
* member.extension contains RelationshipToHead named relationshipToHead 0..1 MS
* member.extension[relationshipToHead] insert Means([[What the member is to the head of the household]], [[与户主关系]], [[D2]])
* member.entity MS
* member.entity only Reference(FDResident)
* member.entity insert Means([[The resident]], [[居民]], [[D2]])
* member.period MS
* member.period insert Means([[Since when, until when]], [[加入与离开日期]], [[D2]])
* member.inactive MS
* member.inactive insert Means([[True for one who has left]], [[已离开者为 true]], [[D2]])

Invariant: fd-household-1
Description: "The number of members, where it is given, is that of the present ones."
Severity: #error
Expression: "quantity.exists() implies quantity = member.where(inactive.empty() or inactive = false).count()"
* insert Says([[成员数须与现有成员一致]], [[D2 E5]])

Invariant: fd-household-2
Description: "A resident is a present member once."
Severity: #error
Expression: "member.where(inactive.empty() or inactive = false).entity.reference.isDistinct()"
* insert Says([[同一居民在家庭中只列一次]], [[D2]])

Invariant: fd-household-3
Description: "A household has one head at a time."
Severity: #error
Expression: "member.where(inactive.empty() or inactive = false).where(extension('https://family-doctor-fhir.github.io/StructureDefinition/relationship-to-head').value.coding.where(system = 'urn:oid:2.16.156.10011.2.3.3.8' and code = '02').exists()).count() <= 1"
* insert Says([[一个家庭同时只有一名户主]], [[D2]])

Extension: RelationshipToHead
Id: relationship-to-head
Title: "Relationship to the head of the household"
Description: "What a member is to the head of the household by GB/T 4761, as the household register has it; the head is 02."
* insert About([[与户主关系]], [[D2]], [[a city's 2017 implementation plan; GB/T 4761-2008]])
* insert Tells([[成员与户主的关系，按 GB/T 4761，与户口簿一致；户主为 02。]])
* insert On(Group.member)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/family-relationship (extensible)
* value[x] insert Means([[The relationship]], [[与户主关系代码]], [[D2]])
