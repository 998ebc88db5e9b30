"""The 16 R4 parameters that have no expression (and `near`): implemented, or refused by name."""

import pytest

from conformance.definitions import resource_types, search_parameters
from fhir_server.errors import NotSupported
from fhir_server.search import Place, general_parameters, search_parameters_for

from .shelf import query

IMPLEMENTED = {"_text", "_content", "_filter"}
REFUSED = {"_query", "age", "birthOrderBoolean"}
OF_NO_TYPE = {"author", "effective", "end", "keyword", "workflow"}  # each defined twice


def test_these_are_all() -> None:
    without = [d for d in search_parameters() if not d.expression]
    assert len(without) == 16
    assert {d.code for d in without} == IMPLEMENTED | REFUSED | OF_NO_TYPE
    assert {d.code for d in without if not d.base} == OF_NO_TYPE


@pytest.mark.parametrize("code", sorted(IMPLEMENTED))
def test_implemented(code: str) -> None:
    value = "name co x" if code == "_filter" else "x"
    assert query("Patient", f"{code}={value}", text_search=True).filter


@pytest.mark.parametrize("code", sorted(REFUSED))
def test_refused_by_name(code: str) -> None:
    with pytest.raises(NotSupported, match=code):
        query("Patient", f"{code}=1")


@pytest.mark.parametrize("type_", resource_types())
def test_listed_is_what_is_implemented(type_: str) -> None:
    """The CapabilityStatement lists these two lists together."""
    on = {p.code for p in general_parameters(type_, Place(text_search=True))}
    off = {p.code for p in general_parameters(type_, Place())}
    assert on | {"_text"} == IMPLEMENTED
    assert off == {"_filter"}
    assert not (IMPLEMENTED | REFUSED) & {p.code for p in search_parameters_for(type_)}


def test_only_what_has_a_narrative_has_its_text() -> None:
    on = Place(text_search=True)
    assert [p.code for p in general_parameters("Binary", on)] == ["_content", "_filter"]
    assert [p.code for p in general_parameters("Flag", on)] == ["_content", "_filter", "_text"]
