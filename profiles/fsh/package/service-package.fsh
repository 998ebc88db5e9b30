Profile: FDServicePackage
Parent: PlanDefinition
Id: fd-service-package
Title: "Service package"
Description: "Service package."
* insert About([[服务包]], [[A13]], [[]])
