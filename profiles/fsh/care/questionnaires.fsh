// The two forms. No public form was found for either: questions and degrees are the project's own, in the
// words of the national follow-up and examination forms where these are known (recalled, not checked).

RuleSet: Form(id, name, title, chinese, english, tells, requirements, source)
* url = "https://family-doctor-fhir.github.io/Questionnaire/{id}"
* version = "1"
* name = "{name}"
* insert InChinese(title, [[{chinese}]], [[{title}]])
* status = #active
* experimental = false
* language = #zh-CN
* publisher = "family-doctor-fhir"
* insert InChinese(description, [[{tells}]], [[{english}]])
* purpose = "Requirements: {requirements}. Source: {source}."
* subjectType = #Patient

// A question in Chinese with its English text. `path` is item or item[=].item and so on.
RuleSet: Ask(path, linkId, type, english, chinese)
* {path}[+].linkId = "{linkId}"
* {path}[=].type = #{type}
* insert InChinese({path}[=].text, [[{chinese}]], [[{english}]])

RuleSet: Choice(path, valueSet)
* {path}[=].answerValueSet = "https://family-doctor-fhir.github.io/ValueSet/{valueSet}"

RuleSet: Option(path, system, code, display)
* {path}[=].answerOption[+].valueCoding = https://family-doctor-fhir.github.io/CodeSystem/{system}#{code} "{display}"

CodeSystem: AssessmentAnswerCS
Id: assessment-answer
Title: "Answer of the health assessment"
Description: "What can be answered to the questions of the health assessment form."
* insert Codes([[健康评估选项]], [[F1 F10]], [[the project's own; categories of the national examination form, recalled, not checked]], complete)
* insert Tells([[健康评估问卷的选项。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/assessment-answer"
* insert Term(self-satisfied, [[对健康状态满意]], [[Satisfied with own health]])
* insert Term(self-fair, [[说不清楚]], [[Neither]])
* insert Term(self-dissatisfied, [[不满意]], [[Dissatisfied with own health]])
* insert Term(never-smoked, [[从不吸烟]], [[Never smoked]])
* insert Term(stopped-smoking, [[已戒烟]], [[Stopped smoking]])
* insert Term(smokes, [[吸烟]], [[Smokes]])
* insert Term(never-drinks, [[从不饮酒]], [[Never drinks]])
* insert Term(drinks-sometimes, [[偶尔饮酒]], [[Drinks sometimes]])
* insert Term(drinks-often, [[经常或每天饮酒]], [[Drinks often or daily]])
* insert Term(independent, [[可自理]], [[Independent]])
* insert Term(mild-dependence, [[轻度依赖]], [[Mild dependence]])
* insert Term(moderate-dependence, [[中度依赖]], [[Moderate dependence]])
* insert Term(full-dependence, [[不能自理]], [[Cannot care for self]])

ValueSet: AssessmentAnswerVS
Id: assessment-answer
Title: "Answer of the health assessment"
Description: "What can be answered to the questions of the health assessment form."
* insert AboutSet([[健康评估选项]], [[F1 F10]], [[the project's own]])
* insert Tells([[健康评估问卷各题的选项。]])
* include codes from system AssessmentAnswerCS

Instance: health-assessment
InstanceOf: Questionnaire
Usage: #definition
Title: "Health assessment form"
Description: "The form of the yearly health assessment."
* insert Form(health-assessment, HealthAssessmentForm, Health assessment, [[签约居民健康评估问卷]], [[The yearly assessment of a covered resident: state of health; way of life; measurements; ability to care for oneself; risks; the grade of service that follows. The project's own form: the policies ask for an assessment and publish none.]], [[签约居民年度健康评估：健康状况、生活方式、测量、自理能力、危险因素，以及据此确定的服务分级。政策要求评估而未公布问卷，本问卷为本项目自定。]], F1 F10, [[Hainan implementation plan, effective 2024-01-01: seven-one services, classified and graded service]])
* code = https://family-doctor-fhir.github.io/CodeSystem/service-item#health-assessment
* insert Ask(item, state, group, State of health, 健康状况)
* insert Ask(item[=].item, self-rated, choice, How do you judge your own health?, 您对自己的健康状态满意吗？)
* insert Option(item[=].item, assessment-answer, self-satisfied, 对健康状态满意)
* insert Option(item[=].item, assessment-answer, self-fair, 说不清楚)
* insert Option(item[=].item, assessment-answer, self-dissatisfied, 不满意)
* insert Ask(item[=].item, conditions, choice, Groups the resident belongs to, 所属重点人群)
* item[=].item[=].repeats = true
* insert Choice(item[=].item, key-population-group)
* insert Ask(item[=].item, medication, text, Medicines taken for a long time, 长期用药)
* insert Ask(item[=].item, allergy, text, Allergies, 过敏史)
* insert Ask(item, lifestyle, group, Way of life, 生活方式)
* insert Ask(item[=].item, smoking, choice, Smoking, 吸烟情况)
* insert Option(item[=].item, assessment-answer, never-smoked, 从不吸烟)
* insert Option(item[=].item, assessment-answer, stopped-smoking, 已戒烟)
* insert Option(item[=].item, assessment-answer, smokes, 吸烟)
* insert Ask(item[=].item, cigarettes, integer, Cigarettes a day, 日吸烟量（支）)
* item[=].item[=].enableWhen[+].question = "smoking"
* item[=].item[=].enableWhen[=].operator = #=
* item[=].item[=].enableWhen[=].answerCoding = https://family-doctor-fhir.github.io/CodeSystem/assessment-answer#smokes
* insert Ask(item[=].item, drinking, choice, Drinking, 饮酒情况)
* insert Option(item[=].item, assessment-answer, never-drinks, 从不饮酒)
* insert Option(item[=].item, assessment-answer, drinks-sometimes, 偶尔饮酒)
* insert Option(item[=].item, assessment-answer, drinks-often, 经常或每天饮酒)
* insert Ask(item[=].item, exercise, integer, Exercise: days a week, 每周锻炼天数)
* insert Ask(item, measurements, group, Measurements, 测量)
* insert Ask(item[=].item, height, quantity, Height, 身高（cm）)
* insert Ask(item[=].item, weight, quantity, Weight, 体重（kg）)
* insert Ask(item[=].item, waist, quantity, Waist, 腰围（cm）)
* insert Ask(item[=].item, measured, reference, Blood pressure and glucose, 血压、血糖（引用测量记录）)
* item[=].item[=].repeats = true
* insert Ask(item, self-care, choice, Ability to care for oneself at 65 and older, 生活自理能力（65岁及以上）)
* insert Option(item, assessment-answer, independent, 可自理)
* insert Option(item, assessment-answer, mild-dependence, 轻度依赖)
* insert Option(item, assessment-answer, moderate-dependence, 中度依赖)
* insert Option(item, assessment-answer, full-dependence, 不能自理)
* insert Ask(item, conclusion, group, Conclusion, 评估结论)
* insert Ask(item[=].item, findings, text, What was found, 异常发现)
* insert Ask(item[=].item, risks, text, Risks to work on, 需控制的危险因素)
* insert Ask(item[=].item, grade, choice, Grade of service, 服务分级)
* item[=].item[=].required = true
* insert Choice(item[=].item, service-grade)
* insert Ask(item[=].item, advice, text, Advice, 健康指导)

Instance: satisfaction
InstanceOf: Questionnaire
Usage: #definition
Title: "Satisfaction form"
Description: "The form of the satisfaction survey and of the random check that contracts are real."
* insert Form(satisfaction, SatisfactionForm, Satisfaction with family doctor services, [[家庭医生签约服务满意度调查]], [[What a covered resident says of the services, online or by telephone; the two questions satisfaction and authenticity are those indicators count. The project's own form: the policies ask for the survey and publish none.]], [[签约居民在线或接受电话回访时对服务的评价；指标所计的是满意度和签约真实性两题。政策要求调查而未公布问卷，本问卷为本项目自定。]], D18 I2 I3 I9, [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Ask(item, authenticity, choice, Did you sign a family doctor contract?, 您是否签约了家庭医生？)
* insert Choice(item, contract-authenticity)
* insert Ask(item, knows-team, boolean, Do you know your family doctor and how to reach them?, 您是否知道您的家庭医生及其联系方式？)
* insert Ask(item, served, boolean, Did you get services in the last year?, 过去一年是否得到过签约服务？)
* insert Ask(item, satisfaction, choice, How satisfied are you on the whole?, 您对签约服务总体是否满意？)
* insert Choice(item, satisfaction-level)
* insert Ask(item, detail, group, In detail, 分项评价)
* insert Ask(item[=].item, attitude, choice, The way you are treated, 服务态度)
* insert Choice(item[=].item, satisfaction-level)
* insert Ask(item[=].item, skill, choice, Medical skill, 诊疗水平)
* insert Choice(item[=].item, satisfaction-level)
* insert Ask(item[=].item, convenience, choice, Appointments and referral, 预约和转诊是否方便)
* insert Choice(item[=].item, satisfaction-level)
* insert Ask(item, renew, boolean, Would you sign again?, 您是否愿意续约？)
* insert Ask(item, comment, text, Anything else?, 其他意见和建议)
