CodeSystem: Cv0600207FollowUpModeCS
Id: cv06-00-207-follow-up-mode
Title: "Follow-up mode"
Description: "CV06.00.207. Its size (6) and 9 for other were checked; the names of 1 to 5 are recalled, not checked."
* insert Codes([[随访方式代码]], [[A2 F4 F7]], [[national standard WS/T 364 CV06.00.207, data element DE06.00.108.00]], complete)
* insert Tells([[CV06.00.207。条目数（6）及 9 为其他已核对；1 至 5 的名称凭记忆，未核对。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.183"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/follow-up-mode"
* insert Term(1, [[门诊]], [[Outpatient visit]])
* insert Term(2, [[家庭]], [[Home visit]])
* insert Term(3, [[电话]], [[Telephone]])
* insert Term(4, [[短信]], [[Text message]])
* insert Term(5, [[网络]], [[Online]])
* insert Term(9, [[其他]], [[Other]])

ValueSet: FollowUpModeVS
Id: follow-up-mode
Title: "Follow-up mode"
Description: "All codes of the code system cv06-00-207-follow-up-mode."
* insert AboutSet([[随访方式]], [[A2 F4 F7]], [[national standard WS/T 364 CV06.00.207, data element DE06.00.108.00]])
* insert Tells([[代码系统 cv06-00-207-follow-up-mode 的全部代码。]])
* include codes from system Cv0600207FollowUpModeCS
