#!/bin/sh
# Makes .venv and installs the project into it, unless that is already as it should be.
# PYTHON=/path/to/python3 chooses the interpreter; VENV=DIR another place.
set -eu

cd "$(dirname "$0")/.."
VENV=${VENV:-.venv}
stamp=$VENV/installed
log=$VENV/install.log

say() { printf '%s\n' "$*"; }
fail() {
    say "bootstrap: $*" >&2
    exit 1
}

# What the environment was made of: when this changes, it is installed anew.
state() {
    pwd
    cat pyproject.toml constraints.txt scripts/bootstrap.sh | cksum
}

# A command of this name can exist and still not run (version managers put shims on PATH).
runs() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_venv() { "$1" -c 'import venv, ensurepip, ssl' 2>/dev/null; }

find_python() {
    without_venv=
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14}; do
        runs "$candidate" || continue
        if has_venv "$candidate"; then
            python=$candidate
            return
        fi
        without_venv=${without_venv:-$candidate}
    done
    if [ -n "$without_venv" ]; then
        version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        fail "$without_venv lacks its venv module: apt-get install python$version-venv"
    fi
    found=$(python3 --version 2>/dev/null || say "no python3")
    fail "Python 3.11 or newer is needed, found $found: apt-get install python3 python3-venv," \
        "or PYTHON=/path/to/python make ..."
}

# Tells what is being fetched, keeps the rest in the log, and ends as pip ended.
install() {
    { "$VENV/bin/python" -m pip install --disable-pip-version-check --progress-bar off \
        --constraint constraints.txt "$@" 2>&1 || say "pip failed"; } |
        awk -v log_file="$log" '
            { print >> log_file }
            $1 == "Collecting" { printf "  %s\n", $2; fflush() }
            /^pip failed$/ { failed = 1 }
            END { exit failed }
        '
}

if [ -x "$VENV/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$(state)" ]; then
    exit 0
fi

if ! runs "$VENV/bin/python" || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
    find_python
    say "Making $VENV with $("$python" --version)"
    rm -rf "$VENV"
    "$python" -m venv "$VENV" || fail "$python -m venv failed: apt-get install python3-venv"
fi

say "Installing what constraints.txt names into $VENV (once; needs a minute)"
rm -f "$stamp"
: >"$log"
if ! { install setuptools && install --no-build-isolation --editable '.[embedded,dev]'; }; then
    tail -n 15 "$log" >&2
    fail "installing failed, see $log; if the network is at fault, mend it and run this again"
fi
state >"$stamp"
say "Installed."
