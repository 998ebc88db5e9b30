// The Chinese word of a code of FHIR.
RuleSet: ChineseWord(code, chinese)
* #{code} ^designation[+].language = #zh-CN
* #{code} ^designation[=].value = "{chinese}"

CodeSystem: RequestPriorityChineseCS
Id: request-priority-chinese
Title: "Priority of a request: Chinese words"
Description: "Chinese words for the priorities of FHIR; no national table was found."
* insert About([[优先级中文名称]], [[G5]], [[Hainan implementation plan, effective 2024-01-01; proposals on three platforms]])
* ^language = #zh-CN
* ^content = #supplement
* insert Tells([[FHIR 优先级的中文名称；未见国家统一代码表。]])
* ^supplements = "http://hl7.org/fhir/request-priority"
* #routine
* #urgent
* #asap
* #stat
* insert ChineseWord(routine, 普通)
* insert ChineseWord(urgent, 紧急)
* insert ChineseWord(asap, 尽快)
* insert ChineseWord(stat, 危急（绿色通道）)

ValueSet: ReferralPriorityVS
Id: referral-priority
Title: "Priority of a referral"
Description: "The priorities of FHIR; stat is the green channel. Chinese words stand in the supplement request-priority-chinese."
* insert AboutSet([[转诊优先级]], [[G5]], [[Hainan implementation plan, effective 2024-01-01; proposals on three platforms]])
* insert Tells([[FHIR 的优先级；stat 即绿色通道。中文名称见补充代码系统 request-priority-chinese。]])
* include codes from system http://hl7.org/fhir/request-priority
