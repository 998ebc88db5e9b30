// Indicators: what is counted, divided by what, and what is aimed at.

Profile: FDMeasure
Parent: Measure
Id: fd-measure
Title: "Indicator"
Description: """
An indicator of the service, or a rule that is judged over a period: who or what is counted, divided by what, and which target a policy sets. A rule over a period never refuses a write; it is reported, with lists of those it misses.

- `group.population` says in words, in English and Chinese, what is counted; `criteria` names the expression that does it. Expressions with a name (`text/cql`) are listed with their meaning in the library; a condition on one resource stands as FHIRPath (`text/fhirpath`), to be evaluated on each resource of the kind that the extension `basis` names.
- The extension `denominator-kind` says what a rate is divided by, since rates of one name differ in that between regions.
- Targets stand beside the policy that set them.
"""
* insert About([[指标]], [[E20 F1 F3 F4 F10 G6 H4 I1 I2 I3 I4 I5 I8]], [[a city's 2017 implementation plan; national guiding opinion 2022; proposals on three platforms; Hainan implementation plan, effective 2024-01-01; numerators and denominators are definitions of this project, since no national list with formal ones was found]])
* insert Tells([[签约服务指标，或按期间评价的要求：统计什么、以什么为分母、政策目标是多少。按期要求不拦截数据，只形成报告和缺口清单。分子分母以中英文说明，criteria 指明计算表达式：有名称的（text/cql）在 Library 中逐一说明，单个资源的条件为 FHIRPath；分母类别用扩展 denominator-kind 标明；目标与所依据的政策并列。]])
* obeys fd-measure-1 and fd-measure-2 and fd-measure-3 and fd-measure-4
* url 1..1 MS
* url insert Means([[Its identity]], [[标识]], [[I5]])
* version 1..1 MS
* version insert Means([[Version; a report cites it]], [[版本，报告引用]], [[I5]])
* title 1..1 MS
* title insert Means([[Name]], [[指标名称]], [[I3 I4 I5]])
* status MS
* status insert Means([[draft, active or retired]], [[状态]], [[I5]])
* description 1..1 MS
* description insert Means([[What it says and how it is to be read]], [[含义及解读]], [[I3 I4 I5]])
* publisher MS
* publisher insert Means([[Who defined it]], [[制定单位]], [[I5]])
* jurisdiction MS
* jurisdiction insert Means([[Region it is for; everywhere without one]], [[适用地区，不填为通用]], [[I5]])
* effectivePeriod MS
* effectivePeriod insert Means([[When it is used]], [[适用期间]], [[I5]])
* topic 1..* MS
* topic from https://family-doctor-fhir.github.io/ValueSet/measure-topic (extensible)
* topic insert Means([[Which indicator or rule; a region's own has its own code]], [[指标代码；各地自定指标用自有代码]], [[I3 I4 I5]])
* library MS
* library insert Means([[Where its named expressions are explained]], [[表达式说明]], [[I5]])
* scoring 1..1 MS
* scoring insert Means([[Share, ratio, mean or count (cohort)]], [[比例、比值、均值或计数（cohort）]], [[I3 I4]])
* type MS
* type insert Means([[Of structure, process or outcome]], [[结构、过程或结果指标]], [[I8]])
* improvementNotation MS
* improvementNotation insert Means([[Whether more or less is better]], [[越高越好或越低越好]], [[I8]])
* relatedArtifact MS
* relatedArtifact insert Means([[Policies it rests on]], [[政策依据]], [[I5]])
* guidance MS
* guidance insert Means([[What to mind when computing it]], [[计算说明]], [[I5]])
* group 1..* MS
* group insert Means([[What is measured; a report has one for each column]], [[度量内容，报表每栏一个]], [[I3 I4 I6 I7]])
* group.extension contains
    Basis named basis 1..1 MS and
    DenominatorKind named denominatorKind 1..1 MS and
    Target named target 0..* MS
* group.extension[basis] insert Means([[What is counted: residents, contracts, tasks …]], [[统计对象（资源类型）]], [[I3 I4]])
* group.extension[denominatorKind] insert Means([[What it is divided by]], [[分母类别]], [[I1 I3 I8]])
* group.extension[target] insert Means([[What a policy aims at]], [[政策目标]], [[I1 I2 I5]])
* group.code MS
* group.code insert Means([[Indicator or column]], [[指标或栏目]], [[I6 I7]])
* group.description MS
* group.description insert Means([[The group in words]], [[说明]], [[I3]])
* group.population 1..* MS
* group.population insert Means([[What is counted, and divided by what]], [[分子、分母等人群]], [[I3 I4]])
* group.population.code 1..1 MS
* group.population.code insert Means([[Numerator, denominator …]], [[分子、分母等]], [[I3 I4]])
* group.population.description 1..1 MS
* group.population.description insert Means([[In words]], [[文字定义]], [[I3 I4 I5]])
* group.population.criteria MS
* group.population.criteria insert Means([[The expression that counts it]], [[计算表达式]], [[I5]])
* group.stratifier MS
* group.stratifier insert Means([[By what it is broken down]], [[分组维度]], [[I3 H1 H2 H3]])

Invariant: fd-measure-1
Description: "A share or ratio has a numerator and a denominator in each group."
Severity: #error
Expression: "scoring.coding.where(code = 'proportion' or code = 'ratio').exists() implies group.all(population.code.coding.where(code = 'numerator').exists() and population.code.coding.where(code = 'denominator').exists())"
* insert Says([[比例或比值型指标的每组须有分子和分母]], [[I3 I4]])

Invariant: fd-measure-2
Description: "A count has no numerator and no denominator: what is counted is the initial population."
Severity: #error
Expression: "scoring.coding.where(code = 'cohort').exists() implies group.all(population.code.coding.where(code = 'initial-population').exists() and population.code.coding.where(code = 'numerator' or code = 'denominator').empty())"
* insert Says([[计数型指标只有初始人群，无分子分母]], [[I4]])

Invariant: fd-measure-3
Description: "The kind of denominator is none exactly where there is no denominator."
Severity: #error
Expression: "group.all(extension('https://family-doctor-fhir.github.io/StructureDefinition/denominator-kind').where(value = 'none').exists() = population.code.coding.where(code = 'denominator').empty())"
* insert Says([[无分母时分母类别为 none，有分母时不得为 none]], [[I1 I3 I8]])

Invariant: fd-measure-4
Description: "Expressions that have only a name are explained in a library."
Severity: #error
Expression: "group.population.criteria.where(language = 'text/cql').exists() implies library.exists()"
* insert Says([[以名称引用的表达式须有 Library 说明]], [[I5]])

Extension: Basis
Id: basis
Title: "What is counted"
Description: "The kind of resource that the populations of a group consist of. R4 has no element for it."
* insert About([[统计对象]], [[I3 I4]], [[decision of this project]])
* insert Tells([[该组人群由哪类资源构成；R4 无相应元素。]])
* insert On(Measure.group)
* value[x] 1..1
* value[x] only code
* value[x] from http://hl7.org/fhir/ValueSet/resource-types (required)
* value[x] insert Means([[The resource type]], [[资源类型]], [[I3 I4]])

Extension: DenominatorKind
Id: denominator-kind
Title: "Kind of denominator"
Description: "What a rate is divided by."
* insert About([[分母类别]], [[I1 I3 I8]], [[reports of regional platforms, of which two divide by different things]])
* insert Tells([[比率以什么为分母。]])
* insert On(Measure.group)
* insert On(MeasureReport.group)
* value[x] 1..1
* value[x] only code
* value[x] from https://family-doctor-fhir.github.io/ValueSet/denominator-kind (required)
* value[x] insert Means([[The kind]], [[类别]], [[I1 I3 I8]])

Extension: Target
Id: target
Title: "Target"
Description: "What a policy aims at: a value with its comparator, by when or since when."
* insert About([[政策目标]], [[G6 I1 I2 I5]], [[National guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[政策目标：数值及比较符，起始或达成日期。]])
* insert On(Measure.group)
* extension contains value 1..1 and policy 1..1 and from 0..1 and by 0..1
* extension[value] insert Means([[The value; >= or > says at least or over]], [[目标值及比较符]], [[I1 I2]])
* extension[value].value[x] 1..1
* extension[value].value[x] only Quantity
* extension[policy] insert Means([[The policy that set it]], [[所依据的政策]], [[I1 I2 I5]])
* extension[policy].value[x] 1..1
* extension[policy].value[x] only code
* extension[policy].value[x] from https://family-doctor-fhir.github.io/ValueSet/policy (required)
* extension[from] insert Means([[Since when it holds]], [[起始日期]], [[I1]])
* extension[from].value[x] 1..1
* extension[from].value[x] only date
* extension[by] insert Means([[By when it is to be reached]], [[达成日期]], [[I2]])
* extension[by].value[x] 1..1
* extension[by].value[x] only date
