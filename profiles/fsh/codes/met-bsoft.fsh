// Lists of bsoft's community health system, as met in production, and how they map to ours. Other releases may differ.

CodeSystem: BsoftSignFlagCS
Id: bsoft-sign-flag
Title: "bsoft signFlag"
Description: "Met in production: SCM_SignContractRecord.signFlag, in a community health system. Other releases may differ."
* insert Codes([[bsoft 签约标志]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：SCM_SignContractRecord.signFlag。其他版本可能不同。]])
* insert Term(1, [[签约]], [[Signed]])
* insert Term(2, [[解约]], [[Ended]])
* insert Term(3, [[续约]], [[Renewed]])
* insert Term(4, [[待签约]], [[To be signed]])

CodeSystem: BsoftFcStopReasonCS
Id: bsoft-fc-stop-reason
Title: "bsoft FC_Stop_Reason"
Description: "Met in production: EHR_FamilyContractBase.FC_Stop_Reason, in a community health system. Other releases may differ."
* insert Codes([[bsoft 家庭解约原因]], [[D9 D10]], [[list met in production]], complete)
* insert Tells([[来自在用系统：EHR_FamilyContractBase.FC_Stop_Reason。其他版本可能不同。]])
* insert Term(1, [[迁出本辖区]], [[Moved out]])
* insert Term(2, [[连续一年无法取得联系]], [[Not reached for a year]])
* insert Term(3, [[连续一年拒绝服务]], [[Refused for a year]])
* insert Term(4, [[本人要求]], [[Own request]])
* insert Term(5, [[其他]], [[Other]])

CodeSystem: BsoftStopReasonCS
Id: bsoft-stop-reason
Title: "bsoft stopReason"
Description: "Met in production: SCM_SignContractRecord.stopReason, in a community health system. Other releases may differ."
* insert Codes([[bsoft 个人解约原因]], [[D9 D10]], [[list met in production]], complete)
* insert Tells([[来自在用系统：SCM_SignContractRecord.stopReason。其他版本可能不同。]])
* insert Term(01, [[失访]], [[Lost contact]])
* insert Term(02, [[迁出]], [[Moved out]])
* insert Term(03, [[死亡]], [[Deceased]])
* insert Term(04, [[主动解约]], [[Own request]])
* insert Term(05, [[改签/重签]], [[Switched or signed again]])
* insert Term(06, [[发票作废]], [[Invoice voided]])
* insert Term(99, [[其他]], [[Other]])

CodeSystem: BsoftPeopleFlagCS
Id: bsoft-people-flag
Title: "bsoft peopleFlag"
Description: "Met in production: SCM_SignContractRecord.peopleFlag, in a community health system. Other releases may differ."
* insert Codes([[bsoft 人群分类]], [[H1 H2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：SCM_SignContractRecord.peopleFlag。其他版本可能不同。]])
* insert Term(01, [[孕产妇]], [[Pregnant women]])
* insert Term(02, [[0-6岁儿童]], [[Children 0 to 6]])
* insert Term(03, [[60岁及以上老年人]], [[Elderly 60 and above]])
* insert Term(04, [[高血压患者]], [[Hypertension]])
* insert Term(05, [[2型糖尿病患者]], [[Type 2 diabetes]])
* insert Term(06, [[严重精神障碍患者]], [[Severe mental disorder]])
* insert Term(07, [[肺结核患者]], [[Tuberculosis]])
* insert Term(08, [[残疾人]], [[Disabled]])
* insert Term(09, [[计划生育特殊家庭人员]], [[Special family-planning family]])
* insert Term(10, [[一般健康人群]], [[General healthy population]])
* insert Term(11, [[城乡低保人员]], [[On minimum living allowance]])
* insert Term(12, [[重点优抚对象]], [[Entitled to special care]])
* insert Term(13, [[农村建档立卡低收入人口]], [[Registered low-income rural population]])
* insert Term(14, [[其他]], [[Other]])
* insert Term(15, [[白血病患儿]], [[Child with leukaemia]])
* insert Term(16, [[麻风病患者]], [[Leprosy]])
* insert Term(17, [[离休干部]], [[Retired veteran cadre]])
* insert Term(18, [[计生特别扶助人员]], [[Receiving special family-planning support]])
* insert Term(19, [[城乡特困人员]], [[In extreme poverty]])
* insert Term(20, [[肿瘤患者]], [[Tumour]])
* insert Term(21, [[创新创业人才]], [[Innovative talent]])
* insert Term(22, [[慢阻肺患者]], [[COPD]])

CodeSystem: BsoftFcSingingTypeCS
Id: bsoft-fc-singing-type
Title: "bsoft FC_SingingType"
Description: "Met in production: EHR_FamilyContractBase.FC_SingingType (spelled so), in a community health system. Other releases may differ."
* insert Codes([[bsoft 签约组合类型]], [[E3 E5 E6]], [[list met in production]], complete)
* insert Tells([[来自在用系统：EHR_FamilyContractBase.FC_SingingType (spelled so)。其他版本可能不同。]])
* insert Term(01, [[基本服务组合]], [[Basic]])
* insert Term(02, [[诊疗优惠组合]], [[Treatment discount]])
* insert Term(03, [[健康管理组合]], [[Health management]])

CodeSystem: BsoftRhBloodCS
Id: bsoft-rh-blood
Title: "bsoft rhBlood"
Description: "Met in production: rhBlood.dic, in a community health system. The reverse of the national table. Other releases may differ."
* insert Codes([[bsoft Rh血型]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：rhBlood.dic。其他版本可能不同。]])
* insert Term(1, [[阳性]], [[Positive]])
* insert Term(2, [[阴性]], [[Negative]])
* insert Term(3, [[不详]], [[Unknown]])

CodeSystem: BsoftMaritalsCS
Id: bsoft-maritals
Title: "bsoft maritals"
Description: "Met in production: maritals.dic, in a community health system. 5 is not stated, where other one-digit lists have 9. Other releases may differ."
* insert Codes([[bsoft 婚姻状况]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：maritals.dic。其他版本可能不同。]])
* insert Term(1, [[未婚]], [[Never married]])
* insert Term(2, [[已婚]], [[Married]])
* insert Term(3, [[丧偶]], [[Widowed]])
* insert Term(4, [[离婚]], [[Divorced]])
* insert Term(5, [[未说明]], [[Not stated]])

CodeSystem: BsoftEducationCS
Id: bsoft-education
Title: "bsoft education"
Description: "Met in production: education.dic, in a community health system. Other releases may differ."
* insert Codes([[bsoft 学历]], [[A2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：education.dic。其他版本可能不同。]])
* insert Term(1, [[文盲或半文盲]], [[Illiterate or semi-literate]])
* insert Term(2, [[小学]], [[Primary school]])
* insert Term(3, [[初中]], [[Junior high school]])
* insert Term(4, [[高中]], [[Senior high school]])
* insert Term(5, [[大学专科和专科学校]], [[Junior college]])
* insert Term(6, [[不详]], [[Unknown]])
* insert Term(7, [[研究生]], [[Postgraduate]])
* insert Term(8, [[大学本科]], [[Undergraduate]])
* insert Term(9, [[中等专业学校]], [[Secondary specialised school]])
* insert Term(10, [[技工学校]], [[Technical school]])

CodeSystem: BsoftVisitWayCS
Id: bsoft-visit-way
Title: "bsoft visitWay"
Description: "Met in production: visitWay.dic, in a community health system. Other releases may differ."
* insert Codes([[bsoft 随访方式]], [[F4 F7]], [[list met in production]], complete)
* insert Tells([[来自在用系统：visitWay.dic。其他版本可能不同。]])
* insert Term(1, [[门诊就诊]], [[Outpatient visit]])
* insert Term(2, [[站点就诊]], [[Visit at a station]])
* insert Term(3, [[社区随访]], [[In the community]])
* insert Term(4, [[上门随访]], [[Home visit]])
* insert Term(5, [[电话随访]], [[Telephone]])
* insert Term(6, [[群组随访]], [[In a group]])
* insert Term(9, [[其他]], [[Other]])

CodeSystem: BsoftPlanStatusCS
Id: bsoft-plan-status
Title: "bsoft plan status"
Description: "Met in production: plan status, in a community health system. Other releases may differ."
* insert Codes([[bsoft 随访计划状态]], [[A12]], [[list met in production]], complete)
* insert Tells([[来自在用系统：plan status。其他版本可能不同。]])
* insert Term(0, [[应访]], [[Due]])
* insert Term(1, [[已访]], [[Done]])
* insert Term(2, [[失访]], [[Lost]])
* insert Term(3, [[未访]], [[Not done]])
* insert Term(4, [[过访]], [[Passed over]])
* insert Term(9, [[档案注销]], [[Record closed]])

CodeSystem: BsoftSelfCareCS
Id: bsoft-self-care
Title: "bsoft self care"
Description: "Met in production: self care, in a community health system. Other releases may differ."
* insert Codes([[bsoft 生活自理能力]], [[F5 F10]], [[list met in production]], complete)
* insert Tells([[来自在用系统：self care。其他版本可能不同。]])
* insert Term(1, [[可自理]], [[Independent]])
* insert Term(2, [[轻度依赖]], [[Mild dependence]])
* insert Term(3, [[中度依赖]], [[Moderate dependence]])
* insert Term(4, [[不能自理]], [[Cannot care for self]])

Instance: BsoftSignFlagToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-sign-flag-to-contract-state, [[bsoft signFlag to contract state]], [[bsoft 签约标志到签约状态]], [[D9]], [[lists met in production]])
* name = "BsoftSignFlagToContractStateMap"
* insert InBoth(description, [[What the flag leaves open, the dates decide.]], [[标志未能说明之处，由日期判定。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-sign-flag, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert BecomesBut(1, [[签约]], active, narrower, [[Signed: by its dates it may be pending-start or over.]])
* insert Becomes(2, [[解约]], terminated, equivalent)
* insert BecomesBut(3, [[续约]], renewed, inexact, [[May mark the old contract or the renewal itself, which is active: ask the source.]])
* insert Becomes(4, [[待签约]], applied, equivalent)

Instance: BsoftFcStopReasonToContractEndReasonMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-fc-stop-reason-to-contract-end-reason, [[bsoft FC_Stop_Reason to end reason]], [[bsoft 家庭解约原因到提前结束原因]], [[D9 D10]], [[lists met in production]])
* name = "BsoftFcStopReasonToContractEndReasonMap"
* insert InBoth(description, [[Of household contracts.]], [[用于家庭签约协议。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-end-reason"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-fc-stop-reason, https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason)
* insert Becomes(1, [[迁出本辖区]], moved, equivalent)
* insert Becomes(2, [[连续一年无法取得联系]], lost-contact, equivalent)
* insert Becomes(3, [[连续一年拒绝服务]], refused-service, equivalent)
* insert Becomes(4, [[本人要求]], resident-request, equivalent)
* insert BecomesBut(5, [[其他]], other, wider, [[Death and other reasons with codes of their own may hide in it.]])

Instance: BsoftStopReasonToContractEndReasonMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-stop-reason-to-contract-end-reason, [[bsoft stopReason to end reason]], [[bsoft 个人解约原因到提前结束原因]], [[D9 D10]], [[lists met in production]])
* name = "BsoftStopReasonToContractEndReasonMap"
* insert InBoth(description, [[Of personal contracts; the digits mean other things than in FC_Stop_Reason.]], [[用于个人签约协议；各数字的含义与 FC_Stop_Reason 不同。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-end-reason"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-stop-reason, https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason)
* insert Becomes(01, [[失访]], lost-contact, equivalent)
* insert Becomes(02, [[迁出]], moved, equivalent)
* insert Becomes(03, [[死亡]], deceased, equivalent)
* insert Becomes(04, [[主动解约]], resident-request, equivalent)
* insert BecomesBut(05, [[改签/重签]], switch-team, wider, [[Signing again with the same team is in it.]])
* insert Becomes(06, [[发票作废]], invoice-void, equivalent)
* insert Becomes(99, [[其他]], other, equivalent)

Instance: BsoftPeopleFlagToKeyPopulationGroupMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-people-flag-to-key-population-group, [[bsoft peopleFlag to key groups]], [[bsoft 人群分类到重点人群]], [[H1 H2]], [[lists met in production]])
* name = "BsoftPeopleFlagToKeyPopulationGroupMap"
* insert InBoth(description, [[One vendor's list of 22; several have no key group.]], [[某厂商的 22 项人群标志，其中数项不属于任何重点人群。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/key-population-group"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-people-flag, https://family-doctor-fhir.github.io/CodeSystem/key-population-group)
* insert Becomes(01, [[孕产妇]], pregnant, equivalent)
* insert Becomes(02, [[0-6岁儿童]], child-0-6, equivalent)
* insert BecomesBut(03, [[60岁及以上老年人]], elderly, inexact, [[From 60, where the national programme says 65: reports compute the age.]])
* insert Becomes(04, [[高血压患者]], hypertension, equivalent)
* insert BecomesBut(05, [[2型糖尿病患者]], diabetes, wider, [[That it is type 2 is lost.]])
* insert Becomes(06, [[严重精神障碍患者]], severe-mental, equivalent)
* insert Becomes(07, [[肺结核患者]], tuberculosis, equivalent)
* insert Becomes(08, [[残疾人]], disabled, equivalent)
* insert Becomes(09, [[计划生育特殊家庭人员]], special-fp-family, equivalent)
* insert Becomes(10, [[一般健康人群]], general, equivalent)
* insert Unmatched(11, [[城乡低保人员]], [[On minimum living allowance: no key group by itself.]])
* insert Unmatched(12, [[重点优抚对象]], [[No key group.]])
* insert Becomes(13, [[农村建档立卡低收入人口]], out-of-poverty, equivalent)
* insert Unmatched(14, [[其他]], [[Not said which.]])
* insert BecomesBut(15, [[白血病患儿]], chronic-other, wider, [[The disease is lost.]])
* insert Unmatched(16, [[麻风病患者]], [[Infectious; no key group.]])
* insert Unmatched(17, [[离休干部]], [[No key group.]])
* insert BecomesBut(18, [[计生特别扶助人员]], special-fp-family, wider, [[That support is received is lost.]])
* insert Unmatched(19, [[城乡特困人员]], [[In extreme poverty: no key group by itself.]])
* insert BecomesBut(20, [[肿瘤患者]], chronic-other, wider, [[The disease is lost.]])
* insert Unmatched(21, [[创新创业人才]], [[No key group.]])
* insert BecomesBut(22, [[慢阻肺患者]], chronic-other, wider, [[The disease is lost.]])

Instance: BsoftFcSingingTypeToPackageKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-fc-singing-type-to-package-kind, [[bsoft FC_SingingType to package kind]], [[bsoft 签约组合类型到服务包类别]], [[E3 E5 E6]], [[lists met in production]])
* name = "BsoftFcSingingTypeToPackageKindMap"
* insert InBoth(description, [[The three packages of the 2017 city plan.]], [[2017年某市方案的三种组合。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/package-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-fc-singing-type, https://family-doctor-fhir.github.io/CodeSystem/package-kind)
* insert Becomes(01, [[基本服务组合]], basic, equivalent)
* insert Becomes(02, [[诊疗优惠组合]], treatment-discount, equivalent)
* insert Becomes(03, [[健康管理组合]], health-management, equivalent)

Instance: BsoftRhBloodToRhGroupMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-rh-blood-to-rh-group, [[bsoft rhBlood to Rh(D)]], [[bsoft Rh血型到 CV04.50.020]], [[A2]], [[lists met in production]])
* name = "BsoftRhBloodToRhGroupMap"
* insert InBoth(description, [[The signs are the other way round than in the national table. A wrong sign harms a patient.]], [[阴、阳性代码与国家标准相反。弄错会伤及患者。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/rh-group"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-rh-blood, urn:oid:2.16.156.10011.2.3.1.250)
* insert Becomes(1, [[阳性]], 2, equivalent)
* insert Becomes(2, [[阴性]], 1, equivalent)
* insert Becomes(3, [[不详]], 3, equivalent)

Instance: BsoftMaritalsToMaritalStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-maritals-to-marital-status, [[bsoft maritals to GB/T 2261.2]], [[bsoft 婚姻状况到 GB/T 2261.2]], [[A2]], [[lists met in production]])
* name = "BsoftMaritalsToMaritalStatusMap"
* insert InBoth(description, [[5 is not stated here.]], [[代码 5 在此表示未说明。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/marital-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-maritals, urn:oid:2.16.156.10011.2.3.3.5)
* insert Becomes(1, [[未婚]], 10, equivalent)
* insert Becomes(2, [[已婚]], 20, equivalent)
* insert Becomes(3, [[丧偶]], 30, equivalent)
* insert Becomes(4, [[离婚]], 40, equivalent)
* insert Becomes(5, [[未说明]], 90, equivalent)

Instance: BsoftEducationToEducationMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-education-to-education, [[bsoft education to GB/T 4658]], [[bsoft 学历到 GB/T 4658]], [[A2]], [[lists met in production]])
* name = "BsoftEducationToEducationMap"
* insert InBoth(description, [[Not in the order of the national form.]], [[代码顺序与国家表单不同。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/education"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-education, urn:oid:2.16.156.10011.2.3.3.6)
* insert BecomesBut(1, [[文盲或半文盲]], 90, wider, [[GB/T 4658 has no code for it.]])
* insert Becomes(2, [[小学]], 80, equivalent)
* insert Becomes(3, [[初中]], 70, equivalent)
* insert Becomes(4, [[高中]], 60, equivalent)
* insert Becomes(5, [[大学专科和专科学校]], 30, equivalent)
* insert Unmatched(6, [[不详]], [[Not known: leave the element out.]])
* insert Becomes(7, [[研究生]], 10, equivalent)
* insert Becomes(8, [[大学本科]], 20, equivalent)
* insert BecomesBut(9, [[中等专业学校]], 40, wider, [[Kind of secondary vocational school is lost.]])
* insert BecomesBut(10, [[技工学校]], 40, wider, [[Kind of secondary vocational school is lost.]])

Instance: BsoftVisitWayToFollowUpModeMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-visit-way-to-follow-up-mode, [[bsoft visitWay to follow-up mode]], [[bsoft 随访方式到 CV06.00.207]], [[F4 F7]], [[lists met in production]])
* name = "BsoftVisitWayToFollowUpModeMap"
* insert InBoth(description, [[Home visits are 4 here, 2 in the national table.]], [[上门随访在此为 4，在国家代码表中为 2。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/follow-up-mode"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-visit-way, urn:oid:2.16.156.10011.2.3.1.183)
* insert Becomes(1, [[门诊就诊]], 1, equivalent)
* insert BecomesBut(2, [[站点就诊]], 1, wider, [[The station is lost.]])
* insert BecomesBut(3, [[社区随访]], 9, wider, [[In the community, neither outpatient nor at home.]])
* insert Becomes(4, [[上门随访]], 2, equivalent)
* insert Becomes(5, [[电话随访]], 3, equivalent)
* insert BecomesBut(6, [[群组随访]], 9, wider, [[That it was in a group is lost.]])
* insert Becomes(9, [[其他]], 9, equivalent)

Instance: BsoftPlanStatusToFulfilmentStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-plan-status-to-fulfilment-state, [[bsoft plan status to fulfilment]], [[bsoft 随访计划状态到履约状态]], [[A12]], [[lists met in production]])
* name = "BsoftPlanStatusToFulfilmentStateMap"
* insert InBoth(description, [[In time or late is decided by the dates.]], [[按时还是逾期由日期判定。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/fulfilment-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-plan-status, https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state)
* insert Becomes(0, [[应访]], due, equivalent)
* insert BecomesBut(1, [[已访]], fulfilled, narrower, [[Done, in time or late: compare the dates.]])
* insert Becomes(2, [[失访]], not-reached, equivalent)
* insert Becomes(3, [[未访]], missed, equivalent)
* insert Unmatched(4, [[过访]], [[Its meaning is not clear to us.]])
* insert BecomesBut(9, [[档案注销]], cancelled, wider, [[That the record was closed is lost.]])

Instance: BsoftSelfCareToSelfCareAbilityMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(bsoft-self-care-to-self-care-ability, [[bsoft self care to self-care ability]], [[bsoft 自理能力到自理能力]], [[F5 F10]], [[lists met in production]])
* name = "BsoftSelfCareToSelfCareAbilityMap"
* insert InBoth(description, [[One to one.]], [[一一对应。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/self-care-ability"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/bsoft-self-care, https://family-doctor-fhir.github.io/CodeSystem/self-care-ability)
* insert Becomes(1, [[可自理]], independent, equivalent)
* insert Becomes(2, [[轻度依赖]], mild, equivalent)
* insert Becomes(3, [[中度依赖]], moderate, equivalent)
* insert Becomes(4, [[不能自理]], dependent, equivalent)
