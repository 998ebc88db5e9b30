"""The packages of a case: published ones, issued anew for the year of the case, with their items.

What the policies say of prices may be years old; a package of the case holds on its day of signing,
so it is a copy of the published one with an id, a URL and a period of its own.
"""

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

import profiles

from .fhir import TEST_DATA, Json, extension
from .frame import Frame

_PACKAGES = f"{profiles.CANONICAL}/PlanDefinition/"
_ITEMS = f"{profiles.CANONICAL}/ActivityDefinition/"


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is signed: its resource, its kind, what it costs and who bears it."""

    resource: Json
    kind: str
    unit: str
    price: Decimal
    shares: dict[str, Decimal]

    @property
    def canonical(self) -> str:
        """The URL with the version."""
        return f"{self.resource['url']}|{self.resource['version']}"

    def item(self, *ids: str) -> Json | None:
        """The first of some published items that is part of it."""
        cited = [action["definitionCanonical"] for action in self.resource["action"]]
        wanted = [f"{_ITEMS}{each}|1" for each in ids]
        return next((_item(url) for url in wanted if url in cited), None)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be signed in a case: packages for all, and those of the chronic patient."""

    shared: list[Package]
    personal: list[Package]

    def item(self, *ids: str) -> Json:
        """The first of some published items that is part of a package."""
        found = (p.item(each) for each in ids for p in (*self.shared, *self.personal))
        return next(each for each in found if each)

    def resources(self) -> list[Json]:
        """The packages after their items."""
        packages = [p.resource for p in (*self.shared, *self.personal)]
        cited = chain.from_iterable(p["action"] for p in packages)
        urls = dict.fromkeys(action["definitionCanonical"] for action in cited)
        return [*(_item(url) for url in urls), *packages]


def offer(frame: Frame) -> Offer:
    """Make the packages of a case."""
    region = frame.region
    made = {name: _issued(frame, name) for name in (*region.shared, *region.personal)}
    renamed = {_published(name)["url"]: each.resource["url"] for name, each in made.items()}
    for each in made.values():
        for artifact in each.resource["relatedArtifact"]:
            url, _, version = artifact.get("resource", "").partition("|")
            if url in renamed:
                artifact["resource"] = f"{renamed[url]}|{version}"
    return Offer([made[n] for n in region.shared], [made[n] for n in region.personal])


def _issued(frame: Frame, name: str) -> Package:
    """A published package as an institution of the case issues it."""
    published = _published(name)
    kind = published["topic"][0]["coding"][0]["code"]
    id_ = frame.id(f"{kind}-package")
    start = date(frame.signed.year, 1, 1).isoformat()
    own = {
        "id": id_,
        "meta": published["meta"] | {"security": [TEST_DATA]},
        "url": f"{_PACKAGES}{id_}",
        "version": "1",
        "name": id_.title().replace("-", ""),
        "date": start,
        "effectivePeriod": {"start": start},
    }
    issued = published | own
    issued["relatedArtifact"] = [
        each for each in published["relatedArtifact"] if each["type"] != "predecessor"
    ]
    return Package(issued, kind, *_fees(issued))


def _fees(package: Json) -> tuple[str, Decimal, dict[str, Decimal]]:
    """Unit and amount of the price, and what each payer bears of it."""
    prices = [e for e in package["extension"] if e["url"] == extension("price")["url"]]
    shares = [e for e in package["extension"] if e["url"] == extension("fee-share")["url"]]
    price = {each["url"]: each for each in prices[0]["extension"]}
    borne = [{each["url"]: each for each in share["extension"]} for share in shares]
    return (
        price["unit"]["valueCode"],
        Decimal(price["amount"]["valueMoney"]["value"]),
        {b["payer"]["valueCode"]: Decimal(b["amount"]["valueMoney"]["value"]) for b in borne},
    )


def _published(name: str) -> Json:
    return deepcopy(profiles.read(f"PlanDefinition-{name}.json"))


def _item(canonical: str) -> Json:
    """A published item by its URL with version."""
    name, _, version = canonical.removeprefix(_ITEMS).partition("|")
    return profiles.read(f"ActivityDefinition-{name}-{version}.json")
