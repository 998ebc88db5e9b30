CodeSystem: SignerRoleCS
Id: signer-role
Title: "Role of a signer"
Description: "As whom somebody signed a contract or its end."
* insert Codes([[签署人角色]], [[D1 D2 D3 D11 D16 C5]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[签署协议或解约确认时的身份。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/signer-role"
* insert Term(resident, [[本人]], [[Resident]])
* insert Defined(guardian, [[监护人]], [[Guardian]], [[代未满 18 岁者或无民事行为能力人签署。]], [[For a resident under 18 or one who cannot act.]])
* insert Defined(household-representative, [[家庭代表]], [[Adult of the household]], [[一名成年家庭成员代表全家签署。]], [[One adult who signs for the household.]])
* insert Term(community-representative, [[功能社区代表]], [[Representative of a functional community]])
* insert Defined(family-doctor, [[家庭医生]], [[Family doctor]], [[团队长或个人签约的医生。]], [[The lead of the team, or the doctor who signs alone.]])
* insert Term(institution, [[服务机构]], [[Institution]])

ValueSet: SignerRoleVS
Id: signer-role
Title: "Role of a signer"
Description: "All codes of the code system signer-role."
* insert AboutSet([[签署人角色]], [[D1 D2 D3 D11 D16 C5]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 signer-role 的全部代码。]])
* include codes from system SignerRoleCS
