// A code of request-priority with its Chinese word.
RuleSet: Priority(code, english, chinese)
* http://hl7.org/fhir/request-priority#{code} "{english}"
* http://hl7.org/fhir/request-priority#{code} ^designation[+].language = #zh-CN
* http://hl7.org/fhir/request-priority#{code} ^designation[=].value = "{chinese}"

ValueSet: ReferralPriorityVS
Id: referral-priority
Title: "Priority of a referral"
Description: "The priorities of FHIR with their Chinese words; no national table was found."
* insert About([[转诊优先级]], [[G5]], [[Hainan implementation plan, effective 2024-01-01; proposals on three platforms]])
* insert Priority(routine, Routine, 普通)
* insert Priority(urgent, Urgent, 紧急)
* insert Priority(asap, ASAP, 尽快)
* insert Priority(stat, STAT, 危急（绿色通道）)
