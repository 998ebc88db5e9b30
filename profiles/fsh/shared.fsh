// Extensions that several subjects share; the others stand with their subject.

Extension: ContractLink
Id: contract
Title: "Contract"
Description: "The family doctor contract under which this was created, performed or charged."
* insert About([[所属签约协议]], [[A12 F13]], [[Hainan plan 2024: only recorded services count]])
* ^context[+].type = #element
* ^context[=].expression = "Element"
* value[x] 1..1
* value[x] only Reference(FDContract)

Extension: KeyPopulation
Id: key-population
Title: "Key population group"
Description: "A key population group the resident belongs to; once per group."
* insert About([[重点人群]], [[H1 H2 H3]], [[National guideline 2022; Hainan plan 2024; Shenzhen measures 2017]])
* ^context[+].type = #element
* ^context[=].expression = "Patient"
* ^context[+].type = #element
* ^context[=].expression = "Contract"
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/key-population-group (required)

Extension: OriginalCode
Id: original-code
Title: "Original code"
Description: "The code as the national or local table has it, kept beside the FHIR code that says less."
* insert About([[原始代码]], [[A2]], [[Mapping without loss; GB/T 2261.1 code 9 has no equal in FHIR]])
* ^context[+].type = #element
* ^context[=].expression = "Element"
* value[x] 1..1
* value[x] only Coding
