"""Patient/$match, graded (DECISIONS 37)."""

import uuid

import pytest

from profiles import CANONICAL

ID = "urn:oid:2.16.156.10011.1.3"
CERTIFICATE = f"{CANONICAL}/NamingSystem/birth-certificate"
# Division 000000 does not exist; the check characters are right.
OLD, NEW = "000000580412002", "000000195804120028"
OTHER = "000000196211050049"
BORN = "1958-04-12"


def patient(name="郑示例", born=BORN, number=NEW, system=ID, **more):
    made = {"resourceType": "Patient", **more}
    made |= {"name": [{"text": name}]} if name else {}
    made |= {"birthDate": born} if born else {}
    made |= {"identifier": [{"system": system, "value": number}]} if number else {}
    return made


def reached(phone):
    return {"telecom": [{"system": "phone", "value": phone}]}


def mother(name):
    code = {"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "MTH"}
    return {"contact": [{"relationship": [{"coding": [code]}], "name": {"text": name}}]}


def at(text):
    return {"address": [{"text": text}]}


CASES = {
    "all three": (patient(), patient(), "certain"),
    "the old number": (patient(number=OLD), patient(), "certain"),
    "against the old number": (patient(), patient(number=OLD), "certain"),
    "the name otherwise written": (patient(name="郑 示·例"), patient(), "certain"),
    "no birth date": (patient(born=None), patient(), "certain"),
    "another name": (patient(), patient(name="王示例"), "probable"),
    "the number alone": (patient(name=None, born=None), patient(), "probable"),
    "a number against the birth date": (patient(born="1960-01-01"), patient(), ""),
    "name, birth date and telephone": (
        patient(number=None, **reached("138-0000-0000")),
        patient(**reached("+86 13800000000")),
        "possible",
    ),
    "name, birth date and address": (
        patient(number=None, **at("示例村 21号")),
        patient(number=None, **at("示例村21号")),
        "possible",
    ),
    "name and birth date": (patient(number=None), patient(number=None), ""),
    "numbers that contradict": (
        patient(number="000000195804120036", **reached("13800000000")),
        patient(**reached("13800000000")),
        "",
    ),
    "a newborn by its mother": (
        patient("郑宝", "2026-11-01", "X1", CERTIFICATE, **mother("郑示例")),
        patient("郑小", "2026-11-01", "X1", CERTIFICATE, **mother("郑示例")),
        "probable",
    ),
    "a newborn of another mother": (
        patient("郑宝", "2026-11-01", "X1", CERTIFICATE, **mother("李示例")),
        patient("郑小", "2026-11-01", "X1", CERTIFICATE, **mother("郑示例")),
        "",
    ),
    "who was merged": (
        patient(),
        patient(link=[{"other": {"reference": "Patient/x"}, "type": "replaced-by"}]),
        "",
    ),
}


def match(desk, described, **flags):
    listed = [{"name": "resource", "resource": described}]
    listed += [{"name": name, **value} for name, value in flags.items()]
    return desk.http.post(
        "Patient/$match", json={"resourceType": "Parameters", "parameter": listed}
    )


@pytest.fixture
def stored(desk):
    """Stores residents, and deletes them afterwards."""
    names = []

    def store(*patients):
        names.extend(desk.put(p | {"id": uuid.uuid4().hex}) for p in patients)
        return [name.partition("/")[2] for name in names]

    yield store
    for name in names:
        desk.http.delete(name).raise_for_status()


@pytest.mark.parametrize("case", CASES)
def test_grades(desk, stored, case):
    described, candidate, grade = CASES[case]
    (id_,) = stored(candidate)
    entries = match(desk, described).json().get("entry", [])
    graded = {e["resource"]["id"]: e["search"]["extension"][0]["valueCode"] for e in entries}
    assert graded == ({id_: grade} if grade else {})


def test_best_first_so_many_and_only_certain_ones(desk, stored):
    first, second = stored(patient(), patient(name="王示例"))
    found = match(desk, patient()).json()
    assert [e["resource"]["id"] for e in found["entry"]] == [first, second]
    scores = [e["search"]["score"] for e in found["entry"]]
    assert scores == sorted(scores, reverse=True)
    assert match(desk, patient(), count={"valueInteger": 1}).json()["total"] == 1
    only = {"onlyCertainMatches": {"valueBoolean": True}}
    assert match(desk, patient(), **only).json()["total"] == 1
    stored(patient())
    assert match(desk, patient(), **only).json()["total"] == 0


@pytest.mark.parametrize(
    "body",
    [
        {"resourceType": "Parameters"},
        {"resourceType": "Group"},
        {"resourceType": "Patient", "x": 1},
    ],
)
def test_bad_input(desk, body):
    answer = desk.http.post("Patient/$match", json=body)
    assert answer.status_code == 400
