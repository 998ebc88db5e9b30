CodeSystem: RunByCS
Id: run-by
Title: "Who runs an institution"
Description: "Government-run or social-run: which rules on institutions and charges apply."
* insert Codes([[举办主体]], [[B5 B7 E18 E19]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[政府办或社会办：适用不同的机构与收费规定。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/run-by"
* insert Term(government, [[政府办]], [[Government-run]])
* insert Defined(social, [[社会办]], [[Social-run]], [[含民营机构和个体诊所。]], [[Private institutions and clinics included.]])

ValueSet: RunByVS
Id: run-by
Title: "Who runs an institution"
Description: "All codes of the code system run-by."
* insert AboutSet([[举办主体]], [[B5 B7 E18 E19]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 run-by 的全部代码。]])
* include codes from system RunByCS
