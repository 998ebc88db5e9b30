// Code systems of packages that stand in no other table.

CodeSystem: ServiceNatureCS
Id: service-nature
Title: "Nature of a service"
Description: "The three kinds of service that a contract brings together. Public health services are free of charge everywhere; the price regime of the other two is a matter of the region."
* insert Codes([[服务性质]], [[E3 E18 E19]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan]], complete)
* insert Tells([[签约服务的三类内容。基本公共卫生服务对居民免费，其余两类的收费办法由各地规定。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/service-nature"
* insert Term(basic-public-health, 基本公共卫生服务, Basic public health service)
* insert Term(basic-medical, 基本医疗服务, Basic medical service)
* insert Term(personalised, 个性化服务, Personalised service)

ValueSet: ServiceNatureVS
Id: service-nature
Title: "Nature of a service"
Description: "The three kinds of service that a contract brings together."
* insert AboutSet([[服务性质]], [[E3 E18 E19]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan]])
* insert Tells([[签约服务的三类内容。]])
* include codes from system ServiceNatureCS

ValueSet: PackageItemVS
Id: package-item
Title: "What an item of a package is"
Description: "Services and the seven-one services. A service that none of the codes fits has a text, or a code of the region's price list."
* insert AboutSet([[服务包项目]], [[D13 E4 E12 F1]], [[the four regional policies; the project's own list where no table is public]])
* insert Tells([[服务项目和七个一服务。没有合适代码的服务可只写名称，也可写本地价目代码。]])
* include codes from system https://family-doctor-fhir.github.io/CodeSystem/service-item
* include codes from system https://family-doctor-fhir.github.io/CodeSystem/seven-one-service

CodeSystem: ChargeUnitCS
Id: charge-unit
Title: "What a price is for"
Description: "Whom and how long one price pays for. A term is the contract's period as signed, a year is a service year."
* insert Codes([[计价单位]], [[E5 E6 E7 E10 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[一份价格对应的对象和期限。签约周期指协议约定的期限，年指服务年度。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/charge-unit"
* insert Term(person-year, 每人每年, Per person and year)
* insert Term(household-year, 每户每年, Per household and year)
* insert Term(community-year, 每个功能社区每年, Per functional community and year)
* insert Term(person-term, 每人每签约周期, Per person and contract term)
* insert Term(household-term, 每户每签约周期, Per household and contract term)
* insert Term(community-term, 每个功能社区每签约周期, Per functional community and contract term)
* insert Term(service, 每次, Per service performed)

ValueSet: ChargeUnitVS
Id: charge-unit
Title: "What a price is for"
Description: "Whom and how long one price pays for."
* insert AboutSet([[计价单位]], [[E5 E6 E7 E10 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[一份价格对应的对象和期限。]])
* include codes from system ChargeUnitCS

CodeSystem: ItemChargingCS
Id: item-charging
Title: "How an item of a package is charged"
Description: "Whether an item is paid with the package or each time. No item is ever charged both ways."
* insert Codes([[项目收费方式]], [[E8 E10]], [[Hainan implementation plan, effective 2024-01-01: services with clear charges may be charged by amount]], complete)
* insert Tells([[项目费用含在服务包内，还是按次另收；不得重复收取。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/item-charging"
* insert Term(in-package, 含在服务包内, Paid with the package)
* insert Term(per-service, 按次另收, Charged each time)

ValueSet: ItemChargingVS
Id: item-charging
Title: "How an item of a package is charged"
Description: "Whether an item is paid with the package or each time."
* insert AboutSet([[项目收费方式]], [[E8 E10]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[项目费用含在服务包内，还是按次另收。]])
* include codes from system ItemChargingCS

CodeSystem: ExamItemCS
Id: exam-item
Title: "Part of a health examination"
Description: "The examinations that the 2017 health-management package of a city lists. The table grows with the packages; a laboratory's own codes stand beside it."
* insert Codes([[体检项目]], [[E6]], [[a city's 2017 implementation plan, health management package]], complete)
* insert Tells([[某市2017年健康管理组合所列体检项目。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/exam-item"
* insert Term(general, 一般体格检查, General physical examination)
* insert Term(blood-routine, 血常规, Blood routine)
* insert Term(urine-routine, 尿常规, Urine routine)
* insert Term(blood-glucose, 血糖, Blood glucose)
* insert Term(blood-lipids, 血脂, Blood lipids)
* insert Term(liver-function, 肝功能, Liver function)
* insert Term(kidney-function, 肾功能, Kidney function)
* insert Term(ecg, 心电图, Electrocardiogram)
* insert Term(chest-x-ray, 胸部X线, Chest X-ray)
* insert Term(abdominal-ultrasound, 腹部B超（肝、胆、胰、脾、肾）, [[Abdominal ultrasound (liver, gallbladder, pancreas, spleen, kidneys)]])

ValueSet: ExamItemVS
Id: exam-item
Title: "Part of a health examination"
Description: "The examinations that the 2017 health-management package of a city lists."
* insert AboutSet([[体检项目]], [[E6]], [[a city's 2017 implementation plan, health management package]])
* insert Tells([[某市2017年健康管理组合所列体检项目。]])
* include codes from system ExamItemCS
