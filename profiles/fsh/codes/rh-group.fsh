CodeSystem: Cv0450020RhGroupCS
Id: cv04-50-020-rh-group
Title: "Rh(D) blood group"
Description: "CV04.50.020: 1 is negative, 2 is positive; checked against public sources. At least one system in production has them the other way round. Never map Rh without a table of the source: a wrong sign harms a patient. Code 4 comes from the front page of inpatient records."
* insert Codes([[Rh(D)血型代码]], [[A2]], [[national standard WS/T 364 CV04.50.020, data element DE04.50.010.00]], complete)
* insert Tells([[CV04.50.020：1 为阴性，2 为阳性，已核对。至少一个在用系统与此相反。没有来源系统的对照表时不得转换 Rh：符号错误会危及患者安全。代码 4 来自住院病案首页。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.250"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/rh-group"
* insert Term(1, [[阴性]], [[Negative]])
* insert Term(2, [[阳性]], [[Positive]])
* insert Term(3, [[不详]], [[Unknown]])
* insert Term(4, [[未查]], [[Not tested]])

ValueSet: RhGroupVS
Id: rh-group
Title: "Rh(D) blood group"
Description: "All codes of the code system cv04-50-020-rh-group."
* insert AboutSet([[Rh(D)血型]], [[A2]], [[national standard WS/T 364 CV04.50.020, data element DE04.50.010.00]])
* insert Tells([[代码系统 cv04-50-020-rh-group 的全部代码。]])
* include codes from system Cv0450020RhGroupCS

Instance: RhGroupToLoincMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(rh-group-to-loinc, [[Rh(D) group to LOINC answers]], [[Rh(D)血型到 LOINC 答案]], [[A2]], [[national standard WS/T 364 CV04.50.020; LOINC answer list, read in public code]])
* name = "RhGroupToLoincMap"
* insert InBoth(description, [[CV04.50.020 to the answers of LOINC 10331-7. Only for sources known to follow the standard: see bsoft-rh-blood-to-rh-group for one that does not.]], [[CV04.50.020 到 LOINC 10331-7 的答案。仅用于确知遵循标准的来源；不遵循者见 bsoft-rh-blood-to-rh-group。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/rh-group"
* insert Between(urn:oid:2.16.156.10011.2.3.1.250, http://loinc.org)
* insert Becomes(1, [[阴性]], LA6577-6, equivalent)
* insert Becomes(2, [[阳性]], LA6576-8, equivalent)
* insert Between(urn:oid:2.16.156.10011.2.3.1.250, http://terminology.hl7.org/CodeSystem/data-absent-reason)
* insert Becomes(3, [[不详]], unknown, equivalent)
* insert Becomes(4, [[未查]], not-performed, equivalent)
