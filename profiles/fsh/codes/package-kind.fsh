CodeSystem: PackageKindCS
Id: package-kind
Title: "Kind of service package"
Description: "The kind of a service package. treatment-discount and health-management are the two paid packages of the 2017 city plan."
* insert Codes([[服务包类别]], [[E1 E2 E3 E5 E6 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[服务包的类别；诊疗优惠组合和健康管理组合为 2017 年某市实施方案的两种有偿组合。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/package-kind"
* insert Defined(basic, [[基础服务包]], [[Basic service package]], [[其他服务包都包含它的全部内容。]], [[Every other package contains all of it.]])
* insert Defined(tailored, [[个性化服务包]], [[Tailored service package]], [[在基础服务包之上，原则上至多选一个。]], [[On top of the basic package; in principle one at most.]])
* insert Defined(treatment-discount, [[诊疗优惠组合]], [[Treatment discount package]], [[每人每年 10 元；检查减免（2017 年标准）。]], [[10 yuan a person; reductions on examinations (2017 figures).]])
* insert Defined(health-management, [[健康管理组合]], [[Health management package]], [[每户每年 300 元；年度体检至多 2 人（2017 年标准）。]], [[300 yuan a household; a yearly examination for at most 2 persons (2017 figures).]])
* insert Defined(functional-community, [[功能社区服务包]], [[Functional-community package]], [[按约定的服务和频次协商定价，并向医保部门备案。]], [[At a negotiated rate, filed with healthcare security.]])

ValueSet: PackageKindVS
Id: package-kind
Title: "Kind of service package"
Description: "All codes of the code system package-kind."
* insert AboutSet([[服务包类别]], [[E1 E2 E3 E5 E6 E11]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 package-kind 的全部代码。]])
* include codes from system PackageKindCS
