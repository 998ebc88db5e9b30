CodeSystem: FulfilmentStateCS
Id: fulfilment-state
Title: "Fulfilment of a service"
Description: "What became of a planned service."
* insert Codes([[履约状态]], [[A12 F13 I4]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[计划服务的履行情况。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/fulfilment-state"
* insert Defined(planned, [[待执行]], [[Planned]], [[尚未到服务窗口期。]], [[Its due window has not opened.]])
* insert Defined(due, [[应执行]], [[Due]], [[处于服务窗口期内。]], [[Its due window is open.]])
* insert Term(fulfilled, [[已按期完成]], [[Done in time]])
* insert Defined(fulfilled-late, [[逾期完成]], [[Done late]], [[在窗口期之外完成，单独统计。]], [[Done outside the due window; reported apart.]])
* insert Defined(missed, [[未完成]], [[Missed]], [[窗口期已过，未完成。]], [[The due window closed without it.]])
* insert Term(not-reached, [[失访]], [[Resident not reached]])
* insert Term(refused, [[居民拒绝]], [[Refused by the resident]])
* insert Defined(cancelled, [[已取消]], [[Cancelled]], [[协议结束、死亡等原因取消。]], [[As the contract ended or the resident died.]])

ValueSet: FulfilmentStateVS
Id: fulfilment-state
Title: "Fulfilment of a service"
Description: "All codes of the code system fulfilment-state."
* insert AboutSet([[履约状态]], [[A12 F13 I4]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 fulfilment-state 的全部代码。]])
* include codes from system FulfilmentStateCS

Instance: FulfilmentStateToTaskStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(fulfilment-state-to-task-status, [[Fulfilment to Task.status]], [[履约状态到 Task.status]], [[A12 F13]], [[R4 task-status definitions; list of this project]])
* name = "FulfilmentStateToTaskStatusMap"
* insert InBoth(description, [[Which status the Task of a service may have. Late and lost services are told apart only by the state.]], [[服务任务在各履约状态下可用的 Task.status。逾期完成和未完成只能由履约状态区分。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/fulfilment-state"
* targetCanonical = "http://hl7.org/fhir/ValueSet/task-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state, http://hl7.org/fhir/task-status)
* insert Becomes(planned, [[待执行]], requested, equivalent)
* insert BecomesBut(due, [[应执行]], requested, wider, [[That the window is open shows in restriction.period; accepted, ready and in-progress are possible too.]])
* insert BecomesBut(fulfilled, [[已按期完成]], completed, wider, [[In time or late is lost.]])
* insert BecomesBut(fulfilled-late, [[逾期完成]], completed, wider, [[In time or late is lost.]])
* insert BecomesBut(missed, [[未完成]], failed, wider, [[Why is lost.]])
* insert BecomesBut(not-reached, [[失访]], failed, wider, [[Why is lost.]])
* insert Becomes(refused, [[居民拒绝]], rejected, equivalent)
* insert Becomes(cancelled, [[已取消]], cancelled, equivalent)
