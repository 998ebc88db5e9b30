CodeSystem: KeyPopulationGroupCS
Id: key-population-group
Title: "Key population group"
Description: "Groups that are signed and served first. No national code table was found: codes of this project. A resident may belong to several. Which groups count is regional; see the value sets by policy. The age limits are regional too: elderly is 65 and above in the national programme, 60 in some systems."
* insert Codes([[重点人群]], [[H1 H2 H3 H4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[优先签约、优先服务的人群。未见国家统一代码表，代码为本项目所定。一名居民可属多个人群；各地范围见按政策划分的值集。年龄界限因地而异：国家项目为 65 岁及以上，部分系统为 60 岁。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/key-population-group"
* insert Defined(elderly, [[老年人]], [[Elderly]], [[65 岁及以上；部分地区为 60 岁及以上。报表按截止日年龄计算。]], [[65 and above; 60 in some regions. Reports compute the age, never read it from this code.]])
* insert Term(pregnant, [[孕产妇]], [[Pregnant and lying-in women]])
* insert Term(child-0-6, [[0-6岁儿童]], [[Children aged 0 to 6]])
* insert Term(hypertension, [[高血压患者]], [[Patients with hypertension]])
* insert Defined(diabetes, [[糖尿病患者]], [[Patients with diabetes]], [[公共卫生项目管理 2 型糖尿病。]], [[The public health programme manages type 2.]])
* insert Defined(chronic-other, [[其他慢性病患者]], [[Other chronic patients]], [[深圳办法所称慢性病患者亦含高血压、糖尿病。]], [[The Shenzhen measures say chronic patients, hypertension and diabetes among them.]])
* insert Term(tuberculosis, [[肺结核患者]], [[Patients with tuberculosis]])
* insert Term(severe-mental, [[严重精神障碍患者]], [[Patients with severe mental disorders]])
* insert Term(hepatitis-b, [[乙肝患者]], [[Patients with hepatitis B]])
* insert Term(disabled, [[残疾人]], [[People with disabilities]])
* insert Term(special-fp-family, [[计划生育特殊家庭成员]], [[Members of special family-planning families]])
* insert Defined(out-of-poverty, [[脱贫人口]], [[People lifted out of poverty]], [[原建档立卡贫困人口。]], [[Earlier: the registered poor.]])
* insert Defined(poverty-monitored, [[防返贫监测对象]], [[People watched for a return to poverty]], [[脱贫不稳定户、边缘易致贫户、突发严重困难户。]], [[Of households precariously out of poverty, prone to it, or in sudden severe difficulty.]])
* insert Defined(general, [[一般人群]], [[General population]], [[不属于任何重点人群。]], [[In no key group.]])

ValueSet: KeyPopulationGroupVS
Id: key-population-group
Title: "Key population group"
Description: "All codes of the code system key-population-group."
* insert AboutSet([[重点人群]], [[H1 H2 H3 H4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 key-population-group 的全部代码。]])
* include codes from system KeyPopulationGroupCS

ValueSet: KeyPopulationGroupShenzhenVS
Id: key-population-group-shenzhen
Title: "Key groups of Shenzhen"
Description: "The nine groups of the Shenzhen measures. They say chronic patients, so hypertension and diabetes are among them; poor people are coded out-of-poverty."
* insert AboutSet([[深圳重点人群]], [[H1]], [[Shenzhen family-doctor service measures (2017 figures)]])
* insert Tells([[深圳办法所列九类人群。办法称“慢性病患者”，高血压、糖尿病患者包括在内；贫困人口用代码 out-of-poverty。]])
* KeyPopulationGroupCS#child-0-6
* KeyPopulationGroupCS#pregnant
* KeyPopulationGroupCS#elderly
* KeyPopulationGroupCS#chronic-other
* KeyPopulationGroupCS#hypertension
* KeyPopulationGroupCS#diabetes
* KeyPopulationGroupCS#severe-mental
* KeyPopulationGroupCS#tuberculosis
* KeyPopulationGroupCS#disabled
* KeyPopulationGroupCS#special-fp-family
* KeyPopulationGroupCS#out-of-poverty

ValueSet: KeyPopulationGroupCity2017VS
Id: key-population-group-city-2017
Title: "Key groups to start from in the 2017 city plan"
Description: "Elderly, chronic patients, women and children, mentally ill patients. The plan says women and children, which is wider than the two groups here."
* insert AboutSet([[2017 年某市优先人群]], [[H5]], [[a city's 2017 implementation plan]])
* insert Tells([[老年人、慢性病患者、妇女儿童、精神障碍患者。方案原文为“妇女儿童”，范围大于此处的孕产妇和0-6岁儿童。]])
* KeyPopulationGroupCS#elderly
* KeyPopulationGroupCS#chronic-other
* KeyPopulationGroupCS#hypertension
* KeyPopulationGroupCS#diabetes
* KeyPopulationGroupCS#pregnant
* KeyPopulationGroupCS#child-0-6
* KeyPopulationGroupCS#severe-mental

ValueSet: KeyPopulationGroupNationalVS
Id: key-population-group-national
Title: "Key groups of the nation"
Description: "The ten groups of the national guiding opinion of 2022."
* insert AboutSet([[国家重点人群]], [[H2]], [[national guiding opinion 2022]])
* insert Tells([[2022年国家指导意见所列十类重点人群。]])
* KeyPopulationGroupCS#elderly
* KeyPopulationGroupCS#pregnant
* KeyPopulationGroupCS#child-0-6
* KeyPopulationGroupCS#disabled
* KeyPopulationGroupCS#out-of-poverty
* KeyPopulationGroupCS#special-fp-family
* KeyPopulationGroupCS#hypertension
* KeyPopulationGroupCS#diabetes
* KeyPopulationGroupCS#tuberculosis
* KeyPopulationGroupCS#severe-mental

ValueSet: KeyPopulationGroupHainanVS
Id: key-population-group-hainan
Title: "Key groups of Hainan"
Description: "The ten groups of the nation and patients with hepatitis B."
* insert AboutSet([[海南重点人群]], [[H3]], [[Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[国家十类重点人群，加乙肝患者。]])
* KeyPopulationGroupCS#elderly
* KeyPopulationGroupCS#pregnant
* KeyPopulationGroupCS#child-0-6
* KeyPopulationGroupCS#disabled
* KeyPopulationGroupCS#out-of-poverty
* KeyPopulationGroupCS#special-fp-family
* KeyPopulationGroupCS#hypertension
* KeyPopulationGroupCS#diabetes
* KeyPopulationGroupCS#tuberculosis
* KeyPopulationGroupCS#hepatitis-b
* KeyPopulationGroupCS#severe-mental
