"""Units of measure: what a UCUM code means, for comparing and calculating.

A table of the units found in clinical data, not the whole of UCUM. A unit that is not in it equals
only itself. Source: https://ucum.org/ucum, section 4.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

MAX_LENGTH = 100
"""The longest unit code that is read."""

Dimension = tuple[tuple[str, int], ...]


class Unit(NamedTuple):
    """`value in this unit` is `value * factor + offset` in the base units of `dimension`."""

    factor: Fraction
    dimension: Dimension
    offset: Fraction = Fraction(0)


_BASE = ("m", "s", "g", "rad", "K", "C", "cd")

_PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1,
    "d": -1, "c": -2, "m": -3, "u": -6, "n": -9, "p": -12, "f": -15, "a": -18, "z": -21, "y": -24,
}  # fmt: skip

# Metric units take a prefix. Each is (factor, in terms of).
_METRIC: dict[str, tuple[str, str]] = {
    "mol": ("6.0221367e23", "1"), "sr": ("1", "rad2"), "Hz": ("1", "s-1"), "N": ("1", "kg.m.s-2"),
    "Pa": ("1", "N.m-2"), "J": ("1", "N.m"), "W": ("1", "J.s-1"), "A": ("1", "C.s-1"),
    "V": ("1", "J.C-1"), "F": ("1", "C.V-1"), "Ohm": ("1", "V.A-1"), "S": ("1", "Ohm-1"),
    "Wb": ("1", "V.s"), "T": ("1", "Wb.m-2"), "H": ("1", "Wb.A-1"), "lm": ("1", "cd.sr"),
    "lx": ("1", "lm.m-2"), "Bq": ("1", "s-1"), "Gy": ("1", "J.kg-1"), "Sv": ("1", "J.kg-1"),
    "L": ("1", "dm3"), "l": ("1", "dm3"), "t": ("1000", "kg"), "bar": ("100000", "Pa"),
    "u": ("1.6605402e-24", "g"), "eV": ("1.60217733e-19", "J"), "cal": ("4.184", "J"),
    "Ci": ("37000000000", "Bq"), "osm": ("1", "mol"), "eq": ("1", "mol"), "kat": ("1", "mol.s-1"),
    "U": ("1", "umol.min-1"), "dyn": ("1", "g.cm.s-2"), "erg": ("1", "dyn.cm"),
    "P": ("1", "dyn.s.cm-2"),
    "R": ("2.58e-4", "C.kg-1"), "m[H2O]": ("9.80665", "kPa"), "m[Hg]": ("133.322", "kPa"),
}  # fmt: skip

_PLAIN: dict[str, tuple[str, str]] = {
    "%": ("0.01", "1"), "[ppth]": ("1e-3", "1"), "[ppm]": ("1e-6", "1"), "[ppb]": ("1e-9", "1"),
    "[pi]": ("3.1415926535897932384626433832795", "1"), "10*": ("10", "1"), "10^": ("10", "1"),
    "min": ("60", "s"), "h": ("60", "min"), "d": ("24", "h"), "wk": ("7", "d"),
    "a_j": ("365.25", "d"), "a": ("365.25", "d"), "mo_j": ("30.4375", "d"), "mo": ("30.4375", "d"),
    "deg": ("0.017453292519943295769", "rad"), "'": ("0.016666666666666666667", "deg"),
    "[in_i]": ("2.54", "cm"), "[ft_i]": ("12", "[in_i]"), "[yd_i]": ("3", "[ft_i]"),
    "[mi_i]": ("5280", "[ft_i]"), "[nmi_i]": ("1852", "m"), "[sin_i]": ("1", "[in_i]2"),
    "[sft_i]": ("1", "[ft_i]2"), "[cin_i]": ("1", "[in_i]3"), "[cft_i]": ("1", "[ft_i]3"),
    "[gr]": ("64.79891", "mg"), "[lb_av]": ("7000", "[gr]"), "[oz_av]": ("0.0625", "[lb_av]"),
    "[stone_av]": ("14", "[lb_av]"), "[oz_tr]": ("480", "[gr]"), "[gal_us]": ("231", "[cin_i]"),
    "[qt_us]": ("0.25", "[gal_us]"), "[pt_us]": ("0.5", "[qt_us]"), "[cup_us]": ("16", "[tbs_us]"),
    "[foz_us]": ("0.0625", "[pt_us]"), "[tbs_us]": ("0.5", "[foz_us]"),
    "[tsp_us]": ("0.33333333333333333333", "[tbs_us]"), "[drp]": ("0.05", "mL"),
    "[Cal]": ("1", "kcal"), "[in_i'H2O]": ("1", "m[H2O].[in_i]/m"), "atm": ("101325", "Pa"),
    "[in_i'Hg]": ("1", "m[Hg].[in_i]/m"), "[psi]": ("6894.757293168", "Pa"),
    "[g]": ("9.80665", "m/s2"),
    "[lbf_av]": ("4.4482216152605", "N"), "[car_m]": ("0.2", "g"),
}  # fmt: skip

# Units that count something of their own: each is a dimension, comparable only with itself.
_ARBITRARY = (
    "[iU]", "[IU]", "[arb'U]", "[USP'U]", "[CFU]", "[PFU]", "[pH]", "[HPF]", "[LPF]", "[GPL'U]",
    "[MPL'U]", "[APL'U]", "[AU]", "[BAU]", "[anti'Xa'U]", "B", "Np", "[diop]",
)  # fmt: skip
_PREFIXED_ARBITRARY = ("[iU]", "[IU]", "B", "Np")

# Temperatures: (factor, offset) to kelvin. They do not combine with other units.
_SPECIAL = {
    "Cel": (Fraction(1), Fraction("273.15")),
    "[degF]": (Fraction(5, 9), Fraction("459.67") * Fraction(5, 9)),
}
_ONE = Unit(Fraction(1), ())
_COMPONENT = re.compile(
    r"(?P<annotation>\{[^{}]*\})|(?P<symbol>[./()])"
    r"|(?P<atom>(?:10[*^]|(?:\[[^\[\]]*\]|[A-Za-z_%'])+))?(?P<number>[+-]?\d+)?"
)


@lru_cache(maxsize=4096)
def parse(code: str) -> Unit | None:
    """The meaning of a UCUM code, or None when it is not a unit known here."""
    if len(code) > MAX_LENGTH:
        return None
    if code in _SPECIAL:
        factor, offset = _SPECIAL[code]
        return Unit(factor, (("K", 1),), offset)
    try:
        return _Reader(code).read()
    except (LookupError, ZeroDivisionError):
        return None


class _Reader:
    """Reads one code by the grammar of UCUM, section 2.1; raises LookupError on what is unknown."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._at = 0

    def read(self) -> Unit:
        unit = self._term()
        if self._at != len(self._code):
            raise LookupError
        return unit

    def _term(self) -> Unit:
        unit = _power(self._component(), -1) if self._take("/") else self._component()
        while self._at < len(self._code) and self._code[self._at] in "./":
            exponent = 1 if self._code[self._at] == "." else -1
            self._at += 1
            unit = _times(unit, _power(self._component(), exponent))
        return unit

    def _take(self, symbol: str) -> bool:
        taken = self._code.startswith(symbol, self._at)
        self._at += len(symbol) if taken else 0
        return taken

    def _component(self) -> Unit:
        if self._take("("):
            unit = self._term()
            if not self._take(")"):
                raise LookupError
            return unit
        match = _COMPONENT.match(self._code, self._at)
        if match is None or match.end() == self._at or match["symbol"]:
            raise LookupError
        self._at = match.end()
        if match["annotation"]:
            return _ONE
        unit = self._simple(match["atom"], match["number"])
        annotation = _COMPONENT.match(self._code, self._at)
        if annotation and annotation["annotation"]:
            self._at = annotation.end()
        return unit

    @staticmethod
    def _simple(atom: str | None, number: str | None) -> Unit:
        if atom is None:
            return Unit(Fraction(int(number or 1)), ())
        exponent = int(number or 1)
        if abs(exponent) > 99:
            raise LookupError
        return _power(_atom(atom), exponent)


@lru_cache(maxsize=1024)
def _atom(symbol: str) -> Unit:
    if (unit := _unprefixed(symbol)) is not None:
        return unit
    for size in (2, 1):
        prefix, rest = symbol[:size], symbol[size:]
        metric = rest in _BASE or rest in _METRIC or rest in _PREFIXED_ARBITRARY
        if prefix in _PREFIXES and metric and (unit := _unprefixed(rest)) is not None:
            return Unit(unit.factor * Fraction(10) ** _PREFIXES[prefix], unit.dimension)
    raise LookupError(symbol)


def _unprefixed(symbol: str) -> Unit | None:
    if symbol in _BASE or symbol in _ARBITRARY:
        return Unit(Fraction(1), ((symbol, 1),))
    defined = _METRIC.get(symbol) or _PLAIN.get(symbol)
    if defined is None:
        return None
    base = _ONE if defined[1] == "1" else _Reader(defined[1]).read()
    return Unit(Fraction(defined[0]) * base.factor, base.dimension)


def _times(left: Unit, right: Unit) -> Unit:
    powers = dict(left.dimension)
    for base, power in right.dimension:
        powers[base] = powers.get(base, 0) + power
    dimension = tuple(sorted((b, p) for b, p in powers.items() if p))
    return Unit(left.factor * right.factor, dimension)


def _power(unit: Unit, exponent: int) -> Unit:
    dimension = tuple((b, p * exponent) for b, p in unit.dimension)
    return Unit(unit.factor**exponent, dimension)
