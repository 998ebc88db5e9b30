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
