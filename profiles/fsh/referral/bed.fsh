Profile: FDBed
Parent: Location
Id: fd-bed
Title: "Bed"
Description: "Bed."
* insert About([[床位]], [[A13]], [[]])
