"""What a file says, whatever its format: organisations with their sites and activities, areas, figures, bonds.

`key` is what the source calls a thing: the same file brought in again finds the same thing by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Spot:
    """A site: an address, and a point with its precision (roof, street, postcode, city), or neither."""

    address_ko: str = ""
    address_en: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    precision: str = ""
    opened: date | None = None
    closed: date | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """An activity: a code of a scheme with its names, in case it is new, and a weight above 0."""

    scheme: str
    code: str
    name_ko: str = ""
    name_en: str = ""
    weight: Decimal = Decimal(1)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Entrant:
    """An organisation. `parent` is the key of another of the same source; `row` its place in the file, from 1."""

    row: int
    key: str
    kind: str = "other"
    name_ko: str = ""
    name_en: str = ""
    also: str = ""
    founded: int | None = None
    status: str = "active"
    country: str = ""
    city: str = ""
    ror: str = ""
    openalex: str = ""
    lei: str = ""
    website: str = ""
    parent: str = ""
    sites: tuple[Spot, ...] = ()
    activities: tuple[Doing, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A region, with its GeoJSON outline where there is one."""

    row: int
    code: str
    name_ko: str = ""
    name_en: str = ""
    outline: Mapping[str, Any] | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact of a region: `value` is none where the source suppresses it."""

    row: int
    region: str
    period: str
    measure: str
    value: Decimal | None
    activity: Doing | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two organisations by their keys in the source. Whoever has no key is left out."""

    one: str
    other: str
    kind: str
    period: str = ""
    weight: Decimal = Decimal(1)
    evidence: tuple[str, ...] = ()


@dataclass(slots=True)
class Taken:
    """What became of the rows: codes by key; keys that were made, filled, or here already as they are."""

    codes: dict[str, str] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    filled: set[str] = field(default_factory=set)
    same: set[str] = field(default_factory=set)
    more: dict[str, int] = field(default_factory=dict)
    """Counts of what came with them: sites, activities."""
