CodeSystem: GbT4658EducationCS
Id: gb-t-4658-education
Title: "Education"
Description: "GB/T 4658-2006, all 40 codes. Checked against public sources; a few feeds write 72 and 82 for 73 and 83. Other lists are local; see the maps."
* insert Codes([[学历代码]], [[A2]], [[national standard GB/T 4658-2006, data element DE02.01.041.00]], complete)
* insert Tells([[GB/T 4658-2006，共 40 个代码。已与公开资料核对；个别来源以 72、82 代替 73、83。其他编码为地方用法，见映射。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.6"
* ^version = "2006"
* ^hierarchyMeaning = #is-a
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/education"
* insert Term(10, [[研究生教育]], [[Postgraduate education]])
* insert Term(10 #11, [[博士研究生毕业]], [[Doctoral graduate]])
* insert Term(10 #12, [[博士研究生结业]], [[Doctoral, completed without degree]])
* insert Term(10 #13, [[博士研究生肄业]], [[Doctoral, not completed]])
* insert Term(10 #14, [[硕士研究生毕业]], [[Master graduate]])
* insert Term(10 #15, [[硕士研究生结业]], [[Master, completed without degree]])
* insert Term(10 #16, [[硕士研究生肄业]], [[Master, not completed]])
* insert Term(10 #17, [[研究生班毕业]], [[Postgraduate class, graduated]])
* insert Term(10 #18, [[研究生班结业]], [[Postgraduate class, completed]])
* insert Term(10 #19, [[研究生班肄业]], [[Postgraduate class, not completed]])
* insert Term(20, [[大学本科教育]], [[Undergraduate education]])
* insert Term(20 #21, [[大学本科毕业]], [[Undergraduate, graduated]])
* insert Term(20 #22, [[大学本科结业]], [[Undergraduate, completed]])
* insert Term(20 #23, [[大学本科肄业]], [[Undergraduate, not completed]])
* insert Term(20 #28, [[大学普通班毕业]], [[University regular class, graduated]])
* insert Term(30, [[大学专科教育]], [[Junior college education]])
* insert Term(30 #31, [[大学专科毕业]], [[Junior college, graduated]])
* insert Term(30 #32, [[大学专科结业]], [[Junior college, completed]])
* insert Term(30 #33, [[大学专科肄业]], [[Junior college, not completed]])
* insert Term(40, [[中等职业教育]], [[Secondary vocational education]])
* insert Term(40 #41, [[中等专科毕业]], [[Secondary specialised, graduated]])
* insert Term(40 #42, [[中等专科结业]], [[Secondary specialised, completed]])
* insert Term(40 #43, [[中等专科肄业]], [[Secondary specialised, not completed]])
* insert Term(40 #44, [[职业高中毕业]], [[Vocational high school, graduated]])
* insert Term(40 #45, [[职业高中结业]], [[Vocational high school, completed]])
* insert Term(40 #46, [[职业高中肄业]], [[Vocational high school, not completed]])
* insert Term(40 #47, [[技工学校毕业]], [[Technical school, graduated]])
* insert Term(40 #48, [[技工学校结业]], [[Technical school, completed]])
* insert Term(40 #49, [[技工学校肄业]], [[Technical school, not completed]])
* insert Term(60, [[普通高级中学教育]], [[Senior high school education]])
* insert Term(60 #61, [[普通高中毕业]], [[Senior high school, graduated]])
* insert Term(60 #62, [[普通高中结业]], [[Senior high school, completed]])
* insert Term(60 #63, [[普通高中肄业]], [[Senior high school, not completed]])
* insert Term(70, [[初级中学教育]], [[Junior high school education]])
* insert Term(70 #71, [[初中毕业]], [[Junior high school, graduated]])
* insert Term(70 #73, [[初中肄业]], [[Junior high school, not completed]])
* insert Term(80, [[小学教育]], [[Primary education]])
* insert Term(80 #81, [[小学毕业]], [[Primary school, graduated]])
* insert Term(80 #83, [[小学肄业]], [[Primary school, not completed]])
* insert Term(90, [[其他]], [[Other]])

ValueSet: EducationVS
Id: education
Title: "Education"
Description: "All codes of the code system gb-t-4658-education."
* insert AboutSet([[学历]], [[A2]], [[national standard GB/T 4658-2006, data element DE02.01.041.00]])
* insert Tells([[代码系统 gb-t-4658-education 的全部代码。]])
* include codes from system GbT4658EducationCS

CodeSystem: RecordFormEducationCS
Id: record-form-education
Title: "Education on the health record form"
Description: "Met in production: the national form of 2017 (recalled). Other releases may differ."
* insert Codes([[健康档案表单学历]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：the national form of 2017 (recalled)。其他版本可能不同。]])
* insert Term(1, [[研究生]], [[Postgraduate]])
* insert Term(2, [[大学本科]], [[Undergraduate]])
* insert Term(3, [[大学专科和专科学校]], [[Junior college]])
* insert Term(4, [[中等专业学校]], [[Secondary specialised school]])
* insert Term(5, [[技工学校]], [[Technical school]])
* insert Term(6, [[高中]], [[Senior high school]])
* insert Term(7, [[初中]], [[Junior high school]])
* insert Term(8, [[小学]], [[Primary school]])
* insert Term(9, [[文盲或半文盲]], [[Illiterate or semi-literate]])
* insert Term(10, [[不详]], [[Unknown]])

Instance: RecordFormEducationToEducationMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(record-form-education-to-education, [[Education on the health record form to GB/T 4658]], [[健康档案表单学历到 GB/T 4658]], [[A2]], [[national health record form 2017 (recalled)]])
* name = "RecordFormEducationToEducationMap"
* insert InBoth(description, [[The ten codes of the national form of 2017 (recalled).]], [[2017年版国家居民健康档案表单的十个代码（凭记忆，未核对）。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/education"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/record-form-education, urn:oid:2.16.156.10011.2.3.3.6)
* insert Becomes(1, [[研究生]], 10, equivalent)
* insert Becomes(2, [[大学本科]], 20, equivalent)
* insert Becomes(3, [[大学专科和专科学校]], 30, equivalent)
* insert BecomesBut(4, [[中等专业学校]], 40, wider, [[Kind of secondary vocational school is lost.]])
* insert BecomesBut(5, [[技工学校]], 40, wider, [[Kind of secondary vocational school is lost.]])
* insert Becomes(6, [[高中]], 60, equivalent)
* insert Becomes(7, [[初中]], 70, equivalent)
* insert Becomes(8, [[小学]], 80, equivalent)
* insert BecomesBut(9, [[文盲或半文盲]], 90, wider, [[GB/T 4658 has no code for it.]])
* insert Unmatched(10, [[不详]], [[Not known: leave the element out.]])
