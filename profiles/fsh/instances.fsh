// How definitions that are instances are written: measures, operations, search parameters, capability statements.

// A text in English, and its Chinese.
RuleSet: InBoth(path, english, chinese)
* {path} = "{english}"
* insert Translated({path}, zh, [[{chinese}]])

// A text in Chinese with its English translation, of what residents are shown.
RuleSet: InChinese(path, chinese, english)
* {path} = "{chinese}"
* insert Translated({path}, en, [[{english}]])

// What a definition that is an instance says of itself; its file is named by `type` and `id`.
RuleSet: Defines(type, id, version, name, title, chinese, requirements, source)
* id = "{id}"
* url = "https://family-doctor-fhir.github.io/{type}/{id}"
* version = "{version}"
* name = "{name}"
* insert InBoth(title, [[{title}]], [[{chinese}]])
* experimental = false
* publisher = "family-doctor-fhir"
* language = #en
* purpose = "Requirements: {requirements}. Source: {source}."
