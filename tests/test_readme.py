"""The README keeps its word: its tour runs as printed in both languages, its links lead on."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
STEP = re.compile(r"```sh tour\n(.*?)```\n```text\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def steps(readme: str) -> list[tuple[str, str]]:
    """The commands of the tour with what they are said to print."""
    return STEP.findall((REPOSITORY / readme).read_text(encoding="utf-8"))


def as_pattern(printed: str) -> str:
    """What is printed as a pattern: `…` stands for anything."""
    return ".*".join(re.escape(part) for part in printed.strip().split("…"))


@pytest.mark.parametrize("readme", READMES)
def test_the_tour_prints_what_it_says(readme, serve, mongodb_uri, tmp_path):
    name = f"tour_{readme.count('zh')}"
    flags = ("--demo", "--mongodb-uri", mongodb_uri)
    with serve(*flags, FHIR_MONGODB_DATABASE=name, FHIR_LOG_LEVEL="warning") as (base, _):
        root = base.removesuffix("/fhir")
        found = steps(readme)
        assert len(found) == 10
        for number, (commands, printed) in enumerate(found, 1):
            here = (
                commands.replace("http://127.0.0.1:8080", root)
                .replace("/tmp/", f"{tmp_path}/")
                .replace(".venv/bin/", f"{Path(sys.executable).parent}/")
            )
            ran = subprocess.run(
                ["bash", "-ec", here], capture_output=True, text=True, cwd=tmp_path, check=False
            )
            said = ran.stdout.strip()
            assert ran.returncode == 0, f"step {number}: {ran.stderr}"
            assert re.fullmatch(as_pattern(printed), said, re.DOTALL), f"step {number}: {said}"


def test_both_languages_show_the_same_commands():
    assert steps("README.md") == steps("README.zh-CN.md")


KIT_READMES = [
    "conformance/README.md",
    "conformance/validator/README.md",
    "conformance/validator/profiles/README.md",
    "profiles/README.md",
]


@pytest.mark.parametrize(
    "page",
    [*READMES, "CONTRIBUTING.md", "fhir_server/README.md", *KIT_READMES],
)
def test_links_lead_to_files(page):
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    for target in LINK.findall(text):
        assert (REPOSITORY / page).parent.joinpath(target).exists(), target
    folders = re.findall(r"^\| `([a-z_]+/[\w./]*)`", text, re.MULTILINE)
    for folder in folders:
        beside = (REPOSITORY / page).parent / folder
        assert (REPOSITORY / folder).exists() or beside.exists(), folder


def test_every_make_target_in_the_readme_exists():
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE))
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert targets <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
