// Extensions that several subjects share; the others stand with their subject.

Extension: ContractLink
Id: contract
Title: "Contract"
Description: "The family doctor contract under which this was created, performed or charged."
* insert About([[所属签约协议]], [[A12 F13]], [[Hainan plan 2024: only recorded services count]])
* insert Tells([[据以创建、履行或收费的家庭医生签约协议。]])
* insert On(Account)
* insert On(Appointment)
* insert On(CarePlan)
* insert On(ChargeItem)
* insert On(Communication)
* insert On(Coverage.costToBeneficiary.exception)
* insert On(DiagnosticReport)
* insert On(DocumentReference)
* insert On(Encounter)
* insert On(EpisodeOfCare)
* insert On(Immunization)
* insert On(Invoice)
* insert On(MedicationRequest)
* insert On(Observation)
* insert On(Procedure)
* insert On(QuestionnaireResponse)
* insert On(ServiceRequest)
* insert On(Task)
* value[x] 1..1
* value[x] only Reference(FDContract)

Extension: KeyPopulation
Id: key-population
Title: "Key population group"
Description: "A key population group the resident belongs to; once per group."
* insert About([[重点人群]], [[H1 H2 H3]], [[National guideline 2022; Hainan plan 2024; Shenzhen measures 2017]])
* insert Tells([[居民所属的重点人群，每个人群一项。]])
* insert On(Patient)
* insert On(Contract)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/key-population-group (required)

Extension: OriginalCode
Id: original-code
Title: "Original code"
Description: "The code as the national or local table has it, kept beside the FHIR code that says less."
* insert About([[原始代码]], [[A2]], [[Mapping without loss; GB/T 2261.1 code 9 has no equal in FHIR]])
* insert Tells([[国家或地方代码表中的原代码；所对应的 FHIR 代码含义较少时，与其并存。]])
* insert On(Element)
* value[x] 1..1
* value[x] only Coding
