Profile: FDBloodPressure
Parent: Observation
Id: fd-blood-pressure
Title: "Blood pressure at follow-up"
Description: "Blood pressure at follow-up."
* insert About([[随访血压]], [[A13]], [[]])
