// Indicators and reports.

// What all reports say in common.
RuleSet: OpReports(english, chinese)
* insert InBoth(comment, [[{english} Disputed and void contracts count nowhere. A period that has not ended is reported up to today and marked so; one in the future is refused. As .xlsx by Accept; a long one may be asked for with Prefer: respond-async.]], [[{chinese}有争议和作废的协议不计入。未结束的期间统计至当日并注明，未来期间拒绝。可用 Accept 请求 .xlsx；耗时较长的可用 Prefer: respond-async。]])

Instance: MeasureEvaluate
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(measure-evaluate-measure, MeasureEvaluateMeasure, [[Evaluate an indicator]], [[计算指标]], Measure, evaluate-measure, true, true, false, [[C10 I1 I2 I3 I4 I5 I8 I9]], [[R4 Measure/$evaluate-measure; a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01: assessment of institutions and doctors, public disclosure]])
* insert InBoth(description, [[$evaluate-measure of R4 with a team, an institution or an area as scope, and with a view for the public. Whoever gives R4's parameters alone is answered as R4 says.]], [[R4 的 $evaluate-measure，增加团队、机构、地区范围和公开视图。只给 R4 参数的按 R4 回答。]])
* insert OpReports([[The denominator and its kind stand in every group. A public view hides counts below the threshold of the policy and further ones, so that sums do not reveal them.]], [[每组写明分母及其类别。公开视图隐去小于政策阈值的计数及可据以推算的其他计数。]])
* insert OpIn(periodStart, 1, 1, date, [[First day.]], [[首日。]])
* insert OpIn(periodEnd, 1, 1, date, [[Last day.]], [[末日。]])
* insert OpReference(measure, 0, 1, [[The measure, where the operation is called on the type.]], [[指标，在类型上调用时给出。]])
* insert OpIn(reportType, 0, 1, code, [[subject, subject-list or population.]], [[subject 个人，subject-list 名单，population 汇总。]])
* insert OpReference(subject, 0, 1, [[A resident, a doctor or a group.]], [[居民、医生或人群。]])
* insert OpReference(practitioner, 0, 1, [[Only contracts of this doctor.]], [[仅该医生的协议。]])
* insert OpIn(lastReceivedOn, 0, 1, dateTime, [[As in R4: when the results were last received.]], [[同 R4：上次接收结果的时间。]])
* insert OpScope
* insert OpIn(publicView, 0, 1, boolean, [[Small counts are hidden.]], [[隐去小单元格的公开视图。]])
* insert OpOut(return, 1, 1, MeasureReport, [[The report, as fd-measure-report has it.]], [[报告（fd-measure-report）。]])

Instance: MeasureMonthlyReport
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(measure-monthly-report, MeasureMonthlyReport, [[Monthly report]], [[月报表]], Measure, monthly-report, true, false, false, [[E24 F13 I4 I6]], [[a city's 2017 implementation plan: monthly report of the contracted service work; its form was not found in public text]])
* insert InBoth(description, [[The monthly report of a team, institution or area, with the columns of the measure monthly-report or of a region's own.]], [[团队、机构或地区的月报表，栏目取自 monthly-report 或各地自定的指标。]])
* insert OpReports([[Contracts and groups are those of the last day of the month, services and referrals those of the month.]], [[协议和人群按月末统计，服务和转诊按当月统计。]])
* insert OpIn(month, 1, 1, date, [[The month, as a date of year and month.]], [[月份（年-月）。]])
* insert OpIn(measure, 0, 1, canonical, [[The measure whose columns are used; monthly-report without it.]], [[所用栏目的指标，默认 monthly-report。]])
* insert OpScope
* insert OpOut(return, 1, 1, MeasureReport, [[The report, as fd-measure-report has it.]], [[报告（fd-measure-report）。]])

Instance: MeasureProgressReport
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(measure-progress-report, MeasureProgressReport, [[Progress report]], [[进展情况表]], Measure, progress-report, true, false, false, [[I1 I2 I3 I5 I7]], [[Hainan implementation plan, effective 2024-01-01: progress report, attachment 5; its form was not found in public text]])
* insert InBoth(description, [[The progress report of an area or institution for a period, with the columns of the measure progress-report or of a region's own.]], [[地区或机构某期间的进展情况表，栏目取自 progress-report 或各地自定的指标。]])
* insert OpReports([[Contracts and groups are those of the last day.]], [[协议和人群按末日统计。]])
* insert OpIn(periodStart, 1, 1, date, [[First day.]], [[首日。]])
* insert OpIn(periodEnd, 1, 1, date, [[Last day.]], [[末日。]])
* insert OpIn(measure, 0, 1, canonical, [[The measure whose columns are used; progress-report without it.]], [[所用栏目的指标，默认 progress-report。]])
* insert OpScope
* insert OpOut(return, 1, 1, MeasureReport, [[The report, as fd-measure-report has it.]], [[报告（fd-measure-report）。]])
