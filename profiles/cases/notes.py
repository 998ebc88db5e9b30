"""Where a policy is silent: what the case does instead, said in the text of its first term."""

from collections.abc import Callable
from typing import Any

from profiles.policies import Policy, Setting

from .frame import Frame

# A matter, and what is done where the policy leaves it open: in Chinese and in English.
_SILENT: tuple[tuple[Callable[[Policy], Setting[Any]], str, str], ...] = (
    (
        lambda p: p.contract.parties,
        "未规定签约主体，由居民个人签约",
        "does not say who signs: each resident does",
    ),
    (
        lambda p: p.term.ends,
        "未规定期满日的算法，按所示期限",
        "does not say how a term ends: as shown",
    ),
    (
        lambda p: p.capacity.max_per_team,
        "未规定团队签约上限，团队自定2000人",
        "names no cap for a team: the team set 2,000 residents",
    ),
    (
        lambda p: p.team.required_roles,
        "未规定团队必备岗位，由全科医生、护士和公卫医师组成",
        "names no roles of a team: a GP, a nurse and a public health physician",
    ),
    (
        lambda p: p.fees.payers,
        "未规定费用分担，按服务包所列",
        "names no payers: as the packages have them",
    ),
    (
        lambda p: p.referral.review_required,
        "未规定转诊审核，发出前由机构审核",
        "asks for no review of referrals: the institution reviews before sending",
    ),
    (
        lambda p: p.referral.follow_up_required,
        "未规定转诊后随访，转回后由团队随访",
        "asks for no follow-up of referrals: the team follows up",
    ),
    (
        lambda p: p.slots.release_days_ahead,
        "未规定号源下沉，转诊不含预约",
        "asks for no slots to be released: the referral has no appointment",
    ),
    (
        lambda p: p.reports.monthly,
        "未规定月报表，按本项目栏目",
        "names no monthly report: columns of this project",
    ),
)
_AMOUNTS = (
    "价格取自已发布的示例服务包",
    "Prices are those of the published example packages",
)


def notes(frame: Frame) -> str:
    """What the case shows, and where the policy is silent, in Chinese and English."""
    policy = frame.policy
    found = [(zh, en) for setting, zh, en in _SILENT if _silent(setting(policy), frame)]
    chinese = "；".join([*(zh for zh, _ in found), _AMOUNTS[0]])
    english = "; ".join([f"{policy.title} {en}" for _, en in found] + [_AMOUNTS[1]])
    return f"示例数据，依据{policy.chinese}。{chinese}。\nExample by {policy.title}. {english}."


def _silent(setting: Setting[Any], frame: Frame) -> bool:
    """Whether the policy says nothing of its own on the day of signing."""
    value = setting.on(frame.signed)
    return value is None or value.own
