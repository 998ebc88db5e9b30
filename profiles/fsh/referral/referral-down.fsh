Profile: FDReferralDown
Parent: ServiceRequest
Id: fd-referral-down
Title: "Referral down"
Description: "Referral down."
* insert About([[下转]], [[A13]], [[]])
