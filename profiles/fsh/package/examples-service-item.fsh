// The items of the example packages. Frequencies that no policy at hand states are those of the national
// basic public health services, recalled, not checked.

Instance: item-health-record-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health record"
Description: "Once per contract; one of the seven-one services."
* insert AnItem(item-health-record, ItemHealthRecord, 建立电子健康档案, basic-public-health, 基本公共卫生服务)
* description = "为签约家庭建立电子家庭健康档案，为家庭成员建立个人健康档案，并及时更新。"
* kind = #Task
* intent = #order
* code = https://family-doctor-fhir.github.io/CodeSystem/seven-one-service#record "一份健康档案"
* timingTiming.repeat.count = 1

Instance: item-consultation-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health consultation"
Description: "On demand: no timing."
* insert AnItem(item-consultation, ItemConsultation, 健康咨询, basic-medical, 基本医疗服务)
* description = "面对面、电话或社交媒体等方式的免费医疗和健康咨询。按需提供。"
* insert Performed(consultation, 健康咨询)

Instance: item-appointment-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: appointments"
Description: "On demand."
* insert AnItem(item-appointment, ItemAppointment, 预约就诊与检查, basic-medical, 基本医疗服务)
* description = "代为预约上级医院专科门诊、检查和床位。按需提供。"
* insert Performed(appointment, 预约诊疗)

Instance: item-health-education-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health education material"
Description: "At least four issues a year, as a city's 2017 plan has it."
* insert AnItem(item-health-education, ItemHealthEducation, 健康教育资料, basic-public-health, 基本公共卫生服务)
* description = "每年发放健康教育资料不少于4期。"
* insert Performed(health-education, 健康教育资料)
* insert ItemYearly(4)

Instance: item-hypertension-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: hypertension management"
Description: "A complete item: for one key group, four times a year, by general practitioner or nurse."
* insert AnItem(item-hypertension, ItemHypertension, 高血压患者健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(hypertension, 高血压患者)
* description = "每年至少4次面对面随访：测量血压，了解症状、生活方式和服药情况，评估控制效果，提出下次目标。频次依国家基本公共卫生服务规范（凭记忆，未核对）。"
* effectivePeriod.start = "2017-01-01"
* insert Performed(hypertension-mgmt, 高血压患者健康管理)
* insert ItemYearly(4)
* insert ItemBy(gp, 全科医生)
* insert ItemBy(community-nurse, 社区护士)

Instance: item-diabetes-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: diabetes management"
Description: "For one key group, four times a year."
* insert AnItem(item-diabetes, ItemDiabetes, 2型糖尿病患者健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(diabetes, 糖尿病患者)
* description = "每年至少4次面对面随访并测空腹血糖，评估控制效果。频次依国家基本公共卫生服务规范（凭记忆，未核对）。"
* insert Performed(diabetes-mgmt, 糖尿病患者健康管理)
* insert ItemYearly(4)
* insert ItemBy(gp, 全科医生)
* insert ItemBy(community-nurse, 社区护士)

Instance: item-severe-mental-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: severe mental disorder management"
Description: "For one key group, four times a year."
* insert AnItem(item-severe-mental, ItemSevereMental, 严重精神障碍患者管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(severe-mental, 严重精神障碍患者)
* description = "每年至少4次随访，评估危险性，检查服药和康复情况。频次依国家基本公共卫生服务规范（凭记忆，未核对）。"
* insert Performed(mental-mgmt, 严重精神障碍患者管理)
* insert ItemYearly(4)

Instance: item-elderly-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health management of the elderly"
Description: "By key group and age together, once a year."
* insert AnItem(item-elderly, ItemElderly, 老年人健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(elderly, 老年人)
* extension[eligibility][=].extension[age].valueRange.low = 65 'a' "岁"
* description = "每年1次生活方式和健康状况评估、体格检查、辅助检查和健康指导。"
* insert Performed(elderly-health, 老年人健康管理)
* insert ItemYearly(1)

Instance: item-maternal-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: maternal health"
Description: "Bound to events, so without a timing."
* insert AnItem(item-maternal, ItemMaternal, 孕产妇健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(pregnant, 孕产妇)
* description = "孕前指导、住院分娩指导、产后访视，指导早孕建册、定期产前检查和产后42天检查。"
* insert Performed(maternal-health, 孕产妇健康管理)

Instance: item-child-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: child health"
Description: "By key group and age together."
* insert AnItem(item-child, ItemChild, 0-6岁儿童健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(child-0-6, 0-6岁儿童)
* extension[eligibility][=].extension[age].valueRange.low = 0 'a' "岁"
* extension[eligibility][=].extension[age].valueRange.high = 6 'a' "岁"
* description = "新生儿访视，指导定期体检和口腔保健等。"
* insert Performed(child-health, 0-6岁儿童健康管理)

Instance: item-vaccination-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: vaccination"
Description: "Guidance to the health centre for vaccination."
* insert AnItem(item-vaccination, ItemVaccination, 预防接种指导, basic-public-health, 基本公共卫生服务)
* insert ForGroup(child-0-6, 0-6岁儿童)
* description = "指导0-6岁儿童按程序到卫生院接种疫苗。"
* insert Performed(vaccination, 预防接种)

Instance: item-first-contact-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: first-contact care"
Description: "The rural doctor first, then the clinician of the township health centre."
* insert AnItem(item-first-contact, ItemFirstContact, 基层首诊, basic-medical, 基本医疗服务)
* description = "患病后先由团队的乡村医生初步诊治，不能处理的由团队的乡镇卫生院医师接诊。"
* insert Performed(first-contact, 基层首诊)
* insert ItemBy(rural-doctor, 乡村医生)
* insert ItemBy(township-clinician, 乡镇卫生院临床医生)

Instance: item-referral-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: referral"
Description: "Through the green channel, with follow-up afterwards."
* insert AnItem(item-referral, ItemReferral, 转诊服务, basic-medical, 基本医疗服务)
* description = "病情需要时经绿色通道转诊，跟踪诊疗过程，转回后随访。"
* insert Performed(referral, 转诊服务)

Instance: item-outpatient-waiver-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: waiver of the outpatient fee"
Description: "A preference: no kind, so never a task; for insured residents only."
* insert AnItem(item-outpatient-waiver, ItemOutpatientWaiver, 门诊一般诊疗费个人自付部分减免, basic-medical, 基本医疗服务)
* extension[eligibility][+].extension[insured].valueBoolean = true
* description = "参加城乡居民基本医疗保险的签约患者在村卫生室、乡镇卫生院门诊就诊，免收一般诊疗费个人自付部分。"
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#settlement-preference "结算优惠"

Instance: item-inpatient-reimbursement-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: higher inpatient reimbursement"
Description: "From 85 to 88 per cent at the township health centre."
* insert AnItem(item-inpatient-reimbursement, ItemInpatientReimbursement, 乡镇卫生院住院报销比例提高3个百分点, basic-medical, 基本医疗服务)
* extension[eligibility][+].extension[insured].valueBoolean = true
* description = "参加城乡居民基本医疗保险的签约患者在乡镇卫生院住院，报销比例由85%提高到88%。"
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#settlement-preference "结算优惠"

Instance: item-exam-discount-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: reduction on examinations"
Description: "25 yuan a visit, at most 300 yuan per person and year."
* insert AnItem(item-exam-discount, ItemExamDiscount, 辅助检查费减免, basic-medical, 基本医疗服务)
* extension[limit].extension[amountPerVisit].valueMoney.value = 25
* extension[limit].extension[amountPerVisit].valueMoney.currency = #CNY
* extension[limit].extension[amountPerYear].valueMoney.value = 300
* extension[limit].extension[amountPerYear].valueMoney.currency = #CNY
* description = "签约期内到医院、村卫生室就诊，辅助检查费每次减免25元，每人每年累计减免不超过300元。"
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#exam-discount "检查费减免"

Instance: item-family-exam-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: yearly examination, ten parts"
Description: "The list of examinations of the 2017 health-management package."
* insert AnItem(item-family-exam, ItemFamilyExam, 家庭成员健康体检, personalised, 个性化服务)
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#general "一般体格检查"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-routine "血常规"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#urine-routine "尿常规"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-glucose "血糖"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-lipids "血脂"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#liver-function "肝功能"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#kidney-function "肾功能"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#ecg "心电图"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#chest-x-ray "胸部X线"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#abdominal-ultrasound "腹部B超（肝、胆、胰、脾、肾）"
* description = "每年1次健康体检：一般体格检查、血常规、尿常规、血糖、血脂、肝功能、肾功能、心电图、胸片、腹部B超（肝、胆、胰、脾、肾）。"
* insert Performed(physical-exam, 健康体检)
* insert ItemYearly(1)

Instance: item-medication-guidance-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: guidance on medication"
Description: "On demand in a basic package, with a frequency in a tailored one."
* insert AnItem(item-medication-guidance, ItemMedicationGuidance, 用药指导, basic-medical, 基本医疗服务)
* description = "核对在用药品，指导用法、用量和注意事项。"
* insert Performed(medication-guidance, 用药指导)
* insert ItemBy(pharmacist, 药师)

Instance: item-rehabilitation-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: rehabilitation follow-up"
Description: "On demand."
* insert AnItem(item-rehabilitation, ItemRehabilitation, 康复随访, basic-medical, 基本医疗服务)
* description = "出院或转回后的康复随访和指导。"
* insert Performed(rehabilitation, 康复)

Instance: item-emergency-care-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: emergency treatment and first aid"
Description: "On demand."
* insert AnItem(item-emergency-care, ItemEmergencyCare, 急诊急救, basic-medical, 基本医疗服务)
* description = "急症的初步处理和急救，必要时联系转送。"
* insert Performed(emergency-care, 急诊急救)

Instance: item-health-assessment-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: yearly health assessment"
Description: "One of the seven-one services, once a year."
* insert AnItem(item-health-assessment, ItemHealthAssessment, 健康评估, basic-public-health, 基本公共卫生服务)
* description = "每年1次健康评估，确定健康风险和服务分级，据此制定健康管理方案。"
* insert Performed(health-assessment, 健康评估)
* insert ItemYearly(1)
* insert ItemBy(gp, 全科医生)

Instance: item-care-plan-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health management plan and schedule"
Description: "Two of the seven-one services, once a year."
* insert AnItem(item-care-plan, ItemCarePlan, 健康管理方案和服务计划, basic-medical, 基本医疗服务)
* description = "根据健康评估为每位签约居民制定健康管理方案和服务计划（时间表），每年更新。"
* kind = #Task
* intent = #order
* code.coding[+] = https://family-doctor-fhir.github.io/CodeSystem/seven-one-service#plan "一个健康管理方案"
* code.coding[+] = https://family-doctor-fhir.github.io/CodeSystem/seven-one-service#schedule "一份服务计划"
* insert ItemYearly(1)
* insert ItemBy(gp, 全科医生)

Instance: item-contact-card-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: contact card"
Description: "One of the seven-one services, once per contract."
* insert AnItem(item-contact-card, ItemContactCard, 联系卡（服务手册）, basic-medical, 基本医疗服务)
* description = "发放联系卡、联系单或服务手册，写明团队成员、联系电话和服务内容。"
* kind = #Task
* intent = #order
* code = https://family-doctor-fhir.github.io/CodeSystem/seven-one-service#contact-card "一张联系卡或服务手册"
* timingTiming.repeat.count = 1

Instance: item-tcm-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: TCM service"
Description: "Twice a year, by a TCM physician."
* insert AnItem(item-tcm, ItemTcm, 中医药健康指导, personalised, 个性化服务)
* description = "中医体质辨识和调养指导，每年2次。"
* insert Performed(tcm, 中医药服务)
* insert ItemYearly(2)
* insert ItemBy(tcm-physician, 中医医师)

Instance: item-specialist-follow-up-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: face-to-face follow-up by a specialist"
Description: "At least once a year for chronic patients."
* insert AnItem(item-specialist-follow-up, ItemSpecialistFollowUp, 专科医生面对面随访, personalised, 个性化服务)
* extension[eligibility][+].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#hypertension "高血压患者"
* extension[eligibility][=].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#diabetes "糖尿病患者"
* extension[eligibility][=].extension[keyGroup][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/key-population-group#chronic-other "其他慢性病患者"
* description = "上级医院专科医生参与慢性病患者面对面随访，每年至少1次。"
* insert Performed(specialist-follow-up, 专科医生面对面随访)
* insert ItemYearly(1)
* insert ItemBy(specialist, 专科医生)

Instance: item-long-prescription-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: long-term prescription"
Description: "On demand, after evaluation."
* insert AnItem(item-long-prescription, ItemLongPrescription, 长期处方, basic-medical, 基本医疗服务)
* description = "病情稳定的慢性病患者经家庭医生评估后可申请长期处方，原则上不超过3个月。"
* insert Performed(long-term-prescription, 长期处方)

Instance: item-hba1c-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: glycated haemoglobin, charged each time"
Description: "An item with a clear price: charged per service, beside the package."
* insert AnItem(item-hba1c, ItemHba1c, 糖化血红蛋白检测, basic-medical, 基本医疗服务)
* insert Costs(60.00, service)
* insert ForGroup(diabetes, 糖尿病患者)
* description = "糖化血红蛋白检测，每年2次，按现行医疗服务价格按次收费（示例价格）。"
* kind = #Task
* intent = #order
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#diabetes-mgmt "糖尿病患者健康管理"
* code.text = "糖化血红蛋白检测"
* insert ItemYearly(2)

Instance: item-staff-exam-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: examination of the members of a functional community"
Description: "Once a year for each member."
* insert AnItem(item-staff-exam, ItemStaffExam, 职工健康体检与评估, personalised, 个性化服务)
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#general "一般体格检查"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-routine "血常规"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-glucose "血糖"
* extension[comprises][+].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/exam-item#blood-lipids "血脂"
* extension[comprises][+].valueCodeableConcept.text = "颈椎功能评估"
* description = "每年1次职工健康体检，出具个人和单位健康评估报告。"
* insert Performed(physical-exam, 健康体检)
* insert ItemYearly(1)

Instance: item-health-intervention-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: health intervention"
Description: "Twice a year. The price list has no price for it: approved as a new service, it is filed with healthcare security and paid with the package."
* insert AnItem(item-health-intervention, ItemHealthIntervention, 健康干预, personalised, 个性化服务)
* extension[filingNumber].valueIdentifier.system = "https://family-doctor-fhir.github.io/NamingSystem/filing-number"
* extension[filingNumber].valueIdentifier.value = "EX-YB-2023-0411"
* extension[filingNumber].valueIdentifier.assigner.display = "示例省医疗保障局"
* extension[filingNumber].valueIdentifier.period.start = "2023-12-15"
* description = "根据评估结果对高风险职工开展健康干预，每年2次。"
* insert Performed(health-intervention, 健康干预)
* insert ItemYearly(2)

Instance: item-health-training-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: training"
Description: "Infectious diseases, healthy living, first aid; twice a year at the community."
* insert AnItem(item-health-training, ItemHealthTraining, 传染病防控、健康生活方式和急救培训, personalised, 个性化服务)
* description = "在单位内开展传染病防控、健康生活方式和急救培训，每年2次。"
* insert Performed(health-training, 健康培训)
* insert ItemYearly(2)

Instance: item-online-consultation-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: online consultation"
Description: "On demand."
* insert AnItem(item-online-consultation, ItemOnlineConsultation, 在线健康咨询, personalised, 个性化服务)
* description = "通过互联网提供在线健康咨询，按需提供。"
* insert Performed(consultation, 健康咨询)

Instance: item-tuberculosis-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: tuberculosis management"
Description: "By the course of treatment, so without a timing."
* insert AnItem(item-tuberculosis, ItemTuberculosis, 肺结核患者健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(tuberculosis, 肺结核患者)
* description = "督导服药，随访评估，治疗结束后结案。"
* insert Performed(tb-mgmt, 肺结核患者健康管理)

Instance: item-hepatitis-b-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: hepatitis B management"
Description: "After the trial guideline the Hainan plan names; its frequency is not known to us, so there is no timing."
* insert AnItem(item-hepatitis-b, ItemHepatitisB, 乙肝患者健康管理, basic-public-health, 基本公共卫生服务)
* insert ForGroup(hepatitis-b, 乙肝患者)
* description = "按《乙肝患者健康管理服务指南（试行）》提供健康管理服务。"
* insert Performed(hepb-mgmt, 乙肝患者健康管理)

Instance: item-house-call-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: house call, charged each time"
Description: "Two alternatives of eligibility: the disabled, or the elderly; that there is a real need is found case by case."
* insert AnItem(item-house-call, ItemHouseCall, 上门服务, personalised, 个性化服务)
* insert Costs(50.00, service)
* insert ForGroup(disabled, 残疾人)
* insert ForGroup(elderly, 老年人)
* description = "为行动不便、失能失智的老年人和残疾人等确有需求者提供上门治疗、随访、康复、护理、安宁疗护和健康指导，按次收费（示例价格）。"
* insert Performed(house-call, 上门服务)

Instance: item-home-bed-1
InstanceOf: FDServiceItem
Usage: #example
Title: "Item: home bed"
Description: "A bed at home, opened and closed as an episode of care of its own."
* insert AnItem(item-home-bed, ItemHomeBed, 家庭病床, basic-medical, 基本医疗服务)
* description = "符合建床条件的居民可建立家庭病床，由团队定期查床。"
* insert Performed(home-bed, 家庭病床)
