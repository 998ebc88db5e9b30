// How measures and their library are written.

// A measure: `scoring` is proportion, ratio, continuous-variable or cohort; `topic` a code of the system `topics`.
RuleSet: Indicator(id, name, title, chinese, scoring, topics, topic, requirements, source)
* insert Defines(Measure, {id}, 0.1.0, {name}, [[{title}]], [[{chinese}]], [[{requirements}]], [[{source}]])
* status = #draft
* date = "2026-11-22"
* library = "https://family-doctor-fhir.github.io/Library/populations|0.1.0"
* topic = https://family-doctor-fhir.github.io/CodeSystem/{topics}#{topic}
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#{scoring}
* group[0].code = https://family-doctor-fhir.github.io/CodeSystem/{topics}#{topic}

// Of structure, process or outcome; more (increase) or less (decrease) is better.
RuleSet: MeasureJudged(type, better)
* type = http://terminology.hl7.org/CodeSystem/measure-type#{type}
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#{better}

// What the current group counts, and what it divides by.
RuleSet: CountedIn(basis, denominator)
* group[=].extension[basis].valueCode = #{basis}
* group[=].extension[denominatorKind].valueCode = #{denominator}

// A population of the current group by the name of an expression in the library.
RuleSet: Counts(code, expression, english, chinese)
* group[=].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{code}
* insert InBoth(group[=].population[=].description, [[{english}]], [[{chinese}]])
* group[=].population[=].criteria.language = #text/cql
* group[=].population[=].criteria.expression = "{expression}"

// A population of the current group by a condition on one resource of its basis.
RuleSet: CountsWhere(code, expression, english, chinese)
* group[=].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{code}
* insert InBoth(group[=].population[=].description, [[{english}]], [[{chinese}]])
* group[=].population[=].criteria.language = #text/fhirpath
* group[=].population[=].criteria.expression = "{expression}"

// A breakdown of the current group.
RuleSet: BrokenDownBy(expression, english, chinese)
* group[=].stratifier[+].criteria.language = #text/cql
* group[=].stratifier[=].criteria.expression = "{expression}"
* insert InBoth(group[=].stratifier[=].code.text, [[{english}]], [[{chinese}]])

// What a policy aims at, in percent.
RuleSet: MeasureAims(n, comparator, value, policy)
* group[=].extension[target][{n}].extension[value].valueQuantity = {value} '%' "%"
* group[=].extension[target][{n}].extension[value].valueQuantity.comparator = #{comparator}
* group[=].extension[target][{n}].extension[policy].valueCode = #{policy}

// A policy the measure rests on.
RuleSet: MeasureRestsOn(citation)
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "{citation}"

// An expression of the library: what it gives.
RuleSet: LibraryGives(name, type, english, chinese)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].type = #{type}
* insert InBoth(parameter[=].documentation, [[{english}]], [[{chinese}]])

// A value that the expressions of the library are evaluated with.
RuleSet: LibraryTakes(name, type, min, english, chinese)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "1"
* parameter[=].type = #{type}
* insert InBoth(parameter[=].documentation, [[{english}]], [[{chinese}]])
