CodeSystem: GroupKindCS
Id: group-kind
Title: "Kind of group"
Description: "What a Group resource stands for."
* insert Codes([[群体类别]], [[D2 D3 H1 H2 H3 H4 I3]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[Group 资源所代表的群体。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/group-kind"
* insert Term(household, [[家庭]], [[Household]])
* insert Term(community-members, [[功能社区成员]], [[Members of a functional community]])
* insert Defined(key-population, [[重点人群]], [[Key population group]], [[某地区某类重点人群，作为指标分母。]], [[A key group of an area, the denominator of indicators.]])
* insert Defined(team-panel, [[团队签约居民]], [[Contracted residents of a team]], [[某团队的签约居民，作为团队报告的对象。]], [[Whom a team's report is about.]])
* insert Defined(monitored-households, [[防返贫监测户]], [[Monitored households]], [[防返贫监测的家庭。]], [[Households watched for a return to poverty.]])

ValueSet: GroupKindVS
Id: group-kind
Title: "Kind of group"
Description: "All codes of the code system group-kind."
* insert AboutSet([[群体类别]], [[D2 D3 H1 H2 H3 H4 I3]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 group-kind 的全部代码。]])
* include codes from system GroupKindCS
