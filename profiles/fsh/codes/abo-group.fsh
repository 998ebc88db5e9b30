CodeSystem: Cv0450005AboGroupCS
Id: cv04-50-005-abo-group
Title: "ABO blood group"
Description: "WS/T 364 CV04.50.005, codes 1 to 5, checked against public sources. The front page of inpatient records adds a code for not tested (6, or 9 in one system); it is no part of this table."
* insert Codes([[ABO血型代码]], [[A2]], [[national standard WS/T 364 CV04.50.005, data element DE04.50.001.00]], complete)
* insert Tells([[WS/T 364 CV04.50.005，代码 1 至 5 已核对。住院病案首页另有“未查”（6，某系统为 9），不属本表。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.85"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/abo-group"
* insert Term(1, [[A型]], [[Group A]])
* insert Term(2, [[B型]], [[Group B]])
* insert Term(3, [[O型]], [[Group O]])
* insert Term(4, [[AB型]], [[Group AB]])
* insert Term(5, [[不详]], [[Unknown]])

ValueSet: AboGroupVS
Id: abo-group
Title: "ABO blood group"
Description: "All codes of the code system cv04-50-005-abo-group."
* insert About([[ABO血型]], [[A2]], [[national standard WS/T 364 CV04.50.005, data element DE04.50.001.00]])
* include codes from system Cv0450005AboGroupCS
