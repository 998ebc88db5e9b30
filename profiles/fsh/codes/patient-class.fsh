CodeSystem: Cv0900404PatientClassCS
Id: cv09-00-404-patient-class
Title: "Patient class"
Description: "CV09.00.404, checked against public sources."
* insert Codes([[患者类型代码]], [[A3]], [[national standard WS/T 364 CV09.00.404, data element DE02.01.060.00]], complete)
* insert Tells([[CV09.00.404，已核对。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.271"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/patient-class"
* insert Term(1, [[门诊]], [[Outpatient]])
* insert Term(2, [[急诊]], [[Emergency]])
* insert Term(3, [[住院]], [[Inpatient]])
* insert Term(9, [[其他]], [[Other]])

ValueSet: PatientClassVS
Id: patient-class
Title: "Patient class"
Description: "All codes of the code system cv09-00-404-patient-class."
* insert AboutSet([[患者类型]], [[A3]], [[national standard WS/T 364 CV09.00.404, data element DE02.01.060.00]])
* insert Tells([[代码系统 cv09-00-404-patient-class 的全部代码。]])
* include codes from system Cv0900404PatientClassCS

Instance: PatientClassToV3Map
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(patient-class-to-v3, [[Patient class to Encounter.class]], [[患者类型到 Encounter.class]], [[A3]], [[national standard WS/T 364 CV09.00.404; HL7 v3-ActCode]])
* name = "PatientClassToV3Map"
* insert InBoth(description, [[CV09.00.404 to Encounter.class.]], [[CV09.00.404 到 Encounter.class。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/patient-class"
* targetCanonical = "http://terminology.hl7.org/ValueSet/v3-ActEncounterCode"
* insert Between(urn:oid:2.16.156.10011.2.3.1.271, http://terminology.hl7.org/CodeSystem/v3-ActCode)
* insert Becomes(1, [[门诊]], AMB, equivalent)
* insert Becomes(2, [[急诊]], EMER, equivalent)
* insert Becomes(3, [[住院]], IMP, equivalent)
* insert Unmatched(9, [[其他]], [[No class fits; ask the source.]])
