CodeSystem: CapacityUnitCS
Id: capacity-unit
Title: "Unit of a team's capacity"
Description: "What a team's cap counts."
* insert Codes([[团队容量单位]], [[C6 C7 C8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[团队签约上限的计数单位。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/capacity-unit"
* insert Defined(resident, [[居民]], [[Resident]], [[深圳办法的“签约数”按签约居民计。]], [[What the Shenzhen measures call a contract.]])
* insert Term(household, [[家庭]], [[Household]])

ValueSet: CapacityUnitVS
Id: capacity-unit
Title: "Unit of a team's capacity"
Description: "All codes of the code system capacity-unit."
* insert AboutSet([[团队容量单位]], [[C6 C7 C8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 capacity-unit 的全部代码。]])
* include codes from system CapacityUnitCS
