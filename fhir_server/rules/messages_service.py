"""What rules say of services, charges, referrals and prescriptions."""

from conformance.says import Text

SERVICE_TEXTS: dict[str, Text] = {
    "referral-chain": Text(
        "The referral goes from a {sender} to a {receiver} and skips: {skipped}.",
        "由{sender}转往{receiver}，越过了：{skipped}。",
    ),
    "referral-skip-reason": Text(
        "An urgent referral from a {sender} to a {receiver} skips a level: it needs a reason.",
        "由{sender}紧急越级转往{receiver}，须说明原因。",
    ),
    "referral-unreviewed": Text(
        "The referral has not been approved by a review of its institution.",
        "转诊尚未经本机构审核通过。",
    ),
    "reviewer-is-sender": Text(
        "{actor} refers the resident and cannot review the referral.",
        "{actor} 为转出医生，不能审核本转诊。",
    ),
    "reviewer-role": Text(
        "{actor} is no referral reviewer.",
        "{actor} 不是转诊审核人。",
    ),
    "reviewer-elsewhere": Text(
        "{actor} does not work where the review belongs: {owners}.",
        "{actor} 不属于负责审核的机构：{owners}。",
    ),
    "referral-uncovered": Text(
        "{contract} does not cover {resident} on {day}.",
        "{contract} 在 {day} 不覆盖 {resident}。",
    ),
    "referral-follow-up": Text(
        "There is no follow-up task of the team after the referral back.",
        "转回后没有签约团队的随访任务。",
    ),
    "prescription-mo": Text(
        "The prescription supplies {length} months; {most} at most.",
        "处方供药 {length} 个月，至多 {most} 个月。",
    ),
    "prescription-wk": Text(
        "The prescription supplies {length} weeks; {most} at most.",
        "处方供药 {length} 周，至多 {most} 周。",
    ),
    "prescription-d": Text(
        "The prescription supplies {length} days; {most} at most.",
        "处方供药 {length} 天，至多 {most} 天。",
    ),
    "reduction-visit": Text(
        "The examination is reduced by {given} yuan; a visit by {most} yuan at most.",
        "本次检查减免 {given} 元，每次至多 {most} 元。",
    ),
    "reduction-year": Text(
        "A reduction of {given} yuan after {before} yuan in this year exceeds {most} yuan.",
        "本年已减免 {before} 元，再减免 {given} 元将超过 {most} 元。",
    ),
    "filing-number": Text(
        "The price has not been filed with healthcare security: there is no filing number.",
        "收费标准未向医保部门备案（缺少备案编号）。",
    ),
    "charged-twice": Text(
        "“{item}” is paid with the package “{package}” and cannot be charged again.",
        "“{item}”已含在服务包“{package}”内，不得另行收费。",
    ),
    "evidence-outside": Text(
        "{record} of {day} lies outside of the contract, {start} to {end}.",
        "{record}（{day}）不在协议有效期（{start} 至 {end}）内。",
    ),
    "evidence-stranger": Text(
        "{performer}, who made {record} on {day}, was not of {team}.",
        "{record}（{day}）的服务人员 {performer} 当日不是 {team} 的成员。",
    ),
    "evidence-used": Text(
        "{record} of {day} is evidence of another task of this service already.",
        "{record}（{day}）已用作同一服务项目另一任务的佐证。",
    ),
    "service-after-death": Text(
        "{record} is dated {day}, after the death of the resident on {died}.",
        "{record} 日期为 {day}，晚于居民死亡日期 {died}。",
    ),
    "house-call": Text(
        "{patient} is none of those for whom house calls are.",
        "{patient} 不属于上门服务的对象。",
    ),
    "examination-persons": Text(
        "{count} persons of the household had the yearly examination; it is for {most}.",
        "本年该家庭已有 {count} 人体检，限 {most} 人。",
    ),
    "examination-times": Text(
        "The resident had {count} examination(s) this year; {most} at most.",
        "该居民本年已体检 {count} 次，至多 {most} 次。",
    ),
}
