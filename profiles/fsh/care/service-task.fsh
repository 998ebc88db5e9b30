Profile: FDServiceTask
Parent: Task
Id: fd-service-task
Title: "Task to perform a service"
Description: "Task to perform a service."
* insert About([[履约任务]], [[A13]], [[]])
