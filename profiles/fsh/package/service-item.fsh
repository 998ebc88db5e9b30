Profile: FDServiceItem
Parent: ActivityDefinition
Id: fd-service-item
Title: "Service item"
Description: "Service item."
* insert About([[服务项目]], [[A13]], [[]])
