Profile: FDLongPrescription
Parent: MedicationRequest
Id: fd-long-prescription
Title: "Long-term prescription"
Description: "Long-term prescription."
* insert About([[长期处方]], [[A13]], [[]])
