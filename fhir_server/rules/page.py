"""`docs/rules.md`, made from the table of the rules (`python -m fhir_server.rules.page`)."""

import inspect

from .model import Facts, Rule
from .table import RULES

_HEAD = """# Rules

What the regional policies demand of contracts, referrals and services, and where it bites: at a
*step* of a life (signing, ending, referring), at any *write* of the resource, or over a *period*.
Rules over a period refuse nothing, a Measure counts them. Whether a breach is an error or a
warning, and with which numbers, is said by the policy in force (`FHIR_POLICY`,
[profiles/policies](../profiles/policies)); what it is silent about is not checked. A finding has
the code `rule-` with the name.

Rules of signings are judged when a contract is signed, renewed or transferred, some of them also
when it is amended. This page is made by `python -m fhir_server.rules.page`."""


def page() -> str:
    """The rules as a Markdown page."""
    return "\n".join([_HEAD, *(line for part in map(_part, _kinds()) for line in part), ""])


def _kinds() -> list[type[Facts] | None]:
    return list(dict.fromkeys(rule.facts for rule in RULES))


def _part(facts: type[Facts] | None) -> list[str]:
    title = facts.__name__ if facts else "Over a period"
    rows = [_row(rule) for rule in RULES if rule.facts is facts]
    last = "demand" if facts else "measure"
    return [
        "",
        f"## {title}",
        "",
        f"| rule | requirements | bites | {last} |",
        "|---|---|---|---|",
        *rows,
    ]


def _row(rule: Rule) -> str:
    said = (inspect.getdoc(rule.check) or "").partition("\n")[0] if rule.check else rule.measure
    bites = ", ".join(sorted("step" if when == "transition" else when for when in rule.bites))
    return f"| `{rule.name}` | {', '.join(rule.requirement)} | {bites} | {said} |"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
