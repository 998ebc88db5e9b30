// How code systems, value sets, concept maps and naming systems are written here.

// A code with its Chinese and its English word. Below another code: Term(A #A100, …).
RuleSet: Term(code, chinese, english)
* #{code} "{chinese}"
* #{code} ^designation[+].language = #en
* #{code} ^designation[=].value = "{english}"

// The same, with what it means in Chinese and in English.
RuleSet: Defined(code, chinese, english, meaning, sense)
* #{code} "{chinese}" "{meaning}"
* insert Translated(#{code} ^definition, en, [[{sense}]])
* #{code} ^designation[+].language = #en
* #{code} ^designation[=].value = "{english}"

// What a code system says of itself; its own words are Chinese. `content` is complete or fragment.
RuleSet: Codes(chinese, requirements, source, content)
* insert About([[{chinese}]], [[{requirements}]], [[{source}]])
* ^language = #zh-CN
* ^caseSensitive = true
* ^content = #{content}

// What a concept map says of itself. `id` ends its URL.
RuleSet: MapAbout(id, title, chinese, requirements, source)
* id = "{id}"
* url = "https://family-doctor-fhir.github.io/ConceptMap/{id}"
* insert InBoth(title, [[{title}]], [[{chinese}]])
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "family-doctor-fhir"
* language = #en
* purpose = "Requirements: {requirements}. Source: {source}."

// From one code system to another; the codes that follow are mapped between the two.
RuleSet: Between(source, target)
* group[+].source = "{source}"
* group[=].target = "{target}"

// A code, its word, the code it becomes, and how near that is: equal, equivalent, wider (the target
// says less), narrower (the target says more than is known), inexact, relatedto.
RuleSet: Becomes(code, word, target, equivalence)
* group[=].element[+].code = #{code}
* group[=].element[=].display = "{word}"
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}

// The same, with what is lost.
RuleSet: BecomesBut(code, word, target, equivalence, comment)
* group[=].element[+].code = #{code}
* group[=].element[=].display = "{word}"
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = "{comment}"

// A further target of the code before.
RuleSet: OrBecomes(target, equivalence, comment)
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = "{comment}"

// A code that has no target.
RuleSet: Unmatched(code, word, comment)
* group[=].element[+].code = #{code}
* group[=].element[=].display = "{word}"
* group[=].element[=].target[+].equivalence = #unmatched
* group[=].element[=].target[=].comment = "{comment}"

// An identifier and the system it has here. `kind` is oid or uri.
RuleSet: Numbers(id, name, kind, value, description)
* id = "{id}"
* name = "{name}"
* status = #active
* kind = #identifier
* date = "2026-11-22"
* publisher = "family-doctor-fhir"
* description = "{description}"
* uniqueId[+].type = #{kind}
* uniqueId[=].value = "{value}"
* uniqueId[=].preferred = true
