// What policies ask for over a period and is no indicator of the list: it is counted and reported, never refused.

Instance: CoverageGrowthMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(coverage-growth, CoverageGrowth, [[Yearly growth of coverage]], [[签约覆盖率年度增幅]], continuous-variable, period-rule, coverage-growth, [[I1 I5]], [[national guiding opinion 2022: 1 to 3 percentage points a year from 2022; Hainan implementation plan, effective 2024-01-01: the same from 2024; definition of this project]])
* insert InBoth(description, [[By how many percentage points coverage on the last day exceeds coverage a year before: of the whole population in the first group, of the key groups in the second. Our own definition.]], [[期末覆盖率较上年同期提高的百分点：第一组为全人群，第二组为重点人群。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[National guiding opinion 2022: coverage of the whole population and of key groups grows by 1 to 3 percentage points a year]])
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: the same from 2024]])
* insert CountedIn(Patient, none)
* insert MeasureAims(0, >=, 1, national-2022)
* group[=].extension[target][0].extension[from].valueDate = "2022-01-01"
* insert MeasureAims(1, >=, 1, hainan-2024)
* group[=].extension[target][1].extension[from].valueDate = "2024-01-01"
* insert Counts(initial-population, PermanentResidents, [[Permanent residents.]], [[常住居民。]])
* insert Counts(measure-population, PermanentResidents, [[The same.]], [[同上。]])
* insert Counts(measure-observation, CoverageGrowth, [[Difference of coverage in percentage points.]], [[覆盖率之差（百分点）。]])
* group[+].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#coverage-key
* insert CountedIn(Patient, none)
* insert MeasureAims(0, >=, 1, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert Counts(initial-population, KeyResidents, [[Residents in one or more key groups.]], [[重点人群居民。]])
* insert Counts(measure-population, KeyResidents, [[The same.]], [[同上。]])
* insert Counts(measure-observation, KeyCoverageGrowth, [[Difference of coverage in percentage points.]], [[覆盖率之差（百分点）。]])

Instance: KeyGroupShareMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(key-group-share, KeyGroupShare, [[Share of key groups among the contracted]], [[重点人群占比]], proportion, period-rule, key-group-share, [[H2 H3 I3 I5]], [[Hainan implementation plan, effective 2024-01-01: evaluation criteria; a regional platform computes its rates by group in this way; definition of this project]])
* insert InBoth(description, [[Contracted residents in one or more key groups, of all contracted residents; with strata, the share of each group. This is no coverage: the denominator is the contracted. Our own definition.]], [[属于重点人群的签约居民占全部签约居民的比例，可按人群分组。分母为签约居民，不是覆盖率。定义由本项目拟定。]])
* type = http://terminology.hl7.org/CodeSystem/measure-type#structure
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: the proportion of key groups]])
* insert CountedIn(Patient, contracted-residents)
* insert Counts(denominator, ContractedResidents, [[Contracted residents.]], [[签约居民。]])
* insert Counts(numerator, ContractedKeyResidents, [[Of these, those in one or more key groups.]], [[其中属于重点人群的。]])
* insert BrokenDownBy(KeyGroupOf, [[Key population group]], [[重点人群]])

Instance: MonitoredHouseholdCoverageMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(monitored-household-coverage, MonitoredHouseholdCoverage, [[Coverage of chronic patients and elderly in monitored households]], [[监测户慢病患者和老年人签约覆盖率]], proportion, period-rule, monitored-household-coverage, [[H4 I5]], [[Hainan implementation plan, effective 2024-01-01: full coverage; definition of this project]])
* insert InBoth(description, [[Chronic patients and elderly of households watched for a return to poverty with a contract in force on the last day, of all such. The list of gaps names those without one. Our own definition.]], [[防返贫监测户中慢病患者和老年人期末在约的比例；缺口清单列出未签约者。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: all chronic patients and elderly in need of monitored households are contracted]])
* insert CountedIn(Patient, group-members)
* insert MeasureAims(0, >=, 100, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert Counts(denominator, MonitoredInNeed, [[Chronic patients and elderly of monitored households.]], [[监测户中的慢病患者和老年人。]])
* insert Counts(numerator, ContractedMonitoredInNeed, [[Of these, those with a contract in force on the last day.]], [[其中期末在约的。]])
* insert BrokenDownBy(TownshipOf, [[Township or street]], [[乡镇或街道]])

Instance: ElderlyGradedServiceMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(elderly-graded-service, ElderlyGradedService, [[Graded service of the elderly with underlying disease]], [[有基础疾病老年人分级服务率]], proportion, period-rule, elderly-graded-service, [[F10 I5]], [[Hainan implementation plan, effective 2024-01-01: classified and graded service of all; definition of this project]])
* insert InBoth(description, [[Elderly residents with an underlying disease who are under contract, have a grade and were served in the period, of all elderly with an underlying disease. The list of gaps names the others. Our own definition.]], [[有基础疾病的老年人中，在约、已分级且期内接受服务的比例；缺口清单列出其余人员。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: services for all elderly with underlying conditions by class and grade]])
* insert CountedIn(Patient, group-members)
* insert MeasureAims(0, >=, 100, hainan-2024)
* group[=].extension[target][0].extension[from].valueDate = "2024-01-01"
* insert Counts(denominator, ElderlyWithDisease, [[Elderly residents with an underlying disease.]], [[有基础疾病的老年人。]])
* insert Counts(numerator, GradedAndServed, [[Of these, under contract, graded and served in the period.]], [[其中在约、已分级且期内接受服务的。]])

Instance: HealthEducationIssuesMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(health-education-issues, HealthEducationIssues, [[Households with enough issues of health education]], [[健康教育资料发放达标率]], proportion, period-rule, health-education-issues, [[E4 I5]], [[a city's 2017 implementation plan: no less than 4 issues a year; definition of this project]])
* insert InBoth(description, [[Contracted households to which four issues of health education or more were given in the year, of all contracted households. The period is a year. Our own definition.]], [[年内发放健康教育资料不少于 4 期的签约家庭占签约家庭的比例；统计期为一年。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[A city's 2017 implementation plan: no less than 4 issues of health education materials every year]])
* insert CountedIn(Group, contracted-households)
* insert MeasureAims(0, >=, 100, city-2017)
* insert Counts(denominator, ContractedHouseholds, [[Contracted households.]], [[签约家庭。]])
* insert Counts(numerator, EnoughIssues, [[Of these, those given four issues or more.]], [[其中发放不少于 4 期的。]])

Instance: ExamBedReleaseMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(exam-bed-release, ExamBedRelease, [[Examinations and beds offered in advance]], [[检查检验和床位提前开放比例]], proportion, period-rule, exam-bed-release, [[G7 I5]], [[Hainan implementation plan, effective 2024-01-01: a certain percentage, not numeric; definition of this project]])
* insert InBoth(description, [[Slots of examinations, laboratory tests and beds released to primary institutions, of all such slots of the period. The policy names no figure, so there is no target. Our own definition.]], [[向基层开放的检查、检验和床位号源占期内同类号源的比例；政策未定数值，故无目标。定义由本项目拟定。]])
* insert MeasureJudged(process, increase)
* insert MeasureRestsOn([[Hainan implementation plan, effective 2024-01-01: a certain percentage of testing and examination services and hospital beds in advance]])
* insert CountedIn(Slot, slots)
* insert CountsWhere(denominator, [[status != 'entered-in-error' and serviceCategory.coding.where(system = 'https://family-doctor-fhir.github.io/CodeSystem/slot-kind' and (code = 'examination' or code = 'laboratory' or code = 'bed')).exists()]], [[Slots of examinations, laboratory tests and beds.]], [[检查、检验和床位号源。]])
* insert CountsWhere(numerator, [[extension('https://family-doctor-fhir.github.io/StructureDefinition/released-to').exists()]], [[Of these, those released to primary institutions.]], [[其中向基层开放的。]])

Instance: SubsidyAssessmentMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(subsidy-assessment, SubsidyAssessment, [[Monthly assessment for the subsidy]], [[月度补助考核]], ratio, period-rule, subsidy-assessment, [[E24 I8]], [[proposals on three platforms: a monthly subsidy by number of contracts and by first-consultation rate, referral rate and cost control; definition of this project]])
* insert InBoth(description, [[The figures by which a monthly insurance subsidy of a family doctor would be set: contracted residents against the cap, first-contact rate, upward referral rate and cost control, each a group. It sets no amount: the proposal names none. Our own definition.]], [[据以核定家庭医生月度医保补助的数据：签约人数与上限之比、基层首诊率、上转率、费用控制，各为一组。不计算金额（建议中未给出）。定义由本项目拟定。]])
* type = http://terminology.hl7.org/CodeSystem/measure-type#composite
* insert MeasureRestsOn([[Proposals on three platforms: a monthly subsidy according to contracts and quality]])
* insert CountedIn(CareTeam, capacity)
* insert Counts(denominator, TeamCapacity, [[The cap of the team.]], [[团队签约上限。]])
* insert Counts(numerator, UnitsUnderContract, [[Residents or households under contract.]], [[签约居民或家庭。]])
* group[+].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#first-contact-rate
* insert CountedIn(Encounter, visits)
* insert Counts(denominator, FirstVisits, [[First visits of contracted residents.]], [[签约居民的首诊。]])
* insert Counts(numerator, FirstVisitsPrimary, [[Of these, those at primary institutions.]], [[其中在基层机构的。]])
* group[+].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#referral-rate-up
* insert CountedIn(ServiceRequest, visits)
* insert Counts(denominator, OutpatientVisitsOwn, [[Visits at the institution of the contract.]], [[在签约机构的就诊。]])
* insert Counts(numerator, ReferralsUp, [[Upward referrals.]], [[上转。]])
* group[+].code = https://family-doctor-fhir.github.io/CodeSystem/indicator#cost-control
* insert CountedIn(Encounter, earlier-period)
* insert Counts(denominator, AverageCostBefore, [[Average cost in the period before.]], [[上期次均门诊费用。]])
* insert Counts(numerator, AverageCost, [[Average cost in the period.]], [[本期次均门诊费用。]])

Instance: LabourSubsidyMeasure
InstanceOf: FDMeasure
Usage: #definition
* insert Indicator(labour-subsidy, LabourSubsidy, [[Labour subsidy]], [[劳务补助]], cohort, period-rule, labour-subsidy, [[E21 I8]], [[a city's 2017 implementation plan: 8 yuan a household, 5 to the rural doctor and 3 to the township clinician, of 2017; definition of this project]])
* insert InBoth(description, [[Labour subsidy for the contracted households of a team, by role, in whole yuan at the amounts in force; paid through appraisal. Our own definition.]], [[按团队签约户数和现行标准计算的各角色劳务补助（元），经考核后发放。定义由本项目拟定。]])
* type = http://terminology.hl7.org/CodeSystem/measure-type#structure
* insert MeasureRestsOn([[A city's 2017 implementation plan: 8 yuan a household, of which 5 and 3]])
* insert CountedIn(CareTeam, none)
* insert Counts(initial-population, LabourSubsidy, [[Subsidy in yuan.]], [[补助金额（元）。]])
* insert BrokenDownBy(RoleOf, [[Role in the team]], [[团队角色]])
