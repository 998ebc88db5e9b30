"""What the invariants of R4 say, in Chinese; in English the definitions say it."""

from conformance.says import Text

_CHINESE: dict[str, str] = {}


def invariant_text(key: str, human: str) -> Text:
    """What an invariant demands, in both languages and without a full stop.

    The invariants of other packages are quoted as their authors wrote them.
    """
    human = human.rstrip(".")
    return Text(human, _CHINESE.get(key) or f"不符合约束 {key}：{human}")
