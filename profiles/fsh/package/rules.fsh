// The description of a definition in Chinese.
RuleSet: ChineseDescription(text)
* ^description.extension[+].url = $translation
* ^description.extension[=].extension[+].url = "lang"
* ^description.extension[=].extension[=].valueCode = #zh
* ^description.extension[=].extension[+].url = "content"
* ^description.extension[=].extension[=].valueString = "{text}"

// Where an extension may stand.
RuleSet: On(element)
* ^context[+].type = #element
* ^context[=].expression = "{element}"

// A field of a complex extension: its type and what it means.
RuleSet: Field(name, type, english, chinese, requirements)
* extension[{name}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}
* extension[{name}].value[x] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
