// What a region may ask of its own systems beyond the roles.

Instance: example-role-county-hospital
InstanceOf: CapabilityStatement
Usage: #example
Title: "A county asks more of its hospitals"
Description: "It imports the role of a hospital information system and makes reading the consent of a resident necessary."
* language = #zh-CN
* url = "https://example.org/CapabilityStatement/county-hospital"
* version = "2024"
* name = "CountyHospitalRole"
* title = "示例县医院信息系统接入要求"
* status = #active
* date = "2024-06-01"
* publisher = "示例市卫生健康委员会"
* description = "在医院信息系统角色之上，要求上传数据前核对居民同意。"
* kind = #requirements
* imports = "https://family-doctor-fhir.github.io/CapabilityStatement/hospital-his|0.1.0"
* fhirVersion = #4.0.1
* format = #application/fhir+json
* rest[0].mode = #client
* insert CapType(Consent, SHALL, [[What a resident permits.]], [[居民同意情况。]])
* insert CapProfile(fd-consent, SHALL)
* insert CapReads(SHALL)
* insert CapBy(patient, reference, clinical-patient, SHALL)
