// The short meaning of an element in English and Chinese; `requirements` are ids of the requirements table.
// Use: * applies insert Means([[Period as signed]], [[签约的服务期限]], [[D6 D7 D8]])
RuleSet: Means(english, chinese, requirements)
* ^short = "{english}"
* ^short.extension[+].url = $translation
* ^short.extension[=].extension[+].url = "lang"
* ^short.extension[=].extension[=].valueCode = #zh
* ^short.extension[=].extension[+].url = "content"
* ^short.extension[=].extension[=].valueString = "{chinese}"
* ^requirements = "{requirements}"

// What every definition says of itself. `requirements` are ids, `source` names the policies in words.
// Use: * insert About([[家庭医生签约协议]], [[D1 D4 D9]], [[Hainan plan 2024; Shenzhen measures 2017]])
RuleSet: About(chinese, requirements, source)
* ^title.extension[+].url = $translation
* ^title.extension[=].extension[+].url = "lang"
* ^title.extension[=].extension[=].valueCode = #zh
* ^title.extension[=].extension[+].url = "content"
* ^title.extension[=].extension[=].valueString = "{chinese}"
* ^purpose = "Requirements: {requirements}. Source: {source}."
* ^experimental = false
* ^publisher = "family-doctor-fhir"
* ^language = #en

// The sentence of an invariant in Chinese, and the requirements it serves.
// Use, inside an Invariant: * insert Says([[出生日期应与身份证号一致]], [[D1]])
RuleSet: Says(chinese, requirements)
* human.extension[+].url = $translation
* human.extension[=].extension[+].url = "lang"
* human.extension[=].extension[=].valueCode = #zh
* human.extension[=].extension[+].url = "content"
* human.extension[=].extension[=].valueString = "{chinese}"
* requirements = "{requirements}"
