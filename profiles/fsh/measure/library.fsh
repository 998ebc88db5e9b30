// The expressions that measures name: what each counts, in words.

Instance: PopulationsLibrary
InstanceOf: Library
Usage: #definition
* insert Defines(Library, populations, 0.1.0, Populations, [[Populations of the indicators]], [[指标人群定义]], [[E20 F1 F3 F4 F10 G6 H4 I1 I2 I3 I4 I5]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01; the definitions are this project's own, since no national list with formal ones was found]])
* status = #draft
* date = "2026-11-22"
* type = http://terminology.hl7.org/CodeSystem/library-type#logic-library
* insert InBoth(description, [[The expressions that measures name in their criteria, as output parameters: what each gives, of which type, read from which resources. Words are what counts: a server computes them as it likes. In force on a day means covered by an EpisodeOfCare of the contract whose period includes the day and whose contract is not disputed. Disputed and void contracts count nowhere. Ages are those of the last day of the period and never taken from a stored code. Within the scope means of the team, institution or area that was asked for, all where none was.]], [[各指标 criteria 所引用的表达式，列为输出参数：含义、类型、数据来源。以文字定义为准，实现方式不限。“某日在约”指该日处于该协议的签约服务期内且协议无争议；有争议和作废的协议均不计入。年龄按统计期末日计算，不取存储的代码。“范围内”指所请求的团队、机构或地区，未指定则为全部。]])
* insert LibraryTakes(MeasurementPeriod, Period, 1, [[The period; both days included.]], [[统计期间，含首尾两日。]])
* insert LibraryTakes(Team, Reference, 0, [[Only this team.]], [[仅统计该团队。]])
* insert LibraryTakes(Institution, Reference, 0, [[Only this institution and what belongs to it.]], [[仅统计该机构及其下属机构。]])
* insert LibraryTakes(Division, Coding, 0, [[Only this area and what lies in it.]], [[仅统计该行政区划及其下级。]])
* insert LibraryTakes(Group, Coding, 0, [[Only this key population group.]], [[仅统计该类重点人群。]])

// Residents
* insert LibraryGives(PermanentResidents, Patient, [[Residents who live in the scope on the last day and are alive. Where the area's office gives a number that is not the count here, it is used and said.]], [[末日居住在范围内且在世的居民；统计部门另有常住人口数的，采用该数并注明。]])
* insert LibraryGives(ContractedResidents, Patient, [[Permanent residents with a contract in force on the last day.]], [[末日在约的常住居民。]])
* insert LibraryGives(KeyResidents, Patient, [[Permanent residents in one key group or more.]], [[属于一类或多类重点人群的常住居民。]])
* insert LibraryGives(ContractedKeyResidents, Patient, [[Of these, those with a contract in force on the last day.]], [[其中末日在约的。]])
* insert LibraryGives(GroupMembers, Patient, [[Permanent residents in the key group that is asked for; with none, in each: a resident of two groups counts in both.]], [[所请求重点人群的常住居民；未指定则逐类统计，属于两类的两类均计。]])
* insert LibraryGives(ContractedGroupMembers, Patient, [[Of these, those with a contract in force on the last day.]], [[其中末日在约的。]])
* insert LibraryGives(MonitoredInNeed, Patient, [[Permanent residents of households watched for a return to poverty who are elderly or have a chronic disease.]], [[防返贫监测户中的老年人和慢性病患者。]])
* insert LibraryGives(ContractedMonitoredInNeed, Patient, [[Of these, those with a contract in force on the last day.]], [[其中末日在约的。]])
* insert LibraryGives(ContractedChronic, Patient, [[Residents with a contract in force on the last day and hypertension, diabetes or another chronic disease.]], [[末日在约的高血压、糖尿病及其他慢性病患者。]])
* insert LibraryGives(FollowedUp, Patient, [[Of these, those for whom every follow-up due in the period was done, late or not.]], [[其中期内应做随访均已完成的（含逾期）。]])
* insert LibraryGives(SeenBySpecialist, Patient, [[Of these, those with a face-to-face follow-up in the period in which a specialist took part.]], [[其中期内有专科医生参与面对面随访的。]])
* insert LibraryGives(ElderlyWithDisease, Patient, [[Permanent residents of 65 and above (or the age the region sets) with an underlying disease.]], [[65 岁（或地区规定年龄）及以上、有基础疾病的常住居民。]])
* insert LibraryGives(GradedAndServed, Patient, [[Of these, those with a contract in force, a grade from an assessment, and a service in the period.]], [[其中在约、已评估分级且期内接受过服务的。]])
* insert LibraryGives(SevenOneDone, Patient, [[Contracted residents for whom all seven things are there: record, agreement, assessment, plan, schedule, contact card, health philosophy.]], [[“七个一”均已完成的签约居民。]])
* insert LibraryGives(CoverageAtEnd, decimal, [[ContractedResidents of the last day, divided by PermanentResidents, in percent.]], [[末日签约居民 / 常住居民（%）。]])
* insert LibraryGives(CoverageGrowth, decimal, [[CoverageAtEnd of this period less that of the last day of the period a year before, in percentage points.]], [[本期末日覆盖率减上年同期末日覆盖率（百分点）。]])
* insert LibraryGives(KeyCoverageGrowth, decimal, [[The same within the key groups.]], [[重点人群的同一增幅。]])

// Groups of the reports
* insert LibraryGives(RegisteredResidents, Patient, [[Residents whose household registration is in the scope.]], [[户籍在范围内的居民。]])
* insert LibraryGives(Children, Patient, [[Permanent residents aged 0 to 6 on the last day.]], [[末日 0-6 岁的常住儿童。]])
* insert LibraryGives(ContractedChildren, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(Elderly, Patient, [[Permanent residents of 65 and above on the last day, or of the age the region sets.]], [[末日 65 岁（或地区规定年龄）及以上的常住居民。]])
* insert LibraryGives(ContractedElderly, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(Maternal, Patient, [[Pregnant and lying-in women in the period.]], [[期内的孕产妇。]])
* insert LibraryGives(ContractedMaternal, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(ManagedHypertension, Patient, [[Patients with hypertension whom the public health programme manages.]], [[已纳入公共卫生管理的高血压患者。]])
* insert LibraryGives(ContractedHypertension, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(ManagedDiabetes, Patient, [[Patients with type 2 diabetes whom the programme manages.]], [[已纳入管理的 2 型糖尿病患者。]])
* insert LibraryGives(ContractedDiabetes, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(ManagedTuberculosis, Patient, [[Patients with tuberculosis whom the programme manages.]], [[已纳入管理的肺结核患者。]])
* insert LibraryGives(ContractedTuberculosis, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(ManagedMental, Patient, [[Patients with severe mental disorders whom the programme manages.]], [[已纳入管理的严重精神障碍患者。]])
* insert LibraryGives(ContractedMental, Patient, [[Of these, those with a contract in force.]], [[其中在约的。]])
* insert LibraryGives(TailoredContracts, Contract, [[Contracts in force on the last day with a tailored package.]], [[期末在约且含个性化服务包的协议。]])
* insert LibraryGives(Answered, QuestionnaireResponse, [[Surveys of the period that answer how satisfied the resident is.]], [[期内回答了满意度的问卷。]])
* insert LibraryGives(Satisfied, QuestionnaireResponse, [[Of these, satisfied or very satisfied.]], [[其中满意或很满意的。]])

// Households, contracts, teams
* insert LibraryGives(ContractedHouseholds, Group, [[Households with a contract in force on the last day; where residents sign alone, households of which a member has one.]], [[末日在约的家庭；个人签约的，按有成员在约的家庭计。]])
* insert LibraryGives(EnoughIssues, Group, [[Of these, those to which four issues of health education or more were given in the year.]], [[其中年内发放健康教育资料不少于 4 期的。]])
* insert LibraryGives(ContractsInForce, Contract, [[Contracts, without supplements, in force on the last day.]], [[末日在约的协议（不含补充协议）。]])
* insert LibraryGives(ContractsSigned, Contract, [[Contracts whose signing date lies in the period.]], [[签约日期在期内的协议。]])
* insert LibraryGives(ContractsRenewedIn, Contract, [[Of these, the renewals.]], [[其中的续签协议。]])
* insert LibraryGives(ContractsEndedEarly, Contract, [[Contracts that ended in the period before their last day.]], [[期内提前解除的协议。]])
* insert LibraryGives(ContractsEnded, Contract, [[Contracts whose last day as signed lies in the period.]], [[期内到期的协议。]])
* insert LibraryGives(EndedByDeathOrMove, Contract, [[Of these, those all of whose residents died or moved out of the area.]], [[其中居民均已死亡或迁出的。]])
* insert LibraryGives(RenewedInTime, Contract, [[Of these, those that a contract of the same residents with any team follows within 30 days.]], [[其中 30 日内由同一居民与任一团队的协议接续的。]])
* insert LibraryGives(UnitsUnderContract, integer, [[Residents or households, as the policy counts, with a contract of the team that waits for payment or its start or is in force on the last day; each once per team.]], [[末日与团队有待付款、待生效或履约中协议的居民或家庭（按政策单位），每团队计一次。]])
* insert LibraryGives(TeamCapacity, integer, [[The team's cap; of the policy where it has none of its own.]], [[团队签约上限；团队未设的取政策值。]])
* insert LibraryGives(Teams, CareTeam, [[Teams that are active on the last day.]], [[末日在用的团队。]])
* insert LibraryGives(LabourSubsidy, Money, [[For each contracted household the labour subsidy of each role, at the amounts in force.]], [[按签约家庭数和现行标准计算的各角色劳务补助。]])

// Services
* insert LibraryGives(ServicesDue, Task, [[Service tasks whose due window ends in the period, less those cancelled as a contract ended or a resident died.]], [[服务截止日在期内的履约任务，不含因协议结束或死亡取消的。]])
* insert LibraryGives(ServicesDone, Task, [[Service tasks performed in the period, late ones too.]], [[期内完成的履约任务（含逾期）。]])
* insert LibraryGives(ServicesLate, Task, [[Of these, those done after their due window.]], [[其中逾期完成的。]])

// Visits and costs
* insert LibraryGives(FirstVisits, Encounter, [[First visits of an illness, as the regional data centre knows them, of contracted residents, anywhere.]], [[签约居民在各级机构的首诊（来自区域数据中心）。]])
* insert LibraryGives(FirstVisitsPrimary, Encounter, [[Of these, those at a primary institution.]], [[其中在基层机构的。]])
* insert LibraryGives(OutpatientVisits, Encounter, [[Outpatient visits of contracted residents, anywhere.]], [[签约居民的门诊就诊。]])
* insert LibraryGives(OutpatientVisitsOwn, Encounter, [[Of these, those at the institution of their contract.]], [[其中在签约机构的。]])
* insert LibraryGives(VisitsToOwnDoctor, Encounter, [[Of OutpatientVisitsOwn, those to a doctor of their team.]], [[在签约机构门诊中由本团队医生接诊的。]])
* insert LibraryGives(AverageCost, Money, [[Average cost of an outpatient visit of contracted residents in the period.]], [[期内签约居民次均门诊费用。]])
* insert LibraryGives(AverageCostBefore, Money, [[The same in the period before.]], [[上期同口径。]])

// Referrals and slots
* insert LibraryGives(ReferralsUp, ServiceRequest, [[Referrals up of contracted residents that were sent in the period.]], [[期内发出的签约居民上转。]])
* insert LibraryGives(ReferralsUpCompleted, ServiceRequest, [[Referrals up whose care at the receiver ended in the period.]], [[期内诊疗结束的上转。]])
* insert LibraryGives(ReferralsBack, ServiceRequest, [[Of these, those from which the resident was referred back.]], [[其中已转回的。]])
* insert LibraryGives(ReferralsBackIn, ServiceRequest, [[Back-referrals written in the period.]], [[期内开具的回转。]])

// Institutions and money
* insert LibraryGives(PrimaryInstitutions, Organization, [[Township health centres, community health centres and stations that are active.]], [[在用的乡镇卫生院、社区卫生服务中心（站）。]])
* insert LibraryGives(WithLongPrescription, Organization, [[Of these, those with a long-term prescription in the period.]], [[其中期内开具过长期处方的。]])
* insert LibraryGives(ContractCharges, Money, [[All charges of packages and supplements billed in the period, less refunds.]], [[期内签约服务费（含补充协议），减退费。]])
* insert LibraryGives(StaffAllocation, Money, [[Of these, what was allocated to the staff who took part.]], [[其中分配给参与人员的。]])

// Breakdowns
* insert LibraryGives(KeyGroupOf, Coding, [[The key groups of a resident.]], [[居民所属重点人群。]])
* insert LibraryGives(TeamOf, Reference, [[The team of the contract.]], [[协议所属团队。]])
* insert LibraryGives(InstitutionOf, Reference, [[The institution of the contract.]], [[协议所属机构。]])
* insert LibraryGives(TownshipOf, Coding, [[The township or street of a resident's address.]], [[居民住址的乡镇或街道。]])
* insert LibraryGives(ItemOf, Coding, [[The service item of a task.]], [[任务的服务项目。]])
* insert LibraryGives(RoleOf, Coding, [[The role in the team.]], [[团队角色。]])
