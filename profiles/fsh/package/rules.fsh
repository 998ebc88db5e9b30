// A field of a complex extension: its type and what it means.
RuleSet: Field(name, type, english, chinese, requirements)
* extension[{name}] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}
* extension[{name}].value[x] insert Means([[{english}]], [[{chinese}]], [[{requirements}]])
