CodeSystem: Cv0510012FollowUpEvaluationCS
Id: cv05-10-012-follow-up-evaluation
Title: "Result of a follow-up"
Description: "CV05.10.012. Its size (4) was checked; the names are those of the follow-up forms for hypertension and diabetes. Its OID is not known to us."
* insert Codes([[随访评价结果代码]], [[A2 F4]], [[national standard WS/T 364 CV05.10.012]], complete)
* insert Tells([[CV05.10.012。条目数（4）已核对；名称取自高血压、糖尿病随访服务记录表。其 OID 不详。]])
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/follow-up-evaluation"
* insert Term(1, [[控制满意]], [[Well controlled]])
* insert Term(2, [[控制不满意]], [[Not well controlled]])
* insert Term(3, [[不良反应]], [[Adverse reaction]])
* insert Term(4, [[并发症]], [[Complication]])

ValueSet: FollowUpEvaluationVS
Id: follow-up-evaluation
Title: "Result of a follow-up"
Description: "All codes of the code system cv05-10-012-follow-up-evaluation."
* insert AboutSet([[随访评价结果]], [[A2 F4]], [[national standard WS/T 364 CV05.10.012]])
* insert Tells([[代码系统 cv05-10-012-follow-up-evaluation 的全部代码。]])
* include codes from system Cv0510012FollowUpEvaluationCS
