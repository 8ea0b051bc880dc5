"""Rule packs: a jurisdiction's figures as data, each row with its source and how sure it is. The format is documented in
docs/safety/packs.md; `problems` finds what is wrong with a pack before anybody relies on it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from squaremile.kernel.words import Text

CERTAINTIES = ("A", "B", "K", "C")
"""A official text, B credible secondary text, K professional knowledge to be checked, C sources disagree; worst last."""
KINDS = ("control_area", "designated_quantity")
CONDITIONS = ("storage", "closed", "open")
STATES = ("liquid", "solid", "gas", "liquefied")


class UnknownPack(KeyError):
    """No pack of that name comes with squaremile."""


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one class in one state: storage, closed use, open use (None where the code gives none), in `unit`."""

    state: str
    unit: str
    figures: Mapping[str, Decimal | None]
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class HazardClass:
    """A class of the code. `sprinklers`: double (the figure doubles), unlimited, or required (else nothing is allowed;
    such figures do not double). `together`: classes that add up to one figure. `quantity`: the designated quantity."""

    code: str
    label: Text
    rows: tuple[Row, ...]
    sprinklers: str
    cabinet: bool
    together: tuple[str, ...]
    quantity: Decimal | None
    unit: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Floor:
    """Storeys from `first` to `last` (1 is the entrance floor, -1 the first below it; there is no 0)."""

    first: int
    last: int
    percent: Decimal
    areas: int
    barrier_hours: int
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """What multiplies a figure."""

    code: str
    factor: Decimal
    label: Text
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class LiquidRule:
    """How a liquid finds its class. Bounds by name, such as `flash_below_c`; `soluble`: the class where it mixes with water."""

    hazard: str
    soluble: str
    bounds: Mapping[str, Decimal]
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """A substance that the pack itself puts into a class."""

    cas: str
    label: Text
    hazard: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """From how many times the designated quantity which duty begins."""

    first: Decimal
    code: str
    label: Text
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One jurisdiction's figures."""

    code: str
    kind: str
    edition: str
    title: Text
    adopted_from: date
    adopted_to: date | None
    verified_by: str
    sources: Mapping[str, str]
    pounds_per_gallon: Decimal | None
    """The code's own rule where nobody knows the density of a liquid; None where it has none."""
    classes: Mapping[str, HazardClass]
    floors: tuple[Floor, ...]
    modifiers: Mapping[str, Modifier]
    liquids: tuple[LiquidRule, ...]
    named: Mapping[str, Named]
    thresholds: tuple[Threshold, ...]

    def find(self, wanted: str) -> HazardClass | None:
        """A class by its code, in any case; the last part alone is enough where it is one class's ("IB")."""
        asked = wanted.strip().casefold().replace("_", "-").replace(" ", "-")
        exact = {code.casefold(): each for code, each in self.classes.items()}
        if asked in exact:
            return exact[asked]
        endings = [each for code, each in exact.items() if code.rpartition("-")[2] == asked]
        return endings[0] if len(endings) == 1 else None


def codes() -> tuple[str, ...]:
    """Packs that come with squaremile."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in files("squaremile.safety.packs").iterdir() if f.name.endswith(".toml")))


@cache
def pack(code: str) -> Pack:
    """A pack that comes with squaremile. Raises UnknownPack."""
    if code not in codes():
        raise UnknownPack(code)
    return read(files("squaremile.safety.packs").joinpath(f"{code}.toml").read_text(encoding="utf-8"))


def read(text: str) -> Pack:
    """A pack from its text. Raises ValueError, KeyError or TypeError for a text that is none; `problems` looks deeper."""
    data = tomllib.loads(text, parse_float=Decimal)
    head = data["pack"]
    return Pack(
        head["code"], head["kind"], head["edition"], Text(ko=head["title_ko"], en=head["title_en"]), head["adopted_from"],
        head.get("adopted_to"), head.get("verified_by", ""), data["sources"],
        _figure(head.get("pounds_per_gallon")), {c["code"]: _class(c) for c in data["class"]},
        tuple(_floor(f) for f in data.get("floor", ())),
        {m["code"]: Modifier(m["code"], Decimal(m["factor"]), Text(ko=m["says_ko"], en=m["says_en"]), m["certainty"], m["source"])
         for m in data.get("modifier", ())},
        tuple(_liquid(r) for r in data.get("liquid", ())),
        {s["cas"]: Named(s["cas"], Text(ko=s["ko"], en=s["en"]), s["class"], s["certainty"], s["source"])
         for s in data.get("substance", ())},
        tuple(Threshold(Decimal(t["from"]), t["code"], Text(ko=t["ko"], en=t["en"]), t["certainty"], t["source"])
              for t in data.get("threshold", ())),
    )  # fmt: skip


def _class(found: Mapping[str, Any]) -> HazardClass:
    rows = tuple(
        Row(r["state"], r["unit"], {c: _figure(r.get(c)) for c in CONDITIONS}, r["certainty"], r["source"])
        for r in found.get("limit", ())
    )
    return HazardClass(
        found["code"], Text(ko=found["ko"], en=found["en"]), rows, found.get("sprinklers", "double"),
        found.get("cabinet", True), tuple(found.get("together", ())), _figure(found.get("quantity")), found.get("unit", ""),
        found.get("certainty", ""), found.get("source", ""),
    )


def _figure(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _floor(found: Mapping[str, Any]) -> Floor:
    return Floor(
        found["from"], found["to"], Decimal(found["percent"]), found["areas"], found["barrier_hours"], found["certainty"],
        found["source"],
    )


def _liquid(found: Mapping[str, Any]) -> LiquidRule:
    bounds = {name: Decimal(value) for name, value in found.items() if name.endswith(("_c", "_f"))}
    return LiquidRule(found["class"], found.get("soluble", ""), bounds, found["certainty"], found["source"])


def worst(*certainties: str) -> str:
    """How sure a figure is that was made of others: as sure as the least sure of them."""
    return max((c for c in certainties if c), key=CERTAINTIES.index, default="K")
