"""Snapshots: all that holds for a structure, made from its base and its differential."""

from .build import Find, Snapshots, generate
from .errors import SnapshotError

__all__ = ["Find", "SnapshotError", "Snapshots", "generate"]
