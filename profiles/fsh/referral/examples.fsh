// One case from the village clinic to the county hospital and back, told in the order of its days, and a
// second one in which the first hospital declines, the referral out of the region needs two approvals, and
// another referral is not approved. All persons and institutions are invented.

// ---- 1. The rural doctor refers to the township health centre (7 April) ----

Instance: example-referral-up-village
InstanceOf: FDReferralUp
Usage: #example
Title: "Village clinic to township health centre"
Description: "村医将血压两次控制不满意的签约居民转往乡镇卫生院"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/referral-number"
* identifier.value = "000000202604070001"
* extension[level].extension[from].valueCode = #village
* extension[level].extension[to].valueCode = #township
* extension[summary].extension[impression].valueString = "高血压2级，控制不佳"
* extension[summary].extension[presentHistory].valueString = "头晕2周，两次测血压178/104 mmHg、172/100 mmHg，规律服用硝苯地平控释片30 mg每日一次。"
* extension[summary].extension[pastHistory].valueString = "高血压9年，无糖尿病、脑卒中病史，青霉素过敏。"
* extension[summary].extension[treatment].valueString = "嘱低盐饮食，每日测压，未调整药物。"
* status = #completed
* category[direction].coding.display = "上转"
* priority = #routine
* code.coding.display = "转诊服务"
* orderDetail = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#general-outpatient "普通门诊"
* subject = Reference(example-referral-resident) "郑示例"
* occurrenceDateTime = "2026-04-07"
* authoredOn = "2026-04-07T08:40:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-rural) "王示例"
* performer = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* reasonCode = https://family-doctor-fhir.github.io/CodeSystem/referral-reason-hypertension#1 "连续两次出现血压控制不满意"
* reasonReference = Reference(example-referral-hypertension) "原发性高血压"
* supportingInfo[contract] = Reference(example-referral-contract) "家庭医生签约服务协议"

Instance: example-acceptance-township
InstanceOf: FDAcceptanceTask
Usage: #example
Title: "The township health centre receives"
Description: "乡镇卫生院接诊后决定继续上转，本级接收任务完成"
* language = #zh-CN
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#completed "诊疗结束"
* priority = #routine
* code.coding.display = "转诊接收"
* focus = Reference(example-referral-up-village)
* for = Reference(example-referral-resident) "郑示例"
* executionPeriod.start = "2026-04-07T10:15:00+08:00"
* executionPeriod.end = "2026-04-07T11:00:00+08:00"
* authoredOn = "2026-04-07T08:45:00+08:00"
* lastModified = "2026-04-07T11:00:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-rural) "王示例"
* owner = Reference(CareTeam/example-team-township) "示例村家庭医生团队"
* output[receiver].valueReference = Reference(PractitionerRole/example-family-doctor-township) "周示例"

// ---- 2. The township clinician refers on to the county hospital; the centre reviews (7 April) ----

Instance: example-referral-up
InstanceOf: FDReferralUp
Usage: #example
Title: "Township health centre to county hospital, the whole sending form"
Description: "乡镇卫生院转往县人民医院心血管内科：转出单内容齐全，申请专科门诊和住院"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/referral-number"
* identifier.value = "000000202604070002"
* extension[level].extension[from].valueCode = #township
* extension[level].extension[to].valueCode = #secondary
* extension[summary].extension[impression].valueString = "高血压3级（很高危），左心室肥厚待排"
* extension[summary].extension[presentHistory].valueString = "头晕2周加重2天，伴活动后胸闷。今日血压182/106 mmHg，心电图提示左心室高电压、ST-T改变。"
* extension[summary].extension[pastHistory].valueString = "高血压9年；无糖尿病、脑卒中病史；青霉素过敏；父亲有脑出血病史。"
* extension[summary].extension[treatment].valueString = "硝苯地平控释片30 mg每日一次，加用缬沙坦80 mg每日一次，血压仍不达标。"
* basedOn = Reference(example-referral-up-village)
* status = #completed
* category[direction].coding.display = "上转"
* priority = #urgent
* code.coding.display = "转诊服务"
* orderDetail[0] = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#specialist-outpatient "专家或专科门诊"
* orderDetail[1] = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* subject = Reference(example-referral-resident) "郑示例"
* encounter = Reference(example-encounter-township) "2026-04-07门诊"
* occurrencePeriod.start = "2026-04-08"
* occurrencePeriod.end = "2026-04-10"
* authoredOn = "2026-04-07T11:00:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performerType.text = "心血管内科"
* performer[0] = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* performer[1] = Reference(example-referral-desk) "示例县人民医院转诊接待处"
* reasonCode[0] = https://family-doctor-fhir.github.io/CodeSystem/referral-reason-hypertension#1 "连续两次出现血压控制不满意"
* reasonCode[1] = https://family-doctor-fhir.github.io/CodeSystem/referral-reason-hypertension#3 "出现新的并发症"
* reasonReference[0] = Reference(example-referral-hypertension) "原发性高血压"
* reasonReference[1] = Reference(example-referral-electrocardiogram) "心电图"
* insurance = Reference(Coverage/example-coverage) "城乡居民基本医疗保险"
* supportingInfo[contract] = Reference(example-referral-contract) "家庭医生签约服务协议"
* note.text = "活动后胸闷，途中请家属陪同；青霉素过敏。"
* patientInstruction = "4月9日上午8:30持身份证到县人民医院门诊一楼转诊接待处报到，带齐近期检查结果和正在服用的药物。"

Instance: example-referral-review
InstanceOf: FDReviewTask
Usage: #example
Title: "Review: approved"
Description: "卫生院医务科审核：合理且合规，同意转出"
* language = #zh-CN
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#submitted "待接收"
* priority = #urgent
* code.coding.display = "转诊审核"
* focus = Reference(example-referral-up)
* for = Reference(example-referral-resident) "郑示例"
* executionPeriod.start = "2026-04-07T11:05:00+08:00"
* executionPeriod.end = "2026-04-07T11:20:00+08:00"
* authoredOn = "2026-04-07T11:00:00+08:00"
* lastModified = "2026-04-07T11:20:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performerType = https://family-doctor-fhir.github.io/CodeSystem/referral-reviewer#institution "本机构（医务科）"
* owner = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* restriction.period.end = "2026-04-08T11:00:00+08:00"
* output[review-result].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/referral-review-result#approved "合理且合规"
* output[opinion].valueString = "血压两次不达标并有新发靶器官损害表现，符合上转指征，转诊层级符合规定，同意。"

// ---- 3. The hospital had released slots ahead; it accepts, books and keeps a bed (7 April) ----

Instance: example-schedule-cardiology
InstanceOf: FDReleasedSchedule
Usage: #example
Title: "Specialist clinic of cardiology, April"
Description: "心血管内科专科门诊4月排班"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/schedule-number"
* identifier.value = "XNK-202604"
* active = true
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#specialist-outpatient "专家或专科门诊"
* specialty.text = "心血管内科"
* actor[0] = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* actor[1] = Reference(example-cardiology-clinic) "示例县人民医院心血管内科门诊"
* planningHorizon.start = "2026-04-01"
* planningHorizon.end = "2026-04-30"
* comment = "每周一、周四上午出诊，提前14天以上向医共体成员单位下沉号源。"

Instance: example-slot-cardiology
InstanceOf: FDReleasedSlot
Usage: #example
Title: "Slot released 16 days ahead, taken"
Description: "提前16天下沉给乡镇卫生院的专科号源，已为转诊居民预约"
* language = #zh-CN
* extension[releasedTo].valueReference = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* extension[releasedOn].valueDate = "2026-03-24"
* extension[reserved].valueReference = Reference(example-referral-up)
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/slot-number"
* identifier.value = "XNK-20260409-03"
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#specialist-outpatient "专家或专科门诊"
* specialty.text = "心血管内科"
* schedule = Reference(example-schedule-cardiology)
* status = #busy
* start = "2026-04-09T09:00:00+08:00"
* end = "2026-04-09T09:15:00+08:00"
* comment = "门诊楼3层心血管内科2诊室"

Instance: example-slot-cardiology-free
InstanceOf: FDReleasedSlot
Usage: #example
Title: "Slot released to two institutions, free"
Description: "下沉给两家基层机构、尚未预约的专科号源"
* language = #zh-CN
* extension[releasedTo][0].valueReference = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* extension[releasedTo][1].valueReference = Reference(Organization/example-institution-village) "示例村卫生室"
* extension[releasedOn].valueDate = "2026-03-24"
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#specialist-outpatient "专家或专科门诊"
* schedule = Reference(example-schedule-cardiology)
* status = #free
* start = "2026-04-09T09:15:00+08:00"
* end = "2026-04-09T09:30:00+08:00"

Instance: example-appointment-cardiology
InstanceOf: FDAppointment
Usage: #example
Title: "Appointment in the released slot"
Description: "依据转诊使用下沉号源的专科门诊预约，已就诊"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/appointment-number"
* identifier.value = "YY202604090003"
* status = #fulfilled
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#specialist-outpatient "专家或专科门诊"
* specialty.text = "心血管内科"
* reasonReference = Reference(example-referral-hypertension) "原发性高血压"
* priority = 1
* supportingInformation = Reference(example-referral-contract) "家庭医生签约服务协议"
* start = "2026-04-09T09:00:00+08:00"
* end = "2026-04-09T09:15:00+08:00"
* slot = Reference(example-slot-cardiology)
* created = "2026-04-07T14:10:00+08:00"
* patientInstruction = "就诊当日8:30凭身份证到转诊接待处取号，免排队。"
* basedOn = Reference(example-referral-up)
* participant[resident].actor = Reference(example-referral-resident) "郑示例"
* participant[resident].status = #accepted
* participant[1].actor = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* participant[1].status = #accepted
* participant[2].actor = Reference(example-cardiology-clinic) "示例县人民医院心血管内科门诊"
* participant[2].status = #accepted

Instance: example-appointment-cancelled
InstanceOf: FDAppointment
Usage: #example
Title: "Appointment of an examination, cancelled"
Description: "居民取消的检查预约"
* language = #zh-CN
* status = #cancelled
* cancelationReason.text = "居民临时有事，改期"
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#examination "检查"
* serviceType.text = "心脏超声"
* start = "2026-04-08T14:00:00+08:00"
* end = "2026-04-08T14:30:00+08:00"
* created = "2026-04-07T14:20:00+08:00"
* basedOn = Reference(example-referral-up)
* participant[resident].actor = Reference(example-referral-resident) "郑示例"
* participant[resident].status = #declined

Instance: example-bed-cardiology
InstanceOf: FDBed
Usage: #example
Title: "Bed kept for the referred resident"
Description: "为转诊居民预留的心血管内科病区12床"
* language = #zh-CN
* extension[reserved].valueReference = Reference(example-referral-up)
* identifier.system = "urn:oid:2.16.156.10011.1.22"
* identifier.value = "12"
* status = #active
* operationalStatus = http://terminology.hl7.org/CodeSystem/v2-0116#U
* name = "心血管内科病区12床"
* mode = #instance
* physicalType.coding.display = "Bed"
* managingOrganization = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* partOf = Reference(example-cardiology-ward) "心血管内科病区"

Instance: example-schedule-bed
InstanceOf: FDReleasedSchedule
Usage: #example
Title: "A bed that is made available ahead"
Description: "向基层机构提前开放的床位排班"
* language = #zh-CN
* active = true
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* actor = Reference(example-bed-cardiology) "心血管内科病区12床"
* planningHorizon.start = "2026-04-01"
* planningHorizon.end = "2026-04-30"

Instance: example-slot-bed
InstanceOf: FDReleasedSlot
Usage: #example
Title: "Days of a bed, released"
Description: "下沉给乡镇卫生院的床位，4月9日起10天"
* language = #zh-CN
* extension[releasedTo].valueReference = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* extension[releasedOn].valueDate = "2026-03-26"
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* schedule = Reference(example-schedule-bed)
* status = #busy
* start = "2026-04-09T08:00:00+08:00"
* end = "2026-04-19T08:00:00+08:00"

Instance: example-appointment-bed
InstanceOf: FDAppointment
Usage: #example
Title: "Appointment of a bed"
Description: "住院床位预约"
* language = #zh-CN
* status = #fulfilled
* serviceCategory = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* priority = 1
* start = "2026-04-09T08:00:00+08:00"
* end = "2026-04-19T08:00:00+08:00"
* slot = Reference(example-slot-bed)
* created = "2026-04-07T14:15:00+08:00"
* basedOn = Reference(example-referral-up)
* participant[resident].actor = Reference(example-referral-resident) "郑示例"
* participant[resident].status = #accepted
* participant[1].actor = Reference(example-bed-cardiology) "心血管内科病区12床"
* participant[1].status = #accepted

Instance: example-referral-acceptance
InstanceOf: FDAcceptanceTask
Usage: #example
Title: "Acceptance: appointment, bed, stay, referral back"
Description: "县人民医院接收转诊的全过程：预约、床位、住院、转回，随访后结案"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/task-number"
* identifier.value = "JS202604070001"
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#closed "已结案"
* priority = #urgent
* code.coding.display = "转诊接收"
* focus = Reference(example-referral-up)
* for = Reference(example-referral-resident) "郑示例"
* executionPeriod.start = "2026-04-09T08:30:00+08:00"
* executionPeriod.end = "2026-04-18T10:00:00+08:00"
* authoredOn = "2026-04-07T11:20:00+08:00"
* lastModified = "2026-04-24T16:30:00+08:00"
* requester = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* owner = Reference(example-referral-desk) "示例县人民医院转诊接待处"
* location = Reference(example-cardiology-ward) "心血管内科病区"
* restriction.period.end = "2026-04-08T11:20:00+08:00"
* output[receiver].valueReference = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* output[appointment][0].valueReference = Reference(example-appointment-cardiology)
* output[appointment][1].valueReference = Reference(example-appointment-bed)
* output[bed].valueReference = Reference(example-bed-cardiology) "心血管内科病区12床"
* output[encounter].valueReference = Reference(example-referral-stay) "2026-04-09住院"
* output[back-referral].valueReference = Reference(example-back-referral)

// ---- 4. The hospital refers back (18 April) ----

Instance: example-back-referral
InstanceOf: FDBackReferral
Usage: #example
Title: "County hospital back to the township health centre, the whole return form"
Description: "县人民医院转回乡镇卫生院：回转单内容齐全，写明下一步方案和康复建议"
* language = #zh-CN
* identifier.system = "https://family-doctor-fhir.github.io/NamingSystem/referral-number"
* identifier.value = "000000202604180001"
* extension[level].extension[from].valueCode = #secondary
* extension[level].extension[to].valueCode = #township
* extension[summary].extension[diagnosis].valueString = "高血压3级（很高危）；高血压性心脏病，左心室肥厚"
* extension[summary].extension[results].valueString = "心脏超声：左心室壁增厚，射血分数62%；肾功能正常；24小时动态血压均值出院前132/80 mmHg。"
* extension[summary].extension[treatment].valueString = "调整为氨氯地平5 mg、缬沙坦氢氯噻嗪80/12.5 mg每日各一次，血压平稳。"
* extension[summary].extension[nextSteps].valueString = "维持现用药，2周内复查电解质、肾功能；3个月后心血管内科门诊复查心脏超声。"
* extension[summary].extension[rehabilitation].valueString = "低盐低脂饮食，每日步行30分钟，避免重体力劳动。"
* basedOn = Reference(example-referral-up)
* status = #completed
* category[direction].coding.display = "下转"
* priority = #routine
* code.coding.display = "转诊服务"
* subject = Reference(example-referral-resident) "郑示例"
* encounter = Reference(example-referral-stay) "2026-04-09住院"
* encounter.identifier.system = "urn:oid:2.16.156.10011.1.13"
* encounter.identifier.value = "B0004216"
* occurrenceDateTime = "2026-04-18"
* authoredOn = "2026-04-18T09:30:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* performer[0] = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* performer[1] = Reference(CareTeam/example-team-township) "示例村家庭医生团队"
* reasonReference = Reference(example-referral-hypertension) "原发性高血压"
* supportingInfo[contract] = Reference(example-referral-contract) "家庭医生签约服务协议"
* note.text = "每周测血压一次并记录；血压持续高于160/100 mmHg或胸闷加重时及时再次转诊。"
* patientInstruction = "按时服药，不自行停药；4月25日前家庭医生会联系您随访。"

Instance: example-follow-up-task
InstanceOf: FDFollowUpTask
Usage: #example
Title: "Follow-up, done in time"
Description: "签约团队在期限内完成转回后随访，有就诊记录和血压记录"
* language = #zh-CN
* basedOn[0] = Reference(example-back-referral)
* basedOn[1] = Reference(example-referral-contract) "家庭医生签约服务协议"
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#closed "已结案"
* priority = #routine
* code.coding.display = "转诊后随访"
* focus = Reference(example-back-referral)
* for = Reference(example-referral-resident) "郑示例"
* executionPeriod.start = "2026-04-24T16:00:00+08:00"
* executionPeriod.end = "2026-04-24T16:30:00+08:00"
* authoredOn = "2026-04-18T09:30:00+08:00"
* lastModified = "2026-04-24T16:30:00+08:00"
* requester = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* owner = Reference(CareTeam/example-team-township) "示例村家庭医生团队"
* restriction.period.start = "2026-04-18"
* restriction.period.end = "2026-04-25"
* output[evidence][0].valueReference = Reference(example-referral-follow-up-visit) "2026-04-24随访"
* output[evidence][1].valueReference = Reference(example-referral-blood-pressure) "血压"

// ---- 5. A referral that the hospital declines, and another one in its place ----

Instance: example-referral-up-declined
InstanceOf: FDReferralUp
Usage: #example
Title: "Referral that was declined"
Description: "申请县人民医院床位被拒收的转诊"
* language = #zh-CN
* extension[level].extension[from].valueCode = #township
* extension[level].extension[to].valueCode = #secondary
* extension[summary].extension[impression].valueString = "右髋关节骨性关节炎，疼痛明显"
* status = #revoked
* category[direction].coding.display = "上转"
* priority = #routine
* orderDetail = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* subject = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-05-11T09:20:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performerType.text = "骨科"
* performer = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* reasonCode.text = "保守治疗3个月无效，拟行关节置换术"

Instance: example-acceptance-declined
InstanceOf: FDAcceptanceTask
Usage: #example
Title: "Declined, with the reason"
Description: "接收方拒收并写明原因"
* language = #zh-CN
* status = #rejected
* statusReason.text = "本院尚未开展该项手术，建议转往三级医院"
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#declined "拒绝接收"
* focus = Reference(example-referral-up-declined)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-05-11T09:40:00+08:00"
* lastModified = "2026-05-11T15:05:00+08:00"
* requester = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* owner = Reference(example-referral-desk) "示例县人民医院转诊接待处"

Instance: example-referral-up-out-of-region
InstanceOf: FDReferralUp
Usage: #example
Title: "Referral out of the region, in place of the declined one"
Description: "转往区域外三级医院的转诊，替代被拒收的转诊；由本机构和医保经办机构两方审核"
* language = #zh-CN
* extension[level].extension[from].valueCode = #township
* extension[level].extension[to].valueCode = #tertiary
* extension[summary].extension[impression].valueString = "右髋关节骨性关节炎，疼痛明显"
* extension[summary].extension[treatment].valueString = "口服止痛药、理疗3个月，效果不佳。"
* replaces = Reference(example-referral-up-declined)
* status = #draft
* category[direction].coding.display = "上转"
* priority = #routine
* orderDetail = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* subject = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-05-12T09:00:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performerType.text = "骨科"
* performer = Reference(Organization/example-institution-provincial-hospital) "示例省人民医院"
* reasonCode.text = "保守治疗3个月无效，拟行关节置换术；县级医院未开展"

Instance: example-review-out-of-region-institution
InstanceOf: FDReviewTask
Usage: #example
Title: "First of two approvals: the institution"
Description: "区域外转诊第一方审核：卫生院医务科已同意，转诊仍在审核中"
* language = #zh-CN
* status = #completed
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#in-review "院内审核中"
* focus = Reference(example-referral-up-out-of-region)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-05-12T09:00:00+08:00"
* lastModified = "2026-05-12T10:30:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performerType = https://family-doctor-fhir.github.io/CodeSystem/referral-reviewer#institution "本机构（医务科）"
* owner = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* output[review-result].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/referral-review-result#approved "合理且合规"

Instance: example-review-out-of-region-insurance
InstanceOf: FDReviewTask
Usage: #example
Title: "Second of two approvals: the insurance agency, still open"
Description: "区域外转诊第二方审核：医保经办机构审核中"
* language = #zh-CN
* status = #in-progress
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#in-review "院内审核中"
* focus = Reference(example-referral-up-out-of-region)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-05-12T10:30:00+08:00"
* lastModified = "2026-05-12T14:00:00+08:00"
* requester = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* performerType = https://family-doctor-fhir.github.io/CodeSystem/referral-reviewer#insurance-agency "医保（合管）经办机构"
* owner = Reference(example-insurance-agency) "示例县医保经办机构"

Instance: example-review-rejected
InstanceOf: FDReviewTask
Usage: #example
Title: "Review: not approved"
Description: "审核不通过：轻症越级转诊，写明原因"
* language = #zh-CN
* status = #rejected
* statusReason.text = "普通感冒，本机构可以处置，不符合上转指征"
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#review-rejected "审核不通过"
* focus = Reference(example-referral-up-not-approved)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-06-02T08:30:00+08:00"
* lastModified = "2026-06-02T09:10:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* owner = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* output[review-result].valueCodeableConcept = https://family-doctor-fhir.github.io/CodeSystem/referral-review-result#not-reasonable "不合理"

Instance: example-referral-up-not-approved
InstanceOf: FDReferralUp
Usage: #example
Title: "Referral that was not approved"
Description: "审核未通过的转诊"
* language = #zh-CN
* status = #revoked
* subject = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-06-02T08:30:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performer = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* reasonCode.text = "咳嗽、流涕3天"

// ---- 6. Down without a referral up before: rehabilitation after a stroke ----

Instance: example-referral-down
InstanceOf: FDReferralDown
Usage: #example
Title: "Hospital to township health centre for rehabilitation"
Description: "急诊入院的脑卒中签约居民病情稳定后下转卫生院康复"
* language = #zh-CN
* extension[level].extension[from].valueCode = #secondary
* extension[level].extension[to].valueCode = #township
* extension[summary].extension[diagnosis].valueString = "脑梗死恢复期，左侧肢体轻瘫"
* extension[summary].extension[results].valueString = "头颅磁共振：右侧基底节区梗死灶；颈动脉超声：斑块形成。"
* extension[summary].extension[treatment].valueString = "抗血小板、调脂治疗，早期康复训练2周。"
* extension[summary].extension[nextSteps].valueString = "阿司匹林100 mg、阿托伐他汀20 mg每日一次，1个月后神经内科复诊。"
* extension[summary].extension[rehabilitation].valueString = "每周康复训练3次，家属协助日常活动训练，防跌倒。"
* status = #active
* category[direction].coding.display = "下转"
* priority = #routine
* orderDetail = https://family-doctor-fhir.github.io/CodeSystem/slot-kind#bed "床位"
* subject = Reference(example-referral-resident-2) "李示例"
* encounter.identifier.system = "urn:oid:2.16.156.10011.1.13"
* encounter.identifier.value = "B0004390"
* authoredOn = "2026-07-06T10:00:00+08:00"
* requester = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* performer[0] = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* performer[1] = Reference(CareTeam/example-team-township) "示例村家庭医生团队"
* reasonCode.text = "病情稳定，转基层继续康复治疗"

Instance: example-acceptance-down
InstanceOf: FDAcceptanceTask
Usage: #example
Title: "Referral down, waiting for the receiver"
Description: "下转待接收"
* language = #zh-CN
* status = #requested
* businessStatus = https://family-doctor-fhir.github.io/CodeSystem/referral-state#submitted "待接收"
* focus = Reference(example-referral-down)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-07-06T10:00:00+08:00"
* requester = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* owner = Reference(Organization/example-institution-township) "示例镇中心卫生院"
* restriction.period.end = "2026-07-07T10:00:00+08:00"

Instance: example-follow-up-task-due
InstanceOf: FDFollowUpTask
Usage: #example
Title: "Follow-up that is due"
Description: "下转后待完成的随访"
* language = #zh-CN
* status = #requested
* focus = Reference(example-referral-down)
* for = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-07-06T10:00:00+08:00"
* requester = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* owner = Reference(CareTeam/example-team-township) "示例村家庭医生团队"
* restriction.period.end = "2026-07-20"

Instance: example-referral-down-draft
InstanceOf: FDReferralDown
Usage: #example
Title: "Referral down, being written"
Description: "尚在填写的下转单"
* language = #zh-CN
* status = #draft
* subject = Reference(example-referral-resident-2) "李示例"
* authoredOn = "2026-07-05T16:00:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* performer = Reference(Organization/example-institution-township) "示例镇中心卫生院"

Instance: example-back-referral-short
InstanceOf: FDBackReferral
Usage: #example
Title: "Back-referral with what it must have"
Description: "只含必填内容的回转单：卫生院转回村卫生室"
* language = #zh-CN
* basedOn = Reference(example-referral-up-village)
* status = #active
* subject = Reference(example-referral-resident) "郑示例"
* authoredOn = "2026-04-25T09:00:00+08:00"
* requester = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* performer = Reference(Organization/example-institution-village) "示例村卫生室"
* reasonCode.text = "病情平稳，转回村卫生室继续管理"
* patientInstruction = "每周到村卫生室测血压，按时服药。"

Instance: example-bed-plain
InstanceOf: FDBed
Usage: #example
Title: "A bed"
Description: "只含必填内容的床位"
* language = #zh-CN
* status = #active
* operationalStatus = http://terminology.hl7.org/CodeSystem/v2-0116#O
* name = "康复病区3床"
* managingOrganization = Reference(Organization/example-institution-township) "示例镇中心卫生院"

// ---- What the case refers to ----

Instance: example-referral-desk
InstanceOf: HealthcareService
Usage: #example
Title: "Referral desk of the county hospital"
Description: "县人民医院转诊接待处，负责接收和分诊乡镇卫生院转来的患者"
* language = #zh-CN
* active = true
* providedBy = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* type.text = "转诊接待处"
* name = "示例县人民医院转诊接待处"
* telecom.system = #phone
* telecom.value = "13800000000"
* referralMethod = http://terminology.hl7.org/CodeSystem/service-referral-method#elec

Instance: example-cardiology-clinic
InstanceOf: HealthcareService
Usage: #example
Title: "Cardiology clinic"
Description: "心血管内科门诊"
* language = #zh-CN
* active = true
* providedBy = Reference(Organization/example-institution-county-hospital) "示例县人民医院"
* specialty.text = "心血管内科"
* name = "示例县人民医院心血管内科门诊"

Instance: example-cardiology-ward
InstanceOf: Location
Usage: #example
Title: "Cardiology ward"
Description: "心血管内科病区"
* language = #zh-CN
* status = #active
* name = "心血管内科病区"
* mode = #instance
* physicalType = http://terminology.hl7.org/CodeSystem/location-physical-type#wa
* managingOrganization = Reference(Organization/example-institution-county-hospital) "示例县人民医院"

Instance: example-referral-hypertension
InstanceOf: Condition
Usage: #example
Title: "Hypertension"
Description: "原发性高血压"
* language = #zh-CN
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/condition-ver-status#confirmed
* code = http://hl7.org/fhir/sid/icd-10#I10
* code.text = "原发性高血压"
* subject = Reference(example-referral-resident) "郑示例"
* onsetDateTime = "2017"

Instance: example-referral-electrocardiogram
InstanceOf: DiagnosticReport
Usage: #example
Title: "Electrocardiogram"
Description: "卫生院心电图报告"
* language = #zh-CN
* status = #final
* code.text = "常规心电图"
* subject = Reference(example-referral-resident) "郑示例"
* effectiveDateTime = "2026-04-07T10:40:00+08:00"
* conclusion = "窦性心律，左心室高电压，ST-T改变。"

Instance: example-encounter-township
InstanceOf: Encounter
Usage: #example
Title: "Visit at the township health centre"
Description: "卫生院门诊就诊"
* language = #zh-CN
* status = #finished
* class = $act-code#AMB
* subject = Reference(example-referral-resident) "郑示例"
* period.start = "2026-04-07T10:15:00+08:00"
* period.end = "2026-04-07T11:00:00+08:00"
* basedOn = Reference(example-referral-up-village)
* participant.individual = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* serviceProvider = Reference(Organization/example-institution-township) "示例镇中心卫生院"

Instance: example-referral-stay
InstanceOf: Encounter
Usage: #example
Title: "Stay at the county hospital"
Description: "县人民医院住院"
* language = #zh-CN
* identifier.system = "urn:oid:2.16.156.10011.1.12"
* identifier.value = "ZY20260409017"
* status = #finished
* class = $act-code#IMP
* subject = Reference(example-referral-resident) "郑示例"
* basedOn = Reference(example-referral-up)
* appointment = Reference(example-appointment-bed)
* period.start = "2026-04-09T10:20:00+08:00"
* period.end = "2026-04-18T10:00:00+08:00"
* reasonReference = Reference(example-referral-hypertension) "原发性高血压"
* participant.individual = Reference(PractitionerRole/example-family-doctor-specialist) "吴示例"
* location.location = Reference(example-bed-cardiology) "心血管内科病区12床"
* serviceProvider = Reference(Organization/example-institution-county-hospital) "示例县人民医院"

Instance: example-referral-follow-up-visit
InstanceOf: Encounter
Usage: #example
Title: "Follow-up visit"
Description: "转回后家庭医生随访"
* language = #zh-CN
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-service-encounter"
* extension.url = "https://family-doctor-fhir.github.io/StructureDefinition/contract"
* extension.valueReference = Reference(example-referral-contract)
* status = #finished
* class = $act-code#AMB
* type = https://family-doctor-fhir.github.io/CodeSystem/service-item#follow-up "随访"
* subject = Reference(example-referral-resident) "郑示例"
* period.start = "2026-04-24T16:00:00+08:00"
* period.end = "2026-04-24T16:30:00+08:00"
* participant.individual = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* serviceProvider = Reference(Organization/example-institution-township) "示例镇中心卫生院"

Instance: example-referral-blood-pressure
InstanceOf: Observation
Usage: #example
Title: "Blood pressure at the follow-up"
Description: "随访血压"
* language = #zh-CN
* meta.profile = "https://family-doctor-fhir.github.io/StructureDefinition/fd-blood-pressure"
* status = #final
* category = http://terminology.hl7.org/CodeSystem/observation-category#vital-signs
* code = $loinc#85354-9
* subject = Reference(example-referral-resident) "郑示例"
* encounter = Reference(example-referral-follow-up-visit)
* effectiveDateTime = "2026-04-24T16:10:00+08:00"
* performer = Reference(PractitionerRole/example-family-doctor-township) "周示例"
* component[0].code = $loinc#8480-6
* component[0].valueQuantity = 134 'mm[Hg]' "mmHg"
* component[1].code = $loinc#8462-4
* component[1].valueQuantity = 82 'mm[Hg]' "mmHg"
