// The indicators of the code system indicator. Names follow the policies; numerators and denominators are our own.

// ---- Coverage ----

Instance: CoverageAllMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(coverage-all, CoverageAll, [[Coverage of the whole population]], [[全人群签约覆盖率]], proportion, indicator, coverage-all, [[I1 I2 I3 I5]], [[national guiding opinion 2022: 1 to 3 points a year; Hainan implementation plan, effective 2024-01-01: at least 75 % by 2035; denominator as in a regional platform's monthly report; definition of this project]])
* insert InBoth(description, [[Permanent residents with a contract in force on the last day of the period, of all permanent residents. Our own definition of a name that policies use.]], [[期末在约的常住居民占常住居民的比例。名称依政策，定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: at least 75 % by 2035, 1 to 3 points a year]])
* insert CountedIn(Patient, permanent-residents)
* insert MeasureAims(0, >=, 75, hainan-2024)
* group[=].extension[target][0].extension[by].valueDate = "2035-12-31"
* insert Counts(denominator, PermanentResidents, [[Permanent residents.]], [[常住居民。]])
* insert Counts(numerator, ContractedResidents, [[Of these, those with a contract in force on the last day.]], [[其中期末在约的。]])
* insert BrokenDownBy(TownshipOf, [[Township or street]], [[乡镇或街道]])
* insert BrokenDownBy(InstitutionOf, [[Institution]], [[机构]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: CoverageKeyMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(coverage-key, CoverageKey, [[Coverage of key groups]], [[重点人群签约覆盖率]], proportion, indicator, coverage-key, [[H2 H3 I1 I2 I3 I5]], [[national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01: at least 85 % by 2035; denominator as in a regional platform's monthly report; definition of this project]])
* insert InBoth(description, [[Residents in one or more key groups with a contract in force on the last day, of all in one or more key groups: each resident once. Which groups are key differs by region. Our own definition.]], [[属于重点人群且期末在约的居民占重点人群居民的比例，每人计一次；重点人群范围各地不同。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: at least 85 % by 2035]])
* insert CountedIn(Patient, group-members)
* insert MeasureAims(0, >=, 85, hainan-2024)
* group[=].extension[target][0].extension[by].valueDate = "2035-12-31"
* insert Counts(denominator, KeyResidents, [[Residents in one or more key groups.]], [[重点人群居民。]])
* insert Counts(numerator, ContractedKeyResidents, [[Of these, those with a contract in force on the last day.]], [[其中期末在约的。]])
* insert BrokenDownBy(TownshipOf, [[Township or street]], [[乡镇或街道]])
* insert BrokenDownBy(InstitutionOf, [[Institution]], [[机构]])

Instance: CoverageGroupMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(coverage-group, CoverageGroup, [[Coverage of one key group]], [[分人群签约率]], proportion, indicator, coverage-group, [[H1 H2 H3 I3 I5]], [[Hainan implementation plan, effective 2024-01-01; reports of regional platforms, of which two divide by different things; definition of this project]])
* insert InBoth(description, [[Members of one key group with a contract in force on the last day, of all its known members; a report has a stratum for each group, and a resident of two groups counts in both. Some systems divide by all contracted residents: that is another figure, key-group-share. Our own definition.]], [[某类重点人群中期末在约者占该人群已知成员的比例；报告按人群分组，属于两类的两类均计。部分系统以全部签约居民为分母，那是另一指标（key-group-share）。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert CountedIn(Patient, group-members)
* insert Counts(denominator, GroupMembers, [[Members of the group.]], [[该人群成员。]])
* insert Counts(numerator, ContractedGroupMembers, [[Of these, those with a contract in force on the last day.]], [[其中期末在约的。]])
* insert BrokenDownBy(KeyGroupOf, [[Key population group]], [[重点人群]])

Instance: ResidentsContractedMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(residents-contracted, ResidentsContracted, [[Contracted residents]], [[签约人数]], cohort, indicator, residents-contracted, [[I3 I5]], [[Hainan implementation plan, effective 2024-01-01; definition of this project]])
* insert InBoth(description, [[How many residents have a contract in force on the last day. Our own definition.]], [[期末在约居民数。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert CountedIn(Patient, none)
* insert Counts(initial-population, ContractedResidents, [[Residents with a contract in force on the last day.]], [[期末在约居民。]])
* insert BrokenDownBy(KeyGroupOf, [[Key population group]], [[重点人群]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: HouseholdsContractedMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(households-contracted, HouseholdsContracted, [[Contracted households]], [[签约户数]], cohort, indicator, households-contracted, [[C7 I4 I5]], [[a city's 2017 implementation plan: core indicator; definition of this project]])
* insert InBoth(description, [[How many households have a contract in force on the last day. Our own definition.]], [[期末在约家庭数。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[A city's 2017 implementation plan: core indicators]])
* insert CountedIn(Group, none)
* insert Counts(initial-population, ContractedHouseholds, [[Households with a contract in force on the last day.]], [[期末在约家庭。]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: PaidPackageRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(paid-package-rate, PaidPackageRate, [[Tailored package rate]], [[个性化服务包签约率]], proportion, indicator, paid-package-rate, [[E2 I5]], [[Hainan implementation plan, effective 2024-01-01; indicator of a regional platform; definition of this project]])
* insert InBoth(description, [[Contracts with a tailored package, of the contracts in force on the last day. Our own definition.]], [[含个性化服务包的协议占期末在约协议的比例。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert CountedIn(Contract, contracts)
* insert Counts(denominator, ContractsInForce, [[Contracts in force on the last day.]], [[期末在约协议。]])
* insert CountsWhere(numerator, [[term.offer.type.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/package-kind' and code = 'tailored').exists()]], [[Of these, those with a tailored package.]], [[其中含个性化服务包的。]])

Instance: RenewalRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(renewal-rate, RenewalRate, [[Renewal rate]], [[续约率]], proportion, indicator, renewal-rate, [[D9 I3 I5]], [[Hainan implementation plan, effective 2024-01-01: evaluation criteria; exclusions and the 30 days are definitions of this project]])
* insert InBoth(description, [[Contracts that ended in the period and were followed by another within 30 days, of those that ended, less those whose residents died or moved. Our own definition.]], [[期内到期且 30 日内续签的协议占到期协议的比例，不含居民死亡、迁出的。定义由本项目拟定。]])
* insert MeasureJudged(outcome, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: renewal rates]])
* insert CountedIn(Contract, contracts)
* insert Counts(denominator, ContractsEnded, [[Contracts whose last day lies in the period.]], [[期内到期的协议。]])
* insert Counts(denominator-exclusion, EndedByDeathOrMove, [[Less those whose residents died or moved.]], [[不含居民死亡、迁出的。]])
* insert Counts(numerator, RenewedInTime, [[Of these, those followed by another within 30 days.]], [[其中 30 日内续签的。]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: TeamLoadMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(team-load, TeamLoad, [[Use of a team's capacity]], [[团队签约容量使用率]], ratio, indicator, team-load, [[C6 C7 C8 I5]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; definition of this project]])
* insert InBoth(description, [[Units under contract of a team, of its cap. May exceed 100 % where a cap was lowered. Our own definition.]], [[团队签约单位数占其上限的比例；上限下调后可超过 100%。定义由本项目拟定。]])
* insert MeasureJudged(structure, decrease)
* insert CountedIn(CareTeam, capacity)
* insert Counts(denominator, TeamCapacity, [[The cap of the team.]], [[团队签约上限。]])
* insert Counts(numerator, UnitsUnderContract, [[Residents or households under contract with the team.]], [[与团队签约的居民或家庭。]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

// ---- Services ----

Instance: PerformanceRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(performance-rate, PerformanceRate, [[Fulfilment rate]], [[履约率]], proportion, indicator, performance-rate, [[C10 F13 I3 I4 I5]], [[a city's 2017 implementation plan: completion of service specifications; Hainan implementation plan, effective 2024-01-01; definition of this project]])
* insert InBoth(description, [[Services done within their due window, of the services due in the period. A service done late is reported beside it and does not count. Our own definition.]], [[按期完成的服务占期内应履行服务的比例；逾期完成的另行列出，不计入。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[A city's 2017 implementation plan: completion of service specifications]])
* insert CountedIn(Task, services-due)
* insert Counts(denominator, ServicesDue, [[Services due in the period.]], [[期内应履行的服务。]])
* insert CountsWhere(numerator, [[status = 'completed' and businessStatus.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state' and code = 'fulfilled').exists()]], [[Of these, those done in time.]], [[其中按期完成的。]])
* insert BrokenDownBy(ItemOf, [[Service item]], [[服务项目]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: ServiceCountMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(service-count, ServiceCount, [[Services done]], [[服务量]], cohort, indicator, service-count, [[A12 I4 I5]], [[a city's 2017 implementation plan: number of service projects, actual service quantity; Hainan implementation plan, effective 2024-01-01: only recorded services count; definition of this project]])
* insert InBoth(description, [[How many services were done in the period, late ones too; only recorded ones. Our own definition.]], [[期内完成的服务数（含逾期），只计有记录的。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[A city's 2017 implementation plan: actual service quantity]])
* insert CountedIn(Task, none)
* insert Counts(initial-population, ServicesDone, [[Services done in the period.]], [[期内完成的服务。]])
* insert BrokenDownBy(ItemOf, [[Service item]], [[服务项目]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: SevenOneCompletenessMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(seven-one-completeness, SevenOneCompleteness, [[Seven-one completeness]], [[“七个一”完成率]], proportion, indicator, seven-one-completeness, [[F1 I3 I5]], [[Hainan implementation plan, effective 2024-01-01: seven-one services; definition of this project]])
* insert InBoth(description, [[Contracted residents for whom all seven things are there, of all contracted residents. Our own definition.]], [[“七个一”均已完成的签约居民占签约居民的比例。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: seven-one services]])
* insert CountedIn(Patient, contracted-residents)
* insert Counts(denominator, ContractedResidents, [[Contracted residents.]], [[签约居民。]])
* insert Counts(numerator, SevenOneDone, [[Of these, those with all seven.]], [[其中“七个一”均完成的。]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: FollowUpRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(follow-up-rate, FollowUpRate, [[Follow-up of chronic patients]], [[签约慢病随访率]], proportion, indicator, follow-up-rate, [[F4 F9 I3 I5]], [[Hainan implementation plan, effective 2024-01-01; definition of this project]])
* insert InBoth(description, [[Contracted chronic patients with all follow-ups due in the period done, of all contracted chronic patients. Our own definition.]], [[期内应做随访均已完成的签约慢病患者占签约慢病患者的比例。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert CountedIn(Patient, contracted-residents)
* insert Counts(denominator, ContractedChronic, [[Contracted chronic patients.]], [[签约慢病患者。]])
* insert Counts(numerator, FollowedUp, [[Of these, those with all due follow-ups done.]], [[其中应做随访均完成的。]])
* insert BrokenDownBy(KeyGroupOf, [[Disease]], [[病种]])

Instance: SpecialistFollowUpRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(specialist-follow-up-rate, SpecialistFollowUpRate, [[Yearly follow-up by a specialist]], [[专科医生面对面随访率]], proportion, indicator, specialist-follow-up-rate, [[F4 I5]], [[Hainan implementation plan, effective 2024-01-01: at least once a year; definition of this project]])
* insert InBoth(description, [[Contracted chronic patients whom a specialist saw face to face in the year, of all contracted chronic patients. The period is a year. Our own definition.]], [[年内有专科医生面对面随访的签约慢病患者占签约慢病患者的比例；统计期为一年。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: specialists take part in face-to-face follow-up at least once a year]])
* insert CountedIn(Patient, contracted-residents)
* insert MeasureAims(0, >=, 100, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert Counts(denominator, ContractedChronic, [[Contracted chronic patients.]], [[签约慢病患者。]])
* insert Counts(numerator, SeenBySpecialist, [[Of these, those seen by a specialist.]], [[其中有专科医生面对面随访的。]])

Instance: LongPrescriptionCoverageMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(long-prescription-coverage, LongPrescriptionCoverage, [[Institutions with long-term prescriptions]], [[长期处方机构覆盖率]], proportion, indicator, long-prescription-coverage, [[F2 F3 I5]], [[Hainan implementation plan, effective 2024-01-01: all by 2025; definition of this project]])
* insert InBoth(description, [[Township health centres and community institutions with a long-term prescription in the period, of all of them. Our own definition.]], [[期内开具过长期处方的乡镇卫生院和社区卫生服务机构占全部的比例。定义由本项目拟定。]])
* insert MeasureJudged(structure, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: by 2025 all township health centres and community stations]])
* insert CountedIn(Organization, institutions)
* insert MeasureAims(0, >=, 100, hainan-2024)
* group[=].extension[target][0].extension[by].valueDate = "2025-12-31"
* insert Counts(denominator, PrimaryInstitutions, [[Township health centres, community health centres and stations.]], [[乡镇卫生院、社区卫生服务中心（站）。]])
* insert Counts(numerator, WithLongPrescription, [[Of these, those with a long-term prescription.]], [[其中开具过长期处方的。]])

// ---- Visits ----

Instance: FirstContactRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(first-contact-rate, FirstContactRate, [[First-contact rate]], [[基层首诊率]], proportion, indicator, first-contact-rate, [[E24 G10 I5]], [[proposals on three platforms; definition of this project]])
* insert InBoth(description, [[First visits of contracted residents at primary institutions, of their first visits anywhere. Needs the visits elsewhere from the regional data centre; without them it is not computed. Our own definition.]], [[签约居民在基层机构的首诊占其全部首诊的比例；需区域数据中心的院外就诊数据，缺少则不计算。定义由本项目拟定。]])
* insert MeasureJudged(outcome, increase)
* insert CountedIn(Encounter, visits)
* insert Counts(denominator, FirstVisits, [[First visits of contracted residents.]], [[签约居民的首诊。]])
* insert Counts(numerator, FirstVisitsPrimary, [[Of these, those at primary institutions.]], [[其中在基层机构的。]])

Instance: ContractInstitutionVisitRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(contract-institution-visit-rate, ContractInstitutionVisitRate, [[Visits at the contracted institution]], [[签约机构门诊就诊率]], proportion, indicator, contract-institution-visit-rate, [[G9 I5]], [[indicator of a regional platform; definition of this project]])
* insert InBoth(description, [[Outpatient visits of contracted residents at the institution of their contract, of all their outpatient visits. Needs the visits elsewhere. Our own definition.]], [[签约居民在签约机构的门诊占其全部门诊的比例；需院外就诊数据。定义由本项目拟定。]])
* insert MeasureJudged(outcome, increase)
* insert CountedIn(Encounter, visits)
* insert Counts(denominator, OutpatientVisits, [[Outpatient visits of contracted residents.]], [[签约居民的门诊。]])
* insert Counts(numerator, OutpatientVisitsOwn, [[Of these, those at the institution of their contract.]], [[其中在签约机构的。]])

Instance: ContractDoctorVisitRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(contract-doctor-visit-rate, ContractDoctorVisitRate, [[Visits to the contracted doctor]], [[签约医生门诊就诊率]], proportion, indicator, contract-doctor-visit-rate, [[G9 I5]], [[indicator of a regional platform; definition of this project]])
* insert InBoth(description, [[Visits of contracted residents to a doctor of their team, of their visits at the institution of the contract. Our own definition.]], [[签约居民由本团队医生接诊的门诊占其在签约机构门诊的比例。定义由本项目拟定。]])
* insert MeasureJudged(outcome, increase)
* insert CountedIn(Encounter, visits)
* insert Counts(denominator, OutpatientVisitsOwn, [[Outpatient visits at the institution of the contract.]], [[在签约机构的门诊。]])
* insert Counts(numerator, VisitsToOwnDoctor, [[Of these, those to a doctor of the team.]], [[其中由本团队医生接诊的。]])

Instance: CostControlMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(cost-control, CostControl, [[Cost control]], [[费用控制]], ratio, indicator, cost-control, [[E24 I5]], [[proposals on three platforms; definition of this project]])
* insert InBoth(description, [[Average cost of an outpatient visit of contracted residents, divided by the same in the period before. The counts of a report are in fen. Our own definition.]], [[签约居民次均门诊费用与上期同口径之比；报告中的计数以分为单位。定义由本项目拟定。]])
* insert MeasureJudged(outcome, decrease)
* insert CountedIn(Encounter, earlier-period)
* insert Counts(denominator, AverageCostBefore, [[Average cost in the period before.]], [[上期次均门诊费用。]])
* insert Counts(numerator, AverageCost, [[Average cost in the period.]], [[本期次均门诊费用。]])

// ---- Referral ----

Instance: ReferralRateUpMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(referral-rate-up, ReferralRateUp, [[Upward referral rate]], [[上转率]], ratio, indicator, referral-rate-up, [[E24 G10 I5]], [[proposals on three platforms; definition of this project]])
* insert InBoth(description, [[Upward referrals of contracted residents, divided by their visits at the institution of the contract. Neither more nor less is better by itself. Our own definition.]], [[签约居民上转与其在签约机构就诊之比；高低本身不代表优劣。定义由本项目拟定。]])
* type = http://terminology.hl7.org/CodeSystem/measure-type#process
* insert CountedIn(ServiceRequest, visits)
* insert Counts(denominator, OutpatientVisitsOwn, [[Visits of contracted residents at the institution.]], [[签约居民在该机构的就诊。]])
* insert Counts(numerator, ReferralsUp, [[Upward referrals sent in the period.]], [[期内发出的上转。]])

Instance: ReferralBackRateMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(referral-back-rate, ReferralBackRate, [[Back-referral rate]], [[下转率]], proportion, indicator, referral-back-rate, [[G3 I5]], [[Hainan implementation plan, effective 2024-01-01; definition of this project]])
* insert InBoth(description, [[Upward referrals from which the resident was referred back, of those whose care at the receiver ended in the period. Our own definition.]], [[已转回的上转占期内诊疗结束上转的比例。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: follow-up when the resident is referred back]])
* insert CountedIn(ServiceRequest, referrals)
* insert Counts(denominator, ReferralsUpCompleted, [[Upward referrals whose care ended.]], [[诊疗结束的上转。]])
* insert Counts(numerator, ReferralsBack, [[Of these, those referred back.]], [[其中已转回的。]])

Instance: ReferralReviewPassMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(referral-review-pass, ReferralReviewPass, [[Referral review pass rate]], [[转诊审核合格率]], proportion, indicator, referral-review-pass, [[G4 I5]], [[Hainan implementation plan, effective 2024-01-01: referral review mechanism; definition of this project]])
* insert InBoth(description, [[Reviews that found a referral reasonable and compliant, of the reviews decided in the period; one returned as incomplete is not decided. Our own definition.]], [[审核认定合理且合规的占期内已作结论审核的比例；资料不全退回的不算结论。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: rationality and compliance of referrals]])
* insert CountedIn(Task, referrals)
* insert CountsWhere(denominator, [[code.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/task-kind' and code = 'review').exists() and output.value.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-review-result' and code != 'incomplete').exists()]], [[Reviews decided in the period.]], [[期内已作结论的审核。]])
* insert CountsWhere(numerator, [[output.value.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/referral-review-result' and code = 'approved').exists()]], [[Of these, reasonable and compliant.]], [[其中合理且合规的。]])

Instance: SlotReleaseRatioMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(slot-release-ratio, SlotReleaseRatio, [[Slots released early]], [[号源提前下沉比例]], proportion, indicator, slot-release-ratio, [[G6 I5]], [[Hainan implementation plan, effective 2024-01-01: at least 20 % 14 days ahead, at least 30 % by 2025; counting by hospital and day is a definition of this project]])
* insert InBoth(description, [[Specialist outpatient slots that were released to primary institutions 14 days before their day or earlier, of all specialist outpatient slots of the hospital on that day, blocked ones too. A slot released again counts once, by its first release. Judged for each hospital and calendar day; a longer period reports the days that fall short. Our own definition of the policy's share.]], [[提前 14 天及以上向基层开放的专家号占该院当日全部专家号（含停用）的比例；再次开放的按首次开放计一次。按医院、按日评价，更长期间列出未达标日。对政策比例的计算口径由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: no less than 20 % of specialist outpatient slots 14 days in advance, no less than 30 % by 2025]])
* insert CountedIn(Slot, slots)
* insert MeasureAims(0, >=, 20, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert MeasureAims(1, >=, 30, hainan-2024)
* group[=].extension[target][1].extension[by].valueDate = "2025-12-31"
* insert CountsWhere(denominator, [[status != 'entered-in-error' and serviceCategory.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/slot-kind' and code = 'specialist-outpatient').exists()]], [[Specialist outpatient slots.]], [[专家号。]])
* insert CountsWhere(numerator, [[extension('https://family-doctor-fhir.github.io/StructureDefinition/released-on').value <= start.toString().substring(0, 10).toDate() - 14 days]], [[Of these, those released 14 days ahead or earlier.]], [[其中提前 14 天及以上开放的。]])

// ---- What residents say ----

Instance: SatisfactionMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(satisfaction, Satisfaction, [[Satisfaction]], [[签约居民满意度]], proportion, indicator, satisfaction, [[I2 I3 I4 I5 I9]], [[a city's 2017 implementation plan: public satisfaction; Hainan implementation plan, effective 2024-01-01: over 90 % by 2035; definition of this project]])
* insert InBoth(description, [[Answers satisfied or very satisfied, of all surveys of the period that answer the question. Our own definition.]], [[“满意”和“很满意”占期内有效作答的比例。定义由本项目拟定。]])
* insert MeasureJudged(outcome, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: over 90 % of covered residents satisfied by 2035]])
* insert CountedIn(QuestionnaireResponse, answers)
* insert MeasureAims(0, >, 90, hainan-2024)
* group[=].extension[target][0].extension[by].valueDate = "2035-12-31"
* insert CountsWhere(denominator, [[(status = 'completed' or status = 'amended') and item.where(linkId = 'satisfaction').answer.value.exists()]], [[Surveys that answer how satisfied the resident is.]], [[回答了满意度的问卷。]])
* insert CountsWhere(numerator, [[item.where(linkId = 'satisfaction').answer.value.where(code = 'satisfied' or code = 'very-satisfied').exists()]], [[Of these, satisfied or very satisfied.]], [[其中满意或很满意的。]])
* insert BrokenDownBy(TeamOf, [[Team]], [[团队]])

Instance: AuthenticityMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(authenticity, Authenticity, [[Verified contracts]], [[签约真实性核实率]], proportion, indicator, authenticity, [[D18 I5]], [[a city's 2017 implementation plan: random telephone follow-up; definition of this project]])
* insert InBoth(description, [[Sampled contracts that the resident confirmed, of the sampled contracts whose resident was reached. Our own definition.]], [[抽查中居民确认的协议占已联系到的抽查协议的比例。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[A city's 2017 implementation plan: authenticity is verified by random telephone calls]])
* insert CountedIn(QuestionnaireResponse, answers)
* insert CountsWhere(denominator, [[(status = 'completed' or status = 'amended') and item.where(linkId = 'authenticity').answer.value.exists()]], [[Surveys that answer whether the contract is real.]], [[回答了签约真实性的问卷。]])
* insert CountsWhere(numerator, [[item.where(linkId = 'authenticity').answer.value.where(code = 'confirmed').exists()]], [[Of these, confirmed.]], [[其中确认签约的。]])
* insert BrokenDownBy(InstitutionOf, [[Institution]], [[机构]])

// ---- Money ----

Instance: StaffShareMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(staff-share, StaffShare, [[Share of fees paid to staff]], [[签约服务费用于人员分配比例]], ratio, indicator, staff-share, [[E20 I5 I8]], [[Hainan implementation plan, effective 2024-01-01: over 70 % in principle; definition of this project]])
* insert InBoth(description, [[Contract charges allocated to the staff who took part, of all contract charges of the period less refunds. The counts of a report are in whole yuan; the score is computed in fen. Our own definition.]], [[分配给参与人员的签约服务费占期内签约服务费（减退费）的比例；报告中的计数取整元，比例按分计算。定义由本项目拟定。]])
* insert MeasureJudged(structure, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: in principle over 70 % of the service charges]])
* insert CountedIn(ChargeItem, charges)
* insert MeasureAims(0, >, 70, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert Counts(denominator, ContractCharges, [[Contract charges of the period, less refunds.]], [[期内签约服务费，减退费。]])
* insert Counts(numerator, StaffAllocation, [[Of these, what was allocated to staff.]], [[其中分配给人员的。]])
* insert BrokenDownBy(InstitutionOf, [[Institution]], [[机构]])
