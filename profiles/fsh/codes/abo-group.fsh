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
* insert AboutSet([[ABO血型]], [[A2]], [[national standard WS/T 364 CV04.50.005, data element DE04.50.001.00]])
* insert Tells([[代码系统 cv04-50-005-abo-group 的全部代码。]])
* include codes from system Cv0450005AboGroupCS

Instance: AboGroupToLoincMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(abo-group-to-loinc, [[ABO group to LOINC answers]], [[ABO血型到 LOINC 答案]], [[A2]], [[national standard WS/T 364 CV04.50.005; LOINC answer list, read in public code]])
* name = "AboGroupToLoincMap"
* insert InBoth(description, [[CV04.50.005 to the answers of LOINC 883-9. Unknown has no answer: it is the reason why the value is absent.]], [[CV04.50.005 到 LOINC 883-9 的答案。“不详”没有对应答案，应写为无值的原因。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/abo-group"
* insert Between(urn:oid:2.16.156.10011.2.3.1.85, http://loinc.org)
* insert Becomes(1, [[A型]], LA19710-5, equivalent)
* insert Becomes(2, [[B型]], LA19709-7, equivalent)
* insert Becomes(3, [[O型]], LA19708-9, equivalent)
* insert Becomes(4, [[AB型]], LA28449-9, equivalent)
* insert Between(urn:oid:2.16.156.10011.2.3.1.85, http://terminology.hl7.org/CodeSystem/data-absent-reason)
* insert Becomes(5, [[不详]], unknown, equivalent)
