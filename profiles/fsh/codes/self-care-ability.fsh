CodeSystem: SelfCareAbilityCS
Id: self-care-ability
Title: "Self-care ability"
Description: "How far somebody can look after themselves: for house calls and for grading the elderly. The four grades are met in production; no national table was found."
* insert Codes([[生活自理能力]], [[F5 F10]], [[Hainan implementation plan, effective 2024-01-01; list met in production]], complete)
* insert Tells([[生活自理程度，用于上门服务和老年人分级；四级来自在用系统，未见国家统一代码表。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/self-care-ability"
* insert Term(independent, [[可自理]], [[Independent]])
* insert Term(mild, [[轻度依赖]], [[Mild dependence]])
* insert Term(moderate, [[中度依赖]], [[Moderate dependence]])
* insert Term(dependent, [[不能自理]], [[Cannot care for self]])

ValueSet: SelfCareAbilityVS
Id: self-care-ability
Title: "Self-care ability"
Description: "All codes of the code system self-care-ability."
* insert AboutSet([[生活自理能力]], [[F5 F10]], [[Hainan implementation plan, effective 2024-01-01; list met in production]])
* insert Tells([[代码系统 self-care-ability 的全部代码。]])
* include codes from system SelfCareAbilityCS
