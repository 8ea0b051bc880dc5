"""Rule packs: a jurisdiction's figures as data, each row with its source and how sure it is. The format is documented in
docs/safety/packs.md; `problems` finds what is wrong with a pack before anybody relies on it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from squaremile.kernel.words import Text
from squaremile.safety.policies.pack_values import figure, label, number, traced, whole, word

CERTAINTIES = ("A", "B", "K", "C")
"""A official text, B credible secondary text, K professional knowledge to be checked, C sources disagree; worst last."""
COUNTING = ("control_area", "designated_quantity", "laboratory_unit")
"""Kinds that count amounts; the others hold classes and duties alone."""
KINDS = (*COUNTING, "duties")
TOPICS = (
    "law", "scope", "grades", "training", "inspection", "staffing", "analysis", "accident", "health", "permit", "licence", "committee",
    "facility", "transport", "record", "chemicals",
)  # fmt: skip
"""What a duty is about."""
COUNTED_IN = ("hours", "days", "weeks", "months", "years", "people", "gallons", "usd", "usd_a_day", "grades", "rooms", "minutes")
"""What the figure of a duty counts."""
LONGEST = 400_000
"""Characters of a pack's file."""
EACH = ("half_year", "year")
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


@dataclass(frozen=True, slots=True, eq=False)
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
    barrier_hours: Decimal
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """What multiplies a figure. `unit`: of one class of laboratory units alone."""

    code: str
    factor: Decimal
    label: Text
    certainty: str
    source: str
    unit: str = ""


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
    density: Decimal | None
    """Kilograms a litre, where the class is measured by weight and bottles say litres."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """From how many times the designated quantity which duty begins."""

    first: Decimal
    code: str
    label: Text
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class UnitLimit:
    """What a laboratory unit may hold of one class: so much for every hundred square feet, and at the most."""

    hazard: str
    density: Decimal
    most: Decimal
    unit: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class LabUnit:
    """A fire hazard class of laboratory units. `storeys`: which share of its figures holds where; a storey that is in none
    has no figure here."""

    code: str
    label: Text
    limits: tuple[UnitLimit, ...]
    storeys: tuple["UnitStorey", ...]


@dataclass(frozen=True, slots=True)
class UnitStorey:
    """The share of a laboratory unit's figures that holds on the storeys from `first` to `last`."""

    first: int
    last: int
    percent: Decimal
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what it says, about what, and its figure where the law gives one ("6 hours each half-year").

    `grade`: for whom, in the pack's own word. `first` and `below`: from how many people on, and below how many.
    """

    code: str
    topic: str
    label: Text
    figure: Decimal | None
    counted_in: str
    each: str
    grade: str
    first: Decimal | None
    below: Decimal | None
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What the law has and this pack does not: no figure for it has been read anywhere that can be cited."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One jurisdiction's figures."""

    code: str
    kind: str
    edition: str
    title: Text
    adopted_from: date | None
    """Its first day; None where nobody has read since when it holds."""
    adopted_to: date | None
    """The first day on which it holds no more."""
    verified_by: str
    sources: Mapping[str, Text]
    pounds_per_gallon: Decimal | None
    """The code's own rule where nobody knows the density of a liquid; None where it has none."""
    classes: Mapping[str, HazardClass]
    floors: tuple[Floor, ...]
    modifiers: Mapping[str, Modifier]
    liquids: tuple[LiquidRule, ...]
    named: Mapping[str, Named]
    thresholds: tuple[Threshold, ...]
    units: Mapping[str, LabUnit]
    duties: Mapping[str, Duty]
    gaps: tuple[Gap, ...]

    @property
    def counts(self) -> bool:
        """Whether amounts are counted by it."""
        return self.kind in COUNTING

    def find(self, wanted: str) -> HazardClass | None:
        """A class by its code, in any case; the last part alone is enough where it is one class's ("IB")."""
        asked = wanted.strip().casefold().replace("_", "-").replace(" ", "-")
        exact = {code.casefold(): each for code, each in self.classes.items()}
        if asked in exact:
            return exact[asked]
        endings = [each for code, each in exact.items() if code.rpartition("-")[2] == asked]
        return endings[0] if len(endings) == 1 else None


@dataclass(frozen=True, slots=True)
class Edition:
    """A pack as it comes with squaremile, with the text that it was read from."""

    pack: Pack
    text: str


@cache
def shipped() -> Mapping[str, tuple[Edition, ...]]:
    """Every edition that comes with squaremile by the pack's code, the earliest first."""
    found: dict[str, list[Edition]] = {}
    for each in files("squaremile.safety.packs").iterdir():
        if each.name.endswith(".toml"):
            text = each.read_text(encoding="utf-8")
            made = read(text)
            found.setdefault(made.code, []).append(Edition(made, text))
    return {code: tuple(sorted(found[code], key=lambda e: e.pack.adopted_from or date.min)) for code in sorted(found)}


def codes() -> tuple[str, ...]:
    """Packs that come with squaremile."""
    return tuple(shipped())


def counting() -> tuple[str, ...]:
    """Those of them that count amounts."""
    return tuple(code for code in codes() if pack(code).counts)


def pack(code: str) -> Pack:
    """The latest edition that comes with squaremile. Raises UnknownPack."""
    if code not in shipped():
        raise UnknownPack(code)
    return shipped()[code][-1].pack


def read(text: str) -> Pack:
    """A pack from its text. Raises ValueError for a text that is none; `problems` looks deeper."""
    try:
        return _read(tomllib.loads(text, parse_float=Decimal))
    except KeyError as missing:
        raise ValueError(f"{missing} is missing") from missing
    except (TypeError, AttributeError, ArithmeticError, RecursionError) as wrong:
        raise ValueError(str(wrong)) from wrong


def _read(data: Mapping[str, Any]) -> Pack:
    head = data["pack"]
    for name in ("adopted_from", "adopted_to"):
        if name in head and type(head[name]) is not date:
            raise TypeError(f"{name} is no day")
    return Pack(
        word(head["code"]), word(head["kind"]), word(head["edition"]), label(head, "title_"), head.get("adopted_from"),
        head.get("adopted_to"), word(head.get("verified_by", "")), _sources(data), figure(head.get("pounds_per_gallon")),
        _once("class", (_class(c) for c in data.get("class", ()))), tuple(_floor(f) for f in data.get("floor", ())),
        _once("modifier", (_modifier(m) for m in data.get("modifier", ()))), tuple(_liquid(r) for r in data.get("liquid", ())),
        {each.cas: each for each in (_named(s) for s in data.get("substance", ()))},
        tuple(Threshold(number(t["from"]), word(t["code"]), label(t), *traced(t)) for t in data.get("threshold", ())),
        _once("unit", (_unit(u) for u in data.get("unit", ()))), _once("duty", (_duty(d) for d in data.get("duty", ()))),
        tuple(Gap(word(g["code"]), label(g)) for g in data.get("gap", ())),
    )


def _sources(data: Mapping[str, Any]) -> dict[str, Text]:
    """What each mark stands for; `sources_en` where `sources` is not English."""
    english = data.get("sources_en", {})
    return {mark: Text(ko=word(said), en=word(english.get(mark, said))) for mark, said in data["sources"].items()}


Coded = TypeVar("Coded", HazardClass, Modifier, LabUnit, Duty)


def _once(part: str, rows: Iterable[Coded]) -> dict[str, Coded]:
    """By code. Raises ValueError where two rows have the same one: the second would hide the first."""
    found: dict[str, Coded] = {}
    for row in rows:
        if row.code in found:
            raise ValueError(f"two {part} rows are called {row.code!r}")
        found[row.code] = row
    return found


def _class(found: Mapping[str, Any]) -> HazardClass:
    rows = tuple(
        Row(word(r["state"]), word(r["unit"]), {c: figure(r.get(c)) for c in CONDITIONS}, *traced(r)) for r in found.get("limit", ())
    )
    return HazardClass(
        word(found["code"]), label(found), rows, word(found.get("sprinklers", "double")), bool(found.get("cabinet", True)),
        tuple(word(each) for each in found.get("together", ())), figure(found.get("quantity")), word(found.get("unit", "")),
        word(found.get("certainty", "")), word(found.get("source", "")),
    )


def _floor(found: Mapping[str, Any]) -> Floor:
    return Floor(
        whole(found["from"]), whole(found["to"]), number(found["percent"]), whole(found["areas"]), number(found["barrier_hours"]),
        *traced(found),
    )


def _modifier(found: Mapping[str, Any]) -> Modifier:
    return Modifier(word(found["code"]), number(found["factor"]), label(found, "says_"), *traced(found), word(found.get("unit", "")))


def _liquid(found: Mapping[str, Any]) -> LiquidRule:
    bounds = {name: number(value) for name, value in found.items() if name.endswith(("_c", "_f"))}
    return LiquidRule(word(found["class"]), word(found.get("soluble", "")), bounds, *traced(found))


def _named(found: Mapping[str, Any]) -> Named:
    return Named(word(found["cas"]), label(found), word(found["class"]), *traced(found), figure(found.get("density")))


def _unit(found: Mapping[str, Any]) -> LabUnit:
    limits = tuple(
        UnitLimit(word(r["class"]), number(r["per_100_sqft"]), number(r["most"]), word(r["unit"]), *traced(r))
        for r in found.get("limit", ())
    )
    storeys = tuple(
        UnitStorey(whole(s["from"]), whole(s["to"]), number(s["percent"]), *traced(s)) for s in found.get("storey", ())
    )
    return LabUnit(word(found["code"]), label(found), limits, storeys)


def _duty(found: Mapping[str, Any]) -> Duty:
    return Duty(
        word(found["code"]), word(found["topic"]), label(found), figure(found.get("figure")), word(found.get("counted_in", "")),
        word(found.get("each", "")), word(found.get("grade", "")), figure(found.get("from")), figure(found.get("below")),
        *traced(found),
    )


def worst(*certainties: str) -> str:
    """How sure a figure is that was made of others: as sure as the least sure of them."""
    return max((c for c in certainties if c), key=CERTAINTIES.index, default="K")
