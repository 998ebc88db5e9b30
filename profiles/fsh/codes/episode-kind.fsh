CodeSystem: EpisodeKindCS
Id: episode-kind
Title: "Kind of care episode"
Description: "Why an EpisodeOfCare exists."
* insert Codes([[服务期类别]], [[F6 G9]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[EpisodeOfCare 的种类。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/episode-kind"
* insert Defined(fd-contract, [[家庭医生签约]], [[Family doctor contract]], [[每位签约居民、每份协议一个服务期。]], [[One per covered resident and contract.]])
* insert Defined(home-bed, [[家庭病床]], [[Home bed]], [[建床至撤床。]], [[From the opening to the closing of a home bed.]])

ValueSet: EpisodeKindVS
Id: episode-kind
Title: "Kind of care episode"
Description: "All codes of the code system episode-kind."
* insert AboutSet([[服务期类别]], [[F6 G9]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 episode-kind 的全部代码。]])
* include codes from system EpisodeKindCS
