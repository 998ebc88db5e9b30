CodeSystem: Cv0510001DisabilityCS
Id: cv05-10-001-disability
Title: "Disability"
Description: "CV05.10.001. Its size (8) was checked; the names are those of the national record form, recalled. Its OID is not known to us."
* insert Codes([[残疾情况代码]], [[A2 F5]], [[national standard WS/T 364 CV05.10.001, data element DE05.10.006.00]], complete)
* insert Tells([[CV05.10.001。条目数（8）已核对；名称取自国家健康档案表单，凭记忆。其 OID 不详。]])
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/disability"
* insert Term(1, [[无残疾]], [[None]])
* insert Term(2, [[视力残疾]], [[Visual]])
* insert Term(3, [[听力残疾]], [[Hearing]])
* insert Term(4, [[言语残疾]], [[Speech]])
* insert Term(5, [[肢体残疾]], [[Physical]])
* insert Term(6, [[智力残疾]], [[Intellectual]])
* insert Term(7, [[精神残疾]], [[Mental]])
* insert Term(8, [[其他残疾]], [[Other]])

ValueSet: DisabilityVS
Id: disability
Title: "Disability"
Description: "All codes of the code system cv05-10-001-disability."
* insert AboutSet([[残疾情况]], [[A2 F5]], [[national standard WS/T 364 CV05.10.001, data element DE05.10.006.00]])
* insert Tells([[代码系统 cv05-10-001-disability 的全部代码。]])
* include codes from system Cv0510001DisabilityCS
