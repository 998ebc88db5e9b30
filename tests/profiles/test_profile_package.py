"""The profiles as Python loads them, and as a FHIR package."""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import profiles
from conformance.commands.package import main as package_command
from conformance.commands.validate import main as validate_command
from conformance.packages import Library, gather, load_package
from profiles.package import main as write_package
from profiles.package import packed, write

CONTRACT = "https://family-doctor-fhir.github.io/StructureDefinition/fd-contract"


def test_a_definition_is_found_by_its_canonical_with_or_without_version():
    contract = profiles.load(CONTRACT)
    assert (contract["url"], contract["type"]) == (CONTRACT, "Contract")
    assert profiles.load(f"{CONTRACT}|{contract['version']}") is contract
    with pytest.raises(KeyError, match="fd-contract"):
        profiles.load(f"{CONTRACT}|99")
    assert profiles.find("http://hl7.org/fhir/StructureDefinition/Patient") is None


def test_the_index_says_what_the_files_say():
    for entry in profiles.entries():
        definition = profiles.load(entry.url)
        said = tuple(definition.get(key, "") for key in ("url", "version", "resourceType", "kind"))
        assert said == entry[:4]
    assert {e.type for e in profiles.entries("StructureDefinition")} == {"StructureDefinition"}


SCRIPT = """
import sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
import profiles
profiles.load(sys.argv[1])
print(*(name for name in opened if "generated" in name), sep="\\n")
"""


def test_to_load_one_reads_two_files_with_the_standard_library_alone():
    root = Path(profiles.__file__).parents[1]
    run = [sys.executable, "-S", "-c", SCRIPT, CONTRACT]
    done = subprocess.run(run, cwd=root, capture_output=True, text=True, check=True)
    names = [Path(line).name for line in done.stdout.split()]
    assert names == ["index.json", "StructureDefinition-fd-contract.json"]


def test_generated_is_made_of_the_sources_that_are_here_and_not_edited():
    folder = Path(profiles.__file__).parent
    sources = ["build.mjs", "package.json", "sushi-config.yaml"]
    found = [p for part in ("fsh", "generated") for p in (folder / part).rglob("*") if p.is_file()]
    names = [*sources, *(p.relative_to(folder).as_posix() for p in found)]
    names.remove("generated/checksums.sha256")
    lines = {f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names}
    known = set((profiles.GENERATED / "checksums.sha256").read_text().splitlines())
    assert lines ^ known == set(), "run make profiles"


def test_the_package_is_the_same_each_time_and_holds_everything(tmp_path):
    file = write(tmp_path)
    assert file.read_bytes() == packed()
    with tarfile.open(file) as archive:
        held = {m.name: archive.extractfile(m).read() for m in archive}
    manifest = json.loads(held["package/package.json"])
    named = (manifest["name"], manifest["canonical"], manifest["fhirVersions"])
    assert named == ("family-doctor.fhir", profiles.CANONICAL, ["4.0.1"])
    assert manifest["dependencies"] == {"hl7.fhir.r4.core": "4.0.1"}
    assert {"version", "description", "author", "license", "url", "type"} <= manifest.keys()
    for folder in ("package", "package/example"):
        index = json.loads(held[f"{folder}/.index.json"])
        files = {f"{folder}/{row['filename']}" for row in index["files"]}
        resources = {n for n in held if n.rpartition("/")[0] == folder and "/." not in n}
        assert files == resources - {"package/package.json"}
        for row in index["files"]:
            resource = json.loads(held[f"{folder}/{row['filename']}"])
            assert row["resourceType"] == resource["resourceType"]
            assert row.get("url") == resource.get("url")


def test_the_package_and_its_folder_are_packages_to_the_kit(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path / "installed"))
    write_package([str(tmp_path)])
    file = Path(capsys.readouterr().out.strip())
    assert package_command(["install", str(file)]) == 0
    assert package_command(["show", "family-doctor.fhir"]) == 0
    shown = capsys.readouterr().out
    assert f"{profiles.CANONICAL}\n" in shown
    assert "built in" not in shown
    urls = {d.url for d in load_package(file).definitions()}
    assert urls == {e.url for e in profiles.entries()}
    assert urls == {d.url for d in load_package(profiles.GENERATED).definitions()}


def test_the_package_is_built_in(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path))
    assert package_command(["list"]) == 0
    assert package_command(["show", "family-doctor.fhir", "--type", "StructureDefinition"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("built in") == 3
    assert f"{CONTRACT}|" in shown
    needing = {"name": "one", "version": "1", "dependencies": {"family-doctor.fhir": "0.1.0"}}
    (tmp_path / "package.json").write_text(json.dumps(needing))
    assert gather([tmp_path]).missing == []


def test_without_node_what_needs_it_says_so(tmp_path):
    root = Path(profiles.__file__).parents[1]
    for tool in ("make", "sh"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    run = {"cwd": root, "env": {"PATH": str(tmp_path)}, "capture_output": True, "text": True}
    built = subprocess.run(["make", "-o", "ready", "profiles"], **run, check=False)
    assert built.returncode
    assert "Node 20 with npm is needed" in built.stderr
    checked = subprocess.run(["make", "-o", "ready", "profiles-check"], **run, check=False)
    assert checked.returncode == 0
    assert checked.stdout.startswith("skipped: Node 20")


def test_the_validator_knows_the_profiles_unless_told_otherwise(tmp_path, capsys):
    file = tmp_path / "contract.json"
    meta = {"profile": [CONTRACT]}
    file.write_text(json.dumps({"resourceType": "Contract", "meta": meta, "type": {"id": "1"}}))
    validate_command(["--lang", "en", str(file)])
    assert "is not known here" not in capsys.readouterr().out
    assert validate_command(["--profile", CONTRACT, str(file)]) in (0, 1)
    assert Library.core().structure(CONTRACT) is None
    assert Library.built_in().structure(CONTRACT)["type"] == "Contract"


def test_a_package_that_is_given_hides_what_is_built_in():
    newer = {**profiles.load(CONTRACT), "version": "9.0.0"}
    library = Library.built_in().with_resources([newer])
    assert library.structure(CONTRACT)["version"] == "9.0.0"
