Profile: FDResident
Parent: Patient
Id: fd-resident
Title: "Resident"
Description: "Resident."
* insert About([[居民]], [[A13]], [[]])
