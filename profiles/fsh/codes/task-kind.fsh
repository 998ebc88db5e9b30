CodeSystem: TaskKindCS
Id: task-kind
Title: "Kind of task"
Description: "What a Task is for, beside the service item it performs."
* insert Codes([[任务类别]], [[A12 B1 B8 D18 G3 G4]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[Task 的用途（所履行的服务项目另行编码）。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/task-kind"
* insert Term(service, [[履约服务]], [[Service of the contract]])
* insert Term(review, [[转诊审核]], [[Review of a referral]])
* insert Term(acceptance, [[转诊接收]], [[Acceptance of a referral]])
* insert Term(follow-up, [[转诊后随访]], [[Follow-up after a referral]])
* insert Defined(application, [[签约申请处理]], [[Handling of an application]], [[按团队排队，重点人群优先。]], [[Queued per team, key groups first.]])
* insert Term(annual-review, [[年度复核]], [[Yearly review of a longer contract]])
* insert Term(registration, [[家庭医生登记]], [[Registration of a family doctor]])
* insert Term(filing, [[备案]], [[Filing with the authority]])
* insert Defined(reassignment, [[重新安排团队]], [[Reassignment to a team]], [[团队撤销或医生退出后，每份协议一个任务。]], [[One per contract after a team or doctor is gone.]])
* insert Term(overlap, [[重叠签约核实]], [[Clarification of overlapping contracts]])
* insert Term(death-confirmation, [[死亡确认]], [[Confirmation of a death]])
* insert Defined(authenticity-check, [[签约真实性核查]], [[Check that a contract is real]], [[抽样电话回访。]], [[By telephone, on a random sample.]])
* insert Term(data-quality, [[数据质量整改]], [[Correction of data]])
* insert Defined(manual-exchange, [[人工上报或撤回]], [[Manual report or withdrawal]], [[平台没有相应接口时由人工处理。]], [[Where a platform has no interface for it.]])

ValueSet: TaskKindVS
Id: task-kind
Title: "Kind of task"
Description: "All codes of the code system task-kind."
* insert AboutSet([[任务类别]], [[A12 B1 B8 D18 G3 G4]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 task-kind 的全部代码。]])
* include codes from system TaskKindCS
