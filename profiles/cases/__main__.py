"""python -m profiles.cases --policy hainan-2024 --today 2026-11-22: print the case of a policy."""

import argparse
import json
import re
import sys
from datetime import date
from decimal import Decimal

from . import bundle, names

# JSON of the standard library knows no decimals: they pass as marked strings and lose the marks.
_MARK = "\u2063"
_MARKED = re.compile(f'"{_MARK}(.*?){_MARK}"')


def main(arguments: list[str] | None = None) -> None:
    """Write the Bundle to standard output."""
    parser = argparse.ArgumentParser(prog="python -m profiles.cases", description=__doc__)
    parser.add_argument("--policy", choices=names(), default="hainan-2024")
    parser.add_argument("--today", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--prefix", help="how ids begin; the name of the policy by default")
    parser.add_argument("--neighbours", type=int, default=0, help="households around the case")
    given = parser.parse_args(arguments)
    whole = bundle(given.policy, given.today, given.prefix, given.neighbours)
    text = json.dumps(whole, ensure_ascii=False, indent=2, default=_decimal)
    sys.stdout.write(_MARKED.sub(r"\1", text) + "\n")


def _decimal(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{_MARK}{value}{_MARK}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")


if __name__ == "__main__":
    main()
