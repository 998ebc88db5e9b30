"""Every value set of R4: listed as R4 published it, or with the reason why it cannot be."""

from pathlib import Path

import pytest
import yaml

from conformance.definitions import all_types, codes_of
from conformance.json import decode
from conformance.packages import Library
from conformance.terminology import CodeSystem, Terminology

HERE = Path(__file__).parent
DIFFERENCES = {
    d["value_set"]: d for d in yaml.safe_load((HERE / "known_differences.yaml").read_text())
}
NEEDS = {url for urls in yaml.safe_load((HERE / "needs.yaml").read_text()).values() for url in urls}


@pytest.fixture(scope="module")
def core():
    return Terminology(Library.core())


@pytest.fixture(scope="module")
def published(official_expansions):
    resources = [decode(path.read_bytes()) for path in official_expansions]
    return {r["url"]: r for r in resources if r.get("resourceType") == "ValueSet"}


def flat(contains):
    for entry in contains:
        if "code" in entry:
            yield entry["system"], entry["code"]
        yield from flat(entry.get("contains", ()))


def test_the_table_of_the_base_check_says_the_same(core):
    """Of each value set in a required binding that it lists."""
    kinds = all_types().values()
    bindings = (e.binding for kind in kinds for e in kind.elements if e.binding)
    required = {
        canonical.partition("|")[0] for strength, canonical in bindings if strength == "required"
    }
    listed = {url: codes for url in required if (codes := codes_of(url)) is not None}
    assert len(listed) == 220
    for url, by_system in listed.items():
        ours = {(c.system, c.code) for c in core.expand(url).concepts}
        assert ours == {(system, code) for system, codes in by_system.items() for code in codes}


def is_left_out(core, concept):
    """Whether the published expansions leave a code out as a rule."""
    system = core.system(concept.system)
    status = system.values(concept.code, "status") if isinstance(system, CodeSystem) else ()
    return concept.abstract or concept.inactive or "deprecated" in status


def test_what_can_be_listed_is_what_was_published(core, published):
    compared, differing = 0, {}
    for url in published.keys() & set(core_value_sets()):
        ours = core.expand(url)
        if not ours.complete:
            continue
        compared += 1
        theirs = set(flat(published[url]["expansion"].get("contains", ())))
        listed = {(c.system, c.code) for c in ours.concepts}
        kept = {(c.system, c.code) for c in ours.concepts if not is_left_out(core, c)}
        more, fewer = len(kept - theirs), sorted(code for _, code in theirs - listed)
        if more or fewer:
            differing[url] = (more, fewer)
    named = {url: (d["more"], d.get("fewer", [])) for url, d in DIFFERENCES.items()}
    assert differing == named
    assert compared == 492


def test_every_value_set_is_listed_or_says_what_it_needs(core):
    complete, endless = 0, 0
    for url in core_value_sets():
        expansion = core.expand(url, count=0)
        complete += expansion.complete
        endless += expansion.endless
        if not expansion.complete and not expansion.endless:
            for why in expansion.missing:
                named = why.args.get("system") or why.args.get("value_set")
                assert why.key == "tx-endless" or named in NEEDS, (url, why.english)
    assert (complete, endless) == (1222, 5)


def test_with_the_published_expansions_more_is_known(core, published):
    more = Terminology(Library.core().with_resources(published.values()))
    formats = "http://hl7.org/fhir/ValueSet/formatcodes"
    system = "http://ihe.net/fhir/ValueSet/IHE.FormatCode.codesystem"
    code = "urn:ihe:pcc:xds-ms:2007"
    assert core.validate(formats, system, code).result is None
    assert more.validate(formats, system, code).result is True


def test_a_cut_expansion_says_no_to_nothing(published):
    more = Terminology(Library.core().with_resources(published.values()))
    site = "http://hl7.org/fhir/ValueSet/body-site"
    known = next(flat(published[site]["expansion"]["contains"]))
    assert more.validate(site, *known).result is True
    assert more.validate(site, known[0], "1").result is None


def core_value_sets():
    return Library.core().urls("ValueSet")
