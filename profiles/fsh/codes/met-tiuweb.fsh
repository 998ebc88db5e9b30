// Lists of tiuweb's family-doctor application, as met in production, and how they map to ours. Other releases may differ.

CodeSystem: TiuwebApplyStatusCS
Id: tiuweb-apply-status
Title: "tiuweb applystatus"
Description: "Met in production: applystatus, in a family-doctor application. Other releases may differ."
* insert Codes([[tiuweb 签约状态]], [[D9]], [[list met in production]], complete)
* insert Tells([[来自在用系统：applystatus。其他版本可能不同。]])
* insert Term(0, [[待审批]], [[To be approved]])
* insert Term(1, [[已生效]], [[In force]])
* insert Term(2, [[到期结束]], [[Ended at expiry]])
* insert Term(3, [[提前解除]], [[Ended early]])

CodeSystem: TiuwebSignTypeCS
Id: tiuweb-sign-type
Title: "tiuweb signtype"
Description: "Met in production: signtype, in a family-doctor application. Counted from 0, where another system counts the same two from 1. Other releases may differ."
* insert Codes([[tiuweb 签约类型]], [[D2]], [[list met in production]], complete)
* insert Tells([[来自在用系统：signtype。其他版本可能不同。]])
* insert Term(0, [[个人]], [[Person]])
* insert Term(1, [[家庭]], [[Family]])

CodeSystem: TiuwebTransferDirectionCS
Id: tiuweb-transfer-direction
Title: "tiuweb transfer direction"
Description: "Met in production: TblPlanTransferTreatmentRecord, in a family-doctor application. Also written false and true. Other releases may differ."
* insert Codes([[tiuweb 转诊方向]], [[G3]], [[list met in production]], complete)
* insert Tells([[来自在用系统：TblPlanTransferTreatmentRecord。其他版本可能不同。]])
* insert Term(0, [[上转]], [[Up]])
* insert Term(1, [[下转]], [[Down]])

CodeSystem: TiuwebTransferStatusCS
Id: tiuweb-transfer-status
Title: "tiuweb transfer status"
Description: "Met in production: TblPlanTransferTreatmentRecord, in a family-doctor application. The words of 0 and 3 are our reading. Other releases may differ."
* insert Codes([[tiuweb 转诊状态]], [[G3]], [[list met in production]], complete)
* insert Tells([[来自在用系统：TblPlanTransferTreatmentRecord。其他版本可能不同。]])
* insert Term(0, [[已取消]], [[Cancelled]])
* insert Term(1, [[转入成功]], [[Received]])
* insert Term(2, [[转出成功]], [[Sent]])
* insert Term(3, [[待接收]], [[Waiting]])
* insert Term(4, [[未接收]], [[Not received]])

CodeSystem: TiuwebPlanStatusCS
Id: tiuweb-plan-status
Title: "tiuweb plan status"
Description: "Met in production: plan status, in a family-doctor application. Other releases may differ."
* insert Codes([[tiuweb 计划状态]], [[A12]], [[list met in production]], complete)
* insert Tells([[来自在用系统：plan status。其他版本可能不同。]])
* insert Term(0, [[待确认]], [[To be confirmed]])
* insert Term(1, [[待执行]], [[To be done]])
* insert Term(2, [[已过期]], [[Overdue]])
* insert Term(3, [[已完成]], [[Done]])

Instance: TiuwebApplyStatusToContractStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(tiuweb-apply-status-to-contract-state, [[tiuweb applystatus to contract state]], [[tiuweb 签约状态到签约状态]], [[D9]], [[lists met in production]])
* name = "TiuwebApplyStatusToContractStateMap"
* insert InBoth(description, [[Whether an ended contract was renewed shows in its successor.]], [[已结束的协议是否续约，看有无后续协议。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/tiuweb-apply-status, https://family-doctor-fhir.github.io/CodeSystem/contract-state)
* insert Becomes(0, [[待审批]], applied, equivalent)
* insert Becomes(1, [[已生效]], active, equivalent)
* insert BecomesBut(2, [[到期结束]], expired, narrower, [[It may have been renewed.]])
* insert Becomes(3, [[提前解除]], terminated, equivalent)

Instance: TiuwebSignTypeToContractPartyKindMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(tiuweb-sign-type-to-contract-party-kind, [[tiuweb signtype to party]], [[tiuweb 签约类型到签约主体]], [[D2]], [[lists met in production]])
* name = "TiuwebSignTypeToContractPartyKindMap"
* insert InBoth(description, [[Person or family, counted from 0.]], [[个人或家庭，从 0 编号。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/contract-party-kind"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/tiuweb-sign-type, https://family-doctor-fhir.github.io/CodeSystem/contract-party)
* insert Becomes(0, [[个人]], resident, equivalent)
* insert Becomes(1, [[家庭]], household, equivalent)

Instance: TiuwebTransferDirectionToReferralDirectionMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(tiuweb-transfer-direction-to-referral-direction, [[tiuweb direction to direction]], [[tiuweb 转诊方向到转诊方向]], [[G3]], [[lists met in production]])
* name = "TiuwebTransferDirectionToReferralDirectionMap"
* insert InBoth(description, [[One to one.]], [[一一对应。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-direction"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/tiuweb-transfer-direction, https://family-doctor-fhir.github.io/CodeSystem/referral-direction)
* insert Becomes(0, [[上转]], up, equivalent)
* insert Becomes(1, [[下转]], down, equivalent)

Instance: TiuwebTransferStatusToReferralStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(tiuweb-transfer-status-to-referral-state, [[tiuweb transfer status to referral state]], [[tiuweb 转诊状态到转诊状态]], [[G3]], [[lists met in production]])
* name = "TiuwebTransferStatusToReferralStateMap"
* insert InBoth(description, [[By our reading of the words.]], [[依我们对各词的理解。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/referral-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/tiuweb-transfer-status, https://family-doctor-fhir.github.io/CodeSystem/referral-state)
* insert Becomes(0, [[已取消]], cancelled, equivalent)
* insert BecomesBut(1, [[转入成功]], arrived, inexact, [[Received may mean accepted or arrived.]])
* insert BecomesBut(2, [[转出成功]], accepted, inexact, [[Sent may mean accepted or merely sent.]])
* insert Becomes(3, [[待接收]], submitted, equivalent)
* insert BecomesBut(4, [[未接收]], declined, inexact, [[Not received may also mean no answer yet.]])

Instance: TiuwebPlanStatusToFulfilmentStateMap
InstanceOf: ConceptMap
Usage: #definition
* insert MapAbout(tiuweb-plan-status-to-fulfilment-state, [[tiuweb plan status to fulfilment]], [[tiuweb 计划状态到履约状态]], [[A12]], [[lists met in production]])
* name = "TiuwebPlanStatusToFulfilmentStateMap"
* insert InBoth(description, [[In time or late is decided by the dates.]], [[按时还是逾期由日期判定。]])
* targetCanonical = "https://family-doctor-fhir.github.io/ValueSet/fulfilment-state"
* insert Between(https://family-doctor-fhir.github.io/CodeSystem/tiuweb-plan-status, https://family-doctor-fhir.github.io/CodeSystem/fulfilment-state)
* insert BecomesBut(0, [[待确认]], planned, wider, [[That it awaits confirmation is lost.]])
* insert BecomesBut(1, [[待执行]], planned, inexact, [[It may be due already: compare the dates.]])
* insert Becomes(2, [[已过期]], missed, equivalent)
* insert BecomesBut(3, [[已完成]], fulfilled, narrower, [[Done, in time or late: compare the dates.]])
