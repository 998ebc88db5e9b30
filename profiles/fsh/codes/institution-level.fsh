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
* insert About([[医院等级]], [[B6 G1 C9]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01; hospital accreditation grades]])
* include codes from system InstitutionLevelCS

ValueSet: PrimaryLevelHospitalVS
Id: primary-level-hospital
Title: "First-level hospital"
Description: "The levels that make a hospital a primary-level institution."
* insert About([[一级医院]], [[B6]], [[Shenzhen family-doctor service measures (2017 figures)]])
* include codes from system InstitutionLevelCS where concept is-a #level-1
