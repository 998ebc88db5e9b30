"""What is compared of two residents, each in one form: numbers, names, telephones, addresses.

Source: GB 11643-1999 (identity numbers: 15 digits and the 18 that replaced them).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from unicodedata import normalize

from fhir_server.service.elements import Json
from profiles import CANONICAL

ID_NUMBER = "urn:oid:2.16.156.10011.1.3"
BIRTH_CERTIFICATE = f"{CANONICAL}/NamingSystem/birth-certificate"
MOTHER = "MTH"

_OLD = re.compile(r"[0-9]{15}")
_NEW = re.compile(r"[0-9]{17}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_UNSAID = re.compile(r"[\s·•．.・]+")
_PHONE_DIGITS = 11


def long_form(number: str) -> str:
    """An identity number with 18 characters: one of 15 gets its century and check character."""
    text = number.strip().upper()
    if not _OLD.fullmatch(text):
        return text
    digits = f"{text[:6]}19{text[6:]}"
    total = sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True))
    return digits + _CHECKS[total % 11]


def forms(number: str) -> tuple[str, ...]:
    """An identity number as it may be stored: with 18 characters and, of last century, with 15."""
    whole = long_form(number)
    is_old = _NEW.fullmatch(whole) and whole[6:8] == "19"
    return (whole, f"{whole[:6]}{whole[8:17]}") if is_old else (whole,)


def born(number: str) -> date | None:
    """The birth date in an identity number; None when there is none."""
    whole = long_form(number)
    if not _NEW.fullmatch(whole):
        return None
    try:
        return date.fromisoformat(f"{whole[6:10]}-{whole[10:12]}-{whole[12:14]}")
    except ValueError:
        return None


def numbers(patient: Json, system: str) -> set[str]:
    """The identifiers of a system that are in use."""
    return {
        str(each["value"])
        for each in patient.get("identifier", [])
        if each.get("system") == system and "value" in each and each.get("use") != "old"
    }


def id_numbers(patient: Json) -> set[str]:
    """Identity numbers with 18 characters, but for those that contradict the birth date."""
    birth = patient.get("birthDate")
    return {
        long_form(each)
        for each in numbers(patient, ID_NUMBER)
        if birth is None or born(each) is None or str(born(each)) == birth
    }


def names(listed: Iterable[Json]) -> set[str]:
    """HumanNames in one form: full width, spaces and middle dots do not count, nor does case."""
    return set(filter(None, map(_name, listed)))


def _name(name: Json) -> str:
    parts = [str(name.get("family", "")), *map(str, name.get("given", []))]
    return plain(str(name.get("text") or "".join(parts)))


def plain(text: str) -> str:
    """A text without what is not said aloud."""
    return _UNSAID.sub("", normalize("NFKC", text)).casefold()


def telephones(patient: Json) -> set[str]:
    """Telephone numbers by their last eleven digits."""
    said = (str(t.get("value", "")) for t in patient.get("telecom", []) if _is_phone(t))
    return {re.sub(r"\D", "", each)[-_PHONE_DIGITS:] for each in said} - {""}


def _is_phone(telecom: Json) -> bool:
    return telecom.get("system") in ("phone", "sms", None)


def addresses(patient: Json) -> set[str]:
    """Addresses as texts."""
    return set(filter(None, map(_address, patient.get("address", []))))


def _address(address: Json) -> str:
    return plain(str(address.get("text") or "".join(map(str, address.get("line", [])))))


def mothers(patient: Json, relatives: Iterable[Json]) -> set[str]:
    """Names of the mother: of a contact, or of a RelatedPerson."""
    contacts = (c for c in patient.get("contact", []) if _is_mother(c))
    known = (r for r in relatives if _is_mother(r))
    said: Iterator[Json] = (c["name"] for c in contacts if "name" in c)
    return names([*said, *(n for r in known for n in r.get("name", []))])


def _is_mother(somebody: Json) -> bool:
    concepts = somebody.get("relationship", [])
    return any(c.get("code") == MOTHER for each in concepts for c in each.get("coding", []))
