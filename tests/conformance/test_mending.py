"""Hints and patches: what is proposed mends the finding, and nothing else is lost."""

import jsonpatch
import pytest

from conformance.validator import check

PATIENT = {"resourceType": "Patient"}
EXTENSION = {"url": "http://a.org"}

# (resource, rule, hint, what the resource is after the patch; None where there is no patch)
CASES = [
    ({"gender": "Male"}, "required-binding", "Write 'male'.", {"gender": "male"}),
    ({"gender": " female "}, "value-format", "Write 'female'.", {"gender": "female"}),
    ({"gender": "女"}, "required-binding", "Write 'female'.", {"gender": "female"}),
    ({"gender": "boy"}, "required-binding", "", None),
    ({"active": "true"}, "json-type", "Write true.", {"active": True}),
    ({"active": "yes"}, "json-type", "", None),
    ({"multipleBirthInteger": "2"}, "json-type", "Write 2.", {"multipleBirthInteger": 2}),
    ({"multipleBirthInteger": "2.5"}, "json-type", "", None),
    ({"birthDate": 2020}, "json-type", "Write '2020'.", {"birthDate": "2020"}),
    (
        {"name": {"text": "a"}},
        "json-type",
        "Put the value into an array.",
        {"name": [{"text": "a"}]},
    ),
    (
        {"birthDate": ["2020"]},
        "json-type",
        "Take the value out of its array.",
        {"birthDate": "2020"},
    ),
    ({"birthDate": "2020/1/2"}, "value-format", "Write '2020-01-02'.", {"birthDate": "2020-01-02"}),
    ({"birthDate": "20200102"}, "value-format", "Write '2020-01-02'.", {"birthDate": "2020-01-02"}),
    ({"birthDate": "2020年1月"}, "value-format", "Write '2020-01'.", {"birthDate": "2020-01"}),
    ({"birthDate": "2020-13-01"}, "value-format", "Write it as 2020-02-29.", None),
    ({"birthDate": "02/01/2020"}, "value-format", "Write it as 2020-02-29.", None),
    (
        {"deceasedDateTime": "2020-1-2 8:00:00+0800"},
        "value-format",
        "Write '2020-01-02T08:00:00+08:00'.",
        {"deceasedDateTime": "2020-01-02T08:00:00+08:00"},
    ),
    (
        {"deceasedDateTime": "2020-01-02 08:00"},
        "value-format",
        "Write it as 2020-02-29T08:30:00+08:00, with seconds and time zone.",
        None,
    ),
    ({"language": "zh-CN "}, "value-format", "Write 'zh-CN'.", {"language": "zh-CN"}),
    ({"id": "a b"}, "value-format", "", None),
    ({"id": " a\n"}, "value-format", "Write 'a'.", {"id": "a"}),
    ({"photo": []}, "empty-array", "Remove it.", {}),
    ({"id": ""}, "empty-value", "Remove it.", {}),
    ({"name": [{}]}, "ele-1", "Remove it.", {}),
    ({"name": [{}, {"text": "a"}]}, "ele-1", "Remove it.", {"name": [{"text": "a"}]}),
    ({"birthDate": None}, "null-value", "Remove it.", {}),
    ({"birthdate": "2020"}, "unknown-element", "Rename it to 'birthDate'.", {"birthDate": "2020"}),
    ({"birth_date": "2020"}, "unknown-element", "Rename it to 'birthDate'.", {"birthDate": "2020"}),
    ({"gendr": "male"}, "unknown-element", "Rename it to 'gender'.", None),
    (
        {"birthdate": "2020", "birthDate": "2021"},
        "unknown-element",
        "Rename it to 'birthDate'.",
        None,
    ),
    ({"zzz": 1}, "unknown-element", "Remove it, or carry the value in an extension.", None),
    (
        {"link": [{"other": {"display": "x"}}]},
        "required-element",
        "Add 'type' (one of refer, replaced-by, replaces, seealso).",
        None,
    ),
    ({"communication": [{}, {"id": "a", "preferred": True}]}, "required-element",
     "Add 'language' (CodeableConcept).", None),
    (
        {"text": {"status": "generated", "div": "<div>a</div>"}},
        "txt-1",
        'Begin it with <div xmlns="http://www.w3.org/1999/xhtml">.',
        {"text": {"status": "generated", "div": '<div xmlns="http://www.w3.org/1999/xhtml">a</div>'}},
    ),
    (
        {"resourceType": "CodeSystem", "name": "A", "content": "complete", "count": 2},
        "code-system-count",
        "Write 0.",
        {"resourceType": "CodeSystem", "name": "A", "content": "complete", "count": 0},
    ),
    (
        {"resourceType": "Bundle", "type": "collection",
         "entry": [{"fullUrl": "http://a.org/Patient/1", "resource": PATIENT}]},
        "bundle-full-url-id",
        "Give the resource the id '1'.",
        {"resourceType": "Bundle", "type": "collection",
         "entry": [{"fullUrl": "http://a.org/Patient/1", "resource": PATIENT | {"id": "1"}}]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("given", "rule", "hint", "mended"), CASES)
def test_a_hint_and_its_patch(given, rule, hint, mended):
    issue = next(issue for issue in check(PATIENT | given) if issue.rule == rule)
    assert issue.hint == hint
    assert bool(issue.hint) == bool(issue.hint_chinese)
    if mended is None:
        assert issue.patch is None
    else:
        assert jsonpatch.apply_patch(PATIENT | given, issue.patch) == PATIENT | mended


def test_a_patched_resource_has_the_finding_no_more():
    for given, rule, _, mended in CASES:
        if mended is not None:
            before = [i for i in check(PATIENT | given) if i.rule == rule]
            after = [i for i in check(PATIENT | mended) if i.rule == rule]
            assert len(after) < len(before), given


def test_what_contained_resources_may_not_have_is_removed():
    inner = {"resourceType": "Basic", "id": "a", "code": {"text": "x"}}
    resource = PATIENT | {
        "contained": [inner | {"meta": {"versionId": "1", "source": "urn:x"}}],
        "managingOrganization": {"reference": "#b"},
    }
    by_rule = {issue.rule: issue for issue in check(resource)}
    patched = jsonpatch.apply_patch(resource, by_rule["dom-4"].patch)
    assert patched["contained"] == [inner | {"meta": {"source": "urn:x"}}]
    assert by_rule["ref-1"].hint == "Contained are #a."


CAUSES = [
    ({"resourceType": "Observation", "staus": "final", "code": {"text": "x"}},
     "required-element", "unknown-element Observation.staus"),
    (PATIENT | {"contact": [{"nam": {"text": "x"}}]},
     "pat-1", "unknown-element Patient.contact[0].nam"),
    (PATIENT | {"contact": [{"relationship": []}]}, "pat-1", ""),
    (PATIENT | {"contained": [{"resourceType": "Basic", "id": "b", "code": {"text": "x"}}],
                "managingOrganization": {"reference": "#c"}},
     "dom-3", "ref-1 Patient.managingOrganization"),
]  # fmt: skip


@pytest.mark.parametrize(("resource", "rule", "cause"), CAUSES)
def test_a_finding_names_the_one_it_follows_from(resource, rule, cause):
    [issue] = [issue for issue in check(resource) if issue.rule == rule]
    assert issue.group == cause


SPECIFICATION = [
    ({"gender": "x"}, "terminologies.html#required"),
    ({"birthDate": "x"}, "datatypes.html#date"),
    ({"foo": 1}, "patient-definitions.html#Patient"),
    ({"name": [{"foo": 1}]}, "datatypes-definitions.html#HumanName"),
    ({"link": [{"type": "refer"}]}, "patient-definitions.html#Patient.link.other"),
    ({"period": {}}, "patient-definitions.html#Patient"),
    ({"contact": [{"id": "a", "gender": "male"}]}, "patient.html"),
]


@pytest.mark.parametrize(("given", "page"), SPECIFICATION)
def test_a_finding_links_to_its_page_of_r4(given, page):
    assert check(PATIENT | given)[0].spec == f"https://hl7.org/fhir/R4/{page}"
