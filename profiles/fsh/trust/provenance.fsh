Profile: FDProvenance
Parent: Provenance
Id: fd-provenance
Title: "Provenance"
Description: "Provenance."
* insert About([[来源记录]], [[A13]], [[]])
