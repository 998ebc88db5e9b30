Profile: FDAppointment
Parent: Appointment
Id: fd-appointment
Title: "Appointment"
Description: "Appointment."
* insert About([[预约]], [[A13]], [[]])
