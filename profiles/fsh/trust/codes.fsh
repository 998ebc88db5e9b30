// Codes that only trust needs: the steps that leave a record, how an endpoint is spoken to.

CodeSystem: ServiceActivityCS
Id: service-activity
Title: "Step of the service"
Description: "What was done to a contract, team, doctor, referral, slot or resident. A step that is an operation has the operation's name."
* insert Codes([[业务步骤]], [[A4 A12 B1 B8 D9 D10 D11 D16 F13 G3 G4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]], complete)
* insert Tells([[对协议、团队、医生、转诊、号源或居民所做的操作；属于服务操作的，代码与操作同名。]])
* ^valueSet = "https://family-doctor-fhir.github.io/ValueSet/service-activity"
* insert Term(apply-for, [[申请签约]], [[Apply for a contract]])
* insert Term(sign, [[签约]], [[Sign]])
* insert Term(renew, [[续约]], [[Renew]])
* insert Defined(amend, [[变更]], [[Amend]], [[增加服务包，增加或退出成员。]], [[A package is added, a member is added or leaves.]])
* insert Defined(cancel, [[受理书面解约]], [[Cancel]], [[机构收到书面解约，确定结束日。]], [[The letter of cancellation was received; it fixes the end.]])
* insert Term(withdraw-cancellation, [[撤回解约]], [[Withdraw a cancellation]])
* insert Term(terminate, [[提前解除]], [[Terminate]])
* insert Term(transfer, [[转至其他团队]], [[Transfer to another team]])
* insert Defined(roll-over, [[按日期生效、到期或失效]], [[Roll over]], [[协议到日生效、到期结束、续约接续或逾期失效。]], [[A contract starts, ends, is followed by its renewal or lapses, as its dates say.]])
* insert Term(void, [[作废]], [[Void]])
* insert Term(dispute, [[转为有争议]], [[Dispute]])
* insert Term(resolve-dispute, [[争议处理完毕]], [[Resolve a dispute]])
* insert Term(sample, [[抽样核查]], [[Draw a sample for verification]])
* insert Term(register, [[家庭医生登记]], [[Register a family doctor]])
* insert Term(file, [[备案]], [[File with the authority]])
* insert Term(disqualify, [[取消资格]], [[Disqualify]])
* insert Term(dissolve, [[撤销团队]], [[Dissolve a team]])
* insert Term(submit, [[提交转诊]], [[Submit a referral]])
* insert Term(approve, [[转诊审核通过]], [[Approve a referral]])
* insert Term(return, [[转诊退回修改]], [[Return a referral for changes]])
* insert Term(decline-review, [[转诊审核不通过]], [[Decline a referral in review]])
* insert Term(accept, [[接收转诊]], [[Accept a referral]])
* insert Term(reject, [[拒收转诊]], [[Reject a referral]])
* insert Term(arrive, [[到诊登记]], [[Record the arrival]])
* insert Term(no-show, [[未到诊登记]], [[Record that the resident did not come]])
* insert Term(complete, [[诊疗结束登记]], [[Record the end of care]])
* insert Term(refer-back, [[转回]], [[Refer back]])
* insert Term(withdraw, [[撤回转诊]], [[Withdraw a referral]])
* insert Term(close, [[转诊结案]], [[Close a referral]])
* insert Term(release, [[号源下沉]], [[Release slots]])
* insert Term(perform, [[履约登记]], [[Record a service]])
* insert Term(confirm-death, [[死亡确认]], [[Confirm a death]])
* insert Term(merge, [[居民档案合并]], [[Merge two residents]])
* insert Term(unmerge, [[撤销合并]], [[Undo a merge]])
* insert Defined(receive, [[外部数据接收]], [[Receive]], [[从平台或医院收到并记入。]], [[Received from a platform or hospital and recorded.]])
* insert Term(initial-load, [[历史数据导入]], [[Initial load]])
* insert Defined(correct, [[更正]], [[Correct]], [[直接修改资源，不改变业务状态。]], [[A resource is changed directly; no business state changes.]])

ValueSet: ServiceActivityVS
Id: service-activity
Title: "Step of the service"
Description: "All codes of the code system service-activity."
* insert AboutSet([[业务步骤]], [[A4 A12 B1 B8 D9 D10 D11 D16 F13 G3 G4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[代码系统 service-activity 的全部代码。]])
* include codes from system ServiceActivityCS

ValueSet: BusinessStateVS
Id: business-state
Title: "State before or after a step"
Description: "The states that steps lead from and to: of contracts, of referrals, of a doctor's registration and filing."
* insert AboutSet([[业务状态]], [[A4 B1 B2 D9 D10 D11 G3 G4]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01; list of this project]])
* insert Tells([[步骤前后的业务状态：协议、转诊、医生登记和备案的状态。]])
* include codes from system ContractStateCS
* exclude ContractStateCS#expiring
* include codes from system ReferralStateCS
* include codes from system RegistrationStatusCS
* include codes from system FilingStatusCS

CodeSystem: ConnectionKindCS
Id: connection-kind
Title: "Kind of connection"
Description: "How a platform is reached where R4 has no code for it: the doors that are met in production."
* insert Codes([[连接方式]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[interfaces met in production; WS/T 448-2014 (contents list); list of this project]], complete)
* insert Tells([[R4 没有相应代码时平台的连接方式，即实际使用的各类接口。]])
* insert Defined(soap, [[SOAP 网络服务]], [[SOAP web service]], [[方法以 XML 字符串传入传出。]], [[Methods take and return XML as a string.]])
* insert Defined(http-json, [[HTTP JSON 接口]], [[HTTP and JSON]], [[非 FHIR 的 JSON 接口。]], [[JSON that is not FHIR.]])
* insert Defined(middle-table, [[中间表（前置库）]], [[Middle tables]], [[在前置机数据库中读写约定的表。]], [[Agreed tables in a front-end database are read and written.]])
* insert Defined(file, [[文件交换]], [[Files]], [[约定目录或文件服务器上的文件。]], [[Files in an agreed folder or on a file server.]])
* insert Defined(oauth-client, [[开放授权客户端]], [[OAuth client]], [[公众号或小程序，以居民身份访问。]], [[A public account or mini-program that acts for a resident.]])

ValueSet: ConnectionKindVS
Id: connection-kind
Title: "Kind of connection"
Description: "The codes of R4 for how an endpoint is reached, and those of the code system connection-kind."
* insert AboutSet([[连接方式]], [[A1 A2 A3 A5 A6 A7 A8 A9]], [[interfaces met in production; WS/T 448-2014 (contents list); list of this project]])
* insert Tells([[接口的连接方式：R4 自有代码，以及代码系统 connection-kind 的代码。]])
* include codes from system http://terminology.hl7.org/CodeSystem/endpoint-connection-type
* include codes from system ConnectionKindCS
