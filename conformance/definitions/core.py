"""The conformance resources of R4 core, slimmed (see `slim.py`), each read when it is asked for.

Source: the package hl7.fhir.r4.core 4.0.1 (CC0).
"""

from functools import cache
from importlib.resources import files

from .pack import Pack


@cache
def core_pack() -> Pack:
    """The pack of R4 core, opened once."""
    return Pack(files(__package__).joinpath("data", "core.zst").read_bytes())
