"""Deterministic Patients of 2 KB with about 25 index entries, the same for every target."""

import json
from datetime import UTC, datetime
from typing import Any

from fhir_server.search import entries
from fhir_server.store.documents import to_document
from fhir_server.versions import next_version

Json = dict[str, Any]

PATIENTS = 2_000
"""How many Patients every target holds before measuring."""

SYSTEM = "https://example.org/health-record"
FAMILIES = ("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳")
GIVEN = ("伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "建国", "秀英", "晓明")
REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation"
DISTRICTS = ("福田区", "罗湖区", "南山区", "宝安区", "龙岗区", "盐田区")


def patient_id(n: int) -> str:
    """The id of Patient number `n`."""
    return f"bench-{n:06d}"


def record_number(n: int) -> str:
    """The identifier by which Patient number `n` is searched."""
    return f"44030{n:012d}"


def patient(n: int) -> Json:
    """Patient number `n`: fictitious, about 2 KB of JSON."""
    family, given = FAMILIES[n % len(FAMILIES)], GIVEN[n // 7 % len(GIVEN)]
    district = DISTRICTS[n % len(DISTRICTS)]
    born = f"{1930 + n % 90}-{1 + n % 12:02d}-{1 + n % 28:02d}"
    street = f"示范路{1 + n % 400}号{1 + n % 30}栋{1 + n % 33:02d}{1 + n % 8:02d}室"
    return {
        "resourceType": "Patient",
        "id": patient_id(n),
        "text": {"status": "generated", "div": _narrative(family + given, born, district + street)},
        "identifier": [
            {"use": "official", "system": SYSTEM, "value": record_number(n)},
            {
                "use": "secondary",
                "type": _concept("http://terminology.hl7.org/CodeSystem/v2-0203", "SN"),
                "system": "https://example.org/insurance-card",
                "value": f"S{n * 7919 % 10**9:09d}",
            },
        ],
        "active": True,
        "name": [
            {
                "use": "official",
                "text": f"{family}{given}",
                "family": family,
                "_family": {"extension": [{"url": REPRESENTATION, "valueCode": "IDE"}]},
                "given": [given],
            }
        ],
        "telecom": [
            {"system": "phone", "value": f"139{n % 10**8:08d}", "use": "mobile", "rank": 1}
        ],
        "gender": ("male", "female")[n % 2],
        "birthDate": born,
        "address": [
            {
                "use": "home",
                "type": "both",
                "line": [street],
                "city": "深圳市",
                "district": district,
                "postalCode": f"518{n % 1000:03d}",
            }
        ],
        "maritalStatus": _concept("http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "M"),
        "contact": [
            {
                "relationship": [{"text": "子女"}],
                "name": {"text": f"{family}小{given}", "family": family, "given": [f"小{given}"]},
                "telecom": [{"system": "phone", "value": f"138{n * 31 % 10**8:08d}"}],
            }
        ],
        "communication": [{"language": _concept("urn:ietf:bcp:47", "zh-CN"), "preferred": True}],
        "generalPractitioner": [{"reference": f"PractitionerRole/doctor-{n % 50}"}],
        "managingOrganization": {"reference": f"Organization/station-{n % 9}"},
    }


def _concept(system: str, code: str) -> Json:
    return {"coding": [{"system": system, "code": code}]}


def _narrative(name: str, born: str, address: str) -> str:
    rows = {"姓名": name, "出生日期": born, "住址": address, "签约服务": "基本公共卫生服务包"}
    cells = "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in rows.items())
    return (
        f'<div xmlns="http://www.w3.org/1999/xhtml"><p><b>{name}</b></p>'
        f"<table><tbody>{cells}</tbody></table>"
        "<p>虚构的示范居民,用于性能测量。本摘要由系统自动生成,不含任何真实个人信息。</p></div>"
    )


def encoded(resource: Json) -> bytes:
    """JSON as a client sends it."""
    return json.dumps(resource, ensure_ascii=False, separators=(",", ":")).encode()


def bundle(numbers: range, method: str) -> bytes:
    """A transaction that puts or posts some Patients."""
    entry = []
    for n in numbers:
        resource = patient(n)
        url = f"Patient/{resource['id']}" if method == "PUT" else "Patient"
        if method == "POST":
            del resource["id"]
        entry.append({"resource": resource, "request": {"method": method, "url": url}})
    return encoded({"resourceType": "Bundle", "type": "transaction", "entry": entry})


def document(n: int) -> Json:
    """What the server stores for Patient number `n`: the floors write the very same."""
    resource = patient(n)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    made = next_version(resource, entries("Patient", resource), patient_id(n), "PUT", None, now)
    assert made.draft is not None
    return to_document(made.draft)


def search_entry(n: int) -> str:
    """The index entry that the search for the identifier of Patient number `n` looks up."""
    return f"identifier\x01{SYSTEM}\x02{record_number(n)}"
