"""FHIR packages, and the library of definitions they make up together with R4 core."""

from .library import Library

__all__ = ["Library"]
