"""FHIR packages, and the library of definitions they make up together with R4 core.

>>> from pathlib import Path
>>> library = Library.core().with_packages(*gather(["my.profiles#1.0.0"]).packages)
>>> library.structure("http://example.org/StructureDefinition/my-patient")
"""

from .errors import PackageError
from .installed import Gathered, gather, installed, open_package
from .library import Library
from .package import Package, load_package

__all__ = [
    "Gathered",
    "Library",
    "Package",
    "PackageError",
    "gather",
    "installed",
    "load_package",
    "open_package",
]
