CodeSystem: CommunityKindCS
Id: community-kind
Title: "Kind of functional community"
Description: "What organisation a functional community is."
* insert Codes([[功能社区类别]], [[D3 B9 F12]], [[Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[功能社区单位的种类。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/community-kind"
* insert Term(agency, [[党政机关]], [[Party or government agency]])
* insert Term(enterprise, [[企业]], [[Enterprise]])
* insert Term(public-institution, [[事业单位]], [[Public institution]])
* insert Term(industrial-park, [[产业园区]], [[Industrial park]])
* insert Term(commercial-building, [[商务楼宇]], [[Commercial building]])
* insert Term(school, [[学校]], [[School]])
* insert Term(nursing-home, [[养老机构]], [[Nursing home]])
* insert Term(other, [[其他]], [[Other]])

ValueSet: CommunityKindVS
Id: community-kind
Title: "Kind of functional community"
Description: "All codes of the code system community-kind."
* insert AboutSet([[功能社区类别]], [[D3 B9 F12]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 community-kind 的全部代码。]])
* include codes from system CommunityKindCS
