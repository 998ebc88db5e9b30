CodeSystem: IndicatorCS
Id: indicator
Title: "Indicator"
Description: "Indicators of the service. The names follow the policies; numerators and denominators are definitions of this project, since no national list with formal ones was found."
* insert Codes([[指标]], [[I1 I2 I3 I4 I5 I6 I8]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[签约服务指标。名称依政策文本，分子分母由本项目定义（未见国家统一口径）。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/indicator"
* insert Defined(coverage-all, [[全人群签约覆盖率]], [[Coverage of the whole population]], [[期末履约中的签约居民 / 常住居民]], [[Residents with a contract in force on the last day / permanent residents.]])
* insert Defined(coverage-key, [[重点人群签约覆盖率]], [[Coverage of key groups]], [[期末履约中的重点人群居民 / 重点人群居民]], [[The same within one or more key groups.]])
* insert Defined(coverage-group, [[分人群签约率]], [[Coverage of one key group]], [[某重点人群中的签约居民 / 该人群居民；部分系统以全部签约居民为分母，不可比。]], [[Contracted members / members of the group; some systems divide by all contracted residents, which is another thing.]])
* insert Term(residents-contracted, [[签约人数]], [[Contracted residents]])
* insert Term(households-contracted, [[签约户数]], [[Contracted households]])
* insert Defined(renewal-rate, [[续约率]], [[Renewal rate]], [[期内到期并续约的协议 / 期内到期的协议（不含死亡、迁出）]], [[Contracts that ended and were renewed / that ended, less deaths and moves.]])
* insert Defined(performance-rate, [[履约率]], [[Fulfilment rate]], [[期内按期完成的服务项目 / 期内应完成的服务项目]], [[Service items done in time / due in the period.]])
* insert Defined(service-count, [[服务量]], [[Services done]], [[期内实际完成的服务项目数。]], [[Number of service items done in the period.]])
* insert Defined(seven-one-completeness, [[“七个一”完成率]], [[Seven-one completeness]], [[“七个一”均已完成的签约居民 / 签约居民]], [[Contracted residents with all seven / contracted residents.]])
* insert Defined(first-contact-rate, [[基层首诊率]], [[First-contact rate]], [[签约居民在基层的首诊 / 签约居民的首诊]], [[First visits of contracted residents at primary institutions / anywhere.]])
* insert Defined(contract-institution-visit-rate, [[签约机构门诊就诊率]], [[Visits at the contracted institution]], [[在签约机构的门诊 / 签约居民的门诊]], [[Outpatient visits at their institution / all of contracted residents.]])
* insert Defined(contract-doctor-visit-rate, [[签约医生门诊就诊率]], [[Visits to the contracted doctor]], [[签约医生接诊 / 签约居民在该机构的门诊]], [[To their own doctor / at the institution.]])
* insert Defined(referral-rate-up, [[上转率]], [[Upward referral rate]], [[签约居民上转 / 签约居民在该机构的就诊]], [[Upward referrals / visits of contracted residents at the institution.]])
* insert Defined(referral-back-rate, [[下转率]], [[Back-referral rate]], [[转回基层 / 已完成的上转]], [[Returned to primary care / upward referrals completed.]])
* insert Defined(referral-review-pass, [[转诊审核合格率]], [[Referral review pass rate]], [[合理且合规的转诊 / 已审核的转诊]], [[Judged reasonable and compliant / reviewed.]])
* insert Defined(slot-release-ratio, [[号源提前下沉比例]], [[Slots released early]], [[提前 14 天向基层开放的专家号 / 全部专家号]], [[Specialist slots offered to primary care 14 days ahead / all.]])
* insert Defined(follow-up-rate, [[签约慢病随访率]], [[Follow-up of chronic patients]], [[完成应有随访的签约慢病患者 / 签约慢病患者]], [[Contracted chronic patients with the due follow-ups / all.]])
* insert Defined(specialist-follow-up-rate, [[专科医生面对面随访率]], [[Yearly follow-up by a specialist]], [[年内有专科医生面对面随访的签约慢病患者 / 签约慢病患者]], [[Contracted chronic patients seen by a specialist within the year / all.]])
* insert Defined(paid-package-rate, [[个性化服务包签约率]], [[Tailored package rate]], [[含个性化服务包的协议 / 履约中的协议]], [[Contracts with a tailored package / in force.]])
* insert Defined(long-prescription-coverage, [[长期处方机构覆盖率]], [[Institutions with long-term prescriptions]], [[开具长期处方的机构 / 乡镇卫生院和社区卫生服务机构]], [[Institutions with a long-term prescription / township and community centres.]])
* insert Defined(satisfaction, [[签约居民满意度]], [[Satisfaction]], [[满意和非常满意 / 有效答卷]], [[Satisfied or very satisfied / answered.]])
* insert Defined(authenticity, [[签约真实性核实率]], [[Verified contracts]], [[核实为真实的协议 / 已联系到的抽查协议]], [[Sampled contracts confirmed / reached.]])
* insert Defined(cost-control, [[费用控制]], [[Cost control]], [[签约居民次均门诊费用 / 上期或区域同口径]], [[Average outpatient cost of contracted residents / of the period before or the region.]])
* insert Defined(staff-share, [[签约服务费用于人员分配比例]], [[Share of fees paid to staff]], [[分配给参与人员的费用 / 签约服务费]], [[Charges allocated to staff / all contract charges.]])
* insert Defined(team-load, [[团队签约容量使用率]], [[Use of a team's capacity]], [[签约单位数 / 团队上限]], [[Units under contract / the team's cap.]])

ValueSet: IndicatorVS
Id: indicator
Title: "Indicator"
Description: "All codes of the code system indicator."
* insert AboutSet([[指标]], [[I1 I2 I3 I4 I5 I6 I8]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 indicator 的全部代码。]])
* include codes from system IndicatorCS
