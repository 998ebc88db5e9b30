"""Findings stand where an editor shows the fault: every kind of path, in JSON and in XML."""

import pytest

from conformance.json import decode
from conformance.positions import json_places, located, xml_places
from conformance.validator import check
from conformance.xml import from_xml

JSON = """{
  "resourceType": "Patient",
  "birthDate": "2020-01-01",
  "_birthDate": {"extension": [{"url": "http://a.org"}]},
  "deceasedBoolean": "yes",
  "na/me~x": {"a\\u0062": [1, [2, {"c": "}],"}]]},
  "name": [ {"text": "张三丰", "given": ["三", "丰"]}, {"_given": [null, {"id": "x"}]} ],
  "contained": [{"resourceType": "Basic", "code": {}}]
}"""

# pointer -> line, and what stands there
PLACES = {
    "": (1, "{"),
    "/resourceType": (2, '"Patient"'),
    "/birthDate": (3, '"2020-01-01"'),
    "/_birthDate": (4, '{"extension"'),
    "/_birthDate/extension/0/url": (4, '"http://a.org"'),
    "/deceasedBoolean": (5, '"yes"'),
    "/na~1me~0x/ab/0": (6, "1, [2"),
    "/na~1me~0x/ab/1/1/c": (6, '"}]'),
    "/name/0/given/1": (7, '"丰"'),
    "/name/1/_given/1/id": (7, '"x"'),
    "/contained/0/code": (8, "{}"),
}


def text_at(source, place):
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("pointer", PLACES)
def test_a_json_value_is_found(pointer, ending):
    source = JSON.replace("\n", ending)
    line, stands_there = PLACES[pointer]
    place = json_places(source, [pointer])[1][pointer]
    assert place.line == line
    assert text_at(source, place).startswith(stands_there)


def test_a_property_name_is_found():
    names, values = json_places(JSON, ["/na~1me~0x", "/name/1"])
    assert text_at(JSON, names["/na~1me~0x"]).startswith('"na/me~x"')
    assert names["/name/1"] == values["/name/1"]


XML = """<?xml version="1.0" encoding="UTF-8"?>
<Patient xmlns="http://hl7.org/fhir">
  <contained><Basic><id value="b"/><code><text value="甲"/></code></Basic></contained>
  <contained>
    <Basic><id value="c"/><code><text value="乙"/></code></Basic></contained>
  <name><text value="张三丰"/><given value="三"/><given value="丰"><extension url="u">
    <valueString value="x"/></extension></given></name>
  <birthDate id="b"/>
</Patient>"""

XML_PLACES = {
    "": (2, "<Patient"),
    "/contained/0": (3, "<contained><Basic>"),
    "/contained/0/code/text": (3, '<text value="甲"'),
    "/contained/1/code": (5, "<code>"),
    "/name/0/given/1": (6, '<given value="丰"'),
    "/name/0/_given/1/extension/0/valueString": (7, "<valueString"),
    "/_birthDate": (8, "<birthDate"),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("pointer", XML_PLACES)
def test_an_xml_element_is_found(pointer, ending):
    source = XML.replace("\n", ending)
    line, stands_there = XML_PLACES[pointer]
    place = xml_places(source, [pointer])[1][pointer]
    assert place.line == line
    assert text_at(source, place).startswith(stands_there)


FAULTS = [
    ('{"resourceType":"Patient",\n "gendr":"male"}', "unknown-element", (2, 2)),
    ('{"resourceType":"Patient",\n "gender":"boy"}', "required-binding", (2, 11)),
    ('{"resourceType":"Patient",\n "deceasedBoolean":"no"}', "json-type", (2, 20)),
    ('{"resourceType":"Patient","name":["\\n",\n {}]}', "ele-1", (2, 2)),
    ('{"resourceType":"Patient",\n "_active":{"extension":[{}]}}', "ele-1", (2, 26)),
    ('{"resourceType":"Observation",\n "code":{"text":"x"}}', "required-element", (1, 1)),
    (
        (
            '{"resourceType":"Bundle","type":"collection","entry":[\n{"resource":{"resourceType":'
            '"Patient","contact":[\n{"relationship":[]}]}}]}'
        ),
        "empty-array",
        (3, 17),
    ),
]


@pytest.mark.parametrize(("source", "rule", "place"), FAULTS)
def test_a_finding_stands_at_its_element(source, rule, place):
    found = {i.rule: (i.line, i.column) for i in located(check(decode(source)), source)}
    assert found[rule] == place


def test_a_line_of_ndjson_is_counted_from_its_file():
    source = '{"resourceType":"Patient","gender":"boy"}'
    [issue] = located(check(decode(source)), source.encode(), first_line=41)
    assert (issue.line, issue.column) == (41, 36)


def test_findings_in_xml_have_places():
    source = XML.replace('<birthDate id="b"/>', '<birthDate value="1.1.2020"/>')
    found = located(check(from_xml(source.encode())), source.encode(), is_xml=True)
    [wrong_date] = [issue for issue in found if issue.rule == "value-format"]
    assert (wrong_date.line, wrong_date.column) == (8, 3)


def test_every_place_of_a_document_is_the_one_that_is_asked_for():
    """What is asked for together is found as what is asked for alone."""
    pointers = list(PLACES)
    assert json_places(JSON, pointers)[1] == {
        pointer: place
        for asked in pointers
        for pointer, place in json_places(JSON, [asked])[1].items()
    }
