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
* insert AboutSet([[性别]], [[A2]], [[national standard GB/T 2261.1-2003, data element DE02.01.040.00]])
* insert Tells([[代码系统 gb-t-2261-1-sex 的全部代码。]])
* include codes from system GbT22611SexCS

Instance: SexToAdministrativeGenderMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(sex-to-administrative-gender, [[Sex to administrative gender]], [[性别到 administrative-gender]], [[A2]], [[national standard GB/T 2261.1-2003]])
* name = "SexToAdministrativeGenderMap"
* insert InBoth(description, [[GB/T 2261.1 to Patient.gender. Lossy: 0 and 9 both become unknown, so the code of the table is kept in the extension original-code on gender. 9 does not become other: not stated is not another sex.]], [[GB/T 2261.1 到 Patient.gender。0 和 9 均变为 unknown，会丢失信息，故在 gender 的 original-code 扩展中保留原代码。9 不变为 other：未说明不是另一种性别。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/sex"
* targetCanonical = "http://hl7.org/fhir/ValueSet/administrative-gender"
* insert Between(urn:oid:2.16.156.10011.2.3.3.4, http://hl7.org/fhir/administrative-gender)
* insert BecomesBut(0, [[未知的性别]], unknown, wider, [[Unknown to the record; 9 becomes unknown too. Keep the code in original-code.]])
* insert Becomes(1, [[男]], male, equivalent)
* insert Becomes(2, [[女]], female, equivalent)
* insert BecomesBut(9, [[未说明的性别]], unknown, wider, [[Not stated: unknown says less. Keep the code in original-code.]])

Instance: AdministrativeGenderToSexMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(administrative-gender-to-sex, [[Administrative gender to sex]], [[administrative-gender 到性别]], [[A2]], [[national standard GB/T 2261.1-2003]])
* name = "AdministrativeGenderToSexMap"
* insert InBoth(description, [[The way back, for use only where no original-code is kept.]], [[反向映射，仅在没有保留 original-code 时使用。]])
* sourceCanonical = "http://hl7.org/fhir/ValueSet/administrative-gender"
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/sex"
* insert Between(http://hl7.org/fhir/administrative-gender, urn:oid:2.16.156.10011.2.3.3.4)
* insert Becomes(male, [[Male]], 1, equivalent)
* insert Becomes(female, [[Female]], 2, equivalent)
* insert BecomesBut(unknown, [[Unknown]], 0, narrower, [[It may have been 9, not stated, where no original-code says so.]])
* insert Unmatched(other, [[Other]], [[GB/T 2261.1 has no code for it; 9 means not stated. Sent as 9 only by agreement with the receiver.]])
