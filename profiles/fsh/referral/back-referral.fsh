Profile: FDBackReferral
Parent: ServiceRequest
Id: fd-back-referral
Title: "Back-referral"
Description: "Back-referral."
* insert About([[回转]], [[A13]], [[]])
