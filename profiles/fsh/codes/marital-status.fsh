CodeSystem: GbT22612MaritalStatusCS
Id: gb-t-2261-2-marital-status
Title: "Marital status"
Description: "GB/T 2261.2-2003. The eight two-digit codes were checked against public sources. One-digit lists (1, 2, 3, 4, 9 or, in one system, 5 for not stated) are regional; see the maps."
* insert Codes([[婚姻状况代码]], [[A2]], [[national standard GB/T 2261.2-2003, data element DE02.01.018.00]], complete)
* insert Tells([[GB/T 2261.2-2003。八个两位代码已与公开资料核对。一位代码（1、2、3、4、9，某系统以 5 表示未说明）为地方用法，见映射。]])
* ^url = "urn:oid:2.16.156.10011.2.3.3.5"
* ^version = "2003"
* ^hierarchyMeaning = #is-a
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/marital-status"
* insert Term(10, [[未婚]], [[Never married]])
* insert Term(20, [[已婚]], [[Married]])
* insert Term(20 #21, [[初婚]], [[First marriage]])
* insert Term(20 #22, [[再婚]], [[Remarried]])
* insert Term(20 #23, [[复婚]], [[Remarried to former spouse]])
* insert Term(30, [[丧偶]], [[Widowed]])
* insert Term(40, [[离婚]], [[Divorced]])
* insert Term(90, [[未说明的婚姻状况]], [[Marital status not stated]])

ValueSet: MaritalStatusVS
Id: marital-status
Title: "Marital status"
Description: "All codes of the code system gb-t-2261-2-marital-status."
* insert AboutSet([[婚姻状况]], [[A2]], [[national standard GB/T 2261.2-2003, data element DE02.01.018.00]])
* insert Tells([[代码系统 gb-t-2261-2-marital-status 的全部代码。]])
* include codes from system GbT22612MaritalStatusCS

CodeSystem: MaritalStatusOneDigitCS
Id: marital-status-one-digit
Title: "Marital status, one digit"
Description: "Met in production: record front pages. Other releases may differ."
* insert Codes([[婚姻状况一位代码]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：record front pages。其他版本可能不同。]])
* insert Term(1, [[未婚]], [[Never married]])
* insert Term(2, [[已婚]], [[Married]])
* insert Term(3, [[丧偶]], [[Widowed]])
* insert Term(4, [[离婚]], [[Divorced]])
* insert Term(9, [[其他]], [[Other]])

Instance: MaritalStatusToV3Map
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(marital-status-to-v3, [[Marital status to v3-MaritalStatus]], [[婚姻状况到 v3-MaritalStatus]], [[A2]], [[national standard GB/T 2261.2-2003]])
* name = "MaritalStatusToV3Map"
* insert InBoth(description, [[GB/T 2261.2 to Patient.maritalStatus. First marriage, remarriage and remarriage to a former spouse all become married.]], [[GB/T 2261.2 到 Patient.maritalStatus。初婚、再婚、复婚均变为已婚。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/marital-status"
* targetCanonical = "http://hl7.org/fhir/ValueSet/marital-status"
* insert Between(urn:oid:2.16.156.10011.2.3.3.5, http://terminology.hl7.org/CodeSystem/v3-MaritalStatus)
* insert Becomes(10, [[未婚]], S, equivalent)
* insert Becomes(20, [[已婚]], M, equivalent)
* insert BecomesBut(21, [[初婚]], M, wider, [[First marriage is lost.]])
* insert BecomesBut(22, [[再婚]], M, wider, [[Remarriage is lost.]])
* insert BecomesBut(23, [[复婚]], M, wider, [[Remarriage to the former spouse is lost.]])
* insert Becomes(30, [[丧偶]], W, equivalent)
* insert Becomes(40, [[离婚]], D, equivalent)
* insert Between(urn:oid:2.16.156.10011.2.3.3.5, http://terminology.hl7.org/CodeSystem/v3-NullFlavor)
* insert BecomesBut(90, [[未说明的婚姻状况]], UNK, wider, [[Not stated becomes unknown.]])

Instance: MaritalStatusOneDigitToMaritalStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(marital-status-one-digit-to-marital-status, [[One-digit marital status to GB/T 2261.2]], [[一位婚姻代码到 GB/T 2261.2]], [[A2]], [[provincial health information data set 2023]])
* name = "MaritalStatusOneDigitToMaritalStatusMap"
* insert InBoth(description, [[The form of record front pages and of one province.]], [[病案首页和某省所用的一位代码。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/marital-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/marital-status-one-digit, urn:oid:2.16.156.10011.2.3.3.5)
* insert Becomes(1, [[未婚]], 10, equivalent)
* insert Becomes(2, [[已婚]], 20, equivalent)
* insert Becomes(3, [[丧偶]], 30, equivalent)
* insert Becomes(4, [[离婚]], 40, equivalent)
* insert BecomesBut(9, [[其他]], 90, inexact, [[Other on some forms, not stated on others.]])
