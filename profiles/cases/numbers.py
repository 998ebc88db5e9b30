"""Numbers with right check characters that can be nobody's: division 990000 is not assigned."""

from datetime import date

DIVISION = "990000"
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def identity_card(born: date, sequence: int) -> str:
    """A resident identity card number (GB 11643); an odd sequence number is a man's."""
    body = f"{DIVISION}{born:%Y%m%d}{sequence:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def credit_code(organisation: str) -> str:
    """A unified social credit code (GB 32100) of a public institution, from 8 characters."""
    body = f"12{DIVISION}{_organisation_code(organisation)}"
    total = sum(_CREDIT_DIGITS.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + _CREDIT_DIGITS[-total % 31]


def _organisation_code(body: str) -> str:
    """An organisation code (GB 11714) with its check character."""
    values = (int(c, 36) for c in body)
    total = sum(v * weight for v, weight in zip(values, _ORGANISATION_WEIGHTS, strict=True))
    return body + "0123456789X"[-total % 11]


def health_record(serial: int) -> str:
    """A number of a health record, 17 digits: division, street, community, serial."""
    return f"{DIVISION}001001{serial:05}"
