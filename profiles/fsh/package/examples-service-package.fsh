// The three packages of a city's 2017 implementation plan, and packages in the form of the Shenzhen measures, the
// national guiding opinion and the Hainan plan, whose lists and prices are not public: there they are the project's own.

Instance: city-2017-basic-1
InstanceOf: FDServicePackage
Usage: #example
Title: "City 2017: basic package"
Description: "The seven clauses of the free package of a city's 2017 implementation plan. The plan names no validity period: it is set here."
* insert APackage(city-2017-basic, City2017Basic, 基本服务组合, basic, 基础服务包, 1)
* insert City2017
* insert Costs(0, household-year)
* description = "为签约家庭成员提供国家规定的基本公共卫生服务和分级诊疗服务；参加城乡居民基本医疗保险的家庭享受报销优惠。免费。"
* insert Action(1, 建立家庭和个人电子健康档案, item-health-record|1)
* insert Once
* insert Action(2, 免费医疗和健康咨询, item-consultation|1)
* insert Action(2, 预约检查, item-appointment|1)
* insert Action(2, 健康教育资料每年不少于4期, item-health-education|1)
* insert Yearly(4)
* insert Action(3, 高血压患者健康管理, item-hypertension|1)
* insert Yearly(4)
* insert Action(3, 糖尿病患者健康管理, item-diabetes|1)
* insert Yearly(4)
* insert Action(3, 严重精神障碍患者管理, item-severe-mental|1)
* insert Yearly(4)
* insert Action(3, 老年人健康管理, item-elderly|1)
* insert Yearly(1)
* insert Action(4, 孕产妇健康管理, item-maternal|1)
* insert Action(5, [[新生儿访视、0-6岁儿童体检和口腔保健指导]], item-child|1)
* insert Action(5, 预防接种指导, item-vaccination|1)
* insert Action(6, 乡村医生首诊，乡镇卫生院医师协助诊治, item-first-contact|1)
* insert By(rural-doctor, 乡村医生)
* insert By(township-clinician, 乡镇卫生院临床医生)
* insert Action(6, 经绿色通道转诊二级医院, item-referral|1)
* insert Action(7, 门诊一般诊疗费个人自付部分减免, item-outpatient-waiver|1)
* insert Action(7, 乡镇卫生院住院报销比例由85%提高到88%, item-inpatient-reimbursement|1)

Instance: city-2017-treatment-discount-1
InstanceOf: FDServicePackage
Usage: #example
Title: "City 2017: treatment discount package"
Description: "10 yuan per person; 25 yuan off examinations a visit, at most 300 yuan per person and year. The plan does not say per year: it is taken so."
* insert APackage(city-2017-treatment-discount, City2017TreatmentDiscount, 诊疗优惠组合, treatment-discount, 诊疗优惠组合, 1)
* insert City2017
* insert Contains(city-2017-basic|1)
* insert Costs(10, person-year)
* insert Pays(resident, 10)
* description = "享受基本服务组合的全部内容，就诊时减免辅助检查费。每户每人10元。"
* insert Action(2, [[辅助检查费每次减免25元，每人每年不超过300元]], item-exam-discount|1)
* action[=].extension[limit].extension[amountPerVisit].valueMoney.value = 25
* action[=].extension[limit].extension[amountPerVisit].valueMoney.currency = #CNY
* action[=].extension[limit].extension[amountPerYear].valueMoney.value = 300
* action[=].extension[limit].extension[amountPerYear].valueMoney.currency = #CNY

Instance: city-2017-health-management-1
InstanceOf: FDServicePackage
Usage: #example
Title: "City 2017: health management package"
Description: "300 yuan per household; a yearly examination for at most two persons. The plan does not say per year: it is taken so."
* insert APackage(city-2017-health-management, City2017HealthManagement, 健康管理组合, health-management, 健康管理组合, 1)
* insert City2017
* insert Contains(city-2017-basic|1)
* insert Costs(300, household-year)
* insert Pays(resident, 300)
* description = "享受基本服务组合的全部内容，每年为签约家庭成员（限2人）健康体检1次。每户300元。"
* insert Action(2, [[家庭成员健康体检，每年1次，限2人]], item-family-exam|1)
* action[=].extension[limit].extension[persons].valuePositiveInt = 2
* action[=].extension[limit].extension[timesPerYear].valuePositiveInt = 1
* insert Yearly(1)

Instance: hainan-basic-1
InstanceOf: FDServicePackage
Usage: #example
Title: "Hainan: basic package"
Description: "Basic public health services and common basic medical services, as the Hainan plan describes them in words; shares by three payers. Attachment 1 is not public: frequencies and prices are the project's own."
* insert APackage(hainan-basic, HainanBasic, 基础服务包, basic, 基础服务包, 1)
* insert Hainan2024
* status = #active
* date = "2024-01-01"
* effectivePeriod.start = "2024-01-01"
* insert Costs(90.00, person-year)
* insert Pays(insurance-fund, 45.00)
* insert Pays(public-health-fund, 35.00)
* insert Pays(resident, 10.00)
* description = "基本公共卫生服务，以及预约转诊、康复随访、用药指导、急诊急救等常见基本医疗服务；含“七个一”服务。"
* insert Action(1, 建立健康档案, item-health-record|1)
* insert Once
* insert Action(2, 健康评估, item-health-assessment|1)
* insert Yearly(1)
* insert By(gp, 全科医生)
* insert Action(2, 健康管理方案和服务计划, item-care-plan|1)
* insert Yearly(1)
* insert Action(2, 联系卡（服务手册）, item-contact-card|1)
* insert Once
* insert Action(3, 健康咨询, item-consultation|1)
* insert Action(3, 健康教育资料, item-health-education|1)
* insert Yearly(4)
* insert Action(4, 高血压患者健康管理, item-hypertension|1)
* insert Yearly(4)
* insert Action(4, 2型糖尿病患者健康管理, item-diabetes|1)
* insert Yearly(4)
* insert Action(4, 老年人健康管理, item-elderly|1)
* insert Yearly(1)
* insert Action(4, 孕产妇健康管理, item-maternal|1)
* insert Action(4, 0-6岁儿童健康管理, item-child|1)
* insert Action(4, 肺结核患者健康管理, item-tuberculosis|1)
* insert Action(4, 乙肝患者健康管理, item-hepatitis-b|1)
* insert Action(5, 预约转诊, item-referral|1)
* insert Action(5, 预约专科门诊、检查和床位, item-appointment|1)
* insert Action(6, 康复随访, item-rehabilitation|1)
* insert Action(7, 用药指导, item-medication-guidance|1)
* insert Action(8, 急诊急救, item-emergency-care|1)
* insert Action(9, 上门服务, item-house-call|1)
* action[=].extension[charging].valueCode = #per-service

Instance: hainan-hypertension-diabetes-1
InstanceOf: FDServicePackage
Usage: #example
Title: "Hainan: tailored package for hypertension and diabetes, version 1, retired"
Description: "The first version, at another price. It is no longer signed for, and stays as it was for the contracts that cite it."
* insert APackage(hainan-hypertension-diabetes, HainanHypertensionDiabetes, 高血压糖尿病个性化服务包, tailored, 个性化服务包, 1)
* insert Hainan2024
* status = #retired
* date = "2024-01-01"
* effectivePeriod.start = "2024-01-01"
* effectivePeriod.end = "2024-12-31"
* insert Contains(hainan-basic|1)
* insert Costs(200.00, person-year)
* insert Pays(insurance-fund, 120.00)
* insert Pays(resident, 80.00)
* extension[eligibility][+].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* extension[eligibility][=].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* description = "在基础服务包之上，为高血压、糖尿病患者提供专科随访和用药指导。"
* insert Action(1, 专科医生面对面随访, item-specialist-follow-up|1)
* insert Yearly(1)
* insert By(specialist, 专科医生)
* insert Action(2, 用药指导, item-medication-guidance|1)
* insert Yearly(4)

Instance: hainan-hypertension-diabetes-2
InstanceOf: FDServicePackage
Usage: #example
Title: "Hainan: tailored package for hypertension and diabetes, version 2"
Description: "A complete package: eligible groups, discounted price, three payers, frequencies, performers, an item charged each time. Attachment 1 is not public: items and prices are the project's own."
* insert APackage(hainan-hypertension-diabetes, HainanHypertensionDiabetes, 高血压糖尿病个性化服务包, tailored, 个性化服务包, 2)
* insert Hainan2024
* status = #active
* date = "2025-01-01"
* effectivePeriod.start = "2025-01-01"
* insert Contains(hainan-basic|1)
* insert Costs(240.00, person-year)
* insert InsteadOf(300.00)
* insert Pays(insurance-fund, 130.00)
* insert Pays(public-health-fund, 30.00)
* insert Pays(resident, 80.00)
* extension[eligibility][+].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* extension[eligibility][=].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* relatedArtifact[previous].type = #predecessor
* relatedArtifact[previous].resource = "https://family-doctor-fhir.github.io/PlanDefinition/hainan-hypertension-diabetes|1"
* description = "在基础服务包之上，为高血压、糖尿病患者提供专科随访、用药指导、长期处方和中医药服务。优惠前合计300元，优惠后240元。"
* insert Action(1, 专科医生面对面随访, item-specialist-follow-up|1)
* insert Yearly(1)
* insert By(specialist, 专科医生)
* insert Action(2, 用药指导, item-medication-guidance|1)
* insert Yearly(4)
* insert By(pharmacist, 药师)
* insert Action(3, 长期处方, item-long-prescription|1)
* insert Action(4, 中医药健康指导, item-tcm|1)
* insert Yearly(2)
* insert By(tcm-physician, 中医医师)
* insert Action(5, 糖化血红蛋白检测, item-hba1c|1)
* insert Yearly(2)
* action[=].extension[charging].valueCode = #per-service

Instance: hainan-functional-community-1
InstanceOf: FDServicePackage
Usage: #example
Title: "Hainan: functional-community package"
Description: "For agencies, schools, enterprises, public institutions, industrial parks and commercial buildings; the rate is negotiated with each of them, so the package states none: the contract does."
* insert APackage(hainan-functional-community, HainanFunctionalCommunity, 功能社区服务包, functional-community, 功能社区服务包, 1)
* insert Hainan2024
* status = #active
* date = "2024-01-01"
* effectivePeriod.start = "2024-01-01"
* insert Contains(hainan-basic|1)
* extension[eligibility][+].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#agency "党政机关"
* extension[eligibility][=].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#school "学校"
* extension[eligibility][=].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#enterprise "企业"
* extension[eligibility][=].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#public-institution "事业单位"
* extension[eligibility][=].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#industrial-park "产业园区"
* extension[eligibility][=].extension[communityKind][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/community-kind#commercial-building "商务楼宇"
* description = "为功能社区建立健康体检、评估和干预制度，开展培训，提供在线咨询。费用按约定的服务和频次协商确定，并向医保部门备案。"
* insert Action(1, 职工健康体检与评估, item-staff-exam|1)
* insert Yearly(1)
* insert Action(2, 健康干预, item-health-intervention|1)
* insert Yearly(2)
* insert Action(3, [[传染病防控、健康生活方式和急救培训]], item-health-training|1)
* insert Yearly(2)
* insert Action(4, 在线健康咨询, item-online-consultation|1)

Instance: shenzhen-basic-1
InstanceOf: FDServicePackage
Usage: #example
Title: "Shenzhen 2017: basic package of a government-run institution"
Description: "Borne by the subsidy of 120 yuan for an insured resident in 2017: the resident pays nothing. The measures name the kinds of service; the items are the project's own."
* insert APackage(shenzhen-basic, ShenzhenBasic, 家庭医生基础服务包, basic, 基础服务包, 1)
* status = #active
* experimental = true
* date = "2017-01-01"
* publisher = "示例区卫生和计划生育局"
* jurisdiction.coding[+] = urn:iso:std:iso:3166#CN "China"
* jurisdiction.coding[+] = https://family-doctor-fhir.github.io/CodeSystem/gb-t-2260-division#440300 "深圳市"
* effectivePeriod.start = "2017-01-01"
* effectivePeriod.end = "2017-12-31"
* insert Policy([[深圳市家庭医生服务管理办法（2017年数据）]])
* insert Costs(120.00, person-year)
* insert Pays(local-fiscal, 120.00)
* description = "基本医疗、公共卫生、家庭病床和约定的健康服务。2017年度参保签约居民由财政按每人每年120元补助，政府办机构不另收签约服务费。"
* insert Action(1, 建立健康档案, item-health-record|1)
* insert Once
* insert Action(2, 健康咨询, item-consultation|1)
* insert Action(2, 预约就诊与检查, item-appointment|1)
* insert Action(3, 高血压患者健康管理, item-hypertension|1)
* insert Yearly(4)
* insert Action(3, 糖尿病患者健康管理, item-diabetes|1)
* insert Yearly(4)
* insert Action(3, 老年人健康管理, item-elderly|1)
* insert Yearly(1)
* insert Action(3, 孕产妇健康管理, item-maternal|1)
* insert Action(3, 0-6岁儿童健康管理, item-child|1)
* insert Action(3, 肺结核患者健康管理, item-tuberculosis|1)
* insert Action(3, 严重精神障碍患者管理, item-severe-mental|1)
* insert Yearly(4)
* insert Action(4, 转诊服务, item-referral|1)
* insert Action(5, 家庭病床, item-home-bed|1)
* insert Action(6, 上门服务, item-house-call|1)
* action[=].extension[charging].valueCode = #per-service

Instance: shenzhen-social-clinic-1
InstanceOf: FDServicePackage
Usage: #example
Title: "Shenzhen 2017: package of a social-run clinic"
Description: "The clinic announced 200 yuan; subsidised with 120, it may collect the difference of 80. Price and items are the project's own."
* insert APackage(shenzhen-social-clinic, ShenzhenSocialClinic, 示例门诊部家庭医生服务包, basic, 基础服务包, 1)
* status = #active
* experimental = true
* date = "2017-03-01"
* publisher = "示例门诊部"
* jurisdiction.coding[+] = urn:iso:std:iso:3166#CN "China"
* jurisdiction.coding[+] = https://family-doctor-fhir.github.io/CodeSystem/gb-t-2260-division#440300 "深圳市"
* effectivePeriod.start = "2017-03-01"
* effectivePeriod.end = "2017-12-31"
* insert Policy([[深圳市家庭医生服务管理办法（2017年数据）]])
* insert Costs(200.00, person-year)
* insert Pays(local-fiscal, 120.00)
* insert Pays(resident, 80.00)
* description = "基本公共卫生和基本医疗服务，另含年度体检和中医药服务。价格已向社会公布，享受财政补助后只收差额。"
* insert Action(1, 建立健康档案, item-health-record|1)
* insert Once
* insert Action(2, 健康咨询, item-consultation|1)
* insert Action(3, 高血压患者健康管理, item-hypertension|1)
* insert Yearly(4)
* insert Action(3, 糖尿病患者健康管理, item-diabetes|1)
* insert Yearly(4)
* insert Action(3, 老年人健康管理, item-elderly|1)
* insert Yearly(1)
* insert Action(4, 健康体检, item-family-exam|1)
* insert Yearly(1)
* insert Action(5, 中医药健康指导, item-tcm|1)
* insert Yearly(2)

Instance: national-basic-1
InstanceOf: FDServicePackage
Usage: #example
Title: "National 2022: basic package"
Description: "Three payers as the national guiding opinion names them. Items and prices are the project's own."
* insert APackage(national-basic, NationalBasic, 家庭医生签约基础服务包, basic, 基础服务包, 1)
* status = #active
* experimental = true
* date = "2022-03-01"
* publisher = "示例县卫生健康局"
* jurisdiction = urn:iso:std:iso:3166#CN "China"
* effectivePeriod.start = "2022-03-01"
* insert Policy([[国家家庭医生签约服务指导意见（2022年）]])
* insert Costs(60.00, person-year)
* insert Pays(insurance-fund, 25.00)
* insert Pays(public-health-fund, 30.00)
* insert Pays(resident, 5.00)
* description = "基本医疗、基本公共卫生和健康管理服务，费用由医保基金、基本公共卫生服务经费和签约居民分担。"
* insert Action(1, 建立健康档案, item-health-record|1)
* insert Once
* insert Action(2, 健康评估, item-health-assessment|1)
* insert Yearly(1)
* insert Action(3, 健康咨询, item-consultation|1)
* insert Action(4, 高血压患者健康管理, item-hypertension|1)
* insert Yearly(4)
* insert Action(4, 糖尿病患者健康管理, item-diabetes|1)
* insert Yearly(4)
* insert Action(4, 老年人健康管理, item-elderly|1)
* insert Yearly(1)
* insert Action(4, 孕产妇健康管理, item-maternal|1)
* insert Action(4, 0-6岁儿童健康管理, item-child|1)
* insert Action(5, 转诊服务, item-referral|1)
* insert Action(6, 长期处方, item-long-prescription|1)
