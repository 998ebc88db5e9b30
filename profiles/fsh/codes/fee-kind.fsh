CodeSystem: FeeKindCS
Id: fee-kind
Title: "Kind of fee"
Description: "What a charge, discount or allocation is."
* insert Codes([[费用类别]], [[E5 E7 E9 E11 E17 E20 E21 D11]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]], complete)
* insert Tells([[收费、减免或分配的种类。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/fee-kind"
* insert Defined(package-fee, [[签约服务费]], [[Contract service fee]], [[服务包的年度费用。]], [[The yearly charge of a package.]])
* insert Defined(item-fee, [[单项服务费]], [[Fee of a single service]], [[服务包之外、有明确价格的项目，不得重复收取。]], [[With a clear price, beside the package and never twice.]])
* insert Term(supplement-fee, [[补充协议费]], [[Fee of a supplement]])
* insert Term(discount, [[折扣]], [[Discount]])
* insert Term(exam-reduction, [[检查费减免]], [[Reduction on an examination]])
* insert Term(waiver, [[免收]], [[Waiver]])
* insert Term(subsidy, [[财政补助]], [[Subsidy]])
* insert Term(refund, [[退费]], [[Refund]])
* insert Defined(reversal, [[冲销]], [[Reversal of a fund share]], [[服务方违约时冲回各方分担。]], [[Of a fund's share after a breach.]])
* insert Term(staff-allocation, [[人员分配]], [[Allocation to staff]])
* insert Term(labour-subsidy, [[劳务补助]], [[Labour subsidy]])

ValueSet: FeeKindVS
Id: fee-kind
Title: "Kind of fee"
Description: "All codes of the code system fee-kind."
* insert AboutSet([[费用类别]], [[E5 E7 E9 E11 E17 E20 E21 D11]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert Tells([[代码系统 fee-kind 的全部代码。]])
* include codes from system FeeKindCS
