""":missing, the one modifier every search type has. Index-exact.

`false` is a range over all entries of the parameter. `true` is its negation: beside another
parameter it is bounded by that; alone it reads resources in the order of their ids until the page
is full, and to count them all of them, within the time limit of a search.

An entry for each parameter that a resource lacks would answer it from the index, and make every
write dearer by 6 to 7 microseconds for each. With 32,000 Patients of 2 KB a page takes 1.5 ms (half
of them match) to 3.3 ms (1 % match), a count 27 to 50 ms; so there is none.

Source: FHIR R4 search.html, 3.1.1.4.4 (modifiers).
"""

from collections.abc import Sequence

from fhir_server.errors import BadRequest
from fhir_server.search.context import SearchContext
from fhir_server.search.filters import Filter, any_of, none_of, starting
from fhir_server.search.parameters import Parameter


def missing(parameter: Parameter, values: Sequence[str], _: SearchContext) -> Filter:
    """Resources that have no value for the parameter (`true`), or have one (`false`)."""
    if values not in (["true"], ["false"]):
        raise BadRequest(":missing is true or false")
    present = [starting(key) for key in parameter.keys]
    return none_of(present) if values == ["true"] else any_of(present)
