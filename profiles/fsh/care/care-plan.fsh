Profile: FDCarePlan
Parent: CarePlan
Id: fd-care-plan
Title: "Health management plan"
Description: "Health management plan."
* insert About([[健康管理计划]], [[A13]], [[]])
