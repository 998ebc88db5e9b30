"""What commands say beside their reports, in the language that is asked for or the system's."""

import json
import re
from importlib import import_module

import pytest

HAN = re.compile("[\u4e00-\u9fff]")

# Wrong usage and what cannot be read: the command and its arguments.
WRONG = [
    "validate",
    "validate a.json --format yaml",
    "validate a.json --profile",
    "validate a.json --jobs many",
    "validate a.json --nonsense",
    "validate a.json --profile http://a.org/none",
    "validate a.json --package none",
    "validate a.json --package none.tgz",
    "validate a.json --package a.json",
    "validate a.json --baseline none.json",
    "validate a.json --baseline a.json",
    "validate a.json --output none/report.txt",
    "validate none.json",
    "test",
    "test ftp://a.org",
    "test http://a:b@c.org",
    "test http://a.org --header x",
    "test http://a.org --timeout soon",
    "test http://a.org --timeout 0",
    "test http://a.org --write --read-only",
    "test http://a.org --only none",
    "test http://127.0.0.1:1",
    "requirements --format yaml",
    "requirements --output none/table.txt",
    "snapshot",
    "snapshot none.json",
    "snapshot broken.json",
    "snapshot a.json",
    "snapshot profile.json",
    "snapshot .",
    "package",
    "package remove",
    "package install",
    "package install none.tgz",
    "package show none#1",
    "package show .",
]
PROFILE = {
    "resourceType": "StructureDefinition",
    "url": "http://a.org/StructureDefinition/p",
    "type": "Patient",
    "derivation": "constraint",
    "baseDefinition": "http://a.org/StructureDefinition/none",
    "differential": {"element": [{"path": "Patient"}]},
}


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    """Run a command with files at hand; what it writes, standard error last."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    (tmp_path / "a.json").write_text('{"resourceType": "Patient"}')
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "profile.json").write_text(json.dumps(PROFILE))

    def run(command, *more):
        name, *arguments = command.split()
        try:
            code = import_module(f"conformance.commands.{name}").main([*arguments, *more])
        except SystemExit as end:
            code = end.code
        assert code in (2, 3)
        return "".join(capsys.readouterr())

    return run


@pytest.mark.parametrize("command", WRONG)
def test_what_goes_wrong_is_said_in_the_language_that_is_asked_for(command, said):
    english, chinese = said(command, "--lang", "en"), said(command, "--lang=zh")
    assert not HAN.search(english)
    assert all(HAN.search(line) for line in chinese.splitlines() if re.search("[a-z] [a-z]", line))
    assert len(english.splitlines()) >= 1


def test_without_a_word_the_system_says_which_language(said, monkeypatch):
    assert not HAN.search(said("package show none"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert HAN.search(said("package show none"))
    assert not HAN.search(said("package show none", "--lang", "en"))
