Extension: Ethnicity
Id: ethnicity
Title: "Ethnic group"
Description: "The ethnic group of the resident by GB/T 3304."
* insert About([[民族]], [[A2]], [[GB/T 3304-1991; WS 365-2011 element DE02.01.025.00]])
* insert Tells([[居民的民族，按 GB/T 3304。]])
* insert On(Patient)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/ethnic-group (required)
* value[x] insert Means([[The ethnic group]], [[民族]], [[A2]])

Extension: Education
Id: education
Title: "Education"
Description: "The highest education of the resident by GB/T 4658."
* insert About([[学历]], [[A2]], [[GB/T 4658-2006; WS 365-2011 element DE02.01.041.00]])
* insert Tells([[居民的最高学历，按 GB/T 4658。]])
* insert On(Patient)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/education (required)
* value[x] insert Means([[The highest education]], [[最高学历]], [[A2]])

Extension: Occupation
Id: occupation
Title: "Occupation"
Description: "The occupation of the resident by GB/T 6565, or the employment status by GB/T 2261.4, as the source has it."
* insert About([[职业]], [[A2]], [[GB/T 6565-2015; GB/T 2261.4-2003; WS 365-2011 element DE02.01.052.00]])
* insert Tells([[居民的职业（GB/T 6565）或从业状况（GB/T 2261.4），以来源为准。]])
* insert On(Patient)
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from https://family-doctor-fhir.github.io/ValueSet/occupation (required)
* value[x] insert Means([[The occupation or employment status]], [[职业或从业状况]], [[A2]])

Extension: HouseholdRegistration
Id: household-registration
Title: "Household registration"
Description: "Whether the household of the resident is registered at this address. On the home address it tells a registered permanent resident from one who is not; both may sign a contract. A registered address elsewhere stands as a further address, marked registered."
* insert About([[户籍标志]], [[D1 D2]], [[WS 365-2011 element DE02.01.003.00; Shenzhen family-doctor service measures (2017 figures): permanent residents may sign; a city's 2017 implementation plan: household register or residence permit]])
* insert Tells([[居民的户籍是否在此地址。写在现住址上，用于区分户籍常住居民和非户籍常住居民，两者均可签约；户籍地在别处的，另写一条地址并标明户籍。]])
* insert On(Address)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/household-registration (required)
* value[x] insert Means([[registered or not-registered]], [[户籍或非户籍]], [[D1 D2]])

Extension: Division
Id: division
Title: "Division"
Description: "The administrative division of an address: 6 digits of GB/T 2260 down to the county, 9 with the township or street, 12 with the village or community (GB/T 10114)."
* insert About([[行政区划]], [[A2 B10 D1]], [[GB/T 2260; GB/T 10114]])
* insert Tells([[地址所属行政区划：GB/T 2260 六位代码到县级，九位到乡镇、街道，十二位到村、社区（GB/T 10114）。]])
* insert On(Address)
* insert DivisionCode

// A division code as the value of an extension.
Alias: $division = https://family-doctor-fhir.github.io/CodeSystem/gb-t-2260-division

RuleSet: DivisionCode
* value[x] 1..1
* value[x] only Coding
* value[x] obeys fd-division-1
* value[x] insert Means([[The division, with its name in the display]], [[行政区划代码，display为名称]], [[A2 B10 D1]])
* valueCoding.system 1..1
* valueCoding.system = $division
* valueCoding.system insert Means([[Divisions of GB/T 2260]], [[GB/T 2260行政区划代码体系]], [[B10 D1]])
* valueCoding.code 1..1
* valueCoding.code insert Means([[6, 9 or 12 digits]], [[6位、9位或12位]], [[B10 D1]])

Invariant: fd-division-1
Description: "A division code has 6 digits (GB/T 2260), 9 or 12 (GB/T 10114)"
* severity = #error
* expression = "code.hasValue() implies code.matches('^[0-9]{6}([0-9]{3}([0-9]{3})?)?$')"
* insert Says([[行政区划代码为6位(GB/T 2260)、9位或12位(GB/T 10114)]], [[B10 D1]])
