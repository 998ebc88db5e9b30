Profile: FDServiceEncounter
Parent: Encounter
Id: fd-service-encounter
Title: "Service encounter"
Description: "Service encounter."
* insert About([[服务记录]], [[A13]], [[]])
