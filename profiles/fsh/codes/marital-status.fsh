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
* insert About([[婚姻状况]], [[A2]], [[national standard GB/T 2261.2-2003, data element DE02.01.018.00]])
* include codes from system GbT22612MaritalStatusCS
