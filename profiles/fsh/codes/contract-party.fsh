CodeSystem: ContractPartyCS
Id: contract-party
Title: "Party of a contract"
Description: "Who the parties of a contract are: the side they stand on (provider, recipient), and for the recipient what kind of party it is."
* insert Codes([[签约方]], [[D1 D2 D3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[签约各方：所在一方（服务机构、签约居民），以及签约主体的种类。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-party"
* insert Defined(provider, [[服务机构]], [[Provider]], [[提供签约服务的机构、团队或医生一方。]], [[The side that provides the service: institution, team or doctor.]])
* insert Defined(recipient, [[签约居民]], [[Recipient]], [[接受签约服务的一方。]], [[The side that receives the service.]])
* insert Defined(resident, [[居民个人]], [[Resident]], [[以个人为单位签约。]], [[One resident signs.]])
* insert Defined(household, [[家庭]], [[Household]], [[以家庭为单位签约。]], [[A household signs for the members it names.]])
* insert Defined(functional-community, [[功能社区]], [[Functional community]], [[机关、学校、企业、楼宇、养老机构等为其成员签约。]], [[An organisation such as an agency, school, enterprise or nursing home signs for its members.]])

ValueSet: ContractPartyVS
Id: contract-party
Title: "Party of a contract"
Description: "All codes of the code system contract-party."
* insert AboutSet([[签约方]], [[D1 D2 D3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 contract-party 的全部代码。]])
* include codes from system ContractPartyCS

ValueSet: ContractPartyKindVS
Id: contract-party-kind
Title: "Kind of contracting party"
Description: "Who signs on the recipient's side: a resident, a household or a functional community."
* insert AboutSet([[签约主体类别]], [[D1 D2 D3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[接受服务一方的签约主体：居民、家庭或功能社区。]])
* ContractPartyCS#resident
* ContractPartyCS#household
* ContractPartyCS#functional-community

ValueSet: ContractPartyRoleVS
Id: contract-party-role
Title: "Side of a contract"
Description: "The side of a contract that a party stands on."
* insert AboutSet([[签约双方]], [[D13]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[当事人在协议中属于哪一方。]])
* ContractPartyCS#provider
* ContractPartyCS#recipient
