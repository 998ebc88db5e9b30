"""The life of contracts: one table of states, one function that carries a step out.

`states.py` has the table, `transition.py` the function. It holds residents, households and places
in a team (`holdings.py`), keeps episodes of care and general practitioners in step (`cover.py`),
judges by the rules on what `gathering.py` finds, and leaves a Provenance (`record.py`). Operations
and plain writes (`writes.py`) both go through it; `signing.py` and its neighbours make ready what
an operation was asked for.
"""
