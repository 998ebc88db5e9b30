CodeSystem: TeamRoleCS
Id: team-role
Title: "Role in a family doctor team"
Description: "Roles of practitioners in teams and in referral. family-doctor stands for any kind that may be one; see the value set family-doctor-kind."
* insert Codes([[团队角色]], [[B1 B4 B11 C2 C3 C4 F8 G2 G4 G8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[团队成员及转诊相关人员的角色。family-doctor 泛指各类家庭医生，见值集 family-doctor-kind。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/team-role"
* insert Defined(family-doctor, [[家庭医生]], [[Family doctor]], [[已登记的家庭医生，不论类别。]], [[A registered family doctor of whatever kind.]])
* insert Term(gp, [[全科医生]], [[General practitioner]])
* insert Term(community-nurse, [[社区护士]], [[Community nurse]])
* insert Term(rural-doctor, [[乡村医生]], [[Rural doctor]])
* insert Defined(township-clinician, [[乡镇卫生院临床医生]], [[Township clinician]], [[中级及以上职称（2017 年某市实施方案）。]], [[Intermediate title or above in the 2017 city plan.]])
* insert Defined(public-health-physician, [[公卫医师]], [[Public health physician]], [[含助理医师。]], [[Assistants included.]])
* insert Term(specialist, [[专科医生]], [[Specialist]])
* insert Term(tcm-physician, [[中医医师]], [[TCM physician]])
* insert Term(retired-clinician, [[退休临床医师]], [[Retired clinician]])
* insert Term(pharmacist, [[药师]], [[Pharmacist]])
* insert Term(health-manager, [[健康管理师]], [[Health manager]])
* insert Term(psychological-counsellor, [[心理咨询师]], [[Psychological counsellor]])
* insert Term(nutritionist, [[营养师]], [[Nutritionist]])
* insert Term(rehab-therapist, [[康复治疗师]], [[Rehabilitation therapist]])
* insert Term(social-worker, [[社工（义工）]], [[Social worker or volunteer]])
* insert Term(grid-administrator, [[社区网格管理员]], [[Community grid administrator]])
* insert Defined(public-health-committee, [[公共卫生委员会成员]], [[Member of the public health committee]], [[村（居）民委员会公共卫生委员会。]], [[Of the village or community committee.]])
* insert Defined(referral-reviewer, [[转诊审核人]], [[Referral reviewer]], [[在本机构审核转诊的合理性与合规性。]], [[Reviews the institution's referrals for reason and compliance.]])
* insert Defined(referral-coordinator, [[转诊对接人]], [[Referral coordinator]], [[接收方负责转诊接待、分诊和对接的人员。]], [[Designated at the receiving side for reception, triage and contact.]])

ValueSet: TeamRoleVS
Id: team-role
Title: "Role in a family doctor team"
Description: "All codes of the code system team-role."
* insert AboutSet([[团队角色]], [[B1 B4 B11 C2 C3 C4 F8 G2 G4 G8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 team-role 的全部代码。]])
* include codes from system TeamRoleCS

ValueSet: FamilyDoctorKindVS
Id: family-doctor-kind
Title: "Who may be a family doctor"
Description: "Kinds of clinicians that may be family doctors: general practitioners, other clinicians including TCM, rural doctors, retired clinicians. Regions choose among them: in Shenzhen mainly general practitioners, in the 2017 city plan township clinicians with rural doctors."
* insert AboutSet([[家庭医生类别]], [[B4 C4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[可以担任家庭医生的人员类别：全科医生、其他类别临床医师（含中医）、乡村医生、退休临床医师。各地从中选定：深圳以全科医生为主，2017年某市方案为乡镇临床医师和乡村医生。]])
* TeamRoleCS#family-doctor
* TeamRoleCS#gp
* TeamRoleCS#township-clinician
* TeamRoleCS#rural-doctor
* TeamRoleCS#specialist
* TeamRoleCS#tcm-physician
* TeamRoleCS#retired-clinician
