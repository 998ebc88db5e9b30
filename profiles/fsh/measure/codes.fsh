// Codes of indicators beside the code system indicator.

CodeSystem: PeriodRuleCS
Id: period-rule
Title: "Rule over a period"
Description: "What a policy asks for over a period, or wants to have reported, and what is no indicator of the list of indicators: it is counted, never refused."
* insert Codes([[按期统计的要求]], [[E4 E21 E24 F10 G7 H4 I1 I3 I6 I7]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[政策按期间提出、只统计不拦截，且未列入指标代码的要求。]])
* insert Term(coverage-growth, [[签约覆盖率年度增幅]], [[Yearly growth of coverage]])
* insert Term(key-group-share, [[重点人群占比]], [[Share of key groups among the contracted]])
* insert Term(monitored-household-coverage, [[监测户慢病患者和老年人签约覆盖率]], [[Coverage of chronic patients and elderly in monitored households]])
* insert Term(elderly-graded-service, [[有基础疾病老年人分级服务率]], [[Graded service of the elderly with underlying disease]])
* insert Term(health-education-issues, [[健康教育资料发放达标率]], [[Households with enough issues of health education]])
* insert Term(exam-bed-release, [[检查检验和床位提前开放比例]], [[Examinations and beds offered in advance]])
* insert Term(subsidy-assessment, [[月度补助考核]], [[Monthly assessment for the subsidy]])
* insert Term(labour-subsidy, [[劳务补助]], [[Labour subsidy]])
* insert Term(monthly-report, [[月报表]], [[Monthly report]])
* insert Term(progress-report, [[进展情况表]], [[Progress report]])

ValueSet: MeasureTopicVS
Id: measure-topic
Title: "What a measure is about"
Description: "The indicators, and the rules over a period."
* insert AboutSet([[指标主题]], [[I1 I2 I3 I4 I5 I6 I7 I8]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[全部指标代码和按期统计的要求。]])
* include codes from system IndicatorCS
* include codes from system PeriodRuleCS

CodeSystem: DenominatorKindCS
Id: denominator-kind
Title: "Kind of denominator"
Description: "What a rate is divided by. Rates of one name with different denominators cannot be compared: some systems divide the contracted members of a group by its known members, others by all contracted residents."
* insert Codes([[分母类别]], [[I1 I3 I5 I8]], [[reports of regional platforms, of which two divide by different things; list of this project]], complete)
* insert Tells([[比率以什么为分母。同名比率分母不同则不可比：有的系统以人群已知成员为分母，有的以全部签约居民为分母。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/denominator-kind"
* insert Term(permanent-residents, [[常住居民]], [[Permanent residents]])
* insert Term(registered-residents, [[户籍居民]], [[Residents registered in the area]])
* insert Defined(group-members, [[人群全部成员]], [[Members of the group]], [[本系统已知的该人群成员。]], [[All that are known here.]])
* insert Defined(managed-members, [[已管理成员]], [[Managed members]], [[已纳入公共卫生管理的该人群成员。]], [[Those whom the public health programme manages.]])
* insert Term(contracted-residents, [[签约居民]], [[Contracted residents]])
* insert Term(contracted-households, [[签约家庭]], [[Contracted households]])
* insert Term(contracts, [[协议]], [[Contracts]])
* insert Term(capacity, [[团队签约上限]], [[The cap of a team]])
* insert Term(services-due, [[应履行的服务]], [[Services due]])
* insert Term(visits, [[就诊]], [[Visits]])
* insert Term(referrals, [[转诊]], [[Referrals]])
* insert Term(slots, [[号源]], [[Slots]])
* insert Term(institutions, [[机构]], [[Institutions]])
* insert Term(answers, [[答卷]], [[Answers]])
* insert Term(charges, [[费用]], [[Charges]])
* insert Term(earlier-period, [[上期同口径]], [[The same in an earlier period]])
* insert Defined(none, [[无分母]], [[None]], [[计数，不是比率。]], [[A count, not a rate.]])

ValueSet: DenominatorKindVS
Id: denominator-kind
Title: "Kind of denominator"
Description: "All codes of the code system denominator-kind."
* insert AboutSet([[分母类别]], [[I1 I3 I5 I8]], [[reports of regional platforms, of which two divide by different things; list of this project]])
* insert Tells([[代码系统 denominator-kind 的全部代码。]])
* include codes from system DenominatorKindCS

CodeSystem: PolicyCS
Id: policy
Title: "Regional policy"
Description: "The policies whose values, targets and terms this service knows."
* insert Codes([[地区政策]], [[D6 D7 D8 E13 I1 I2]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[本服务所采用的各地区政策。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/policy"
* insert Term(shenzhen-2017, [[深圳市家庭医生服务管理办法（2017 年数据）]], [[Shenzhen family-doctor service measures (2017 figures)]])
* insert Term(city-2017, [[某市家庭医生签约服务实施方案（2017 年）]], [[A city's 2017 implementation plan]])
* insert Term(national-2022, [[国家指导意见（2022 年）]], [[National guiding opinion 2022]])
* insert Term(hainan-2024, [[海南省实施方案（2024 年 1 月 1 日起）]], [[Hainan implementation plan, effective 2024-01-01]])

ValueSet: PolicyVS
Id: policy
Title: "Regional policy"
Description: "All codes of the code system policy."
* insert AboutSet([[地区政策]], [[D6 D7 D8 E13 I1 I2]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 policy 的全部代码。]])
* include codes from system PolicyCS

CodeSystem: ReportColumnCS
Id: report-column
Title: "Column of a report"
Description: "Columns of the monthly report and the progress report. The forms of the policies (annex 2 of the 2017 city plan, attachment 5 of the Hainan plan) were not found in public text: these columns are our own, modelled on the monthly report of a regional platform. A region adds its own."
* insert Codes([[报表栏目]], [[I4 I6 I7]], [[columns of a regional platform's monthly report; a city's 2017 implementation plan and Hainan implementation plan, effective 2024-01-01, name the reports; list of this project]], complete)
* insert Tells([[月报表和进展情况表的栏目。政策附件的表样未见公开文本，本表参照某区域平台月报自定，各地可增列。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/report-column"
* insert Term(teams, [[已组建家庭医生团队数]], [[Teams]])
* insert Term(registered-residents, [[辖区户籍人口数]], [[Registered residents]])
* insert Term(permanent-residents, [[辖区常住居民数]], [[Permanent residents]])
* insert Term(residents-contracted, [[签约居民数]], [[Contracted residents]])
* insert Term(households-contracted, [[签约户数]], [[Contracted households]])
* insert Term(contracts-new, [[当期新签协议数]], [[Contracts signed]])
* insert Term(contracts-renewed, [[当期续签协议数]], [[Contracts renewed]])
* insert Term(contracts-ended, [[当期提前解除协议数]], [[Contracts ended early]])
* insert Term(key-residents, [[重点人群总数]], [[Residents in key groups]])
* insert Term(key-contracted, [[重点人群签约数]], [[Contracted residents in key groups]])
* insert Term(children, [[0-6 岁儿童数]], [[Children aged 0 to 6]])
* insert Term(children-contracted, [[0-6 岁儿童签约数]], [[Contracted children aged 0 to 6]])
* insert Term(elderly, [[65 岁及以上常住居民数]], [[Residents of 65 and above]])
* insert Term(elderly-contracted, [[65 岁及以上常住居民签约数]], [[Contracted residents of 65 and above]])
* insert Term(maternal, [[孕产妇数]], [[Pregnant and lying-in women]])
* insert Term(maternal-contracted, [[孕产妇签约数]], [[Contracted pregnant and lying-in women]])
* insert Term(hypertension-managed, [[在管高血压患者数]], [[Managed patients with hypertension]])
* insert Term(hypertension-contracted, [[在管高血压患者签约数]], [[Contracted ones of them]])
* insert Term(diabetes-managed, [[在管糖尿病患者数]], [[Managed patients with diabetes]])
* insert Term(diabetes-contracted, [[在管糖尿病患者签约数]], [[Contracted ones of them]])
* insert Term(tuberculosis-managed, [[在管肺结核患者数]], [[Managed patients with tuberculosis]])
* insert Term(tuberculosis-contracted, [[在管肺结核患者签约数]], [[Contracted ones of them]])
* insert Term(mental-managed, [[在管严重精神障碍患者数]], [[Managed patients with severe mental disorders]])
* insert Term(mental-contracted, [[在管严重精神障碍患者签约数]], [[Contracted ones of them]])
* insert Term(services-due, [[当期应履行服务数]], [[Services due]])
* insert Term(services-done, [[当期完成服务数]], [[Services done]])
* insert Term(services-late, [[其中逾期完成数]], [[Of these, late]])
* insert Term(referrals-up, [[上转人次]], [[Referrals up]])
* insert Term(referrals-back, [[转回人次]], [[Referrals back]])
* insert Term(tailored, [[个性化服务包签约数]], [[Contracts with a tailored package]])
* insert Term(satisfied, [[满意和很满意答卷数]], [[Satisfied answers]])
* insert Term(answered, [[有效答卷数]], [[Answers]])

ValueSet: ReportColumnVS
Id: report-column
Title: "Column of a report"
Description: "All codes of the code system report-column."
* insert AboutSet([[报表栏目]], [[I4 I6 I7]], [[columns of a regional platform's monthly report; a city's 2017 implementation plan and Hainan implementation plan, effective 2024-01-01, name the reports; list of this project]])
* insert Tells([[代码系统 report-column 的全部代码。]])
* include codes from system ReportColumnCS
