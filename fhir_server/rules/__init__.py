"""The rules of the regional policies, as pure functions over facts that others gathered.

    issues = findings(Signing(terms=terms, today=today, contract=contract, ...), "transition")
    if errors(issues): raise Unprocessable(issues=issues)

`table.RULES` has all of them; a module each for their subjects. Nothing here reads or writes.
"""

from .judge import findings
from .table import RULES

__all__ = ["RULES", "findings"]
