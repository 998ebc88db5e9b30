CodeSystem: ReferralDirectionCS
Id: referral-direction
Title: "Direction of a referral"
Description: "Up, down or between peers. A back-referral is down and based on the first referral."
* insert Codes([[转诊方向]], [[G1 G3 G10]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[上转、下转或平转；回转为下转，并以原转诊为依据。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/referral-direction"
* insert Term(up, [[上转]], [[Upward referral]])
* insert Term(down, [[下转]], [[Downward referral]])
* insert Term(lateral, [[平转]], [[Referral between peers]])

ValueSet: ReferralDirectionVS
Id: referral-direction
Title: "Direction of a referral"
Description: "All codes of the code system referral-direction."
* insert AboutSet([[转诊方向]], [[G1 G3 G10]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 referral-direction 的全部代码。]])
* include codes from system ReferralDirectionCS
