r"""The special parameter `near`: `latitude|longitude|distance|units`. Verified, not index-exact.

A position is entered once, as `<row><longitude>`: rows are an eighth of a degree of latitude high,
and the longitude has seven digits of fixed width. A circle is a range of longitudes in each row
that it meets; what is found there is measured on the resource itself, along the great circle of a
sphere of 6371.0088 km. Without a distance it is 50 km, without a unit km.

Source: FHIR R4 location.html, 8.7.6.1 (near).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from math import asin, cos, degrees, floor, radians, sin, sqrt
from typing import Any

from conformance.json import decode
from fhir_server.errors import BadRequest, TooCostly
from fhir_server.search.context import Place, SearchContext
from fhir_server.search.filters import NOTHING, Filter, any_of, between
from fhir_server.search.parameters import Parameter
from fhir_server.search.params import split, unescape
from fhir_server.search.pending import Pending, Reader

from .model import Compiler, Indexed, each_of
from .units import measure_of

ROWS = 8
EARTH_METRES = 6_371_008.8
DEFAULT_METRES = 50_000.0
MOST_METRES = 1_000_000.0
MOST_CANDIDATES = 20_000
LENGTH = measure_of("m")
FORM = "a value is latitude|longitude, with |distance and |units (km where none is given)"


def index(value: Any, _: str, __: Parameter, ___: Place) -> Indexed:
    """The entry of one position; it is not sorted by."""
    found = _position(value)
    return None if found is None else ([_row(found[0]) + _column(found[1])], "", "")


def _position(value: Any) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, where they are on this planet."""
    if not isinstance(value, dict) or not {"latitude", "longitude"} <= value.keys():
        return None
    latitude, longitude = float(value["latitude"]), float(value["longitude"])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _row(latitude: float) -> str:
    return f"{floor((latitude + 90) * ROWS):04d}"


def _column(longitude: float) -> str:
    return f"{round((longitude + 180) * 10_000):07d}"


@dataclass(frozen=True)
class Near(Pending):
    """Within some metres of a position."""

    key: str
    latitude: float
    longitude: float
    metres: float

    async def fragment(self, store: Reader, session: Any) -> Filter:
        """What is found by its rows and is as near as asked."""
        wanted = any_of(self._boxes())
        found = await store.find("Location", wanted, limit=MOST_CANDIDATES + 1, session=session)
        if len(found) > MOST_CANDIDATES:
            raise TooCostly(
                f"near meets more than {MOST_CANDIDATES:,} places: ask for a smaller circle"
            )
        ids = [s.id for s in found if self._has(decode(s.json).get("position"))]
        return {"_id": {"$in": ids}} if ids else NOTHING

    def _has(self, position: Any) -> bool:
        place = _position(position)
        return place is not None and self.distance(*place) <= self.metres

    def distance(self, latitude: float, longitude: float) -> float:
        """Metres to a position, by the haversine formula."""
        here, there = radians(self.latitude), radians(latitude)
        north, east = (there - here) / 2, radians(longitude - self.longitude) / 2
        chord = sin(north) ** 2 + cos(here) * cos(there) * sin(east) ** 2
        return 2 * EARTH_METRES * asin(min(1.0, sqrt(chord)))

    def _boxes(self) -> Iterator[Filter]:
        angle = self.metres / EARTH_METRES
        reach = degrees(angle) + 1e-6
        low, high = max(-90.0, self.latitude - reach), min(90.0, self.latitude + reach)
        ranges = list(self._longitudes(angle, around_a_pole=abs(self.latitude) + reach >= 90))
        for row in range(floor((low + 90) * ROWS), floor((high + 90) * ROWS) + 1):
            for west, east in ranges:
                key = f"{self.key}{row:04d}"
                yield between(key + _column(west), f"{key}{_column(east)}~")

    def _longitudes(self, angle: float, *, around_a_pole: bool) -> Iterator[tuple[float, float]]:
        """The longitudes of the circle: two ranges where it crosses the date line."""
        width = sin(angle) / cos(radians(self.latitude)) if not around_a_pole else 1.0
        if width >= 1:
            yield -180.0, 180.0
            return
        reach = degrees(asin(width)) + 1e-3
        west, east = self.longitude - reach, self.longitude + reach
        yield max(west, -180.0), min(east, 180.0)
        if west < -180:
            yield west + 360, 180.0
        if east > 180:
            yield -180.0, east - 360


def _compile(parameter: Parameter, raw: str, _: SearchContext) -> Filter:
    parts = [unescape(part) for part in split(raw, "|")]
    if not 2 <= len(parts) <= 4:
        raise BadRequest(FORM)
    numbers = [_number(part) for part in parts[:2]]
    place = _position({"latitude": numbers[0], "longitude": numbers[1]})
    if place is None:
        raise BadRequest("latitude is from -90 to 90, longitude from -180 to 180")
    metres = DEFAULT_METRES
    if len(parts) > 2 and parts[2]:
        metres = _metres(_number(parts[2]), parts[3] if len(parts) > 3 and parts[3] else "km")
    if not 0 <= metres <= MOST_METRES:
        raise BadRequest(f"the distance is from 0 to {MOST_METRES / 1000:,.0f} km")
    return {"idx": Near(parameter.key, *place, metres)}


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise BadRequest(FORM) from None
    if not number.is_finite() or len(text) > 40:
        raise BadRequest(FORM)
    return number


def _metres(number: Decimal, unit: str) -> float:
    measure = measure_of(unit)
    if measure is None or LENGTH is None or measure.key != LENGTH.key:
        raise BadRequest(f"{unit[:32]!r} is not a UCUM unit of length, such as km, m or [mi_i]")
    return float(measure.to_base(number))


MODIFIERS: dict[str, Compiler] = {"": partial(each_of, _compile)}
