CodeSystem: Cv0710005PaymentKindCS
Id: cv07-10-005-payment-kind
Title: "Kind of payment"
Description: "CV07.10.005. Names checked against public sources; written with one digit or two (1 or 01). Provinces append two digits of their own, such as 0101 for an insured person of this city."
* insert Codes([[医疗付费方式代码]], [[A6 E13 E14]], [[national standard WS/T 364 CV07.10.005, data element DE07.00.007.00]], complete)
* insert Tells([[CV07.10.005。名称已核对；书写有一位、两位之分（1 或 01）。各省另加两位扩展码，如 0101 本市城镇职工基本医疗保险。]])
* ^url = "urn:oid:2.16.156.10011.2.3.1.269"
* ^version = "2011"
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/payment-kind"
* insert Term(01, [[城镇职工基本医疗保险]], [[Urban employee basic medical insurance]])
* insert Term(02, [[城镇居民(城乡居民)基本医疗保险]], [[Urban (and rural) resident basic medical insurance]])
* insert Term(03, [[新型农村合作医疗]], [[New rural cooperative medical scheme]])
* insert Term(04, [[贫困救助]], [[Medical assistance for the poor]])
* insert Term(05, [[商业医疗保险]], [[Commercial medical insurance]])
* insert Term(06, [[全公费]], [[Fully public funded]])
* insert Term(07, [[全自费]], [[Fully self-paid]])
* insert Term(08, [[其他社会保险]], [[Other social insurance]])
* insert Term(99, [[其他]], [[Other]])

ValueSet: PaymentKindVS
Id: payment-kind
Title: "Kind of payment"
Description: "All codes of the code system cv07-10-005-payment-kind."
* insert AboutSet([[医疗付费方式]], [[A6 E13 E14]], [[national standard WS/T 364 CV07.10.005, data element DE07.00.007.00]])
* insert Tells([[代码系统 cv07-10-005-payment-kind 的全部代码。]])
* include codes from system Cv0710005PaymentKindCS

CodeSystem: PaymentOneDigitCS
Id: payment-one-digit
Title: "Kind of payment, one digit"
Description: "Met in production: feeds without the leading zero. Other releases may differ."
* insert Codes([[医疗付费方式一位代码]], [[A2]], [[list met in production]], fragment)
* insert Tells([[来自在用系统：feeds without the leading zero。其他版本可能不同。]])
* insert Term(1, [[城镇职工基本医疗保险]], [[Urban employee insurance]])
* insert Term(2, [[城镇居民（城乡居民）基本医疗保险]], [[Resident insurance]])
* insert Term(3, [[新型农村合作医疗]], [[Rural cooperative scheme]])
* insert Term(4, [[贫困救助]], [[Assistance for the poor]])
* insert Term(5, [[商业医疗保险]], [[Commercial insurance]])
* insert Term(6, [[全公费]], [[Public funds]])
* insert Term(7, [[全自费]], [[Self-paid]])
* insert Term(8, [[其他社会保险]], [[Other social insurance]])

Instance: PaymentOneDigitToPaymentKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(payment-one-digit-to-payment-kind, [[One-digit kind of payment to CV07.10.005]], [[一位付费方式到 CV07.10.005]], [[A2]], [[template sets and data sets in public use]])
* name = "PaymentOneDigitToPaymentKindMap"
* insert InBoth(description, [[Some senders drop the leading zero.]], [[部分发送方省略前导零。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/payment-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/payment-one-digit, urn:oid:2.16.156.10011.2.3.1.269)
* insert Becomes(1, [[城镇职工基本医疗保险]], 01, equivalent)
* insert Becomes(2, [[城镇居民（城乡居民）基本医疗保险]], 02, equivalent)
* insert Becomes(3, [[新型农村合作医疗]], 03, equivalent)
* insert Becomes(4, [[贫困救助]], 04, equivalent)
* insert Becomes(5, [[商业医疗保险]], 05, equivalent)
* insert Becomes(6, [[全公费]], 06, equivalent)
* insert Becomes(7, [[全自费]], 07, equivalent)
* insert Becomes(8, [[其他社会保险]], 08, equivalent)
