CodeSystem: Cv0201204InsuranceKindCS
Id: cv02-01-204-insurance-kind
Title: "Kind of medical insurance"
Description: "WS/T 364 CV02.01.204. One public source with items; some editions print two digits (01). Codes 2 and 3 have been one scheme for urban and rural residents since the merger of 2016 to 2019 (recalled); 3 stays for old records."
* insert Codes([[医疗保险类别代码]], [[A6 E13 E14 E16]], [[national standard WS/T 364 CV02.01.204, data element DE02.01.044.00]], complete)
* insert Tells([[WS/T 364 CV02.01.204。仅见一份含条目的公开资料；部分版本为两位（01）。2016 至 2019 年整合后 2、3 合并为城乡居民基本医疗保险（凭记忆，未核对），3 保留用于历史数据。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.248"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/insurance-kind"
* insert Term(1, [[城镇职工基本医疗保险]], [[Urban employee basic medical insurance]])
* insert Term(2, [[城镇居民基本医疗保险]], [[Urban resident basic medical insurance]])
* insert Term(3, [[新型农村合作医疗]], [[New rural cooperative medical scheme]])
* insert Term(4, [[公务员医疗补助]], [[Civil servant medical subsidy]])
* insert Term(5, [[企业补充医疗保险]], [[Enterprise supplementary insurance]])
* insert Term(6, [[大额补充医疗保险]], [[Large-sum supplementary insurance]])
* insert Term(7, [[商业医疗保险]], [[Commercial medical insurance]])
* insert Term(99, [[其他]], [[Other]])

ValueSet: InsuranceKindVS
Id: insurance-kind
Title: "Kind of medical insurance"
Description: "All codes of the code system cv02-01-204-insurance-kind."
* insert AboutSet([[医疗保险类别]], [[A6 E13 E14 E16]], [[national standard WS/T 364 CV02.01.204, data element DE02.01.044.00]])
* insert Tells([[代码系统 cv02-01-204-insurance-kind 的全部代码。]])
* include codes from system Cv0201204InsuranceKindCS

CodeSystem: InsuranceTwoDigitCS
Id: insurance-two-digit
Title: "Kind of insurance, two digits"
Description: "Met in production: editions with a leading zero. Other releases may differ."
* insert Codes([[医疗保险类别两位代码]], [[A2]], [[list met in production]], fragment)
* insert Tells([[来自在用系统：editions with a leading zero。其他版本可能不同。]])
* insert Term(01, [[城镇职工基本医疗保险]], [[Urban employee insurance]])
* insert Term(02, [[城镇居民基本医疗保险]], [[Urban resident insurance]])
* insert Term(03, [[新型农村合作医疗]], [[Rural cooperative scheme]])
* insert Term(04, [[公务员医疗补助]], [[Civil servant subsidy]])
* insert Term(05, [[企业补充医疗保险]], [[Enterprise supplement]])
* insert Term(06, [[大额补充医疗保险]], [[Large-sum supplement]])
* insert Term(07, [[商业医疗保险]], [[Commercial insurance]])

Instance: InsuranceTwoDigitToInsuranceKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(insurance-two-digit-to-insurance-kind, [[Two-digit kind of insurance to CV02.01.204]], [[两位医疗保险类别到 CV02.01.204]], [[A2]], [[national standard WS/T 364 CV02.01.204]])
* name = "InsuranceTwoDigitToInsuranceKindMap"
* insert InBoth(description, [[Some editions print a leading zero.]], [[部分版本印有前导零。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/insurance-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/insurance-two-digit, urn:oid:2.16.156.10011.2.3.1.248)
* insert Becomes(01, [[城镇职工基本医疗保险]], 1, equivalent)
* insert Becomes(02, [[城镇居民基本医疗保险]], 2, equivalent)
* insert Becomes(03, [[新型农村合作医疗]], 3, equivalent)
* insert Becomes(04, [[公务员医疗补助]], 4, equivalent)
* insert Becomes(05, [[企业补充医疗保险]], 5, equivalent)
* insert Becomes(06, [[大额补充医疗保险]], 6, equivalent)
* insert Becomes(07, [[商业医疗保险]], 7, equivalent)
