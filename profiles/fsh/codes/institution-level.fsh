CodeSystem: InstitutionLevelCS
Id: institution-level
Title: "Level of a hospital"
Description: "Hospital levels and grades. Never exchange bare numbers: two public profiles number the same grades in opposite order; see the maps."
* insert Codes([[医院等级]], [[B6 G1 C9]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01; hospital accreditation grades]], complete)
* insert Tells([[医院级别与等次。不可直接交换数字代码：两份公开规范的编号顺序相反，见映射。]])
* ^hierarchyMeaning = #is-a
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/institution-level"
* insert Term(level-3, [[三级医院]], [[Tertiary hospital]])
* insert Term(level-3 #level-3-special, [[三级特等]], [[Level 3, special]])
* insert Term(level-3 #level-3-a, [[三级甲等]], [[Level 3, grade A]])
* insert Term(level-3 #level-3-b, [[三级乙等]], [[Level 3, grade B]])
* insert Term(level-3 #level-3-c, [[三级丙等]], [[Level 3, grade C]])
* insert Term(level-3 #level-3-ungraded, [[三级未评]], [[Level 3, not graded]])
* insert Term(level-2, [[二级医院]], [[Secondary hospital]])
* insert Term(level-2 #level-2-a, [[二级甲等]], [[Level 2, grade A]])
* insert Term(level-2 #level-2-b, [[二级乙等]], [[Level 2, grade B]])
* insert Term(level-2 #level-2-c, [[二级丙等]], [[Level 2, grade C]])
* insert Term(level-2 #level-2-ungraded, [[二级未评]], [[Level 2, not graded]])
* insert Term(level-1, [[一级医院]], [[First-level hospital]])
* insert Term(level-1 #level-1-a, [[一级甲等]], [[Level 1, grade A]])
* insert Term(level-1 #level-1-b, [[一级乙等]], [[Level 1, grade B]])
* insert Term(level-1 #level-1-c, [[一级丙等]], [[Level 1, grade C]])
* insert Term(level-1 #level-1-ungraded, [[一级未评]], [[Level 1, not graded]])
* insert Term(ungraded, [[未定级]], [[No level]])

ValueSet: InstitutionLevelVS
Id: institution-level
Title: "Level of a hospital"
Description: "All codes of the code system institution-level."
* insert AboutSet([[医院等级]], [[B6 G1 C9]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01; hospital accreditation grades]])
* insert Tells([[代码系统 institution-level 的全部代码。]])
* include codes from system InstitutionLevelCS

ValueSet: PrimaryLevelHospitalVS
Id: primary-level-hospital
Title: "First-level hospital"
Description: "The levels that make a hospital a primary-level institution."
* insert AboutSet([[一级医院]], [[B6]], [[Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[属于基层医疗卫生机构的医院级别。]])
* include codes from system InstitutionLevelCS where concept is-a #level-1

CodeSystem: HospitalLevelChongqingCS
Id: hospital-level-chongqing
Title: "Hospital level numbers of the Chongqing profile"
Description: "Met in production: the Chongqing profile. Numbers as that profile gives them. Other releases may differ."
* insert Codes([[医院等级数字（重庆）]], [[B6]], [[list met in production]], complete)
* insert Tells([[来自在用系统：the Chongqing profile。其他版本可能不同。]])
* insert Term(1, [[三级特等]], [[Level 3, special]])
* insert Term(2, [[三级甲等]], [[Level 3, grade A]])
* insert Term(3, [[三级乙等]], [[Level 3, grade B]])
* insert Term(4, [[三级丙等]], [[Level 3, grade C]])
* insert Term(5, [[二级甲等]], [[Level 2, grade A]])
* insert Term(6, [[二级乙等]], [[Level 2, grade B]])
* insert Term(7, [[二级丙等]], [[Level 2, grade C]])
* insert Term(8, [[一级甲等]], [[Level 1, grade A]])
* insert Term(9, [[一级乙等]], [[Level 1, grade B]])
* insert Term(10, [[一级丙等]], [[Level 1, grade C]])
* insert Term(11, [[一级未评]], [[Level 1, not graded]])
* insert Term(12, [[二级未评]], [[Level 2, not graded]])
* insert Term(13, [[三级未评]], [[Level 3, not graded]])
* insert Term(14, [[未定级]], [[No level]])

CodeSystem: HospitalLevelCnCoreCS
Id: hospital-level-cn-core
Title: "Hospital level numbers of the CN Core profile"
Description: "Met in production: the CN Core profile. Numbers as that profile gives them. Other releases may differ."
* insert Codes([[医院等级数字（CN Core）]], [[B6]], [[list met in production]], complete)
* insert Tells([[来自在用系统：the CN Core profile。其他版本可能不同。]])
* insert Term(1, [[一级丙等]], [[Level 1, grade C]])
* insert Term(2, [[一级乙等]], [[Level 1, grade B]])
* insert Term(3, [[一级甲等]], [[Level 1, grade A]])
* insert Term(4, [[二级丙等]], [[Level 2, grade C]])
* insert Term(5, [[二级乙等]], [[Level 2, grade B]])
* insert Term(6, [[二级甲等]], [[Level 2, grade A]])
* insert Term(7, [[三级丙等]], [[Level 3, grade C]])
* insert Term(8, [[三级乙等]], [[Level 3, grade B]])
* insert Term(9, [[三级甲等]], [[Level 3, grade A]])

Instance: HospitalLevelChongqingToInstitutionLevelMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(hospital-level-chongqing-to-institution-level, [[Hospital level numbers of Chongqing to levels]], [[重庆医院等级数字到等级]], [[B6 G1]], [[two public FHIR profiles, facts only]])
* name = "HospitalLevelChongqingToInstitutionLevelMap"
* insert InBoth(description, [[Two public profiles number the same grades in opposite order: 1 is the highest in the one and the lowest in the other. Never carry the number over.]], [[两套公开规范对同一等级的编号顺序相反：1 在一套中为最高，在另一套中为最低。切勿直接沿用数字。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/institution-level"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/hospital-level-chongqing, https://family-doctor-fhir.github.io/CodeSystem/institution-level)
* insert Becomes(1, [[三级特等]], level-3-special, equivalent)
* insert Becomes(2, [[三级甲等]], level-3-a, equivalent)
* insert Becomes(3, [[三级乙等]], level-3-b, equivalent)
* insert Becomes(4, [[三级丙等]], level-3-c, equivalent)
* insert Becomes(5, [[二级甲等]], level-2-a, equivalent)
* insert Becomes(6, [[二级乙等]], level-2-b, equivalent)
* insert Becomes(7, [[二级丙等]], level-2-c, equivalent)
* insert Becomes(8, [[一级甲等]], level-1-a, equivalent)
* insert Becomes(9, [[一级乙等]], level-1-b, equivalent)
* insert Becomes(10, [[一级丙等]], level-1-c, equivalent)
* insert Becomes(11, [[一级未评]], level-1-ungraded, equivalent)
* insert Becomes(12, [[二级未评]], level-2-ungraded, equivalent)
* insert Becomes(13, [[三级未评]], level-3-ungraded, equivalent)
* insert Becomes(14, [[未定级]], ungraded, equivalent)

Instance: HospitalLevelCnCoreToInstitutionLevelMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(hospital-level-cn-core-to-institution-level, [[Hospital level numbers of CN Core to levels]], [[CN Core医院等级数字到等级]], [[B6 G1]], [[two public FHIR profiles, facts only]])
* name = "HospitalLevelCnCoreToInstitutionLevelMap"
* insert InBoth(description, [[Two public profiles number the same grades in opposite order: 1 is the highest in the one and the lowest in the other. Never carry the number over.]], [[两套公开规范对同一等级的编号顺序相反：1 在一套中为最高，在另一套中为最低。切勿直接沿用数字。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/institution-level"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/hospital-level-cn-core, https://family-doctor-fhir.github.io/CodeSystem/institution-level)
* insert Becomes(1, [[一级丙等]], level-1-c, equivalent)
* insert Becomes(2, [[一级乙等]], level-1-b, equivalent)
* insert Becomes(3, [[一级甲等]], level-1-a, equivalent)
* insert Becomes(4, [[二级丙等]], level-2-c, equivalent)
* insert Becomes(5, [[二级乙等]], level-2-b, equivalent)
* insert Becomes(6, [[二级甲等]], level-2-a, equivalent)
* insert Becomes(7, [[三级丙等]], level-3-c, equivalent)
* insert Becomes(8, [[三级乙等]], level-3-b, equivalent)
* insert Becomes(9, [[三级甲等]], level-3-a, equivalent)
