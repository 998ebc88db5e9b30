// An organization that signs for its members.

Profile: FDFunctionalCommunity
Parent: Organization
Id: fd-functional-community
Title: "Functional community"
Description: "An organization that signs a contract for those who belong to it: an agency, enterprise, public institution, industrial park, commercial building, school or nursing home. Its rate is negotiated and stands in the contract; its members are listed in FDCommunityMembers."
* insert About([[功能社区]], [[D3 B9 E11 F12]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[为其成员签约的单位：党政机关、企业、事业单位、产业园区、商务楼宇、学校或养老机构。费用经协商确定，写在协议中；成员见功能社区成员（FDCommunityMembers）。]])
* identifier MS
* identifier insert Means([[Numbers of the organization]], [[单位标识]], [[D3]])
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "$this"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system"
* identifier contains uscc 0..1 MS
* identifier[uscc] insert Means([[Unified social credit code (GB 32100): 18 characters]], [[统一社会信用代码（GB 32100），18 位]], [[D3]])
* identifier[uscc] ^patternIdentifier.system = "https://family-doctor-fhir.github.io/NamingSystem/uscc"
* identifier[uscc] obeys fd-institution-1
* identifier[uscc].value 1..1 MS
* identifier[uscc].value insert Means([[The code, in upper case]], [[代码，字母大写]], [[D3]])
* active MS
* active insert Means([[Whether the record is in use]], [[是否在用]], [[D3]])
* type 1..* MS
* type from https://family-doctor-fhir.github.io/ValueSet/community-kind (required)
* type insert Means([[What it is: school, enterprise …]], [[功能社区类别]], [[D3 B9]])
* name 1..1 MS
* name insert Means([[Name as registered]], [[单位全称]], [[D3]])
* telecom MS
* telecom insert Means([[Telephone]], [[联系电话]], [[F12]])
* address MS
* address insert Means([[Address]], [[地址]], [[B9]])
* partOf MS
* partOf insert Means([[The park or building it belongs to]], [[所属园区或楼宇]], [[B9]])
* contact MS
* contact insert Means([[Contact person]], [[联系人]], [[F12]])
