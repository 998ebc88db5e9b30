"""Search type string, by sound: Chinese names in pinyin, in full and by initials. Index-exact.

张三丰 is entered as `zhangsanfeng` and `zsf`, and found by the beginning of either, however it is
spaced and in any case; it may be asked for in Chinese too. A family name with a reading of its own
(单 is Shan) is entered under both. Names without Chinese count as missing here.
"""

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

from fhir_server.errors import BadRequest
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import Filter, any_of, starting
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import unescape

from .model import Compiler, Indexed, each_of
from .string import HAN, fold

FAMILY_NAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "查": "zha", "解": "xie", "朴": "piao", "任": "ren",
    "区": "ou", "华": "hua", "盖": "ge", "覃": "qin", "尉迟": "yu chi", "万俟": "mo qi",
    "乐": "yue", "员": "yun", "秘": "bi", "缪": "miao", "牟": "mu", "种": "chong", "召": "shao",
    "重": "chong", "黑": "he", "折": "she", "繁": "po", "长孙": "zhang sun", "令狐": "ling hu",
}  # fmt: skip
"""Family names read otherwise than the same characters elsewhere."""


def index(value: Any, _: str, __: Parameter, ___: Place) -> Indexed:
    """The entries of one HumanName; sorting takes the full pinyin."""
    entries = list(dict.fromkeys(_entries(value))) if isinstance(value, dict) else []
    first = entries[0] if entries else ""
    return entries, first, first


def _entries(name: dict[str, Any]) -> Iterator[str]:
    family, given = name.get("family") or "", "".join(filter(None, name.get("given", ())))
    text = name.get("text") or ""
    for whole in dict.fromkeys((family + given, text)):
        if HAN.search(whole):
            for syllables in _readings(whole):
                yield "".join(syllables)
                yield "".join(syllable[0] for syllable in syllables)


@lru_cache(maxsize=16_384)
def _readings(name: str) -> list[list[str]]:
    """The syllables of a name, with each reading of its family name."""
    general = _syllables(name)
    for length in (2, 1):
        if own := FAMILY_NAMES.get(name[:length]):
            special = [*own.split(), *_syllables(name[length:])]
            return [special] if special == general else [special, general]
    return [general]


def _syllables(text: str) -> list[str]:
    # Its tables take a while to load, and many servers never see a Chinese name.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    parts = (fold(part).replace(" ", "") for part in lazy_pinyin(text, v_to_u=False))
    return [part for part in parts if part]


def _starts(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    text = unescape(raw)
    asked = ["".join(s) for s in _readings(text)] if HAN.search(text) else [_spelt(text)]
    return any_of(starting(parameter.key + each) for each in asked)


def _spelt(text: str) -> str:
    """Pinyin as it is entered: without spaces, tones, apostrophes; ü is v."""
    spelt = fold(text.lower().replace("ü", "v")).replace(" ", "")
    if not spelt.isascii():
        raise BadRequest(f"{text[:64]!r} is neither pinyin nor Chinese")
    return spelt


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _starts)}
