// The life of a contract.

Instance: ContractSign
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-sign, ContractSign, [[Sign a contract]], [[签约]], Contract, sign, false, true, true, [[A11 C6 C7 C8 D1 D2 D3 D4 D5 D6 D7 D8 D12 D16 D17 E2 E13 G9]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; national guiding opinion 2022; Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Signs a contract that is a draft or was applied for, online or from paper. The period follows from the signing date and the policy; one team at a time, room in the team, required roles, packages and payer shares are checked. The covered residents get an episode of care and the family doctor as general practitioner; charges, plan and tasks are made of the packages.]], [[对草稿或已申请的协议签约，线上或补录纸质协议。服务期由签约日期和政策得出；核对唯一团队、团队名额、必备角色、服务包和费用分担。为签约居民建立服务期并登记家庭医生，按服务包生成费用、方案和任务。]])
* insert OpRules([[From draft or applied, or from pending-payment once it is paid, to pending-payment, pending-start or active. Where the contract platform is the system of record, to pending-receipt; its receipt makes it pending-start or active, its refusal rejected.]], [[由草稿、已申请（付款后由待付款）转为待付款、待生效或履约中。以签约平台为准的机构先转为待回执，收到回执后转为待生效或履约中，被平台拒绝的转为已拒绝。]])
* insert OpIn(signedOn, 0, 1, date, [[The day of signing in law; today without it. From paper as many days back as the policy lets, never in the future.]], [[签订日期，默认当日；纸质补录可早于当日（不超过政策规定天数），不得晚于当日。]])
* insert OpIn(start, 0, 1, date, [[First day of the period, where the policy leaves it open.]], [[起始日，政策允许选择时填写。]])
* insert OpIn(years, 0, 1, positiveInt, [[Length of the term in years, where the policy leaves it open.]], [[年限，政策允许选择时填写。]])
* insert OpIn(channel, 0, 1, code, [[How it was signed.]], [[签约方式。]])
* insert OpFrom(contract-signing-channel)
* insert OpIn(member, 0, *, Reference, [[Residents it covers, for a household or functional community; those who are not named are not covered.]], [[家庭或功能社区签约所覆盖的居民，未列出者不覆盖。]])
* insert OpTo(fd-resident)
* insert OpIn(package, 0, *, Reference, [[Packages to add to those in the contract, in their exact version.]], [[增加的服务包（确切版本）。]])
* insert OpTo(fd-service-package)
* insert OpIn(signature, 0, *, Signature, [[Signatures; who signs for whom follows from who.]], [[签名；代签关系由 who、onBehalfOf 表示。]])
* insert OpIn(document, 0, *, Reference, [[The signed paper, the household register or permit, proof of guardianship.]], [[签字文本、户口簿或居住证、监护证明。]])
* insert OpTo(fd-agreement-document)
* insert OpIn(payment, 0, *, Reference, [[The balanced invoice, where a package is to be paid.]], [[已结清的发票（有偿服务包）。]])
* insert OpTo(fd-invoice)
* insert OpIn(reason, 0, 1, string, [[Why it is entered late; needed for a month whose report is closed.]], [[补录原因，月报已截止的月份必填。]])
* insert OpActor(0)
* insert OpContract([[The contract as signed.]], [[签约后的协议。]])

Instance: ContractRenew
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-renew, ContractRenew, [[Renew a contract]], [[续约]], Contract, renew, false, true, true, [[D7 D8 D9 I3]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Makes the contract that continues this one with the same team: it starts the day after this one really ends, or on the day of signing after a gap. This one stays in force to its last day and is linked to its successor.]], [[与同一团队续签：新协议自原协议实际结束次日起，中断后续签的自签订日起；原协议履行至最后一日，并与新协议相互关联。]])
* insert OpRules([[This one active or ended; refused (409) from the receipt of a letter of cancellation on. The renewal is checked like a new contract; a team at its cap may renew.]], [[原协议履约中或已到期；收到书面解约后不可续约（409）。续约按新协议核对；名额已满的团队可续约。]])
* insert OpIn(signedOn, 0, 1, date, [[The day of signing in law; today without it.]], [[签订日期，默认当日。]])
* insert OpIn(years, 0, 1, positiveInt, [[Length of the term in years, where the policy leaves it open.]], [[年限，政策允许选择时填写。]])
* insert OpIn(channel, 0, 1, code, [[How it was signed.]], [[签约方式。]])
* insert OpFrom(contract-signing-channel)
* insert OpIn(member, 0, *, Reference, [[Residents it covers; those of this contract without any.]], [[覆盖的居民，默认与原协议相同。]])
* insert OpTo(fd-resident)
* insert OpIn(package, 0, *, Reference, [[Packages; those of this contract, in the versions then active, without any.]], [[服务包，默认与原协议相同（取现行版本）。]])
* insert OpTo(fd-service-package)
* insert OpIn(signature, 0, *, Signature, [[Signatures.]], [[签名。]])
* insert OpIn(document, 0, *, Reference, [[The signed paper.]], [[签字文本。]])
* insert OpTo(fd-agreement-document)
* insert OpIn(payment, 0, *, Reference, [[The balanced invoice, where a package is to be paid.]], [[已结清的发票（有偿服务包）。]])
* insert OpTo(fd-invoice)
* insert OpActor(0)
* insert OpContract([[The renewal.]], [[续签的协议。]])

Instance: ContractAmend
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-amend, ContractAmend, [[Amend a contract]], [[变更协议]], Contract, amend, false, true, true, [[D2 D3 D14 E2 E7]], [[a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Adds a package or a member (birth, marriage, move) or lets a member leave (death, move, marriage) from a day on. An added member is covered to the end of the contract; fees per person are added. A change of the head of household changes nothing.]], [[自某日起增加服务包或成员（出生、结婚、迁入），或成员退出（死亡、迁出、结婚）。新增成员覆盖至协议结束，按人计费的相应增加；户主变更不影响协议。]])
* insert OpRules([[Pending-start or active; the state stays.]], [[待生效或履约中，状态不变。]])
* insert OpIn(date, 1, 1, date, [[From which day.]], [[变更起始日。]])
* insert OpIn(addPackage, 0, *, Reference, [[A package to add.]], [[增加的服务包。]])
* insert OpTo(fd-service-package)
* insert OpIn(addMember, 0, *, Reference, [[A resident to cover.]], [[增加的成员。]])
* insert OpTo(fd-resident)
* insert OpParts(in, removeMember, 0, *, [[A resident who leaves; the day before `date` is the last one covered.]], [[退出的成员，覆盖至 date 前一日。]])
* insert OpPiece(in, member, 1, 1, Reference, [[Who.]], [[成员。]])
* insert OpPieceTo(fd-resident)
* insert OpPiece(in, reason, 1, 1, code, [[Why.]], [[原因。]])
* insert OpPieceFrom(contract-end-reason)
* insert OpPiece(in, evidence, 0, *, Reference, [[Evidence.]], [[证明材料。]])
* insert OpPieceTo(fd-agreement-document)
* insert OpIn(signature, 0, *, Signature, [[Signatures under the change.]], [[变更签名。]])
* insert OpIn(document, 0, *, Reference, [[The paper of the change.]], [[变更文件。]])
* insert OpTo(fd-agreement-document)
* insert OpActor(0)
* insert OpContract([[The contract as amended.]], [[变更后的协议。]])

Instance: ContractCancel
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-cancel, ContractCancel, [[Receive a letter of cancellation]], [[受理书面解约]], Contract, cancel, false, true, true, [[B3 D9 D10]], [[Shenzhen family-doctor service measures (2017 figures): a written cancellation is submitted before another team is chosen; that receipt fixes the end is a decision of this project]])
* insert InBoth(description, [[Records that the institution received a resident's letter of cancellation. The day of receipt is the last day of the contract, or a later day that the letter asks for; nobody has to approve. Up to that day the letter can be taken back.]], [[登记机构收到居民的书面解约。收到日为协议最后一日，信中要求更晚的从其要求；无需审批。最后一日前可撤回。]])
* insert OpRules([[Pending-start or active; terminated at the end of its last day. Another team may sign from the day after.]], [[待生效或履约中；最后一日结束时转为提前解除，次日起可与其他团队签约。]])
* insert OpIn(letter, 0, 1, Reference, [[The letter; needed unless one is taken back.]], [[书面解约，撤回时可省略。]])
* insert OpTo(fd-agreement-document)
* insert OpIn(end, 0, 1, date, [[The last day, where the letter asks for a later one.]], [[信中要求的更晚的最后一日。]])
* insert OpIn(reason, 0, 1, code, [[Why: the resident's own request, or a switch to another team.]], [[原因：本人要求或改签。]])
* insert OpFrom(contract-end-reason)
* insert OpIn(withdraw, 0, 1, boolean, [[Takes a cancellation back instead.]], [[撤回此前的书面解约。]])
* insert OpActor(0)
* insert OpContract([[The contract, with its last day.]], [[协议及其最后一日。]])

Instance: ContractTerminate
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-terminate, ContractTerminate, [[End a contract early]], [[提前解除]], Contract, terminate, false, true, true, [[B8 D10 D11 D18]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan: both parties sign, all fees are refunded at once; Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Ends a contract before its last day for a reason: breach by the provider, a move, lost contact, refused service, death, exit of team or institution. A breach needs both signatures where the policy says so, and pays back all that the resident paid, at once; the shares of funds are reversed in lines of their own. Other ends refund nothing by themselves.]], [[因故提前解除协议：服务方违约、迁出、失访、拒绝服务、死亡、团队或机构退出等。违约的，政策要求时须双方签字，一次性退还居民所付全部费用，基金份额另行冲回；其他情形不自动退费。]])
* insert OpRules([[Pending-payment, pending-start, active or disputed to terminated; FHIR status cancelled for a breach, else revoked. A refund never exceeds what was paid.]], [[由待付款、待生效、履约中或有争议转为提前解除；违约的 FHIR 状态为 cancelled，其他为 revoked。退费不超过已付金额。]])
* insert OpIn(reason, 1, 1, code, [[Why.]], [[原因。]])
* insert OpFrom(contract-end-reason)
* insert OpIn(end, 0, 1, date, [[The last day; today without it.]], [[最后一日，默认当日。]])
* insert OpIn(signature, 0, *, Signature, [[Signatures: of both sides for a breach.]], [[签名，违约的须双方签字。]])
* insert OpIn(evidence, 0, *, Reference, [[Evidence: of the move, the lost contact, the refusal.]], [[证明材料：迁出、失访、拒绝服务等。]])
* insert OpTo(fd-agreement-document)
* insert OpIn(refund, 0, 1, Money, [[What is paid back, where the policy leaves it open.]], [[退费金额，政策未定时填写。]])
* insert OpIn(note, 0, 1, string, [[What happened.]], [[情况说明。]])
* insert OpActor(0)
* insert OpContract([[The contract as ended.]], [[解除后的协议。]])

Instance: ContractTransfer
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-transfer, ContractTransfer, [[Transfer to another team]], [[转至其他团队]], Contract, transfer, false, true, true, [[B3 B8 D4 D9 D10]], [[Shenzhen family-doctor service measures (2017 figures); Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Ends a contract and signs one with another team from the day after, in one step, so that cover has no hole. At the resident's wish it needs the letter of cancellation; after a team was dissolved, a doctor left or was disqualified, or an institution left, it does not.]], [[一步完成解除原协议并自次日起与其他团队签约，服务不中断。居民要求改签的须有书面解约；团队撤销、医生退出或取消资格、机构退出的不需要。]])
* insert OpRules([[This one active or pending-start to terminated; the new one checked like any.]], [[原协议由履约中或待生效转为提前解除；新协议按常规核对。]])
* insert OpIn(team, 1, 1, Reference, [[The new team, or the family doctor who signs alone.]], [[新团队，或单独签约的家庭医生。]])
* insert OpTo(fd-team)
* insert OpTo(fd-family-doctor)
* insert OpIn(letter, 0, 1, Reference, [[The letter of cancellation.]], [[书面解约。]])
* insert OpTo(fd-agreement-document)
* insert OpIn(reason, 1, 1, code, [[Why: switch-team, team-dissolved, institution-exit …]], [[原因：改签、团队撤销、机构退出等。]])
* insert OpFrom(contract-end-reason)
* insert OpIn(end, 0, 1, date, [[Last day with the present team; the day of receipt or today without it.]], [[与原团队的最后一日，默认收到日或当日。]])
* insert OpIn(package, 0, *, Reference, [[Packages; those of this contract without any.]], [[服务包，默认与原协议相同。]])
* insert OpTo(fd-service-package)
* insert OpIn(signature, 0, *, Signature, [[Signatures under the new contract.]], [[新协议签名。]])
* insert OpIn(document, 0, *, Reference, [[The signed paper.]], [[签字文本。]])
* insert OpTo(fd-agreement-document)
* insert OpActor(0)
* insert OpContract([[The new contract.]], [[新协议。]])

Instance: ContractRollOver
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-roll-over, ContractRollOver, [[Start, end and lapse what is due]], [[按日期生效、到期和失效]], Contract, roll-over, true, false, true, [[D6 D7 D8 D9 D10 G9]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01]])
* insert InBoth(description, [[Brings all contracts to where they stand on a day: those whose first day has come are in force, those past their last day expired, renewed or ended, unpaid ones lapsed; episodes and general practitioners follow. One pass, which may be repeated, stopped and run late with the same result.]], [[将全部协议更新至某日应有的状态：到起始日的生效，过最后一日的到期、续约接续或解除，逾期未付款的失效；服务期和家庭医生登记随之更新。可重复、中断或延后执行，结果相同。]])
* insert OpRules([[A late run changes nothing but when it is recorded: writes are judged by true dates even before it runs.]], [[延后执行只影响记录时间：未执行前，写入也按实际日期判断。]])
* insert OpIn(date, 0, 1, date, [[For which day; today without it, never in the future.]], [[日期，默认当日，不得晚于当日。]])
* insert OpIn(institution, 0, 1, Reference, [[Only contracts of this institution.]], [[仅该机构的协议。]])
* insert OpTo(fd-institution)
* insert OpIn(dryRun, 0, 1, boolean, [[Says what would change and changes nothing.]], [[只报告将发生的变化，不实际变更。]])
* insert OpOut(date, 1, 1, date, [[The day.]], [[日期。]])
* insert OpOut(started, 1, 1, integer, [[Contracts that came into force.]], [[生效的协议数。]])
* insert OpOut(expired, 1, 1, integer, [[Contracts that expired.]], [[到期的协议数。]])
* insert OpOut(renewed, 1, 1, integer, [[Contracts that were followed by their renewal.]], [[由续约接续的协议数。]])
* insert OpOut(ended, 1, 1, integer, [[Contracts whose early end was reached.]], [[提前解除到日的协议数。]])
* insert OpOut(lapsed, 1, 1, integer, [[Contracts that were not paid in time.]], [[逾期失效的协议数。]])
* insert OpParts(out, problem, 0, *, [[A contract that could not be brought to where it belongs.]], [[未能更新的协议。]])
* insert OpPiece(out, contract, 1, 1, Reference, [[Which.]], [[协议。]])
* insert OpPieceTo(fd-contract)
* insert OpPiece(out, issue, 1, 1, string, [[Why.]], [[原因。]])

Instance: ContractEligibility
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-eligibility, ContractEligibility, [[What would be refused]], [[签约资格预查]], Contract, eligibility, true, false, false, [[A11 C6 C7 D1 D4 D5 D10 D17 E2 E14 E15]], [[Shenzhen family-doctor service measures (2017 figures); a city's 2017 implementation plan; Hainan implementation plan, effective 2024-01-01: procedure of signing]])
* insert InBoth(description, [[Judges a contract before anybody signs: which rules would refuse it, which would warn, the period it would have, the price and who would pay. Nothing is reserved: the answer may differ when it is signed.]], [[签约前预查：哪些规则会拒绝或告警，服务期、价格和费用分担如何。不占名额，签约时结果可能不同。]])
* insert OpIn(contract, 0, 1, Contract, [[A whole contract to be judged; or what follows.]], [[待判断的完整协议；或填下列各项。]])
* insert OpIn(resident, 0, *, Reference, [[Residents to be covered.]], [[拟覆盖的居民。]])
* insert OpTo(fd-resident)
* insert OpIn(household, 0, 1, Reference, [[The household that would sign.]], [[拟签约的家庭。]])
* insert OpTo(fd-household)
* insert OpIn(community, 0, 1, Reference, [[The functional community that would sign.]], [[拟签约的功能社区。]])
* insert OpTo(fd-functional-community)
* insert OpIn(team, 0, 1, Reference, [[The team, or the family doctor who signs alone.]], [[团队，或单独签约的家庭医生。]])
* insert OpTo(fd-team)
* insert OpTo(fd-family-doctor)
* insert OpIn(package, 0, *, Reference, [[Packages.]], [[服务包。]])
* insert OpTo(fd-service-package)
* insert OpIn(signedOn, 0, 1, date, [[The day of signing; today without it.]], [[签订日期，默认当日。]])
* insert OpIn(start, 0, 1, date, [[First day, where the policy leaves it open.]], [[起始日，政策允许选择时填写。]])
* insert OpIn(years, 0, 1, positiveInt, [[Length of the term in years, where the policy leaves it open.]], [[年限，政策允许选择时填写。]])
* insert OpOut(eligible, 1, 1, boolean, [[Whether it would be signed.]], [[是否可签约。]])
* insert OpOut(period, 0, 1, Period, [[The period it would have.]], [[服务期限。]])
* insert OpParts(out, share, 0, *, [[What a payer would bear in the first service year.]], [[首个服务年度各付费方承担金额。]])
* insert OpPiece(out, payer, 1, 1, code, [[Kind of payer.]], [[付费方类别。]])
* insert OpPieceFrom(payer-kind)
* insert OpPiece(out, amount, 1, 1, Money, [[Amount.]], [[金额。]])
* insert OpOut(outcome, 1, 1, OperationOutcome, [[Errors refuse, warnings do not; each names rule, requirement and text, with the numbers.]], [[错误为拒绝，告警不影响签约；注明规则、需求、依据和数值。]])

Instance: ContractEntitlement
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-entitlement, ContractEntitlement, [[What a resident is entitled to]], [[签约权益查询]], Contract, entitlement, true, true, false, [[D4 E5 E6 E17 E22 E25 G5]], [[a city's 2017 implementation plan: reductions, settlement preferences; Hainan implementation plan, effective 2024-01-01: one-stop settlement]])
* insert InBoth(description, [[For registration desk and settlement: is the resident under contract on a day, with whom, which reductions are left this year, which preferences hold. Meant to be asked at every visit, so it is fast and gives nothing else.]], [[供挂号、结算窗口查询：居民某日是否在约、签约团队、本年剩余减免、适用的结算优惠。供每次就诊调用，快速返回，不含其他内容。]])
* insert OpReference(patient, 0, 1, [[The resident (Patient); not with an instance that covers one resident alone.]], [[居民（Patient）；对单人协议实例调用时可省略。]])
* insert OpIn(identifier, 0, 1, string, [[The resident by identifier instead, as system and value.]], [[以证件号等代替居民引用（system|value）。]])
* parameter[=].searchType = #token
* insert OpIn(date, 0, 1, date, [[On which day; today without it.]], [[日期，默认当日。]])
* insert OpOut(covered, 1, 1, boolean, [[Whether a contract covers the resident on the day.]], [[该日是否在约。]])
* insert OpOut(contract, 0, 1, Reference, [[The contract.]], [[协议。]])
* insert OpTo(fd-contract)
* insert OpOut(period, 0, 1, Period, [[From when to when the resident is covered.]], [[服务期。]])
* insert OpOut(team, 0, 1, Reference, [[The team, or the doctor.]], [[团队或医生。]])
* insert OpTo(fd-team)
* insert OpTo(fd-family-doctor)
* insert OpOut(institution, 0, 1, Reference, [[The institution.]], [[签约机构。]])
* insert OpTo(fd-institution)
* insert OpParts(out, discount, 0, *, [[A reduction and what is left of it this year.]], [[减免项目及本年剩余。]])
* insert OpPiece(out, item, 1, 1, code, [[The service.]], [[服务项目。]])
* insert OpPieceFrom(service-item)
* insert OpPiece(out, perVisit, 0, 1, Money, [[At most this much a visit.]], [[每次上限。]])
* insert OpPiece(out, left, 0, 1, Money, [[What is left of the amount.]], [[剩余金额。]])
* insert OpPiece(out, times, 0, 1, integer, [[How many times are left.]], [[剩余次数。]])
* insert OpParts(out, preference, 0, 1, [[Preferences in settlement.]], [[结算优惠。]])
* insert OpPiece(out, outpatientFeeWaived, 0, 1, boolean, [[The resident's share of the general fee is waived.]], [[免收一般诊疗费个人自付部分。]])
* insert OpPiece(out, inpatientPercent, 0, 1, decimal, [[Reimbursement of inpatients in percent.]], [[住院报销比例（%）。]])
* insert OpOut(priority, 0, 1, boolean, [[Whether a referral gives the resident priority on the day.]], [[该日是否享有转诊优先。]])

Instance: ContractSample
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-sample, ContractSample, [[Draw a sample for verification]], [[抽样核查]], Contract, sample, true, false, true, [[D18 I3 I4 I8]], [[a city's 2017 implementation plan: random telephone calls verify authenticity and satisfaction]])
* insert InBoth(description, [[Draws contracts at random to be verified by telephone and makes a task for each, with the survey to be answered. The same seed over the same contracts draws the same sample, so a sample can be checked.]], [[随机抽取协议进行电话核查，为每份生成任务和待答问卷。相同种子对相同协议抽取结果相同，便于复核。]])
* insert OpRules([[Contracts signed in the interval, in force or not; disputed and void ones are left out. Residents who take no survey by consent are drawn and shown as such.]], [[抽取区间内签订的协议（不论是否在约），不含有争议和作废的；未同意接受调查的居民照常抽取并注明。]])
* insert OpIn(size, 1, 1, positiveInt, [[How many.]], [[抽取数量。]])
* insert OpIn(seed, 1, 1, string, [[The seed; it is kept with the sample.]], [[随机种子，随样本保存。]])
* insert OpIn(signedFrom, 0, 1, date, [[Signed on this day or later.]], [[签订日期起。]])
* insert OpIn(signedTo, 0, 1, date, [[Signed on this day or earlier.]], [[签订日期止。]])
* insert OpIn(due, 0, 1, date, [[By when it is to be verified.]], [[核查截止日期。]])
* insert OpScope
* insert OpActor(0)
* insert OpOut(of, 1, 1, integer, [[From how many contracts it was drawn.]], [[抽样总体数。]])
* insert OpOut(task, 0, *, Reference, [[The tasks.]], [[核查任务。]])
* insert OpToAny(Task)

Instance: ContractGaps
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-gaps, ContractGaps, [[Whom the service misses]], [[缺口清单]], Contract, gaps, true, false, false, [[F1 F4 F10 H4]], [[Hainan implementation plan, effective 2024-01-01: yearly specialist follow-up, seven-one services, all elderly with underlying disease, full coverage of monitored households]])
* insert InBoth(description, [[Names the residents whom a rule over a period misses: chronic patients and elderly of monitored households without a contract, chronic patients not seen by a specialist this year, elderly with underlying disease without graded service, residents without all seven things. A report of type subject-list with its List.]], [[列出按期要求未覆盖的居民：监测户中未签约的慢病患者和老年人、年内无专科医生随访的慢病患者、未分级服务的有基础疾病老年人、“七个一”未齐的居民。返回 subject-list 类型报告及名单。]])
* insert OpIn(measure, 1, *, canonical, [[Which rule: monitored-household-coverage, specialist-follow-up-rate, elderly-graded-service, seven-one-completeness, or another measure with a list.]], [[按哪项要求：监测户覆盖、专科随访、老年人分级服务、“七个一”，或其他可出名单的指标。]])
* insert OpToAny(Measure)
* insert OpIn(periodStart, 0, 1, date, [[First day; that of the year without it.]], [[首日，默认当年首日。]])
* insert OpIn(periodEnd, 0, 1, date, [[Last day; today without it, never in the future.]], [[末日，默认当日，不得晚于当日。]])
* insert OpScope
* insert OpOut(report, 1, *, MeasureReport, [[The report of each measure, with the list of those it misses.]], [[每项要求的报告，附缺口名单。]])
* insert OpOut(list, 1, *, List, [[The residents, one list for each measure.]], [[居民名单，每项一份。]])

Instance: ContractCheck
InstanceOf: OperationDefinition
Usage: #definition
* insert Operation(contract-check, ContractCheck, [[Check the seven-one services]], [[“七个一”核查]], Contract, check, false, true, false, [[F1]], [[Hainan implementation plan, effective 2024-01-01: seven-one services]])
* insert InBoth(description, [[Says which of the seven things a covered resident has: health record, signed agreement, assessment, plan, schedule, contact card or manual, health philosophy; each with its evidence.]], [[核查签约居民“七个一”完成情况：健康档案、签约协议、健康评估、健康管理方案、服务计划、联系卡或手册、健康理念，并列出佐证。]])
* insert OpReference(patient, 0, 1, [[The resident (Patient); needed where the contract covers several.]], [[居民（Patient）；协议覆盖多人时必填。]])
* insert OpIn(date, 0, 1, date, [[On which day; today without it.]], [[日期，默认当日。]])
* insert OpOut(complete, 1, 1, boolean, [[Whether all seven are there.]], [[是否全部完成。]])
* insert OpParts(out, service, 7, 7, [[One of the seven.]], [[其中一项。]])
* insert OpPiece(out, code, 1, 1, code, [[Which.]], [[代码。]])
* insert OpPieceFrom(seven-one-service)
* insert OpPiece(out, done, 1, 1, boolean, [[Whether it is there.]], [[是否完成。]])
* insert OpPiece(out, date, 0, 1, date, [[Since when.]], [[完成日期。]])
* insert OpPiece(out, evidence, 0, *, Reference, [[The evidence.]], [[佐证。]])
* insert OpPieceToAny(Resource)
