"""The folder of installed packages: versions, dependencies, replacement; and the commands."""

import json
import subprocess
import sys

import pytest
from package_making import PROFILE, contents

from conformance.packages import Library, PackageError, gather, installed, open_package
from conformance.packages.folders import packages_folder
from conformance.packages.install import install
from conformance.packages.versions import means, precedence

URL = PROFILE["url"]


@pytest.fixture
def installs(tgz):
    def make(name, version, *resources, folder=None, **needs):
        needs = {key.replace("_", "."): value for key, value in needs.items()}
        files = contents(*resources, name=name, version=version, dependencies=needs)
        package = install(tgz(files))
        if folder:
            place = packages_folder() / str(package)
            place.rename(place.with_name(f"{name}#{folder}"))
        return package

    return make


ORDER = (
    "|1|1.0.0-alpha|1.0.0-alpha.1|1.0.0-alpha.beta|1.0.0-beta.2|1.0.0-beta.11|1.0.0|1.0.10|2.0.0"
)


def test_versions_in_order():
    versions = ORDER.split("|")
    shuffled = versions[::-1]
    assert sorted(shuffled, key=precedence) == versions
    assert precedence("1.0.0+build") == precedence("1.0.0")


MEANT = [
    ("4.0.1", "4.0.1", True),
    ("4.0.1", "4.0.10", False),
    ("4.0.x", "4.0.10", True),
    ("4.0", "4.0.1", True),
    ("4.0.x", "4.1.0", False),
    ("4.x", "4.1.0", True),
    ("4.0.x", "4.0.2-ballot", False),
    ("4.0.2-ballot", "4.0.2-ballot", True),
    ("latest", "9.9.9", True),
    ("", "1.0.0", True),
]


@pytest.mark.parametrize(("wanted", "version", "is_meant"), MEANT)
def test_versions_that_are_meant(wanted, version, is_meant):
    assert means(wanted, version) is is_meant


def test_the_highest_release_is_meant(installs):
    for version in ("1.9.0", "1.10.0", "1.2.3", "2.0.0-ballot"):
        installs("my.package", version)
    assert str(installed("my.package")) == "my.package#1.10.0"
    assert str(installed("my.package", "1.2.x")) == "my.package#1.2.3"
    assert str(installed("my.package", "2.0.0-ballot")) == "my.package#2.0.0-ballot"
    with pytest.raises(PackageError, match=r"my\.package#3.*its versions 1\.2\.3, 1\.9\.0, 1\.10"):
        installed("my.package", "3.x")


def test_builds_are_meant_by_name_only(installs):
    installs("my.package", "1.0.0")
    installs("my.package", "2.0.0-cibuild", folder="current")
    assert str(installed("my.package")) == "my.package#1.0.0"
    assert str(installed("my.package", "dev")) == "my.package#2.0.0-cibuild"
    installs("my.package", "3.0.0-local", folder="dev")
    assert str(installed("my.package", "dev")) == "my.package#3.0.0-local"
    assert str(installed("my.package", "current")) == "my.package#2.0.0-cibuild"


def test_an_installation_replaces_the_one_before(tgz, folder):
    install(tgz({**contents(PROFILE), "package/example/x.json": b"{}"}))
    assert (folder / "my.package#1.0.0" / "package" / "example" / "x.json").exists()
    install(tgz(contents()))
    assert list(open_package("my.package@1.0.0").definitions()) == []
    assert not (folder / "my.package#1.0.0" / "package" / "example").exists()
    assert sorted(p.name for p in folder.iterdir()) == [".packs", "my.package#1.0.0"]


def test_dependencies_come_first_each_once(installs):
    installs("base", "1.0.0")
    installs("left", "1.0.0", base="1.0.x", hl7_fhir_r4_core="4.0.1")
    installs("right", "1.0.0", base="1.0.0", left="latest")
    installs("top", "1.0.0", left="1.0.0", right="1.0.0", gone="2.0.0")
    gathered = gather(["top#1.0.0"])
    names = [p.manifest.name for p in gathered.packages]
    assert names == ["base", "left", "right", "top"]
    assert len(gathered.missing) == 1
    [clause] = gathered.missing
    assert clause.english.startswith("top#1.0.0 needs gone#2.0.0. The package gone#2.0.0 is")


def test_packages_that_need_each_other(installs):
    installs("one", "1.0.0", two="1.0.0")
    installs("two", "1.0.0", one="1.0.0")
    assert {str(p) for p in gather(["one"]).packages} == {"one#1.0.0", "two#1.0.0"}


def test_the_higher_of_two_versions_is_in_force_and_both_can_be_named(installs):
    profile = {key: value for key, value in PROFILE.items() if key != "version"}
    installs("base", "2.0.0", profile | {"version": "2.0.0"})
    installs("base", "1.0.0", profile | {"version": "1.0.0"})
    installs("one", "1.0.0", base="2.0.0")
    installs("two", "1.0.0", base="1.0.0")
    library = Library.core().with_packages(*gather(["one", "two"]).packages)
    assert library.find(URL)["version"] == "2.0.0"
    assert library.find(URL + "|1.0.0")["version"] == "1.0.0"
    assert library.find(URL + "|1.1.0") is None


def run(*arguments):
    command = [sys.executable, "-m", "conformance.cli", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_the_command_package(tgz, folder):
    needy = tgz(contents(PROFILE, title="Mine", dependencies={"gone": "1.0.0"}))
    code, out, err = run("package", "install", needy)
    assert (code, "my.package#1.0.0 is installed in" in out) == (0, True)
    assert "my.package#1.0.0 needs gone#1.0.0" in err
    code, out, _ = run("package", "list")
    assert [line.split()[:2] for line in out.splitlines()] == [
        ["hl7.fhir.r4.core", "4.0.1"],
        ["family-doctor.fhir", "0.1.0"],
        ["my.package", "1.0.0"],
    ]
    code, out, _ = run("package", "show", "my.package", "--type", "StructureDefinition")
    assert out.startswith("my.package#1.0.0  Mine\n")
    assert out.endswith(f"1  StructureDefinition\n{URL}|1.0.0\n")
    code, out, _ = run("package", "show", "hl7.fhir.r4.core")
    assert "655  StructureDefinition" in out
    code, out, err = run("package", "show", "nothing")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_command_snapshot(tgz, tmp_path):
    package = tgz(contents(PROFILE))
    profile = PROFILE | {
        "url": URL + "2",
        "baseDefinition": URL,
        "differential": {"element": [{"path": "Patient.name.family", "min": 1}]},
    }
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(profile))
    code, out, _ = run("snapshot", file, "--package", package)
    least = {e["id"]: e["min"] for e in json.loads(out)["snapshot"]["element"]}
    assert (code, least["Patient.name"], least["Patient.name.family"]) == (0, 1, 1)
    code, out, err = run("snapshot", file)
    assert (code, out) == (2, "")
    assert err == f"fhir-conformance: {URL}2 builds on {URL}, which is not known.\n"
    file.write_text("{")
    assert run("snapshot", file)[0] == 2
