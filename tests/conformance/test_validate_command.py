"""`fhir-conformance validate` as a user meets it: files in, report and exit status out."""

import gzip
import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from conformance.commands.validate import main

GOOD = {"resourceType": "Patient", "id": "good", "gender": "female"}
BAD = {"resourceType": "Patient", "id": "bad", "gender": "boy"}
WARNED = {"resourceType": "Patient", "id": "warned", "name": [{"text": " "}]}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, in an English system."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def write(name, content):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        data = text.encode()
        file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return name

    return write


@pytest.fixture
def validate(capsys):
    """Run the command; gives its exit status, report and complaints."""

    def run(*arguments):
        code = main(arguments)
        said = capsys.readouterr()
        return SimpleNamespace(code=code, out=said.out, err=said.err)

    return run


def found(answer):
    report = json.loads(answer.out)
    return {
        (row["file"], finding.get("resource", ""), finding["rule"], finding.get("line"))
        for row in report["files"]
        for finding in row["findings"]
    }


def test_a_good_file_is_clean(here, validate):
    answer = validate(here("a.json", GOOD))
    assert answer.code == 0
    assert answer.out.startswith("Errors: 0, warnings: 0, notes: 0; resources: 1, files: 1")


def test_a_finding_is_told_with_place_source_and_help(here, validate):
    source = '{\n  "resourceType": "Patient",\n  "name": [{"text": "张三", "gven": ["三"]}]\n}'
    answer = validate(here("a.json", source))
    assert answer.code == 1
    lines = answer.out.splitlines()
    assert lines[0] == "a.json"
    assert lines[1] == "  3:27  error  Patient.name[0].gven  unknown-element"
    assert lines[3] == '      3 |   "name": [{"text": "张三", "gven": ["三"]}]'
    assert lines[4] == " " * 38 + "^"  # each Chinese character takes two columns
    assert lines[5] == "      help: Rename it to 'given'."


def test_the_report_is_chinese_where_asked_or_where_the_system_is(here, validate, monkeypatch):
    file = here("a.json", BAD)
    assert "错误" in validate(file, "--lang", "zh").out
    assert "错误" not in validate(file, "--lang", "en").out
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "错误" in validate(file).out


def test_files_folders_patterns_and_formats(here, validate):
    xml = '<Patient xmlns="http://hl7.org/fhir">\n<id value="x"/>\n<gender value="boy"/></Patient>'
    here("in/a.json", BAD)
    here("in/deep/b.xml", xml)
    here("in/c.ndjson", f"{json.dumps(GOOD)}\n\n{json.dumps(BAD)}\n")
    here("in/d.json.gz", BAD)
    here("in/e.ndjson.gz", f"{json.dumps(BAD)}")
    here("in/readme.txt", "no resource")
    here("in/package.json", {"name": "a.b"})
    here("in/.hidden/f.json", BAD)
    folder = {
        ("in/a.json", "Patient/bad", "required-binding", 1),
        ("in/c.ndjson", "Patient/bad", "required-binding", 3),
        ("in/d.json.gz", "Patient/bad", "required-binding", 1),
        ("in/deep/b.xml", "Patient/x", "required-binding", 3),
        ("in/e.ndjson.gz", "Patient/bad", "required-binding", 1),
    }
    assert found(validate("in", "--format", "json")) == folder
    assert found(validate("in/**/*.xml", "in/a.json", "--format", "json")) == {
        each for each in folder if each[0] in ("in/a.json", "in/deep/b.xml")
    }


def test_what_is_named_twice_is_judged_once(here, validate):
    here("in/a.json", BAD)
    answer = json.loads(validate("in", "in/*.json", "in/a.json", "--format", "json").out)
    assert answer["summary"]["resources"] == 1
    assert [len(row["findings"]) for row in answer["files"]] == [1]


def test_several_processes_find_the_same_in_the_same_order(here, validate):
    for number in range(12):
        here(f"in/{number:02}.json", BAD | {"id": f"p{number}"})
    one = validate("in", "--format", "json", "--jobs", "1")
    two = validate("in", "--format", "json", "--jobs", "2")
    assert one.code == two.code == 1
    assert one.out == two.out
    assert len(found(one)) == 12


def test_long_ndjson_is_cut_into_pieces_and_every_line_keeps_its_number(
    here, validate, monkeypatch
):
    monkeypatch.setattr("conformance.run.documents._LINES_AT_ONCE", 100)
    lines = [json.dumps(BAD if number % 3 == 0 else GOOD) for number in range(50)]
    answer = validate(here("a.ndjson", "\n".join(lines)), "--format", "json")
    assert {line for *_, line in found(answer)} == {n + 1 for n in range(50) if n % 3 == 0}
    assert json.loads(answer.out)["summary"]["resources"] == 50


@pytest.mark.parametrize(
    ("text", "resources"),
    [
        (json.dumps(BAD), 1),
        (json.dumps(BAD, indent=2), 1),
        (f"{json.dumps(GOOD)}\n{json.dumps(BAD)}\n", 2),
        ('<Patient xmlns="http://hl7.org/fhir"><gender value="boy"/></Patient>', 1),
    ],
)
def test_standard_input(validate, monkeypatch, text, resources):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    answer = validate("-", "--format", "json")
    assert answer.code == 1
    assert json.loads(answer.out)["summary"]["resources"] == resources


def test_warnings_fail_only_when_they_shall(here, validate):
    file = here("a.json", WARNED)
    assert validate(file).code == 0
    assert validate(file, "--fail-on", "warning").code == 1


def test_a_baseline_leaves_out_what_is_known_and_nothing_else(here, validate):
    file = here("a.json", BAD)
    assert validate(file, "--write-baseline", "known.json").code == 0
    assert validate(file, "--baseline", "known.json").code == 0
    here("a.json", "\n\n" + json.dumps(BAD, indent=4))  # lines move, findings stay
    answer = validate(file, "--baseline", "known.json")
    assert (answer.code, "known ones left out: 1" in answer.out) == (0, True)
    here("a.json", BAD | {"birthDate": "1.1.2020"})
    answer = validate(file, "--baseline", "known.json", "--format", "json")
    assert answer.code == 1
    assert [rule for _, _, rule, _ in found(answer)] == ["value-format"]


def test_of_several_findings_alike_only_as_many_as_are_known_are_left_out(here, validate):
    file = here("a.ndjson", json.dumps(BAD))
    validate(file, "--write-baseline", "known.json")
    here("a.ndjson", f"{json.dumps(BAD)}\n{json.dumps(BAD)}")
    assert len(found(validate(file, "--baseline", "known.json", "--format", "json"))) == 1


def test_a_profile_of_r4_is_judged(here, validate):
    vital = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}}
    file = here("a.json", vital)
    assert validate(file).code == 0
    profile = "http://hl7.org/fhir/StructureDefinition/vitalsigns"
    assert validate(file, "--profile", profile).code == 1


BASE = "http://hl7.org/fhir/StructureDefinition/Patient"
URL = "http://a.org/StructureDefinition/born"


def package(name, *, base=BASE, member="package"):
    """A FHIR package with one profile: Patients have a date of birth."""
    profile = {
        "resourceType": "StructureDefinition",
        "url": URL,
        "name": "Born",
        "status": "draft",
        "kind": "resource",
        "abstract": False,
        "type": "Patient",
        "baseDefinition": base,
        "derivation": "constraint",
        "differential": {
            "element": [
                {"id": "Patient", "path": "Patient"},
                {"id": "Patient.birthDate", "path": "Patient.birthDate", "min": 1},
            ]
        },
    }
    manifest = {"name": "a.b", "version": "1.0.0", "fhirVersions": ["4.0.1"]}
    with tarfile.open(name, "w:gz") as archive:
        for file, content in (
            ("package/package.json", manifest),
            (f"{member}/StructureDefinition-born.json", profile),
        ):
            data = json.dumps(content).encode()
            info = tarfile.TarInfo(file)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return name


@pytest.fixture
def packages_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path / "packages"))


@pytest.mark.usefixtures("packages_folder")
def test_a_profile_of_a_package_is_judged(here, validate):
    file = here("a.json", GOOD)
    asked = ("--package", package("a.tgz"), "--profile", URL)
    answer = validate(file, *asked, "--format", "json")
    assert answer.code == 1
    assert "profile-min" in {rule for _, _, rule, _ in found(answer)}
    assert validate(here("b.json", GOOD | {"birthDate": "2020"}), *asked).code == 0
    declared = GOOD | {"meta": {"profile": [URL]}}
    assert validate(here("c.json", declared), "--package", "a.tgz").code == 1


@pytest.mark.usefixtures("packages_folder")
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"base": URL}, URL), ({"base": "http://a.org/none"}, "http://a.org/none"),
     ({"member": "package/../.."}, "a.tgz")],
)  # fmt: skip
def test_a_package_that_cannot_be_used_ends_with_2_and_one_line(here, validate, wrong, sentence):
    file = here("a.json", GOOD)
    answer = validate(file, "--package", package("a.tgz", **wrong), "--profile", URL)
    assert answer.code == 2
    [line] = answer.err.splitlines()
    assert line.startswith("fhir-conformance: ")
    assert sentence in line


FINDINGS = [
    ("", "json", "The body is empty where JSON was expected."),
    ("{", "json", "The JSON ends too early"),
    ('{"a": 1,}', "json", "Expected a property name"),
    ("[" * 200_000, "json", "nests deeper than 100 levels"),
    ("[]", "resource-object", "An array stands where a resource must be."),
    ('{"a": 1}', "resource-type-required", "The resource has no resourceType."),
    ('{"resourceType": "Patent"}', "resource-type-known", "did you mean 'Patient'?"),
    ("<Patient/>", "xml", "must be in the namespace"),
    ("<!DOCTYPE a><a/>", "xml", "DOCTYPE"),
    ("<Patient", "xml", "not well-formed"),
]


@pytest.mark.parametrize(("content", "rule", "sentence"), FINDINGS)
def test_what_is_no_resource_is_a_finding(here, validate, content, rule, sentence):
    answer = validate(here("a.json", content), "--format", "json")
    assert answer.code == 1
    [finding] = json.loads(answer.out)["files"][0]["findings"]
    assert finding["rule"] == rule
    assert sentence in finding["message"]["en"]
    assert finding["message"]["zh"]
    assert finding["line"] >= 1


UNREADABLE = [
    (["none.json"], "none.json: not judged: there is no such file"),
    (["*.none"], "*.none: not judged: there is no such file"),
    (["empty"], "empty: not judged: the folder holds no resources"),
    (["bad.json.gz"], "it is no complete gzip file"),
    (["bad.ndjson.gz"], "it is no complete gzip file"),
    (["ok.json", "--profile", "http://a.org/none"], "The profile http://a.org/none is not in"),
    (["ok.json", "--package", "none.tgz"], "none.tgz"),
    (["ok.json", "--package", "bad.json.gz"], "bad.json.gz"),
    (["ok.json", "--baseline", "none.json"], "The baseline none.json cannot be read"),
    (["ok.json", "--baseline", "ok.json"], "ok.json is no baseline"),
    (["ok.json", "--output", "none/report.txt"], "none/report.txt"),
]


@pytest.mark.parametrize(("arguments", "sentence"), UNREADABLE)
def test_what_cannot_be_read_ends_with_2_and_one_line(here, validate, arguments, sentence):
    here("ok.json", GOOD)
    here("empty/readme.txt", "")
    for name in ("bad.json.gz", "bad.ndjson.gz"):
        Path(name).write_bytes(gzip.compress(json.dumps(GOOD).encode() * 50)[:30])
    answer = validate(*arguments)
    assert answer.code == 2
    told = [line for line in (answer.out + answer.err).splitlines() if sentence in line]
    assert len(told) == 1


def test_a_file_that_is_too_large_is_refused(here, validate, monkeypatch):
    monkeypatch.setattr("conformance.run.documents.LARGEST", 1024 * 1024)
    file = here("a.json", json.dumps(GOOD) + " " * 2_000_000)
    answer = validate(file)
    assert answer.code == 2
    assert "a.json: not judged: it is larger than 1 MB" in answer.out


def test_one_unreadable_file_hides_no_findings(here, validate):
    answer = validate("none.json", here("a.json", BAD))
    assert answer.code == 2
    assert "required-binding" in answer.out


@pytest.mark.parametrize("arguments", [[], ["--format", "pdf", "a"], ["--what", "a"]])
def test_wrong_usage_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: fhir-conformance validate" in capsys.readouterr().err


def test_watch_judges_again_when_a_file_changes(here, validate, monkeypatch):
    file = here("a.json", BAD)
    turns = []

    def wait(seconds):
        turns.append(seconds)
        here("a.json", GOOD)
        if len(turns) > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("conformance.commands.validate.time.sleep", wait)
    answer = validate(file, "--watch")
    assert answer.code == 130
    assert "Errors: 1" in answer.out
    assert "Errors: 0" in answer.out


def run_command(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "conformance.cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def test_the_command_itself(here):
    assert run_command("validate", here("a.json", GOOD)).returncode == 0
    for arguments, code in (([], 2), (["--help"], 0), (["none"], 2)):
        answer = run_command(*arguments)
        assert answer.returncode == code
        assert "fhir-conformance" in answer.stdout + answer.stderr
        assert "Traceback" not in answer.stderr


def test_a_reader_that_goes_away_is_no_error(here):
    here("a.ndjson", "\n".join([json.dumps(BAD)] * 2_000))
    command = [sys.executable, "-m", "conformance.cli", "validate", "a.ndjson"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
