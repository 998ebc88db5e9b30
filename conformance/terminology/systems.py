"""Code systems that no resource lists: by grammar, or from the registries of ISO and IANA.

| system | known by |
|---|---|
| `urn:iso:std:iso:3166` | alpha-2, alpha-3 and numeric codes of countries (`iso3166`) |
| `urn:iso:std:iso:4217` | currencies in use (`iso4217`) |
| `https://www.iana.org/time-zones` | names of time zones (`tzdata`) |
| `urn:ietf:bcp:47` | grammar of RFC 5646, subtags of the IANA registry (`langcodes`) |
| `urn:ietf:bcp:13` | grammar of media types, RFC 6838 section 4.2 |
| `urn:ietf:rfc:3986` | grammar of URIs |
| `http://unitsofmeasure.org` | grammar and symbols of UCUM (`ucum.py`) |

The registries are read on their first use: a resource that names none of them pays nothing.

Source: FHIR R4 terminologies-systems.html.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from conformance.fhirpath import ucum as units
from conformance.says import says

from .filters import matcher
from .model import Json, Unsupported
from .ucum import is_unit

UCUM = "http://unitsofmeasure.org"


class Grammar(NamedTuple):
    """A system whose codes are those of a form, without end."""

    url: str
    name: str
    accepts: Callable[[str], bool]

    def spelled(self, code: str) -> str | None:
        """The code itself, when it is one."""
        return code if self.accepts(code) else None

    def knows(self, code: str) -> bool:
        """Whether a string is a code of the system."""
        return self.accepts(code)


# What most texts say they are written in, so that they need not load the registry.
_COMMON = "zh zh-CN zh-Hans zh-Hans-CN zh-Hant zh-HK zh-TW en en-US en-GB en-AU de fr es ja ko ru"
_COMMON_LANGUAGES = frozenset(_COMMON.split())
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


def is_language(code: str) -> bool:
    """A language tag whose subtags are registered (RFC 5646, 2.2.9: valid)."""
    if code in _COMMON_LANGUAGES:
        return True
    if len(code) > 100 or not _LANGUAGE.fullmatch(code):
        return False
    import langcodes  # noqa: PLC0415  # a tenth of a second, for rare languages only

    return bool(langcodes.tag_is_valid(code))


# A type, a subtype, and parameters; FHIR's own examples leave out spaces, others do not.
_NAME = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
_TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"  # noqa: S105  # a token of RFC 9110
_PARAMETER = rf"[ \t]*;[ \t]*{_TOKEN}=(?:{_TOKEN}|\"(?:[^\"\\]|\\.)*\")"
_MIME = re.compile(rf"{_NAME}/(?:{_NAME}|\*)(?:{_PARAMETER})*", re.ASCII)
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*")


def is_mime_type(code: str) -> bool:
    """A media type by its form; which are registered changes by the week."""
    return len(code) <= 1_000 and _MIME.fullmatch(code) is not None


def is_uri(code: str) -> bool:
    """An absolute URI."""
    return _URI.fullmatch(code) is not None


GRAMMARS = {
    g.url: g
    for g in (
        Grammar(UCUM, "UCUM", is_unit),
        Grammar("urn:ietf:bcp:47", "BCP 47", is_language),
        Grammar("urn:ietf:bcp:13", "BCP 13", is_mime_type),
        Grammar("urn:ietf:rfc:3986", "URI", is_uri),
    )
}


def grammar_filter(system: Grammar, rule: Json) -> Callable[[str], bool | None]:
    """Whether a code has a property as asked; raises Unsupported."""
    name, operator, value = rule.get("property"), rule.get("op"), str(rule.get("value", ""))
    if name == "code" and operator == "regex":
        return matcher(value)
    if system.url == UCUM and name == "canonical" and operator == "=":
        return _commensurable(value)
    raise Unsupported(says("tx-filter-property", system=system.url, property=name))


def _commensurable(with_: str) -> Callable[[str], bool | None]:
    """UCUM units of the dimension of another, as far as their dimension is known here."""
    wanted = units.parse(with_)

    def holds(code: str) -> bool | None:
        unit = units.parse(code)
        return None if unit is None or wanted is None else unit.dimension == wanted.dimension

    return holds


def registry(url: str) -> Json | None:
    """A CodeSystem made of a registry, or None when there is none for a URL."""
    make = REGISTRIES.get(url)
    return None if make is None else _code_system(url, make)


@cache
def _code_system(url: str, make: Callable[[], Iterator[tuple[str, str]]]) -> Json:
    concepts: list[Json] = [{"code": code, "display": display} for code, display in make()]
    withdrawn = [{"code": "inactive", "valueBoolean": True}]
    concepts += ({"code": code, "property": withdrawn} for code in _WITHDRAWN.get(url, ()))
    return {
        "resourceType": "CodeSystem",
        "url": url,
        "status": "active",
        "content": "complete",
        "caseSensitive": True,
        "concept": concepts,
    }


def _countries() -> Iterator[tuple[str, str]]:
    from iso3166 import countries  # noqa: PLC0415

    for key in ("alpha2", "alpha3", "numeric"):
        # The one code of the list that is not of ISO: Kosovo, from the range for private use.
        yield from ((getattr(c, key), c.name) for c in countries if c.alpha2 != "XK")


def _currencies() -> Iterator[tuple[str, str]]:
    from iso4217 import Currency  # noqa: PLC0415

    return ((c.code, c.currency_name) for c in Currency)


def _time_zones() -> Iterator[tuple[str, str]]:
    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    return ((name, name) for name in names)


# Currencies of the past (ISO 4217, list three), which old invoices are in.
_WITHDRAWN_CURRENCIES = """ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL
    BGJ BGK BGL BGN BOP BRB BRC BRE BRN BRR BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK
    ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL
    LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD ROK
    ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU
    XFO XFU XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR"""
_WITHDRAWN = {"urn:iso:std:iso:4217": _WITHDRAWN_CURRENCIES.split()}
REGISTRIES: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "urn:iso:std:iso:3166": _countries,
    "urn:iso:std:iso:4217": _currencies,
    "https://www.iana.org/time-zones": _time_zones,
}
BY_RULE = (*GRAMMARS, *REGISTRIES)
"""The URLs of the systems that need no resource."""
