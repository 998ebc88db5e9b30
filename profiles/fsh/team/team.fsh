Profile: FDTeam
Parent: CareTeam
Id: fd-team
Title: "Family doctor team"
Description: """
A standing team that serves all residents and households whose contracts name it. It has no subject: no team is made for one resident.
Who must be in a team differs by region (Shenzhen: general practitioner and community nurse, others as needed, "2+X"; the 2017 city plan: township clinician and rural doctor; Hainan: family doctor, nurse, public health physician), so no role is required here: that is a rule of the policy.
A doctor who signs alone needs no team.
"""
* insert About([[家庭医生团队]], [[B3 B10 B11 C1 C2 C3 C4 C6 C7 C8 C9 C10 F8]], [[Shenzhen family-doctor service measures (2017 figures): 2+X, at most 2000 contracts; a city's 2017 implementation plan: township clinician and rural doctor, about 500 households; Hainan implementation plan, effective 2024-01-01: composition, service areas, limits set locally, 1+N and 1+1+1]])
* insert Tells([[常设的家庭医生团队，服务协议中列明该团队的全部居民和家庭；没有 subject，不为某一居民单独组建。团队须有哪些成员各地不同（深圳：全科医生和社区护理人员，其他按需，即“2+X”；2017年某市方案：乡镇临床医师和乡村医生；海南：家庭医生、护士、公共卫生医师），本规范不强制任何角色，由政策规则检查。单独签约的家庭医生不需要团队。]])
* obeys fd-team-1
* extension contains
    TeamCapacity named capacity 0..* MS and
    ServiceArea named serviceArea 0..* MS
* extension[capacity] insert Means([[How many residents or households the team takes; one entry per unit]], [[签约上限：居民数或家庭数，每种单位一条]], [[C6 C7 C8]])
* extension[serviceArea] insert Means([[Divisions the team serves]], [[服务区域(行政区划)]], [[B10]])
* identifier MS
* identifier insert Means([[Number of the team]], [[团队编号]], [[C1]])
* status 1..1 MS
* status insert Means([[active: may sign; inactive: dissolved]], [[active可签约；inactive已解散]], [[C1 B8]])
* name 1..1 MS
* name insert Means([[Name of the team]], [[团队名称]], [[B3 C1]])
* subject 0..0
* subject insert Means([[None: the team stands for all its contracts]], [[不填：团队服务于其全部签约对象]], [[C1]])
* encounter 0..0
* encounter insert Means([[None: the team stands]], [[不填：常设团队]], [[C1]])
* period MS
* period insert Means([[When the team works]], [[团队存续期间]], [[C1]])
* participant 1..* MS
* participant insert Means([[Members, one entry per role: who fills two roles has two]], [[成员，每个角色一条；一人兼两角色则列两条]], [[C1 C2 C3 C4]])
* participant.role 1..1 MS
* participant.role from https://family-doctor-fhir.github.io/ValueSet/team-role (required)
* participant.role insert Means([[Role in the team]], [[团队角色]], [[C2 C3 C4]])
* participant.member 1..1 MS
* participant.member only Reference(FDFamilyDoctor or FDPractitioner or Organization)
* participant.member insert Means([[The member, best as PractitionerRole; for a committee its Organization]], [[成员，宜用PractitionerRole；委员会可用其Organization]], [[C1 B11]])
* participant.onBehalfOf MS
* participant.onBehalfOf insert Means([[Who sends a member named as Practitioner; a PractitionerRole tells it itself]], [[派出机构(成员为Practitioner时填；PractitionerRole自带机构)]], [[B11 C9]])
* participant.period MS
* participant.period insert Means([[When the member belongs to the team: services count by it]], [[成员在队期间，服务据此计算]], [[A12 C1]])
* participant ^slicing.discriminator.type = #pattern
* participant ^slicing.discriminator.path = "role"
* participant ^slicing.rules = #open
* participant ^slicing.description = "By role; the roles of value set team-role that have no slice may be used as well"
* participant contains
    familyDoctor 0..* MS and
    gp 0..* MS and
    communityNurse 0..* MS and
    townshipClinician 0..* MS and
    ruralDoctor 0..* MS and
    publicHealthPhysician 0..* MS and
    tcmPhysician 0..* MS and
    specialist 0..* MS
* insert Member(familyDoctor, family-doctor, [[Family doctor of whatever kind]], [[家庭医生(不论类别)]], [[B4 C3]])
* insert Member(gp, gp, [[General practitioner: one of the two in Shenzhen's 2+X]], [[全科医生(深圳“2+X”的必备成员)]], [[C2 C3]])
* insert Member(communityNurse, community-nurse, [[Community nurse: one of the two in Shenzhen's 2+X]], [[社区护士(深圳“2+X”的必备成员)]], [[C2 C3]])
* insert Member(townshipClinician, township-clinician, [[Clinician of the township health centre]], [[乡镇卫生院临床医生]], [[C4]])
* insert Member(ruralDoctor, rural-doctor, [[Rural doctor]], [[乡村医生]], [[C4 B4]])
* insert Member(publicHealthPhysician, public-health-physician, [[Public health physician or assistant]], [[公卫医师(含助理)]], [[C2 C3]])
* insert Member(tcmPhysician, tcm-physician, [[Physician of traditional Chinese medicine]], [[中医医师]], [[F8 B4]])
* insert Member(specialist, specialist, [[Specialist, as a rule of a hospital, as in 1+N]], [[专科医生，多由医院派出(“1+N”)]], [[C2 C9]])
* managingOrganization 1..* MS
* managingOrganization only Reference(FDInstitution)
* managingOrganization insert Means([[Institution of the team; in a 1+1+1 also the secondary and the tertiary hospital, the primary institution first]], [[团队所属机构；“1+1+1”时另列二级、三级医院，基层机构在前]], [[C9]])
* telecom MS
* telecom insert Means([[Telephone for residents]], [[对居民公布的电话]], [[B3 F7]])

RuleSet: Member(slice, code, english, chinese, requirements)
* participant[{slice}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* participant[{slice}].role = $team-role#{code}
* participant[{slice}].role MS
* participant[{slice}].member MS
* participant[{slice}].member only Reference(FDFamilyDoctor)
* participant[{slice}].member insert Means([[The member, in a role at an institution]], [[以机构任职(PractitionerRole)表示的成员]], [[{requirements}]])

Extension: TeamCapacity
Id: team-capacity
Title: "Capacity of a team"
Description: "How many units the team takes, counted over all its contracts from signing to their end; a unit counts once. A lower cap stops new contracts and ends none. Without this, the default of the region holds."
* insert About([[团队签约上限]], [[C6 C7 C8]], [[Shenzhen family-doctor service measures (2017 figures): 2000 contracts; a city's 2017 implementation plan: about 500 households; Hainan implementation plan, effective 2024-01-01: set locally]])
* insert Tells([[团队的签约上限，按该团队全部协议自签订至终止计算，同一对象只计一次。上限下调只停止新签，不终止已有协议；未填写时按地区默认值。]])
* insert On(CareTeam)
* extension contains
    unit 1..1 and
    max 1..1
* extension[unit] insert Means([[What is counted: residents or households]], [[计数单位：居民或家庭]], [[C6 C7]])
* extension[unit].value[x] 1..1
* extension[unit].value[x] only code
* extension[unit].value[x] insert Means([[resident or household]], [[居民或家庭]], [[C6 C7]])
* extension[unit].value[x] from https://family-doctor-fhir.github.io/ValueSet/capacity-unit (required)
* extension[max] insert Means([[The most the team takes]], [[上限]], [[C6 C7 C8]])
* extension[max].value[x] 1..1
* extension[max].value[x] only positiveInt
* extension[max].value[x] insert Means([[The number]], [[数量]], [[C6 C7 C8]])

Extension: ServiceArea
Id: service-area
Title: "Service area"
Description: "A division the team serves: 6 digits of GB/T 2260 down to the county, 9 with the township or street, 12 with the village or community (GB/T 10114)."
* insert About([[服务区域]], [[B10]], [[Hainan implementation plan, effective 2024-01-01: service areas by travel distance and grid; GB/T 2260; GB/T 10114]])
* insert Tells([[团队服务的区划：GB/T 2260 六位代码到县级，九位到乡镇、街道，十二位到村、社区（GB/T 10114）。]])
* insert On(CareTeam)
* insert DivisionCode

Invariant: fd-team-1
Description: "A team has one capacity per unit"
* severity = #error
* expression = "extension.where(url = 'https://family-doctor-fhir.github.io/StructureDefinition/team-capacity').extension.where(url = 'unit').value.isDistinct()"
* insert Says([[每种计数单位只有一个签约上限]], [[C6 C7 C8]])
