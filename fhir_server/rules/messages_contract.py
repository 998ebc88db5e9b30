"""What rules say of contracts: who signs, with whom, for how long, on what, for how much."""

from conformance.says import Text

_PARTIES: dict[str, Text] = {
    "party-kind": Text(
        "The contract is signed by a {kind}; the policy lets sign: {allowed}.",
        "协议甲方为{kind}，政策允许的签约方为：{allowed}。",
    ),
    "nobody-covered": Text(
        "The contract covers no resident.",
        "协议未列明任何签约居民。",
    ),
    "not-of-household": Text(
        "The household that signs does not have these members: {members}.",
        "签约家庭没有这些成员：{members}。",
    ),
    "resident-dead": Text(
        "{member} is recorded as dead.",
        "{member} 已登记死亡。",
    ),
    "minor-signs": Text(
        "{signer} is under {age} on the day of signing and cannot sign.",
        "{signer} 签约当日未满 {age} 周岁，不能签字。",
    ),
    "guardian-missing": Text(
        "{member} is under {age} on the day of signing: the guardian has to sign.",
        "{member} 签约当日未满 {age} 周岁，须由监护人签字。",
    ),
    "register-missing": Text(
        "A household signs with its household register or a residence permit; there is none.",
        "以家庭签约须提供户口簿或居住证，现未提供。",
    ),
    "copies": Text(
        "{found} copies of the agreement were handed out; {due} are due.",
        "协议已交付 {found} 份，应为 {due} 份。",
    ),
    "supplement-main": Text(
        "{main}, which this supplements, is not in force.",
        "本补充协议的主协议 {main} 未在履约中。",
    ),
    "supplement-period": Text(
        "A supplement lies within the days of its main contract, {start} to {end}.",
        "补充协议的期限须在主协议期限（{start} 至 {end}）之内。",
    ),
}

_TEAMS: dict[str, Text] = {
    "team-inactive": Text(
        "{team} is not active on {day}.",
        "{team} 在 {day} 未在用。",
    ),
    "team-roles": Text(
        "{team} lacks a required role: {roles}.",
        "{team} 缺少必备角色：{roles}。",
    ),
    "doctor-status": Text(
        "The registration of {doctor} as family doctor stands at: {status}.",
        "{doctor} 的家庭医生登记状态为：{status}。",
    ),
    "doctor-inactive": Text(
        "{doctor} does not work in this role on {day}.",
        "{doctor} 在 {day} 不在岗。",
    ),
    "doctor-unregistered": Text(
        "{doctor} is not registered as family doctor.",
        "{doctor} 未登记为家庭医生。",
    ),
    "doctor-kind": Text(
        "{doctor} has none of the roles that may sign as family doctor: {kinds}.",
        "{doctor} 的角色不在可担任家庭医生之列：{kinds}。",
    ),
    "doctor-not-of-team": Text(
        "{doctor}, who signs, does not belong to {team} that day.",
        "签字医生 {doctor} 当日不是 {team} 的成员。",
    ),
    "institution-kind": Text(
        "{institution} is run by the government and not of primary level.",
        "{institution} 为政府办机构，且不是基层医疗机构。",
    ),
    "institution-social": Text(
        "{institution} is social-run; only government-run institutions may take part.",
        "{institution} 为社会办机构，仅政府办机构可提供签约服务。",
    ),
    "institution-inactive": Text(
        "{institution} no longer provides the service.",
        "{institution} 已退出签约服务。",
    ),
}

_CAPACITY: dict[str, Text] = {
    "one-team-per-resident": Text(
        "{holder} has {contract} with {team} from {start} to {end}: one team at a time.",
        "{holder} 与 {team} 已有协议 {contract}（{start} 至 {end}），同一时间只能与一个团队签约。",
    ),
    "one-team-per-household": Text(
        "The household {holder} has {contract} with {team} from {start} to {end}: one team at a "
        "time.",
        "家庭 {holder} 与 {team} 已有协议 {contract}（{start} 至 {end}），"
        "同一时间只能与一个团队签约。",
    ),
    "capacity": Text(
        "The team holds {used} of {most} {unit}s; the contract adds {added}.",
        "团队已签约 {used}／{most}（单位：{unit}），本协议新增 {added}。",
    ),
    "capacity-unset": Text(
        "{team} has not set how many residents or households it takes.",
        "{team} 未设定签约上限。",
    ),
}

_TERMS: dict[str, Text] = {
    "term-before-signing": Text(
        "The contract starts on {start}, before it was signed on {signed}.",
        "协议起始日 {start} 早于签订日期 {signed}。",
    ),
    "term-starts": Text(
        "The contract starts on {start}; by the policy it starts on the day of signing, {signed}.",
        "协议起始日为 {start}，按政策应自签订之日（{signed}）起。",
    ),
    "term-renewal-starts": Text(
        "The renewal starts on {start}; it has to start on {due}.",
        "续签协议起始日为 {start}，应为 {due}。",
    ),
    "term-short": Text(
        "The contract runs from {start} to {end}; the shortest term is {years} year(s).",
        "协议期限为 {start} 至 {end}，短于最短期限 {years} 年。",
    ),
    "term-long": Text(
        "The contract runs from {start} to {end}; the longest term is {years} year(s).",
        "协议期限为 {start} 至 {end}，长于最长期限 {years} 年。",
    ),
    "term-ends": Text(
        "The contract runs from {start} to {end}; it has to end on {due}.",
        "协议期限为 {start} 至 {end}，终止日应为 {due}。",
    ),
    "signed-in-future": Text(
        "The day of signing, {signed}, is after today, {today}.",
        "签订日期 {signed} 晚于今日 {today}。",
    ),
    "signed-online-late": Text(
        "Only a contract on paper is entered later: this one says {signed}, today is {today}.",
        "仅纸质协议可补录：本协议签订日期为 {signed}，今日为 {today}。",
    ),
    "signed-too-late": Text(
        "The contract was signed {days} days ago; on paper it may be {most} days at most.",
        "协议签订于 {days} 天前，纸质协议至多可补录 {most} 天前签订的。",
    ),
    "month-closed": Text(
        "The report of {month} is closed: a contract signed on {signed} needs a reason.",
        "{month} 月报已截止，补录 {signed} 签订的协议须说明原因。",
    ),
}

_PACKAGES: dict[str, Text] = {
    "package-no-basic": Text(
        "The contract has no basic package, neither by itself nor within another.",
        "协议未包含基础服务包（单列或包含于其他服务包）。",
    ),
    "package-basics": Text(
        "The contract has {count} basic packages: {packages}.",
        "协议包含 {count} 个基础服务包：{packages}。",
    ),
    "package-tailored": Text(
        "The contract has {count} tailored packages; {most} at most may be chosen.",
        "协议选择了 {count} 个个性化服务包，至多可选 {most} 个。",
    ),
    "package-without-basic": Text(
        "The package “{package}” contains no basic package.",
        "服务包“{package}”未包含基础服务包。",
    ),
    "package-inactive": Text(
        "The package “{package}” cannot be signed for on {day}.",
        "服务包“{package}”在 {day} 不可签约。",
    ),
    "package-kind": Text(
        "The package “{package}” is a {kind}; the contract says {given}.",
        "服务包“{package}”为{kind}，协议写为{given}。",
    ),
    "package-not-for": Text(
        "The package “{package}” is not meant for {member}.",
        "{member} 不属于服务包“{package}”的适用对象。",
    ),
    "basic-price": Text(
        "The basic package “{package}” costs {price} yuan; it is {due} yuan.",
        "基础服务包“{package}”价格为 {price} 元，应为 {due} 元。",
    ),
    "public-health-free": Text(
        "The package “{package}” of public health services costs {price} yuan; they are free.",
        "公共卫生服务免费，服务包“{package}”收费 {price} 元。",
    ),
}

_FEES: dict[str, Text] = {
    "shares-sum": Text(
        "The shares of the payers add up to {total} yuan, the price is {price} yuan.",
        "各付费方份额之和为 {total} 元，价格为 {price} 元。",
    ),
    "overcharged": Text(
        "The price is {price} yuan; for {units} unit(s) the package costs {due} yuan.",
        "价格为 {price} 元，该服务包 {units} 个计价单位应为 {due} 元。",
    ),
    "uninsured-share": Text(
        "The insurance fund bears {share} yuan, but none of those who take it is insured.",
        "医保基金承担 {share} 元，但享有该服务包的居民均未参保。",
    ),
    "insurance-share": Text(
        "The insurance fund bears {share} yuan; for {insured} insured of {takers} it is {most} "
        "yuan at most.",
        "医保基金承担 {share} 元，{takers} 人中 {insured} 人参保，至多 {most} 元。",
    ),
    "fiscal-share-group": Text(
        "Local fiscal funds bear {share} yuan of residents who are of no supported group.",
        "地方财政承担 {share} 元，但居民不属于受补助人群。",
    ),
    "fiscal-share-proof": Text(
        "Local fiscal funds bear {share} yuan without a proof of the supported group.",
        "地方财政承担 {share} 元，但未附特殊人群证明。",
    ),
    "subsidy": Text(
        "The subsidy is {given} yuan; for {residents} resident(s) entitled it is {most} yuan at "
        "most.",
        "补助 {given} 元，{residents} 名居民可享受，至多 {most} 元。",
    ),
    "charges-insured": Text(
        "A government-run institution charges insured residents {paid} yuan while the subsidy of "
        "{subsidy} yuan is paid.",
        "政府办机构享受 {subsidy} 元补助期间，向参保居民收取 {paid} 元。",
    ),
    "charges-more": Text(
        "Residents pay {paid} yuan; after the subsidy of {subsidy} yuan it is {most} yuan at most.",
        "居民支付 {paid} 元，扣除 {subsidy} 元补助后至多 {most} 元。",
    ),
    "announced-price": Text(
        "{institution} has not announced a price for the package “{package}”.",
        "{institution} 未公示服务包“{package}”的价格。",
    ),
    "payers": Text(
        "The policy names no such payer: {payers}.",
        "政策未规定此类付费方：{payers}。",
    ),
}

_ENDINGS: dict[str, Text] = {
    "letter-missing": Text(
        "The contract ends for the reason: {reason}. A written cancellation is needed.",
        "解约原因为{reason}，须提交书面解约。",
    ),
    "letter-later": Text(
        "The last day, {end}, is before the letter was received on {received}.",
        "最后一日 {end} 早于解约书收到日期 {received}。",
    ),
    "evidence-missing": Text(
        "The contract ends for the reason: {reason}. A document has to show it.",
        "解约原因为{reason}，须附证明材料。",
    ),
    "end-after-period": Text(
        "The last day, {end}, is after the last day as signed, {last}.",
        "最后一日 {end} 晚于约定终止日 {last}。",
    ),
    "end-before-period": Text(
        "The last day, {end}, is before the first day of the contract, {first}.",
        "最后一日 {end} 早于协议起始日 {first}。",
    ),
    "breach-signatures": Text(
        "An end for breach is signed by both sides; this side has not signed: {sides}.",
        "违约解约须双方签字，尚未签字的一方：{sides}。",
    ),
    "refund-too-large": Text(
        "The refund is {refund} yuan; the resident paid {paid} yuan.",
        "退费 {refund} 元，超过居民已付的 {paid} 元。",
    ),
    "refund-too-small": Text(
        "The refund is {refund} yuan; all that the resident paid, {paid} yuan, is paid back.",
        "退费 {refund} 元，应一次性退还居民已付的 {paid} 元。",
    ),
}

CONTRACT_TEXTS = _PARTIES | _TEAMS | _CAPACITY | _TERMS | _PACKAGES | _FEES | _ENDINGS
