Profile: FDCarePlan
Parent: CarePlan
Id: fd-care-plan
Title: "Health management plan"
Description: "The health management plan of a covered resident: the packages it carries out, the period, the team, the conditions it addresses, and the tasks that are its schedule. It is the plan and the schedule of the seven-one services."
* insert About([[健康管理计划]], [[F1 F4 F9 F10 F11 F12 A12]], [[Hainan implementation plan, effective 2024-01-01: seven-one services; a city's 2017 implementation plan]])
* insert Tells([[签约居民的健康管理方案：执行的服务包、期限、团队、所针对的疾病，以及构成服务计划（时间表）的任务。]])
* extension contains ContractLink named contract 1..1 MS
* extension[contract] insert Means([[The contract the plan carries out]], [[所属签约协议]], [[A12 F1]])
* instantiatesCanonical MS
* instantiatesCanonical only Canonical(FDServicePackage)
* instantiatesCanonical insert Means([[The packages it carries out, with their versions]], [[执行的服务包及版本]], [[D13 F1]])
* status MS
* status insert Means([[Where the plan stands]], [[状态]], [[F1]])
* intent = #plan
* intent insert Means([[Always plan; what binds are its tasks]], [[固定为plan，有约束力的是其任务]], [[F1]])
* category MS
* category from https://family-doctor-fhir.github.io/ValueSet/key-population-group (preferred)
* category insert Means([[The groups the plan is for, such as patients with hypertension]], [[方案针对的重点人群]], [[F9 F10 F11 H3]])
* title MS
* title insert Means([[Name of the plan]], [[方案名称]], [[F1]])
* subject MS
* subject only Reference(FDResident or FDHousehold or FDCommunityMembers)
* subject insert Means([[The resident; a household or the members of a functional community for what is done for all of them]], [[签约居民；面向全体成员的为家庭或功能社区成员]], [[F1 F12]])
* period 1..1 MS
* period insert Means([[The service year or term it covers]], [[方案期限]], [[D8 F1]])
* period.start 1..1 MS
* period.start insert Means([[First day]], [[首日]], [[F1]])
* created MS
* created insert Means([[When it was drawn up]], [[制定日期]], [[F1 F13]])
* author MS
* author only Reference(FDFamilyDoctor or FDPractitioner or FDTeam or FDInstitution)
* author insert Means([[Who drew it up]], [[制定人]], [[F1]])
* careTeam MS
* careTeam only Reference(FDTeam)
* careTeam insert Means([[The team; absent where an individual doctor signed]], [[签约团队；个人签约的不填]], [[C1 C5]])
* addresses MS
* addresses insert Means([[The conditions it addresses]], [[所针对的疾病]], [[F4 F9 F10]])
* goal MS
* goal insert Means([[What is to be reached, such as a blood pressure]], [[管理目标，如血压控制目标]], [[F1]])
* activity MS
* activity insert Means([[The schedule]], [[服务计划（时间表）]], [[F1]])
* activity.reference MS
* activity.reference only Reference(FDServiceTask or FDFollowUpTask or FDAppointment or MedicationRequest or ServiceRequest or CommunicationRequest or NutritionOrder or DeviceRequest or RequestGroup or VisionPrescription)
* activity.reference insert Means([[A task to perform a service, an appointment or an order]], [[履约任务、预约或医嘱]], [[F1 F4]])
* note MS
* note insert Means([[Advice to the resident]], [[对居民的建议]], [[F1]])
