CodeSystem: GbT6565OccupationCS
Id: gb-t-6565-occupation
Title: "Occupation"
Description: "GB/T 6565-2015: the top classes and health professionals, checked against public sources; the other classes of the table are not here. 999 is a regional addition."
* insert Codes([[职业分类与代码]], [[A2]], [[national standard GB/T 6565-2015, data element DE02.01.052.00]], fragment)
* insert Tells([[GB/T 6565-2015：大类及卫生专业技术人员，已核对；其余类目未收录。999 为地方补充。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.7"
* ^version = "2015"
* ^hierarchyMeaning = #is-a
* insert Term(100, [[党的机关、国家机关、群众团体和社会组织、企事业单位负责人]], [[Heads of Party, state, mass and social organisations, enterprises and public institutions]])
* insert Term(200, [[专业技术人员]], [[Professional and technical personnel]])
* insert Term(200 #205, [[卫生专业技术人员]], [[Health professionals and technicians]])
* insert Term(300, [[办事人员和有关人员]], [[Clerks and related staff]])
* insert Term(400, [[社会生产服务和生活服务人员]], [[Social production and daily-life service staff]])
* insert Term(500, [[农、林、牧、渔业生产及辅助人员]], [[Agriculture, forestry, animal husbandry and fishery workers]])
* insert Term(600, [[生产制造及有关人员]], [[Manufacturing and related workers]])
* insert Term(700, [[军人]], [[Military personnel]])
* insert Term(800, [[不便分类的其他从业人员]], [[Other workers not elsewhere classified]])
* insert Term(999, [[不详]], [[Unknown]])

CodeSystem: GbT22614EmploymentCS
Id: gb-t-2261-4-employment
Title: "Employment status"
Description: "GB/T 2261.4-2003, 13 codes as on the front page of medical records; checked against public sources."
* insert Codes([[从业状况代码]], [[A2]], [[national standard GB/T 2261.4-2003]], complete)
* insert Tells([[GB/T 2261.4-2003，共 13 个代码，与病案首页一致；已核对。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.13"
* ^version = "2003"
* insert Term(11, [[国家公务员]], [[Civil servant]])
* insert Term(13, [[专业技术人员]], [[Professional or technical staff]])
* insert Term(17, [[职员]], [[Office worker]])
* insert Term(21, [[企业管理人员]], [[Enterprise manager]])
* insert Term(24, [[工人]], [[Worker]])
* insert Term(27, [[农民]], [[Farmer]])
* insert Term(31, [[学生]], [[Student]])
* insert Term(37, [[现役军人]], [[Active-duty soldier]])
* insert Term(51, [[自由职业者]], [[Freelancer]])
* insert Term(54, [[个体经营者]], [[Self-employed]])
* insert Term(70, [[无业人员]], [[Unemployed]])
* insert Term(80, [[退(离)休人员]], [[Retired]])
* insert Term(99, [[其他]], [[Other]])

CodeSystem: RecordFormOccupationCS
Id: record-form-occupation
Title: "Occupation on the health record form"
Description: "The nine codes of the national health record form of 2017; medium confidence: one system in production has the same names with other keys."
* insert Codes([[个人基本信息表职业代码]], [[A2]], [[national health record form 2017 (partly recalled)]], complete)
* insert Tells([[2017 年国家居民健康档案个人基本信息表的 9 个代码；可信度中等：某在用系统名称相同、代码不同。]])
* ^version = "2017"
* insert Term(0, [[国家机关、党群组织、企业、事业单位负责人]], [[Heads of state organs, Party and mass organisations, enterprises and institutions]])
* insert Term(1, [[专业技术人员]], [[Professional and technical personnel]])
* insert Term(2, [[办事人员和有关人员]], [[Clerks and related staff]])
* insert Term(3, [[商业、服务业人员]], [[Commerce and service staff]])
* insert Term(4, [[农、林、牧、渔、水利业生产人员]], [[Agriculture, forestry, husbandry, fishery, water conservancy workers]])
* insert Term(5, [[生产、运输设备操作人员及有关人员]], [[Production and transport equipment operators]])
* insert Term(6, [[军人]], [[Military personnel]])
* insert Term(7, [[不便分类的其他从业人员]], [[Other workers not elsewhere classified]])
* insert Term(8, [[无职业]], [[No occupation]])

ValueSet: OccupationVS
Id: occupation
Title: "Occupation"
Description: "Occupation by GB/T 6565, employment status by GB/T 2261.4, or the code of the health record form: whichever the source has."
* insert AboutSet([[职业]], [[A2]], [[national standards GB/T 6565-2015 and GB/T 2261.4-2003; national health record form 2017]])
* insert Tells([[职业（GB/T 6565）、从业状况（GB/T 2261.4）或健康档案表单的职业代码，以来源为准。]])
* include codes from system GbT6565OccupationCS
* include codes from system GbT22614EmploymentCS
* include codes from system RecordFormOccupationCS

Instance: RecordFormOccupationToOccupationMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(record-form-occupation-to-occupation, [[Occupation on the health record form to GB/T 6565]], [[健康档案表单职业到 GB/T 6565]], [[A2]], [[national health record form 2017; national standard GB/T 6565-2015]])
* name = "RecordFormOccupationToOccupationMap"
* insert InBoth(description, [[The nine codes of the form of 2017, which follow an older edition of the classes.]], [[2017年版表单的九个代码，沿用较早版本的职业分类。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/occupation"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/record-form-occupation, urn:oid:2.16.156.10011.2.3.3.7)
* insert Becomes(0, [[国家机关、党群组织、企业、事业单位负责人]], 100, equivalent)
* insert Becomes(1, [[专业技术人员]], 200, equivalent)
* insert Becomes(2, [[办事人员和有关人员]], 300, equivalent)
* insert BecomesBut(3, [[商业、服务业人员]], 400, inexact, [[The classes were cut anew in 2015.]])
* insert BecomesBut(4, [[农、林、牧、渔、水利业生产人员]], 500, inexact, [[Water conservancy moved.]])
* insert BecomesBut(5, [[生产、运输设备操作人员及有关人员]], 600, inexact, [[Transport moved to services.]])
* insert Becomes(6, [[军人]], 700, equivalent)
* insert Becomes(7, [[不便分类的其他从业人员]], 800, equivalent)
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/record-form-occupation, urn:oid:2.16.156.10011.2.3.3.13)
* insert BecomesBut(8, [[无职业]], 70, inexact, [[The retired have no occupation either, and a code of their own there.]])
