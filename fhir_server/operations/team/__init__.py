"""The operations on teams and their doctors: one file each."""

from .departing import DISQUALIFY, DISSOLVE

OPERATIONS = (DISSOLVE, DISQUALIFY)
