CodeSystem: RegistrationStatusCS
Id: registration-status
Title: "Registration of a family doctor"
Description: "Where the registration of a family doctor stands. Only registered ones sign."
* insert Codes([[家庭医生登记状态]], [[B1 B2 B8]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[家庭医生登记的状态；仅“已登记”者可签约。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/registration-status"
* insert Term(applied, [[已申请]], [[Applied]])
* insert Term(registered, [[已登记]], [[Registered]])
* insert Term(rejected, [[不予登记]], [[Refused]])
* insert Term(suspended, [[暂停]], [[Suspended]])
* insert Defined(exited, [[已退出]], [[Left]], [[本人或机构申请退出。]], [[Left at the doctor's or the institution's request.]])
* insert Term(disqualified, [[取消资格]], [[Disqualified]])

ValueSet: RegistrationStatusVS
Id: registration-status
Title: "Registration of a family doctor"
Description: "All codes of the code system registration-status."
* insert AboutSet([[家庭医生登记状态]], [[B1 B2 B8]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 registration-status 的全部代码。]])
* include codes from system RegistrationStatusCS
