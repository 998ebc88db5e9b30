Profile: FDReleasedSchedule
Parent: Schedule
Id: fd-released-schedule
Title: "Schedule with released slots"
Description: "Schedule with released slots."
* insert About([[号源排班]], [[A13]], [[]])
