// A text in another language beside the one at `path`; `language` is zh or en.
RuleSet: Translated(path, language, text)
* {path}.extension[+].url = $translation
* {path}.extension[=].extension[+].url = "lang"
* {path}.extension[=].extension[=].valueCode = #{language}
* {path}.extension[=].extension[+].url = "content"
* {path}.extension[=].extension[=].valueString = "{text}"

// The short meaning of an element in English and Chinese; `requirements` are ids of the requirements table.
// Use: * applies insert Means([[Period as signed]], [[签约的服务期限]], [[D6 D7 D8]])
RuleSet: Means(english, chinese, requirements)
* ^short = "{english}"
* insert Translated(^short, zh, [[{chinese}]])
* ^requirements = "{requirements}"

// What every definition says of itself. `requirements` are ids, `source` names the policies in words.
// Use: * insert About([[家庭医生签约协议]], [[D1 D4 D9]], [[Hainan plan 2024; Shenzhen measures 2017]])
RuleSet: About(chinese, requirements, source)
* insert AboutSet([[{chinese}]], [[{requirements}]], [[{source}]])
* ^language = #en

// The same of a value set. It has no language: validators would judge the words of its codes by it.
RuleSet: AboutSet(chinese, requirements, source)
* insert Translated(^title, zh, [[{chinese}]])
* ^purpose = "Requirements: {requirements}. Source: {source}."
* ^experimental = false
* ^publisher = "family-doctor-fhir"

// The description in Chinese.
// Use: * insert Tells([[协议的签订方式。]])
RuleSet: Tells(chinese)
* insert Translated(^description, zh, [[{chinese}]])

// The sentence of an invariant in Chinese, and the requirements it serves.
// Use, inside an Invariant: * insert Says([[出生日期应与身份证号一致]], [[D1]])
RuleSet: Says(chinese, requirements)
* insert Translated(human, zh, [[{chinese}]])
* requirements = "{requirements}"

// An element that an extension may stand on.
RuleSet: On(element)
* ^context[+].type = #element
* ^context[=].expression = "{element}"
