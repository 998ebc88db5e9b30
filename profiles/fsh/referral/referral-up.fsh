Profile: FDReferralUp
Parent: ServiceRequest
Id: fd-referral-up
Title: "Referral up"
Description: "Referral up."
* insert About([[上转]], [[A13]], [[]])
