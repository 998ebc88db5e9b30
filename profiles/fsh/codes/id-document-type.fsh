CodeSystem: Cv0201101IdDocumentTypeCS
Id: cv02-01-101-id-document-type
Title: "Identity document type"
Description: "WS/T 364 CV02.01.101. Checked against public sources. Other lists use the same digits for other documents; see the maps."
* insert Codes([[身份证件类别代码]], [[A2]], [[national standard WS/T 364.3-2011 CV02.01.101, data element DE02.01.031.00]], complete)
* insert Tells([[WS/T 364 CV02.01.101。已与公开资料核对。其他代码表以相同数字表示不同证件，见映射。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.1"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/id-document-type"
* insert Term(01, [[居民身份证]], [[Resident identity card]])
* insert Term(02, [[居民户口簿]], [[Household register]])
* insert Term(03, [[护照]], [[Passport]])
* insert Term(04, [[军官证]], [[Military officer ID]])
* insert Term(05, [[驾驶证]], [[Driver's licence]])
* insert Term(06, [[港澳居民来往内地通行证]], [[Mainland travel permit for Hong Kong and Macao residents]])
* insert Term(07, [[台湾居民来往内地通行证]], [[Mainland travel permit for Taiwan residents]])
* insert Term(99, [[其他法定有效证件]], [[Other valid legal document]])

ValueSet: IdDocumentTypeVS
Id: id-document-type
Title: "Identity document type"
Description: "All codes of the code system cv02-01-101-id-document-type."
* insert About([[身份证件类别]], [[A2]], [[national standard WS/T 364.3-2011 CV02.01.101, data element DE02.01.031.00]])
* include codes from system Cv0201101IdDocumentTypeCS
