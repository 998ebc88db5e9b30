"""The operations on contracts: one file each."""

from . import sign

OPERATIONS = (sign.SIGN,)
