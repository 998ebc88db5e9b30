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
* insert About([[患者类型]], [[A3]], [[national standard WS/T 364 CV09.00.404, data element DE02.01.060.00]])
* include codes from system Cv0900404PatientClassCS
