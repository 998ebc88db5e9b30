"""FHIR resources in XML and back (xml.html, json.html)."""

import os
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from conformance import json
from conformance.xml import XmlError, from_xml, to_xml

EXAMPLES_OF_A_TYPE = int(os.environ.get("FHIR_EXAMPLES_OF_A_TYPE", "8"))
SHARED = Path(os.environ.get("FHIR_SHARED") or Path(__file__).parents[3] / "shared")
FHIR = 'xmlns="http://hl7.org/fhir"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
DIV = f"<div {XHTML}>"

NOON_XML = '<extension url="http://example.org/noon"><valueBoolean value="true"/></extension>'
NOON = {"extension": [{"url": "http://example.org/noon", "valueBoolean": True}]}


def patient(inner="", attributes=""):
    return f"<Patient {FHIR}{attributes}>{inner}</Patient>".encode()


def read(inner):
    resource = from_xml(patient(inner))
    assert resource.pop("resourceType") == "Patient"
    return resource


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("", {}),
        ('<id value="a"/><active value="true"/>', {"id": "a", "active": True}),
        ('<name><text value="王芳 &amp; 李&#x4F1F;"/></name>', {"name": [{"text": "王芳 & 李伟"}]}),
        ('<birthDate id="b" value="1980"/>', {"birthDate": "1980", "_birthDate": {"id": "b"}}),
        (
            f"<birthDate>{NOON_XML}</birthDate>",
            {"_birthDate": NOON},
        ),
        (
            f'<name id="n"><given value="A"/><given>{NOON_XML}</given><given value="C"/></name>',
            {"name": [{"id": "n", "given": ["A", None, "C"], "_given": [None, NOON, None]}]},
        ),
        (
            f"<name><given>{NOON_XML}</given></name>",
            {"name": [{"_given": [NOON]}]},
        ),
        ('<multipleBirthInteger value="3"/>', {"multipleBirthInteger": 3}),
        ('<active value="yes"/>', {"active": "yes"}),
        ('<multipleBirthInteger value="1.5"/>', {"multipleBirthInteger": "1.5"}),
        ('<multipleBirthInteger value=" 3"/>', {"multipleBirthInteger": " 3"}),
        (
            '<contained><Basic><id value="b"/></Basic></contained><contained><Basic/></contained>',
            {
                "contained": [
                    {"resourceType": "Basic", "id": "b"},
                    {"resourceType": "Basic"},
                ]
            },
        ),
        ('<!-- <b> --><?x y?><gender value="male"/><!-- -->', {"gender": "male"}),
        ("<gender value='male'></gender>\n\t", {"gender": "male"}),
        ("<contact/>", {"contact": [{}]}),
    ],
)
def test_reading(xml, expected):
    assert read(xml) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.00", Decimal("1.00")),
        ("1e3", Decimal("1E+3")),
        ("-0.000000000000000000000000000001", Decimal("-1E-30")),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        ("7", 7),
        ("07", "07"),
        ("+7", "+7"),
        ("NaN", "NaN"),
        ("٣", "٣"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_decimals_keep_their_precision(text, value):
    xml = (
        f'<Observation {FHIR}><valueQuantity><value value="{text}"/></valueQuantity></Observation>'
    )
    found = from_xml(xml.encode())["valueQuantity"]["value"]
    assert (type(found), str(found)) == (type(value), str(value))


@pytest.mark.parametrize(
    "div",
    [
        f"{DIV}<p class='x'  id=\"y\" >王芳<br /><br/>\r\n\t&lt;&#160;&amp;\u00a0</p></div>",
        f"{DIV}<!-- kept --><![CDATA[<a>]]></div>",
        f"<div {XHTML}/>",
        f"<div title='>' {XHTML}><img alt='a>b' src='#x'/></div>",
        f"{DIV}<div><div></div></div></div  >",
        f"{DIV}<br/></div>",
    ],
)
@pytest.mark.parametrize("pretty", [False, True])
def test_the_narrative_keeps_every_character(div, pretty):
    resource = {"resourceType": "Patient", "text": {"status": "generated", "div": div}}
    assert from_xml(to_xml(resource, pretty)) == resource


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"{DIV}a&nbsp;b &copy;</div>", f"{DIV}a&#160;b &#169;</div>"),
        ("<h:div><h:p>x</h:p></h:div>", f"{DIV}<p>x</p></div>"),
        ("<h:div title='>'/>", f"<div {XHTML} title='>'/>"),
    ],
)
def test_a_narrative_can_stand_alone_in_json(written, kept):
    xml = patient(
        f'<text><status value="generated"/>{written}</text>',
        ' xmlns:h="http://www.w3.org/1999/xhtml"',
    )
    assert from_xml(xml)["text"] == {"status": "generated", "div": kept}


@pytest.mark.parametrize(
    ("div", "written"),
    [
        ("<div>a</div>", f"{DIV}a</div>"),
        ("<div/>", f"<div {XHTML}/>"),
        (f"{DIV}&nbsp;&lt;</div>", f"{DIV}&#160;&lt;</div>"),
        (f" {DIV}a</div>\n", f"{DIV}a</div>"),
    ],
)
def test_a_narrative_from_json_is_made_fit_for_xml(div, written):
    xml = to_xml({"resourceType": "Patient", "text": {"status": "generated", "div": div}})
    assert written in xml.decode()
    assert etree.fromstring(xml) is not None


@pytest.mark.parametrize(
    "div",
    [
        "text",
        "",
        f"{DIV}<p></div>",
        f"{DIV}</div></text><active value='true'/><text>{DIV}</div>",
        f"<p {XHTML}/>",
        '<div xmlns="http://example.org"/>',
        '<div xmlns=""/>',
        f'<?xml version="1.0"?>{DIV}</div>',
        f"<!DOCTYPE div>{DIV}</div>",
        f"{DIV}&unknown;</div>",
        f"{DIV}\ud800</div>",
    ],
)
def test_a_narrative_that_is_no_xhtml_is_not_written(div):
    with pytest.raises(XmlError, match="narrative"):
        to_xml({"resourceType": "Patient", "text": {"status": "generated", "div": div}})


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    f'<Patient {FHIR}><id value="&b;"/></Patient>'
)
FILE = f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><Patient {FHIR}/>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BOMB.encode(), "DOCTYPE"),
        (FILE.encode(), "DOCTYPE"),
        (BOMB.encode("utf-16"), "UTF-8"),
        (b"\xff<Patient/>", "UTF-8"),
        (f'<?xml version="1.0" encoding="GBK"?><Patient {FHIR}/>'.encode(), "not in GBK"),
        (b"", "no element found"),
        (b"{}", "not well-formed"),
        (patient("<name>"), "mismatched tag"),
        (patient("&unknown;"), "undefined entity"),
        (patient() * 2, "junk after document element"),
        (b"<Patient/>", "namespace"),
        (b'<Patient xmlns="http://hl7.org/fhir/"/>', "namespace"),
        (b'<Patient xmlns="a&#32;b c"/>', "."),
        (f"<Pacient {FHIR}/>".encode(), "'Pacient' is no resource type"),
        (f"<DomainResource {FHIR}/>".encode(), "no resource type"),
        (f"<HumanName {FHIR}/>".encode(), "no resource type"),
        (patient('<nickname value="x"/>'), "Patient has no element 'nickname'"),
        (patient('<name><txt value="x"/></name>'), "HumanName has no element 'txt'"),
        (patient('<deceased value="true"/>'), "no element 'deceased'"),
        (patient('<resourceType value="x"/>'), "no element"),
        (patient('<x:active xmlns:x="urn:x" value="true"/>'), "namespace"),
        (patient("<text><div>x</div></text>"), "namespace"),
        (patient(f"<text>{DIV[:-1]}></p></text>"), "mismatched"),
        (patient('<extension><url value="x"/></extension>'), "no element 'url'"),
        (patient('<active value="true" colour="red"/>'), "no attribute 'colour'"),
        (patient('<name value="x"/>'), "no attribute 'value'"),
        (patient("", ' id="a"'), "no attribute 'id'"),
        (patient('<active xml:lang="zh" value="true"/>'), "no attribute"),
        (patient('<active value="true"/><active value="false"/>'), "must not repeat"),
        (patient('<gender value="male"/><active value="true"/>'), "fixed order"),
        (patient("<name/><telecom/><name/>"), "fixed order"),
        (patient("<active/>"), "neither a value nor an extension"),
        (patient("hello"), "Text"),
        (patient('<active value="true">yes</active>'), "Text"),
        (patient("<contained/>"), "holds no resource"),
        (patient("<contained><Basic/><Basic/></contained>"), "more than one"),
        (patient("<contained><name/></contained>"), "no resource type"),
        (patient("<contained>" + "<x/>" * 2 + "</contained>"), "no resource type"),
        (patient('<extension url="x">' * 60 + "</extension>" * 60), "deeper than 100"),
        (b"<" * 70_000_000, "larger"),
    ],
    ids=lambda value: None if isinstance(value, str) else value[:40],
)
def test_refused(data, said):
    with pytest.raises(XmlError, match=said):
        from_xml(data)


def test_an_error_tells_its_line():
    with pytest.raises(XmlError) as raised:
        from_xml(patient('\n<active value="true"/>\n<nickname value="x"/>'))
    assert raised.value.line == 3
    assert raised.value.says.english == "Patient has no element 'nickname'"
    assert str(raised.value) == "Patient has no element 'nickname' (line 3)"


def test_schema_locations_are_passed_over():
    attributes = (
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://hl7.org/fhir ../../patient.xsd"'
    )
    assert from_xml(b"\xef\xbb\xbf" + patient("", attributes)) == {"resourceType": "Patient"}


RESOURCES = [
    {
        "resourceType": "Parameters",
        "parameter": [
            {"name": "a", "valueDecimal": Decimal("1.00")},
            {"name": "b", "resource": {"resourceType": "Patient", "active": False}},
            {"name": "c", "part": [{"name": "d", "valueInteger": -2147483648}]},
            {"name": "e", "valueString": " \t\n\r<&>\"' 王\U0001f9d1 "},
        ],
    },
    {
        "resourceType": "Bundle",
        "type": "transaction",
        "entry": [
            {
                "fullUrl": "urn:uuid:1",
                "resource": {
                    "resourceType": "Patient",
                    "contained": [{"resourceType": "Organization", "id": "o"}],
                    "_gender": NOON,
                    "contact": [{"name": {"given": ["A", None], "_given": [None, NOON]}}],
                },
                "request": {"method": "POST", "url": "Patient"},
            },
            {"request": {"method": "GET", "url": "Patient?name=王&active=true"}},
        ],
    },
    {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "_code": {"id": "c"}}]},
        "valueQuantity": {"value": Decimal("1E+3"), "id": "q"},
        "extension": [{"id": "x", "url": "u", "extension": [{"url": "v", "valueCode": "c"}]}],
    },
    {"resourceType": "Binary", "contentType": "text/plain", "data": "QUJD" * 1000},
]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r["resourceType"])
@pytest.mark.parametrize("pretty", [False, True])
def test_there_and_back(resource, pretty):
    xml = to_xml(resource, pretty)
    assert from_xml(xml) == resource


def test_elements_are_written_in_the_order_of_the_definition():
    xml = to_xml({"resourceType": "Patient", "name": [{"text": "x"}], "active": True, "id": "a"})
    assert xml.decode() == (
        f'<?xml version="1.0" encoding="UTF-8"?><Patient {FHIR}><id value="a"/>'
        '<active value="true"/><name><text value="x"/></name></Patient>'
    )


def test_pretty_is_indented():
    xml = to_xml({"resourceType": "Patient", "contained": [{"resourceType": "Basic"}]}, pretty=True)
    assert xml.decode().splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<Patient {FHIR}>",
        "  <contained>",
        "    <Basic/>",
        "  </contained>",
        "</Patient>",
    ]


@pytest.mark.parametrize("text", ["a\x00b", "\x1b", "\ufffe", "\ud800"])
def test_characters_that_xml_has_not_are_refused(text):
    with pytest.raises(XmlError, match=r"U\+"):
        to_xml({"resourceType": "Patient", "name": [{"text": text}]})


# Cs are surrogates; the rest is what XML 1.0 leaves out of its characters.
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
        lambda c: c >= " " or c in "\t\n\r"
    ),
    min_size=1,
)


@given(XML_TEXT)
def test_any_text_survives(text):
    resource = {"resourceType": "Patient", "name": [{"text": text, "given": [text]}]}
    xml = to_xml(resource)
    assert from_xml(xml) == resource
    assert etree.fromstring(xml)[0][0].get("value") == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=None))
def test_any_decimal_survives(number):
    resource = {"resourceType": "Observation", "valueQuantity": {"value": number}}
    found = from_xml(to_xml(resource))["valueQuantity"]["value"]
    assert str(found) == (str(number) if isinstance(found, Decimal) else str(int(number)))


def resources_in(folder):
    for path in sorted(folder.rglob("*.json")):
        try:
            resource = json.decode(path.read_bytes())
        except json.JsonError:
            continue
        if isinstance(resource, dict) and "resourceType" in resource:
            yield path.name, resource


def unfilled(node):
    """The resource with the nulls that fill up the shorter of two arrays left out."""
    if isinstance(node, dict):
        return {key: unfilled(value) for key, value in node.items()}
    if not isinstance(node, list):
        return node
    last = max((i for i, item in enumerate(node) if item is not None), default=-1)
    return [unfilled(item) for item in node[: last + 1]]


def assert_survives(name, resource):
    xml = to_xml(resource)
    assert etree.fromstring(xml, etree.XMLParser(huge_tree=True)) is not None
    assert unfilled(from_xml(xml)) == unfilled(resource), name


@pytest.mark.skipif(
    not (SHARED / "suites" / "fhirpath" / "inputs").is_dir(),
    reason=f"no suites in {SHARED}; FHIR_SHARED names the folder",
)
def test_shared_resources_survive():
    tried = 0
    for name, resource in resources_in(SHARED / "suites" / "fhirpath" / "inputs"):
        assert_survives(name, resource)
        tried += 1
    assert tried


def test_official_examples_survive(official_examples):
    """Of each type the smallest ones: all 5,306 take minutes."""
    by_type = defaultdict(list)
    for path in sorted(official_examples, key=lambda p: (p.stat().st_size, p.name)):
        by_type[path.name.partition("-")[0]].append(path)
    for paths in by_type.values():
        for path in paths[:EXAMPLES_OF_A_TYPE]:
            assert_survives(path.name, json.decode(path.read_bytes()))
    assert len(by_type) > 140
