Profile: FDServiceTask
Parent: Task
Id: fd-service-task
Title: "Task to perform a service"
Description: """
One service of a package that is due for one resident (or household, or functional community). The tasks of a plan are its schedule, and what fulfilment is counted from.

- **Which service**: the item with its version in `instantiatesCanonical`, its code in `code`.
- **When it is due**: `restriction.period`, both days included; search by `due`. When it was performed: `executionPeriod`.
- **Who**: the team in `owner`; who really performed it stands in the records.
- **Evidence**: the records in `output`. A completed task has at least one, since only recorded services count; performed outside its window it counts as late.

Whether an open task is due or missed depends on today: it is computed, not stored.
"""
* insert About([[履约任务]], [[A4 A12 D13 F1 F4 F13 I4]], [[Hainan implementation plan, effective 2024-01-01: only recorded services count; a city's 2017 implementation plan: completion of service specifications]])
* insert Tells([[服务包中一个项目对一位居民（或家庭、功能社区）的一次应履行服务：项目、应服务时间段、履行人、完成时间和佐证记录。任务完成即计履约，超出时间段完成的计为逾期。]])
* obeys fd-task-1 and fd-task-2 and fd-task-3
* extension contains ContractLink named contract 1..1 MS
* extension[contract] insert Means([[The contract that is fulfilled]], [[所履行的签约协议]], [[A12 F13]])
* instantiatesCanonical MS
* instantiatesCanonical only Canonical(FDServiceItem)
* instantiatesCanonical insert Means([[The item of the package, with its version]], [[服务项目及版本]], [[D13 I4]])
* basedOn MS
* basedOn only Reference(FDCarePlan or FDContract)
* basedOn insert Means([[The plan it belongs to]], [[所属健康管理方案]], [[F1]])
* status MS
* status insert Means([[requested until performed, then completed; cancelled when the contract ends, rejected when refused, failed when missed]], [[状态：待履行、已完成；协议结束为取消，居民拒绝为拒绝，错过为失败]], [[F13 I4]])
* statusReason MS
* statusReason insert Means([[Why it was not performed]], [[未履行原因]], [[F13]])
* businessStatus MS
* businessStatus from https://family-doctor-fhir.github.io/ValueSet/fulfilment-state (required)
* businessStatus insert Means([[Fulfilment in words of the service; states that depend on today are computed, not stored]], [[履约状态；随日期变化的状态应计算得出，不宜存储]], [[A4 I4]])
* intent = #order
* intent insert Means([[Always order: the service is owed]], [[固定为order：应当履行]], [[D13]])
* priority MS
* priority insert Means([[Urgency]], [[优先级]], [[H2]])
* code 1..1 MS
* code from https://family-doctor-fhir.github.io/ValueSet/package-item (extensible)
* code insert Means([[The service, and that this is a task to perform one]], [[服务项目代码，并标明为履约任务]], [[I4]])
* code.coding MS
* code.coding ^slicing.discriminator.type = #value
* code.coding ^slicing.discriminator.path = "system"
* code.coding ^slicing.rules = #open
* code.coding insert Means([[One coding for the kind of task, one for the service]], [[一个编码标明任务类别，一个标明服务项目]], [[I4]])
* code.coding contains kind 1..1 MS and item 0..* MS
* code.coding[kind].system 1..1
* code.coding[kind].system = "https://family-doctor-fhir.github.io/CodeSystem/task-kind" (exactly)
* code.coding[kind].code 1..1
* code.coding[kind].code = #service
* code.coding[kind].system insert Means([[The table of kinds of task]], [[任务类别代码表]], [[A4]])
* code.coding[kind].code insert Means([[Always service]], [[固定为service]], [[A4]])
* code.coding[kind] insert Means([[The kind of task: service]], [[任务类别：履约]], [[A4]])
* code.coding[item].system 1..1
* code.coding[item].system = "https://family-doctor-fhir.github.io/CodeSystem/service-item" (exactly)
* code.coding[item].code 1..1
* code.coding[item].system insert Means([[The table of service items]], [[服务项目代码表]], [[I4]])
* code.coding[item].code insert Means([[The service]], [[服务项目代码]], [[I4]])
* code.coding[item] insert Means([[The service; a seven-one service or a code of the price list stands beside it or instead]], [[服务项目；七个一服务或价目代码可并列或替代]], [[F1 I4]])
* description MS
* description insert Means([[The service in words]], [[服务内容说明]], [[F13]])
* focus MS
* focus insert Means([[An order that is carried out with it, such as a request for a house call]], [[随任务执行的申请，如上门服务申请]], [[F5]])
* for 1..1 MS
* for only Reference(FDResident or FDHousehold or FDCommunityMembers)
* for insert Means([[Whom it is performed for]], [[服务对象]], [[F12 F13]])
* executionPeriod MS
* executionPeriod insert Means([[When it was performed]], [[实际服务时间]], [[A12 F13]])
* authoredOn MS
* authoredOn insert Means([[When it was planned]], [[任务生成时间]], [[A4]])
* lastModified MS
* lastModified insert Means([[Last change]], [[最近修改时间]], [[A4]])
* requester MS
* requester insert Means([[Who planned it]], [[计划人]], [[A4]])
* performerType MS
* performerType insert Means([[The role that performs it, such as the specialist]], [[履行角色，如专科医生]], [[C2 C3 F4]])
* owner 1..1 MS
* owner only Reference(FDTeam or FDFamilyDoctor)
* owner insert Means([[The team; the doctor where an individual doctor signed]], [[签约团队；个人签约的为医生本人]], [[A12 C1 C5]])
* restriction 1..1 MS
* restriction insert Means([[The due window]], [[应服务时间段]], [[F1 I4]])
* restriction.period 1..1 MS
* restriction.period insert Means([[From when to when it is due; both days included]], [[应服务的起止日期，含首尾两日]], [[F1 I4]])
* restriction.period.start MS
* restriction.period.start insert Means([[First day on which it counts as in time]], [[按期起始日]], [[I4]])
* restriction.period.end 1..1 MS
* restriction.period.end insert Means([[Last day on which it counts as in time]], [[按期截止日]], [[I4]])
* output MS
* output insert Means([[Evidence: the records made when it was performed]], [[佐证：履行时产生的记录]], [[A12 F13]])
* output.type MS
* output.type insert Means([[What the record is]], [[记录类别]], [[A12]])
* output.value[x] only Reference(Encounter or Observation or Procedure or Communication or QuestionnaireResponse or DocumentReference or MedicationRequest or DiagnosticReport or Immunization)
* output.value[x] MS
* output.value[x] insert Means([[The record; each counts for one task of an item]], [[记录本身；一条记录只计同一项目的一个任务]], [[A12 F13]])

Invariant: fd-task-1
Description: "A completed task has evidence, and says when it was performed: only recorded services count."
* severity = #error
* expression = "status = 'completed' implies (output.exists() and (executionPeriod.start.exists() or executionPeriod.end.exists()))"
* insert Says([[已完成的任务应有佐证记录和服务时间：只有记录在案的服务才计入]], [[A12 F13]])

Invariant: fd-task-2
Description: "A task is fulfilled exactly when it is completed."
* severity = #error
* expression = "businessStatus.empty() or (businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state' and (code = 'fulfilled' or code = 'fulfilled-late')).exists() = (status = 'completed'))"
* insert Says([[履约状态为已完成，当且仅当任务状态为已完成]], [[I4]])

Invariant: fd-task-3
Description: "A task that was refused, failed or cancelled says why."
* severity = #error
* expression = "(status = 'rejected' or status = 'failed' or status = 'cancelled') implies (statusReason.exists() or businessStatus.exists())"
* insert Says([[被拒绝、未能履行或取消的任务应说明原因]], [[F13 I4]])
