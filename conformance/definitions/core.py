"""The conformance resources of R4 core, slimmed (see `slim.py`), each read when it is asked for.

Source: the package hl7.fhir.r4.core 4.0.1 (CC0).
"""

from functools import cache
from pathlib import Path

from .pack import Pack

DATA = Path(__file__).parent / "data"


@cache
def core_pack() -> Pack:
    """The pack of R4 core, opened once."""
    return Pack(DATA.joinpath("core.zst").read_bytes())
