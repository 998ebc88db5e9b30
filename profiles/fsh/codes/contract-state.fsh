// A state that the one of `code` may become.
RuleSet: Next(code, next)
* #{code} ^property[+].code = #next
* #{code} ^property[=].valueCode = #{next}

CodeSystem: ContractStateCS
Id: contract-state
Title: "State of a contract"
Description: "Where a contract stands in its life, and in `next` what it may become. The status of R4 follows from it; see the map to contract-status. `expiring` is computed and never stored, so that it has no `next`."
* insert Codes([[签约状态]], [[D4 D9 D10 D11 D16]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[签约协议所处的业务状态，以及其后可转为的状态（属性 next）；R4 的 status 由它得出，见与 contract-status 的映射。expiring（待续约）为计算得出，不存储，故没有 next。]])
* ^property[0].code = #next
* ^property[0].description = "其后可转为的状态"
* insert Translated(^property[0].description, en, [[A state that it may become]])
* ^property[0].type = #code
* insert Defined(draft, [[草稿]], [[Draft]], [[尚未提交的协议。]], [[Not yet submitted.]])
* insert Defined(applied, [[已申请，待确认]], [[Applied, waiting for the team]], [[居民已提出申请，团队尚未确认；不占用签约名额。]], [[The resident has applied and the team has not yet confirmed; nothing is reserved.]])
* insert Defined(withdrawn, [[已撤回]], [[Withdrawn]], [[居民在确认或付款前撤回申请。]], [[The resident took the application back before it was confirmed or paid.]])
* insert Defined(rejected, [[已拒绝]], [[Rejected]], [[团队不同意签约，或签约平台不接收协议。]], [[The team declined to sign, or the contract platform refused the contract.]])
* insert Defined(pending-payment, [[待付款]], [[Waiting for payment]], [[双方已确认，等待支付有偿服务包；占用名额，逾期失效。]], [[Confirmed by both, waiting for payment of a paid package; holds its place until the payment deadline.]])
* insert Defined(lapsed, [[逾期失效]], [[Lapsed]], [[未在付款期限内付款。]], [[Not paid within the payment deadline.]])
* insert Defined(pending-receipt, [[待回执]], [[Waiting for the platform's receipt]], [[以签约平台为准的机构，双方已签字（有偿的已付款），平台尚未返回回执；占用名额。]], [[Signed by both, and paid where it costs something, at an institution whose system of record is the contract platform: its receipt has not come yet; holds its place.]])
* insert Defined(pending-start, [[待生效]], [[Signed, not yet started]], [[已签约，服务期尚未开始（如续约）。]], [[Signed; the period starts later, as with a renewal.]])
* insert Defined(active, [[履约中]], [[In force]], [[服务期内，正在履约。]], [[Signed and within its period.]])
* insert Defined(expiring, [[待续约]], [[In force, renewal open]], [[临近到期、可以续约；由日期计算，不作为状态存储。]], [[In force and close to its end, so it may be renewed; computed from the dates, never stored.]])
* insert Defined(renewed, [[已续约]], [[Ended and renewed]], [[到期结束，并由续约协议接续；续约协议本身不使用此状态。]], [[Reached its last day and is continued by a successor; the successor itself is not in this state.]])
* insert Defined(expired, [[到期结束]], [[Expired]], [[到期结束，未续约。]], [[Reached its last day and was not renewed.]])
* insert Defined(terminated, [[提前解除]], [[Ended early]], [[在到期前结束；原因见提前结束原因。]], [[Ended before its last day; the reason stands beside it.]])
* insert Defined(disputed, [[有争议]], [[Disputed]], [[与另一协议重叠，正在核实；不占名额，不计入指标。]], [[Overlaps with another contract and is being clarified; it reserves nothing and is not counted.]])
* insert Defined(void, [[作废]], [[Void]], [[录入错误或发票作废，视为从未签订。]], [[Entered in error or its invoice voided: as if never signed.]])

// What a state may become; the others are final.
* insert Next(draft, applied)
* insert Next(draft, pending-payment)
* insert Next(draft, pending-receipt)
* insert Next(draft, pending-start)
* insert Next(draft, active)
* insert Next(applied, withdrawn)
* insert Next(applied, rejected)
* insert Next(applied, pending-payment)
* insert Next(applied, pending-receipt)
* insert Next(applied, pending-start)
* insert Next(applied, active)
* insert Next(pending-payment, withdrawn)
* insert Next(pending-payment, lapsed)
* insert Next(pending-payment, pending-receipt)
* insert Next(pending-payment, pending-start)
* insert Next(pending-payment, active)
* insert Next(pending-payment, void)
* insert Next(pending-receipt, rejected)
* insert Next(pending-receipt, pending-start)
* insert Next(pending-receipt, active)
* insert Next(pending-receipt, void)
* insert Next(pending-start, active)
* insert Next(pending-start, terminated)
* insert Next(pending-start, void)
* insert Next(active, renewed)
* insert Next(active, expired)
* insert Next(active, terminated)
* insert Next(active, disputed)
* insert Next(active, void)
* insert Next(disputed, active)
* insert Next(disputed, terminated)
* insert Next(disputed, void)

ValueSet: ContractStateVS
Id: contract-state
Title: "State of a contract, as stored"
Description: "The states a contract may be stored in: all but expiring, which is computed."
* insert AboutSet([[签约状态（存储）]], [[D4 D9 D10 D11 D16]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[协议可以存储的状态：除 expiring（待续约，由计算得出）外的全部代码。]])
* include codes from system ContractStateCS
* exclude ContractStateCS#expiring

Instance: ContractStateToStatusMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(contract-state-to-status, [[State of a contract to its R4 status]], [[签约状态到 R4 status]], [[D4 D9 D10 D11]], [[R4 contract-status definitions; list of this project]])
* name = "ContractStateToStatusMap"
* insert InBoth(description, [[Which Contract.status each business state has. terminated in R4 is the normal end, so expired and renewed contracts have it; breach by the provider gives cancelled, any other early end revoked. R4 renewed is the beginning of a successor and is never used; a renewal is executed. A template has the status policy and no state.]], [[各业务状态对应的 Contract.status。R4 的 terminated 为正常到期，故到期结束和已续约均取此值；服务方未履约的为 cancelled，其他提前结束为 revoked。R4 的 renewed 指后续协议开始，不使用；续签协议为 executed。协议文本的 status 为 policy，没有业务状态。]])
* sourceCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* targetCanonical = "http://hl7.org/fhir/ValueSet/contract-status"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/contract-state, http://hl7.org/fhir/contract-status)
* insert Becomes(draft, [[草稿]], negotiable, equivalent)
* insert Becomes(applied, [[已申请，待确认]], offered, equivalent)
* insert BecomesBut(withdrawn, [[已撤回]], rejected, wider, [[Who said no is lost.]])
* insert BecomesBut(rejected, [[已拒绝]], rejected, wider, [[Who said no is lost.]])
* insert BecomesBut(lapsed, [[逾期失效]], rejected, wider, [[That a deadline passed is lost.]])
* insert BecomesBut(pending-payment, [[待付款]], executable, wider, [[What is waited for is lost.]])
* insert BecomesBut(pending-receipt, [[待回执]], executable, wider, [[What is waited for is lost.]])
* insert BecomesBut(pending-start, [[待生效]], executed, wider, [[That the period has not begun shows in applies.]])
* insert BecomesBut(active, [[履约中]], executed, wider, [[Pending-start is executed too.]])
* insert BecomesBut(expired, [[到期结束]], terminated, wider, [[Whether it was renewed is lost.]])
* insert BecomesBut(renewed, [[已续约]], terminated, wider, [[Whether it was renewed is lost; the link to the successor says it.]])
* insert BecomesBut(terminated, [[提前解除]], cancelled, wider, [[Where the reason of the early end is provider-breach.]])
* group[=].element[=].target[=].dependsOn.property = "https://family-doctor-fhir.github.io/StructureDefinition/early-end-reason"
* group[=].element[=].target[=].dependsOn.system = "https://family-doctor-fhir.github.io/CodeSystem/contract-end-reason"
* group[=].element[=].target[=].dependsOn.value = "provider-breach"
* insert OrBecomes(revoked, wider, [[Where the reason of the early end is any other.]])
* insert Becomes(disputed, [[有争议]], disputed, equivalent)
* insert Becomes(void, [[作废]], entered-in-error, equivalent)
