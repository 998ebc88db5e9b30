CodeSystem: GbT22611SexCS
Id: gb-t-2261-1-sex
Title: "Sex"
Description: "GB/T 2261.1-2003. Checked against three public sources that agree. Patient.gender keeps less than this table; see the map."
* insert Codes([[人的性别代码]], [[A2]], [[national standard GB/T 2261.1-2003, data element DE02.01.040.00]], complete)
* insert Tells([[GB/T 2261.1-2003。已与三份公开资料核对一致。Patient.gender 所含信息少于本表，见映射。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.4"
* ^version = "2003"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/sex"
* insert Term(0, [[未知的性别]], [[Unknown sex]])
* insert Term(1, [[男]], [[Male]])
* insert Term(2, [[女]], [[Female]])
* insert Term(9, [[未说明的性别]], [[Sex not stated]])

ValueSet: SexVS
Id: sex
Title: "Sex"
Description: "All codes of the code system gb-t-2261-1-sex."
* insert About([[性别]], [[A2]], [[national standard GB/T 2261.1-2003, data element DE02.01.040.00]])
* include codes from system GbT22611SexCS
