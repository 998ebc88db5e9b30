"""The operations on residents."""

from .match import OPERATION as MATCH

OPERATIONS = (MATCH,)
