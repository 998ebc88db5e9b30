"""The checks, a module a subject. `every_check` imports them, in the order of reports."""

from importlib import import_module

from conformance.checks.check import CHECKS, Check

SUBJECTS = (
    "capabilities",
    "formats",
    "create",
    "read",
    "update",
    "delete",
    "patch",
    "conditional",
    "concurrency",
    "search",
    "values",
    "dates",
    "references",
    "pages",
    "transaction",
    "batch",
    "history",
    "operations",
    "terminology",
    "errors",
)


def every_check() -> dict[str, Check]:
    """All checks by id."""
    for name in SUBJECTS:
        import_module(f"{__name__}.{name}")
    return CHECKS
