Profile: FDFollowUpObservation
Parent: Observation
Id: fd-follow-up-observation
Title: "Other follow-up measurement"
Description: "Other follow-up measurement."
* insert About([[其他随访测量]], [[A13]], [[]])
