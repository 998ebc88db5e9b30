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
* insert AboutSet([[身份证件类别]], [[A2]], [[national standard WS/T 364.3-2011 CV02.01.101, data element DE02.01.031.00]])
* insert Tells([[代码系统 cv02-01-101-id-document-type 的全部代码。]])
* include codes from system Cv0201101IdDocumentTypeCS

CodeSystem: Rc038IdDocumentTypeCS
Id: rc038-id-document-type
Title: "Identity document type, RC038"
Description: "Met in production: RC038. List of the national hospital assessment. Other releases may differ."
* insert Codes([[患者证件类别 RC038]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：RC038。其他版本可能不同。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/rc038-id-document-type"
* insert Term(1, [[居民身份证]], [[Resident identity card]])
* insert Term(2, [[中国人民解放军军人身份证件]], [[Identity document of the armed forces]])
* insert Term(3, [[中国人民武装警察身份证件]], [[Identity document of the armed police]])
* insert Term(4, [[港澳居民来往内地通行证]], [[Mainland travel permit for Hong Kong and Macao residents]])
* insert Term(5, [[台湾居民来往大陆通行证]], [[Mainland travel permit for Taiwan residents]])
* insert Term(6, [[护照]], [[Passport]])
* insert Term(9, [[其他]], [[Other]])

ValueSet: Rc038IdDocumentTypeVS
Id: rc038-id-document-type
Title: "Identity document type, RC038"
Description: "All codes of the code system rc038-id-document-type."
* insert AboutSet([[患者证件类别 RC038]], [[A2]], [[list met in production]])
* insert Tells([[代码系统 rc038-id-document-type 的全部代码。]])
* include codes from system Rc038IdDocumentTypeCS

Instance: IdDocumentTypeToV20203Map
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(id-document-type-to-v2-0203, [[Identity document type to v2-0203]], [[身份证件类别到 v2-0203]], [[A2]], [[national standard WS/T 364 CV02.01.101; HL7 v2 table 0203]])
* name = "IdDocumentTypeToV20203Map"
* insert InBoth(description, [[CV02.01.101 to Identifier.type. NNxxx of table 0203 is a pattern: the code to send for a resident identity card is NNCHN.]], [[CV02.01.101 到 Identifier.type。表 0203 的 NNxxx 是模式，居民身份证应发送 NNCHN。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/id-document-type"
* targetCanonical = "http://terminology.hl7.org/ValueSet/v2-0203"
* insert Between(urn:oid:2.16.156.10011.2.3.1.1, http://terminology.hl7.org/CodeSystem/v2-0203)
* insert BecomesBut(01, [[居民身份证]], NNxxx, wider, [[Sent as NNCHN, with xxx replaced by the country.]])
* insert Unmatched(02, [[居民户口簿]], [[The number of the book is a household's, not a person's.]])
* insert Becomes(03, [[护照]], PPN, equivalent)
* insert BecomesBut(04, [[军官证]], MI, wider, [[Officers only, where MI is any military ID.]])
* insert Becomes(05, [[驾驶证]], DL, equivalent)
* insert Unmatched(06, [[港澳居民来往内地通行证]], [[TN is a Canadian treaty number, no travel permit: send the national code alone.]])
* insert Unmatched(07, [[台湾居民来往内地通行证]], [[TN is a Canadian treaty number, no travel permit: send the national code alone.]])
* insert BecomesBut(99, [[其他法定有效证件]], U, wider, [[Unspecified; that it is a legal document is lost.]])

Instance: Rc038ToIdDocumentTypeMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(rc038-to-id-document-type, [[RC038 to CV02.01.101]], [[RC038 到 CV02.01.101]], [[A2]], [[provincial health information data set 2023; national standard WS/T 364 CV02.01.101]])
* name = "Rc038ToIdDocumentTypeMap"
* insert InBoth(description, [[The list of the national hospital assessment uses the same digits for other documents: its 3 is the armed police, CV02.01.101 has passports there.]], [[国家医院考核所用代码表以同样的数字表示不同证件：其 3 为武警，CV02.01.101 的 03 为护照。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/rc038-id-document-type"
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/id-document-type"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/rc038-id-document-type, urn:oid:2.16.156.10011.2.3.1.1)
* insert Becomes(1, [[居民身份证]], 01, equivalent)
* insert BecomesBut(2, [[中国人民解放军军人身份证件]], 04, inexact, [[CV02.01.101 names officers only.]])
* insert BecomesBut(3, [[中国人民武装警察身份证件]], 99, wider, [[CV02.01.101 has no code for the armed police; some senders use 04.]])
* insert Becomes(4, [[港澳居民来往内地通行证]], 06, equivalent)
* insert Becomes(5, [[台湾居民来往大陆通行证]], 07, equivalent)
* insert Becomes(6, [[护照]], 03, equivalent)
* insert BecomesBut(9, [[其他]], 99, inexact, [[Household register and driver's licence are 9 here, 02 and 05 there.]])

Instance: IdDocumentTypeToRc038Map
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(id-document-type-to-rc038, [[CV02.01.101 to RC038]], [[CV02.01.101 到 RC038]], [[A2]], [[provincial health information data set 2023; national standard WS/T 364 CV02.01.101]])
* name = "IdDocumentTypeToRc038Map"
* insert InBoth(description, [[The way back.]], [[反向映射。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/id-document-type"
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/rc038-id-document-type"
* insert Between(urn:oid:2.16.156.10011.2.3.1.1, https://family-doctor-fhir.github.io/CodeSystem/rc038-id-document-type)
* insert Becomes(01, [[居民身份证]], 1, equivalent)
* insert BecomesBut(02, [[居民户口簿]], 9, wider, [[No code of its own.]])
* insert Becomes(03, [[护照]], 6, equivalent)
* insert BecomesBut(04, [[军官证]], 2, wider, [[All soldiers, not officers only.]])
* insert BecomesBut(05, [[驾驶证]], 9, wider, [[No code of its own.]])
* insert Becomes(06, [[港澳居民来往内地通行证]], 4, equivalent)
* insert Becomes(07, [[台湾居民来往内地通行证]], 5, equivalent)
* insert BecomesBut(99, [[其他法定有效证件]], 9, wider, [[9 holds more.]])
