CodeSystem: ContractEndReasonCS
Id: contract-end-reason
Title: "Reason of an early end"
Description: "Why a contract or a member's cover ended before its last day. Only provider-breach gives the status cancelled; all others give revoked."
* insert Codes([[提前结束原因]], [[D9 D10 D11 B8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[协议或成员服务提前结束的原因。仅 provider-breach 对应 cancelled，其余对应 revoked。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/contract-end-reason"
* insert Defined(moved, [[迁出本辖区]], [[Moved out of the area]], [[需证明材料，不需解约书。]], [[Needs evidence, no letter of cancellation.]])
* insert Defined(lost-contact, [[失访]], [[Lost contact]], [[连续一年无法取得联系；需证明材料。]], [[Not reached for a year; needs evidence.]])
* insert Defined(refused-service, [[拒绝服务]], [[Refused service]], [[连续一年拒绝服务；需证明材料。]], [[Refused service for a year; needs evidence.]])
* insert Defined(resident-request, [[本人要求解约]], [[Resident's own request]], [[居民提交书面解约。]], [[The resident submitted a written cancellation.]])
* insert Defined(switch-team, [[改签]], [[Switched to another team]], [[书面解约后改签其他团队。]], [[Cancelled in writing to sign with another team.]])
* insert Term(deceased, [[死亡]], [[Deceased]])
* insert Defined(provider-breach, [[服务方未履行承诺]], [[Provider did not deliver]], [[双方签字确认，一次性退还居民所付全部费用。]], [[Both sides sign; all the resident paid is refunded at once.]])
* insert Defined(team-dissolved, [[团队撤销或医生退出]], [[Team dissolved or doctor gone]], [[团队撤销，或个人签约的医生退出、取消资格。]], [[The team was dissolved, or the doctor who signed alone left or was disqualified.]])
* insert Defined(institution-exit, [[机构退出]], [[Institution left the service]], [[机构退出签约服务。]], [[The institution no longer provides the service.]])
* insert Defined(overlap, [[重叠签约]], [[Overlapping contract]], [[经核实与另一有效协议重叠，由另一协议继续。]], [[Found to overlap with another contract, which goes on.]])
* insert Term(invoice-void, [[发票作废]], [[Invoice voided]])
* insert Term(other, [[其他]], [[Other]])

ValueSet: ContractEndReasonVS
Id: contract-end-reason
Title: "Reason of an early end"
Description: "All codes of the code system contract-end-reason."
* insert AboutSet([[提前结束原因]], [[D9 D10 D11 B8]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 contract-end-reason 的全部代码。]])
* include codes from system ContractEndReasonCS
