"""Search: what a resource is found by (`entries`), and what a request asks for (`parse`).

Writing: `index.py` runs each parameter's expression and hands the values to its type in `types/`,
which says how they are entered. A search type is one file: its entries, its table of modifiers, its
prefixes.

Searching: `query.py` reads the parameters; `clauses.py` compiles each criterion, chains included,
to a MongoDB filter over the same entries; `joins.py` resolves what depends on other resources;
`run.py` reads a page, `several.py` one of several types, `run_contained.py` one of contained
resources, `include.py` what goes with it. Whatever is read of a type is narrowed by
`SearchContext.visible` in one function, `context.narrowed`.

Every type has `_filter` too (`filter_syntax.py`, `filter_clause.py`), `_list`, and by setting
`_text` and `_content` (`text_syntax.py`, `fulltext.py`). What a criterion can only say with data in
hand (chains, value sets, hierarchies, distances) is a `Join` or a `Pending`, resolved before the
search runs.

Besides R4's parameters there are those of the family doctor service (`service.py`) and those stored
as SearchParameter resources (`loaded.py`); `catalogue.py` says which are in effect.

Source: FHIR R4 search.html.
"""

from .clauses import general_parameters, modifiers
from .context import Place, SearchContext
from .index import Entries, entries, sort_keys
from .joins import resolved
from .parameters import Parameter, search_parameters_for
from .query import Query, parse

__all__ = [
    "Entries",
    "Parameter",
    "Place",
    "Query",
    "SearchContext",
    "entries",
    "general_parameters",
    "modifiers",
    "parse",
    "resolved",
    "search_parameters_for",
    "sort_keys",
]
