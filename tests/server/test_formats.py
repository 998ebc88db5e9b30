"""JSON, XML, negotiation, compression, exact values (http.html 3.1.0.1.11, json.html, xml.html)."""

import gzip
import json
import re
from decimal import Decimal

import httpx
import pytest
from build import observation, patient, weight
from lxml import etree

JSON, XML = "application/fhir+json", "application/fhir+xml"
SPACE = "{http://hl7.org/fhir}"


@pytest.fixture(scope="module")
def known(fhir):
    return fhir.made(patient(gender="female"))


def kind(answer):
    return answer.headers["content-type"].partition(";")[0]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (JSON, JSON),
        (XML, XML),
        ("application/json", "json"),
        ("application/xml", "xml"),
        ("text/json", "json"),
        ("text/xml", "xml"),
        ("*/*", JSON),
        ("application/*", JSON),
        (f"{JSON}, {XML}", JSON),
        (f"{XML}, {JSON}", XML),
        (f"{JSON};q=0.5, {XML};q=0.9", XML),
        (f"{XML};q=0.2, */*;q=0.5", "json"),
        ("text/turtle, application/fhir+json;q=0.1", JSON),
        (f"{JSON}; fhirVersion=4.0", JSON),
        (f"{XML}; fhirVersion=4.0; charset=utf-8", XML),
        (f"{JSON}; fhirVersion=3.0, {XML}; fhirVersion=4.0", XML),
        ("APPLICATION/FHIR+XML", XML),
        (f"{JSON};q=0, {XML}", XML),
    ],
)
def test_accept(fhir, known, accept, expected):
    answer = fhir.get(f"Patient/{known['id']}", headers={"Accept": accept})
    assert answer.status_code == 200
    assert expected in kind(answer)
    assert answer.text.startswith("{" if "json" in kind(answer) else "<")


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "image/png",
        f"{JSON}; fhirVersion=3.0",
        f"{JSON}; FHIRVERSION=3.0",
        f"{JSON};q=0",
    ],
)
def test_what_cannot_be_served_is_406(fhir, known, accept):
    assert fhir.get(f"Patient/{known['id']}", headers={"Accept": accept}).status_code == 406


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("json", "json"),
        ("xml", "xml"),
        (JSON, JSON),
        (XML, XML),
        ("application/json", "json"),
        ("application/xml", "xml"),
        ("text/xml", "xml"),
        ("text/json", "json"),
    ],
)
def test_format_goes_before_accept(fhir, known, name, expected):
    other = XML if "json" in expected else JSON
    for path in (f"Patient/{known['id']}", "metadata", "Patient?_count=1"):
        url = httpx.URL(path).copy_merge_params({"_format": name})
        answer = fhir.get(url, headers={"Accept": other})
        assert answer.status_code == 200, path
        assert expected in kind(answer)


def test_a_plus_that_became_a_space_is_understood(fhir, known):
    answer = fhir.get(f"Patient/{known['id']}?_format=application/fhir+xml")
    assert kind(answer) == XML


@pytest.mark.parametrize("name", ["turtle", "colour", "text/html2"])
def test_a_format_that_is_none_is_406(fhir, known, name):
    answer = fhir.get(f"Patient/{known['id']}", params={"_format": name})
    assert answer.status_code in (400, 406)


@pytest.mark.parametrize("name", ["json", "xml"])
def test_pretty(fhir, known, name):
    path = f"Patient/{known['id']}"
    plain = fhir.get(path, params={"_format": name}).text
    pretty = fhir.get(path, params={"_format": name, "_pretty": "true"}).text
    assert "\n" not in plain.strip().split("?>")[-1]
    assert pretty.count("\n") > 5
    squeezed = re.sub(r"\s*\n\s*", "", pretty)
    if name == "json":
        assert json.loads(pretty) == json.loads(plain)
    else:
        assert re.sub(r"\?>\s*", "?>", squeezed) == re.sub(r"\?>\s*", "?>", plain)


@pytest.mark.parametrize(
    "kind_", ["text/plain", "text/turtle", "application/x-www-form-urlencoded"]
)
def test_a_body_of_another_kind_is_415(fhir, kind_):
    answer = fhir.post("Patient", content=b"x", headers={"Content-Type": kind_})
    assert answer.status_code == 415


def test_a_body_of_another_version_is_refused(fhir):
    headers = {"Content-Type": f"{JSON}; fhirVersion=3.0"}
    answer = fhir.post("Patient", content=json.dumps(patient()), headers=headers)
    assert answer.status_code in (400, 415)


@pytest.mark.parametrize(
    "kind_",
    [
        JSON,
        "application/json",
        "text/json",
        f"{JSON}; fhirVersion=4.0",
        f"{JSON};charset=UTF-8",
        "Application/FHIR+JSON",
    ],
)
def test_json_bodies(fhir, kind_):
    headers = {"Content-Type": kind_}
    assert fhir.post("Patient", content=json.dumps(patient()), headers=headers).status_code == 201


PATIENT_XML = """<?xml version="1.0" encoding="UTF-8"?>
<Patient xmlns="http://hl7.org/fhir">
  <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>王芳 &amp; 李伟
    <b>fett</b> tail</p></div></text>
  <extension url="http://example.org/e"><valueDecimal value="1.00"/></extension>
  <active value="true"/>
  <name id="n1"><family value="王"><extension url="http://example.org/f">
    <valueString value="wáng"/></extension></family><given value="芳"/></name>
  <birthDate id="b1" value="1980-01-01"><extension url="http://example.org/t">
    <valueTime value="12:00:00"/></extension></birthDate>
  <deceasedBoolean><extension url="http://example.org/unknown"><valueCode value="x"/></extension>
  </deceasedBoolean>
</Patient>"""


@pytest.mark.parametrize("kind_", [XML, "application/xml", "text/xml", f"{XML}; charset=utf-8"])
def test_xml_in_json_out(fhir, kind_):
    headers = {"Content-Type": kind_}
    answer = fhir.post("Patient", content=PATIENT_XML.encode(), headers=headers)
    resource = answer.json()
    assert answer.status_code == 201, answer.text
    assert resource["active"] is True
    assert '"valueDecimal":1.00' in answer.text
    assert resource["name"][0]["id"] == "n1"
    assert resource["name"][0]["_family"]["extension"][0]["valueString"] == "wáng"
    assert resource["_birthDate"]["id"] == "b1"
    assert resource["_deceasedBoolean"]["extension"][0]["valueCode"] == "x"
    assert "deceasedBoolean" not in resource
    assert "<b>fett</b> tail" in resource["text"]["div"]
    assert "王芳 &amp; 李伟" in resource["text"]["div"]


def test_xml_in_xml_out(fhir):
    headers = {"Content-Type": XML, "Accept": XML}
    answer = fhir.post("Patient", content=PATIENT_XML.encode(), headers=headers)
    assert kind(answer) == XML
    got, sent = etree.fromstring(answer.content), etree.fromstring(PATIENT_XML.encode())
    assert [c.tag for c in got] == [f"{SPACE}id", f"{SPACE}meta", *(c.tag for c in sent)]
    for name in ("extension", "name", "birthDate", "deceasedBoolean"):
        assert told(got.find(SPACE + name)) == told(sent.find(SPACE + name))
    read = fhir.get(f"Patient/{got.find(SPACE + 'id').get('value')}", headers={"Accept": XML})
    assert read.content == answer.content


def told(element):
    """Names, attributes and children of an XML element, without white space."""
    return element.tag, dict(element.attrib), [told(child) for child in element]


def test_xml_errors_come_as_xml(fhir):
    answer = fhir.get("Patient/never-was", headers={"Accept": XML})
    assert (answer.status_code, kind(answer)) == (404, XML)
    assert etree.fromstring(answer.content).tag == f"{SPACE}OperationOutcome"


def test_xml_bundles(fhir, known):
    body = f"""<Bundle xmlns="http://hl7.org/fhir"><type value="batch"/><entry><request>
      <method value="GET"/><url value="Patient/{known["id"]}"/></request></entry></Bundle>"""
    headers = {"Content-Type": XML, "Accept": XML}
    answer = fhir.post("", content=body, headers=headers)
    root = etree.fromstring(answer.content)
    assert root.find(f"{SPACE}entry/{SPACE}resource/{SPACE}Patient") is not None


ENTITY_INSIDE = b'<Patient xmlns="http://hl7.org/fhir"><language value="&e;"/></Patient>'


@pytest.mark.parametrize(
    "body",
    [
        b"<Patient",
        b"<Patient/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b'<!DOCTYPE P [<!ENTITY e SYSTEM "file:///etc/passwd">]>%b' % ENTITY_INSIDE,
        b'<!DOCTYPE P [<!ENTITY a "aa"><!ENTITY e "&a;&a;">]>%b' % ENTITY_INSIDE,
        b'<Patient xmlns="http://hl7.org/fhir"><colour value="red"/></Patient>',
        b'<Patient xmlns="http://hl7.org/fhir">text</Patient>',
        b'<Patient xmlns="http://hl7.org/fhir"><active value="maybe"/></Patient>',
        b'<Patient xmlns="http://hl7.org/fhir"><id value="a"/><id value="b"/></Patient>',
        b'<Patient xmlns="http://hl7.org/fhir" xmlns:x="u"><x:active value="true"/></Patient>',
    ],
)
def test_bad_xml_is_400(fhir, body):
    answer = fhir.post("Patient", content=body, headers={"Content-Type": XML})
    assert answer.status_code == 400
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "number",
    [
        "1.00",
        "0.1",
        "100",
        "0",
        "0.000",
        "-0.5",
        "1e3",
        "1E3",
        "1.0e-7",
        "1.50e+2",
        "123456789012345678.901234567890",
        "0.000000000000000000000000000001",
        "999999999999999999999999999999",
    ],
)
def test_decimals_keep_value_and_precision(fhir, number):
    body = json.dumps(weight(0)).replace('"value": 0', f'"value": {number}')
    made = fhir.post("Observation", content=body)
    assert made.status_code == 201, made.text
    stored = re.search(r'"value":([^,}]+)', made.text)[1]
    assert Decimal(stored).as_tuple() == Decimal(number).as_tuple()
    path = f"Observation/{made.json()['id']}"
    assert f'"value":{stored}' in fhir.get(path).text
    assert f'"value":{stored}' in fhir.get("Observation", params={"_id": made.json()["id"]}).text
    xml = fhir.get(path, headers={"Accept": XML}).text
    assert f'<value value="{stored}"/>' in xml
    pretty = fhir.get(path, params={"_pretty": "true"}).text
    assert f'"value": {stored}' in pretty
    again = fhir.put(path, content=xml, headers={"Content-Type": XML})
    assert f'"value":{stored}' in again.text


CHINESE = '王芳（家庭医生）签约服务 𠮷野家 é́ 👩‍⚕️ \u00a0\u3000 « \\ " / \u2028 ﷺ'


def test_text_survives_byte_for_byte(fhir):
    made = fhir.made(patient(name=[{"text": CHINESE}]))
    path = f"Patient/{made['id']}"
    assert made["name"][0]["text"] == CHINESE
    assert "王芳（家庭医生）".encode() in fhir.get(path).content
    assert fhir.get(path).json()["name"][0]["text"] == CHINESE
    xml = fhir.get(path, headers={"Accept": XML})
    found = etree.fromstring(xml.content).find(f"{SPACE}name/{SPACE}text")
    assert found.get("value") == CHINESE
    again = fhir.put(path, content=xml.content, headers={"Content-Type": XML})
    assert again.json()["name"][0]["text"] == CHINESE


def test_escapes_are_text(fhir):
    body = '{"resourceType":"Patient","name":[{"text":"\\u738b\\u82b3 \\ud842\\udfb7"}]}'
    assert fhir.post("Patient", content=body).json()["name"][0]["text"] == "王芳 𠮷"


def test_lists_with_nulls_and_extensions(fhir):
    given = {"given": ["芳", None], "_given": [None, {"extension": [
        {"url": "http://example.org/e", "valueCode": "masked"}]}]}  # fmt: skip
    made = fhir.made(patient(name=[given]))
    assert made["name"] == [given]
    xml = fhir.get(f"Patient/{made['id']}", headers={"Accept": XML})
    again = fhir.put(f"Patient/{made['id']}", content=xml.content, headers={"Content-Type": XML})
    assert again.json()["name"] == [given]


def test_answers_are_gzipped_on_request(fhir):
    long = fhir.made(patient(name=[{"text": "长" * 2000}]))
    path = f"Patient/{long['id']}"
    squeezed = fhir.get(path, headers={"Accept-Encoding": "gzip"})
    plain = fhir.get(path, headers={"Accept-Encoding": "identity"})
    assert squeezed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert squeezed.content == plain.content
    assert "accept-encoding" in squeezed.headers["vary"].lower()
    refused = fhir.get(path, headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers


def test_bodies_may_be_gzipped(fhir):
    body = gzip.compress(json.dumps(patient(gender="other")).encode())
    made = fhir.post("Patient", content=body, headers={"Content-Encoding": "gzip"})
    assert (made.status_code, made.json()["gender"]) == (201, "other")


@pytest.mark.parametrize(
    ("coding", "body", "status"),
    [
        ("gzip", b"not gzip", 400),
        ("gzip", gzip.compress(b"{}", mtime=0)[:-5], 400),
        ("br", b"x", 415),
    ],
)
def test_bad_codings(fhir, coding, body, status):
    answer = fhir.post("Patient", content=body, headers={"Content-Encoding": coding})
    assert answer.status_code == status


def test_a_contained_resource_and_a_narrative_come_back_as_sent(fhir):
    div = '<div xmlns="http://www.w3.org/1999/xhtml">\n <p>体重: <i>70.10</i> &lt; 80</p>\n</div>'
    sent = observation(
        text={"status": "additional", "div": div},
        contained=[patient(id="p")],
        subject={"reference": "#p"},
    )
    made = fhir.made(sent)
    assert made["text"]["div"] == div
    assert made["contained"] == sent["contained"]
