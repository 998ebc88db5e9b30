CodeSystem: ServiceItemCS
Id: service-item
Title: "Service item"
Description: "Services of packages. The price tables of the regions are not among them: a region's items carry their own identifiers beside these codes."
* insert Codes([[服务项目]], [[E1 E4 E5 E6 F1 F2 F4 F5 F6 F7 F8 F9 F10 F11 F12]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[服务包中的服务项目。不含各地价格目录；地区项目在此代码之外另带本地编号。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/service-item"
* insert Defined(consultation, [[健康咨询]], [[Health consultation]], [[面对面、电话、社交媒体等方式。]], [[Face to face, by phone or social media.]])
* insert Term(first-contact, [[基层首诊]], [[First-contact care]])
* insert Term(appointment, [[预约诊疗]], [[Appointment]])
* insert Term(referral, [[转诊服务]], [[Referral]])
* insert Term(follow-up, [[随访]], [[Follow-up]])
* insert Defined(specialist-follow-up, [[专科医生面对面随访]], [[Face-to-face follow-up by a specialist]], [[慢性病患者每年至少 1 次。]], [[At least once a year for chronic patients.]])
* insert Defined(long-term-prescription, [[长期处方]], [[Long-term prescription]], [[原则上不超过 3 个月。]], [[In principle 3 months at most.]])
* insert Term(medication-guidance, [[用药指导]], [[Medication guidance]])
* insert Term(emergency-care, [[急诊急救]], [[Emergency treatment and first aid]])
* insert Term(house-call, [[上门服务]], [[House call]])
* insert Term(nursing, [[护理]], [[Nursing care]])
* insert Term(home-bed, [[家庭病床]], [[Home bed]])
* insert Term(physical-exam, [[健康体检]], [[Physical examination]])
* insert Term(health-assessment, [[健康评估]], [[Health assessment]])
* insert Defined(health-education, [[健康教育资料]], [[Health education material]], [[每年不少于 4 期（2017 年某市实施方案）。]], [[At least 4 issues a year in the 2017 city plan.]])
* insert Defined(health-training, [[健康培训]], [[Health training]], [[传染病防控、健康生活方式、急救等培训。]], [[On infectious diseases, healthy living and first aid.]])
* insert Term(health-intervention, [[健康干预]], [[Health intervention]])
* insert Term(vaccination, [[预防接种]], [[Vaccination]])
* insert Term(child-health, [[0-6岁儿童健康管理]], [[Health management of children aged 0 to 6]])
* insert Defined(maternal-health, [[孕产妇健康管理]], [[Maternal health management]], [[建册、产检、产后 42 天检查。]], [[Early card, antenatal checks, check 42 days after birth.]])
* insert Term(elderly-health, [[老年人健康管理]], [[Elderly health management]])
* insert Term(hypertension-mgmt, [[高血压患者健康管理]], [[Hypertension management]])
* insert Term(diabetes-mgmt, [[糖尿病患者健康管理]], [[Diabetes management]])
* insert Term(mental-mgmt, [[严重精神障碍患者管理]], [[Severe mental disorder management]])
* insert Term(tb-mgmt, [[肺结核患者健康管理]], [[Tuberculosis management]])
* insert Term(hepb-mgmt, [[乙肝患者健康管理]], [[Hepatitis B management]])
* insert Defined(infectious-mgmt, [[传染病健康服务]], [[Infectious disease service]], [[新冠、流感、登革热、手足口病等。]], [[COVID-19, influenza, dengue, hand-foot-mouth disease and others.]])
* insert Term(tcm, [[中医药服务]], [[TCM service]])
* insert Term(rehabilitation, [[康复]], [[Rehabilitation]])
* insert Term(hospice, [[安宁疗护]], [[Hospice care]])
* insert Term(psych-counselling, [[心理咨询]], [[Psychological counselling]])
* insert Defined(exam-discount, [[检查费减免]], [[Reduction on examinations]], [[每次减 25 元，每人每年封顶 300 元（2017 年标准）。]], [[25 yuan a visit, at most 300 a person and year (2017 figures).]])
* insert Defined(settlement-preference, [[结算优惠]], [[Settlement preference]], [[门诊一般诊疗费自付部分免收、住院报销比例提高（2017 年标准）。]], [[General fee waived for outpatients, higher reimbursement for inpatients (2017 figures).]])

ValueSet: ServiceItemVS
Id: service-item
Title: "Service item"
Description: "All codes of the code system service-item."
* insert AboutSet([[服务项目]], [[E1 E4 E5 E6 F1 F2 F4 F5 F6 F7 F8 F9 F10 F11 F12]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 service-item 的全部代码。]])
* include codes from system ServiceItemCS
