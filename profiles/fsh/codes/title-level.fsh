CodeSystem: TitleLevelCS
Id: title-level
Title: "Level of a professional title"
Description: "The level of a health professional's title."
* insert Codes([[职称级别]], [[C4]], [[a city's 2017 implementation plan; list of this project]], complete)
* insert Tells([[卫生专业技术职务的级别。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/title-level"
* insert Term(senior, [[正高级]], [[Senior]])
* insert Term(associate-senior, [[副高级]], [[Associate senior]])
* insert Term(intermediate, [[中级]], [[Intermediate]])
* insert Term(junior, [[初级（师）]], [[Junior]])
* insert Term(assistant, [[初级（士）]], [[Assistant]])
* insert Term(none, [[无职称]], [[None]])

ValueSet: TitleLevelVS
Id: title-level
Title: "Level of a professional title"
Description: "All codes of the code system title-level."
* insert AboutSet([[职称级别]], [[C4]], [[a city's 2017 implementation plan; list of this project]])
* insert Tells([[代码系统 title-level 的全部代码。]])
* include codes from system TitleLevelCS
