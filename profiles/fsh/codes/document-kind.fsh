CodeSystem: DocumentKindCS
Id: document-kind
Title: "Kind of document"
Description: "Papers around a contract or referral. Shared health-record documents have their national codes."
* insert Codes([[文件类别]], [[D2 D10 D11 D12 D14 D15 E15 F1 I6 I7]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[与签约、转诊有关的文件；健康档案共享文档使用国家代码。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/document-kind"
* insert Defined(agreement, [[签约协议]], [[Agreement]], [[双方签字的协议。]], [[Signed by both sides.]])
* insert Term(supplement, [[补充协议]], [[Supplementary agreement]])
* insert Defined(cancellation, [[解约书]], [[Letter of cancellation]], [[居民提交的书面解约；机构收到日期决定结束日。]], [[Written by the resident; the date of receipt fixes the end.]])
* insert Defined(termination-confirmation, [[解约确认书]], [[Confirmation of termination]], [[服务方违约时双方签字。]], [[Signed by both sides on a breach by the provider.]])
* insert Term(household-register, [[户口簿]], [[Household register]])
* insert Term(residence-permit, [[居住证]], [[Residence permit]])
* insert Term(guardianship, [[监护证明]], [[Proof of guardianship]])
* insert Defined(eligibility-proof, [[特殊人群证明]], [[Proof of a special group]], [[残疾证、计划生育特殊家庭等。]], [[As of disability or of a special family.]])
* insert Defined(end-evidence, [[解约证明材料]], [[Evidence for an early end]], [[迁出、失访、拒绝服务的材料。]], [[Of a move, lost contact or refused service.]])
* insert Term(contact-card, [[联系卡或服务手册]], [[Contact card or service manual]])
* insert Term(referral-form, [[双向转诊单]], [[Referral form]])
* insert Term(monthly-report, [[月报表]], [[Monthly report]])
* insert Term(progress-report, [[进展情况表]], [[Progress report]])

ValueSet: DocumentKindVS
Id: document-kind
Title: "Kind of document"
Description: "All codes of the code system document-kind."
* insert AboutSet([[文件类别]], [[D2 D10 D11 D12 D14 D15 E15 F1 I6 I7]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 document-kind 的全部代码。]])
* include codes from system DocumentKindCS
