Profile: FDBloodGlucose
Parent: Observation
Id: fd-blood-glucose
Title: "Blood glucose at follow-up"
Description: "Blood glucose at follow-up."
* insert About([[随访血糖]], [[A13]], [[]])
