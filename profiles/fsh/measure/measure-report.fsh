// What came of an indicator in a period: for whom, by whom, counts, score, strata.

Profile: FDMeasureReport
Parent: MeasureReport
Id: fd-measure-report
Title: "Indicator report"
Description: """
An indicator, or a report of many columns, for a period and a scope: a team, an institution, an area, a doctor or one resident.

- R4 lets neither Organization nor CareTeam be the `subject`. The institution that reports is the `reporter`; for which team, institution or area the figures are stands in the extension `reported-for`; the subject is a resident, a doctor, or the Group of a team's contracted residents.
- Every group says what it is divided by (extension `denominator-kind`).
- A report for the public hides small cells: `suppressed-below` says which, and a hidden count has the reason `masked` instead of a number.
- A list of gaps is a report of type `subject-list`, whose populations refer to Lists.
"""
* insert About([[指标报告]], [[A3 A4 C10 E20 E24 F4 F10 H4 I1 I2 I3 I4 I6 I7 I8 I9]], [[a city's 2017 implementation plan: monthly report, core indicators; Hainan implementation plan, effective 2024-01-01: evaluation, progress report, public disclosure; hiding small cells is a decision of this project]])
* insert Tells([[某一期间、某一范围（团队、机构、地区、医生或一名居民）的指标或多栏报表。R4 的 subject 不能是机构或团队：填报机构写在 reporter，统计范围写在扩展 reported-for，subject 为居民、医生或团队签约居民组。每组标明分母类别。对外公开的报告隐去小单元格：suppressed-below 写明阈值，隐去的计数以 masked 代替。缺口清单为 subject-list 类型，人群引用 List。]])
* obeys fd-measure-report-2 and fd-measure-report-3 and fd-measure-report-4
* extension contains
    ReportedFor named reportedFor 0..1 MS and
    SuppressedBelow named suppressedBelow 0..1 MS
* extension[reportedFor] insert Means([[Team, institution or area the figures are for]], [[统计范围：团队、机构或地区]], [[C10 I3 I6]])
* extension[suppressedBelow] insert Means([[Public view: smaller counts are hidden]], [[公开视图：小于此数的单元格隐去]], [[I9]])
* identifier MS
* identifier insert Means([[Number of the report]], [[报告编号]], [[I6 I7]])
* status MS
* status insert Means([[complete, pending or error]], [[状态]], [[I6]])
* type MS
* type insert Means([[summary; individual for one resident; subject-list with lists of those counted or missed]], [[汇总、个人，或带名单（缺口清单）]], [[F4 F10 H4]])
* measure MS
* measure only Canonical(FDMeasure)
* measure insert Means([[The indicator or report, with its version]], [[指标或报表及版本]], [[I3 I4 I6 I7]])
* subject MS
* subject only Reference(FDResident or FDFamilyDoctor or FDPractitioner or Group)
* subject insert Means([[A resident, a doctor, or the group of contracted residents]], [[居民、医生或签约居民组]], [[C10 E24]])
* date 1..1 MS
* date insert Means([[When it was computed]], [[生成时间]], [[I6]])
* reporter 1..1 MS
* reporter only Reference(FDInstitution or Organization or FDFamilyDoctor)
* reporter insert Means([[Institution, authority or doctor that reports]], [[填报机构、主管部门或医生]], [[I6 I7]])
* period MS
* period insert Means([[Period, both days included]], [[统计期间，含首尾两日]], [[I6]])
* period.start 1..1 MS
* period.start obeys fd-measure-report-1
* period.start insert Means([[First day]], [[首日]], [[I6]])
* period.end 1..1 MS
* period.end obeys fd-measure-report-1
* period.end insert Means([[Last day; ages and contracts are those of this day]], [[末日；年龄和在约状态以此日为准]], [[I6]])
* improvementNotation MS
* improvementNotation insert Means([[Whether more or less is better]], [[越高越好或越低越好]], [[I8]])
* group MS
* group insert Means([[An indicator or a column]], [[指标或栏目]], [[I3 I4 I6 I7]])
* group.extension contains DenominatorKind named denominatorKind 1..1 MS
* group.extension[denominatorKind] insert Means([[What it is divided by]], [[分母类别]], [[I1 I3 I8]])
* group.code 1..1 MS
* group.code insert Means([[Which indicator or column]], [[指标或栏目代码]], [[I6 I7]])
* group.population 1..* MS
* group.population insert Means([[Counts]], [[计数]], [[I3 I4]])
* group.population.code 1..1 MS
* group.population.code insert Means([[Numerator, denominator …]], [[分子、分母等]], [[I3 I4]])
* group.population.count 1..1 MS
* group.population.count insert Means([[How many; masked where hidden]], [[数量，隐去时为 masked]], [[I4 I9]])
* group.population.subjectResults MS
* group.population.subjectResults insert Means([[Who they are]], [[名单]], [[F4 F10 H4]])
* group.measureScore MS
* group.measureScore insert Means([[The result: a share in percent, a ratio or an amount]], [[结果：比例（%）、比值或金额]], [[I2 I3]])
* group.stratifier MS
* group.stratifier insert Means([[Breakdown]], [[分组]], [[H1 H2 H3 I3]])
* group.stratifier.code MS
* group.stratifier.code insert Means([[By what: key group, team, institution, township …]], [[分组维度：重点人群、团队、机构、乡镇等]], [[I3]])
* group.stratifier.stratum MS
* group.stratifier.stratum insert Means([[A part]], [[分组项]], [[I3]])
* group.stratifier.stratum.extension contains ReportedFor named reportedFor 0..1 MS
* group.stratifier.stratum.extension[reportedFor] insert Means([[Team, institution or area of this part]], [[本项的团队、机构或地区]], [[C10 I3]])
* group.stratifier.stratum.value MS
* group.stratifier.stratum.value insert Means([[Which part, in a code or in words]], [[分组值]], [[I3]])
* group.stratifier.stratum.population MS
* group.stratifier.stratum.population insert Means([[Its counts]], [[计数]], [[I3]])
* group.stratifier.stratum.population.count 1..1 MS
* group.stratifier.stratum.population.count insert Means([[How many; masked where hidden]], [[数量，隐去时为 masked]], [[I3 I9]])
* group.stratifier.stratum.measureScore MS
* group.stratifier.stratum.measureScore insert Means([[Its result]], [[结果]], [[I3]])

Invariant: fd-measure-report-1
Description: "A period begins and ends with whole days, without a time."
Severity: #error
Expression: "toString().length() = 10"
* insert Says([[统计期间只写到日，不带时间]], [[I6]])

Invariant: fd-measure-report-2
Description: "A report for the public shows no count below the one it names."
Severity: #error
Expression: "extension('https://family-doctor-fhir.github.io/StructureDefinition/suppressed-below').exists() implies (group.population | group.stratifier.stratum.population).count.where(hasValue()).where($this < %resource.extension('https://family-doctor-fhir.github.io/StructureDefinition/suppressed-below').value.toInteger()).empty()"
* insert Says([[公开报告不得显示小于阈值的计数]], [[I9]])

Invariant: fd-measure-report-3
Description: "A report about one resident names the resident."
Severity: #error
Expression: "type = 'individual' implies subject.exists()"
* insert Says([[个人报告须写明对象]], [[I3]])

Invariant: fd-measure-report-4
Description: "A report with lists refers to them."
Severity: #error
Expression: "type = 'subject-list' implies group.population.subjectResults.exists()"
* insert Says([[名单类报告须引用名单]], [[F4 F10 H4]])

Extension: ReportedFor
Id: reported-for
Title: "Reported for"
Description: "The team, institution or area that figures are for. R4 lets none of them be the subject of a report."
* insert About([[统计范围]], [[C10 I3 I6 I7]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; decision of this project]])
* insert Tells([[数据所统计的团队、机构或地区；R4 不允许它们作为报告的 subject。]])
* insert On(MeasureReport)
* insert On(MeasureReport.group.stratifier.stratum)
* extension contains team 0..1 and institution 0..1 and division 0..1
* extension[team] insert Means([[The team]], [[团队]], [[C10]])
* extension[team].value[x] 1..1
* extension[team].value[x] only Reference(FDTeam)
* extension[institution] insert Means([[The institution]], [[机构]], [[I3 I6]])
* extension[institution].value[x] 1..1
* extension[institution].value[x] only Reference(FDInstitution or Organization)
* extension[division] insert Means([[The area: a division code of GB/T 2260, longer where it is a township or village]], [[地区：行政区划代码，可至乡镇、村]], [[I3 I7]])
* extension[division].value[x] 1..1
* extension[division].value[x] only Coding

Extension: SuppressedBelow
Id: suppressed-below
Title: "Hidden below"
Description: "Says that a report is for the public and which counts it hides: those below this number, and others from which they could be computed."
* insert About([[隐去阈值]], [[I9]], [[Hainan implementation plan, effective 2024-01-01: results are disclosed to the public; the threshold is a decision of this project]])
* insert Tells([[表明报告供公开，并说明隐去哪些计数：小于此数的，以及可据以推算的。]])
* insert On(MeasureReport)
* value[x] 1..1
* value[x] only positiveInt
* value[x] insert Means([[The number]], [[阈值]], [[I9]])
