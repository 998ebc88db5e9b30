CodeSystem: HouseholdRegistrationCS
Id: household-registration
Title: "Household registration"
Description: "Whether somebody living here is registered here. Residents sign where they live, registered or not."
* insert Codes([[户籍类型]], [[D1 D2]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; WS 365-2011 DE02.01.003.00]], complete)
* insert Tells([[常住居民是否具有本地户籍；常住居民均可签约。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/household-registration"
* insert Term(registered, [[户籍]], [[Registered here]])
* insert Term(not-registered, [[非户籍]], [[Not registered here]])

ValueSet: HouseholdRegistrationVS
Id: household-registration
Title: "Household registration"
Description: "All codes of the code system household-registration."
* insert AboutSet([[户籍类型]], [[D1 D2]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; WS 365-2011 DE02.01.003.00]])
* insert Tells([[代码系统 household-registration 的全部代码。]])
* include codes from system HouseholdRegistrationCS
