Profile: FDPractitioner
Parent: Practitioner
Id: fd-practitioner
Title: "Practitioner"
Description: "Practitioner."
* insert About([[医务人员]], [[A13]], [[]])
