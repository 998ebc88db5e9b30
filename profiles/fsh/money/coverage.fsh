Profile: FDCoverage
Parent: Coverage
Id: fd-coverage
Title: "Coverage"
Description: "Coverage."
* insert About([[医疗保障]], [[A13]], [[]])
