"""Rows of a pack that somebody here has read in the text itself. A verified row may block; one whose figures change with a
new edition has to be verified again, as its digest changes with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from squaremile.kernel.words import Text
from squaremile.safety.policies.packs import Duty, HazardClass, LabUnit, Pack, Row

VERIFIED = "A"


@dataclass(frozen=True, slots=True)
class PackRow:
    """One row: its key within the pack, what it says, where that was read, how sure it is."""

    key: str
    says: str
    digest: str
    certainty: str
    source: str
    label: Text | None = None
    """The duty in words, which are part of what is verified."""

    @property
    def whole(self) -> str:
        """Everything in it that an edition may change, in one line."""
        return " · ".join(filter(None, (self.label.ko, self.label.en, self.says))) if self.label else self.says


def rows(rules: Pack) -> list[PackRow]:
    """Every row of a pack that carries a certainty, in the pack's order."""
    return [_row(key, found, _class_said(rules, key, found)) for key, found in each_row(rules)]


def verified(rules: Pack, known: Mapping[str, str]) -> Pack:
    """The pack with its verified rows as sure as can be. `known`: key → digest of the row when it was verified."""
    sure = {row.key for row in rows(rules) if known.get(row.key) == row.digest}
    if not sure:
        return rules

    def now(key: str, found: Any) -> Any:
        return replace(found, certainty=VERIFIED) if key in sure else found

    classes = {
        code: replace(now(f"class:{code}", each), rows=tuple(now(f"class:{code}:{r.state}", r) for r in each.rows))
        for code, each in rules.classes.items()
    }
    return replace(
        rules, classes=classes,
        floors=tuple(now(f"floor:{f.first}:{f.last}", f) for f in rules.floors),
        modifiers={code: now(f"modifier:{code}", m) for code, m in rules.modifiers.items()},
        liquids=tuple(now(f"liquid:{n}", rule) for n, rule in enumerate(rules.liquids)),
        named={cas: now(f"substance:{cas}", s) for cas, s in rules.named.items()},
        thresholds=tuple(now(f"threshold:{t.code}", t) for t in rules.thresholds),
        units={code: _unit_now(unit, now) for code, unit in rules.units.items()},
        duties={code: now(f"duty:{code}", duty) for code, duty in rules.duties.items()},
    )


def _unit_now(unit: LabUnit, now: Callable[[str, Any], Any]) -> LabUnit:
    return replace(
        unit, limits=tuple(now(f"unit:{unit.code}:{row.hazard}", row) for row in unit.limits),
        storeys=tuple(now(f"unit:{unit.code}:storeys:{s.first}:{s.last}", s) for s in unit.storeys),
    )


def changed(before: Pack, after: Pack) -> list[tuple[str, str, str]]:
    """What an edition changes: (key, what it said, what it says), empty where the row is new or gone."""
    was, now = said(before), said(after)
    return [(key, was.get(key, ""), now.get(key, "")) for key in dict.fromkeys([*was, *now]) if was.get(key) != now.get(key)]


def said(rules: Pack) -> dict[str, str]:
    """Everything that a pack says, by key: its rows, and what belongs to the pack or to a class without a row of its own."""
    found = {row.key: row.whole for row in rows(rules)}
    if rules.pounds_per_gallon is not None:
        found["pack:pounds_per_gallon"] = str(rules.pounds_per_gallon)
    for code, each in rules.classes.items():
        if not each.certainty:
            found[f"class:{code}"] = _modified(each)
    return found


def each_row(rules: Pack) -> Iterator[tuple[str, Any]]:
    """Every row that carries a certainty, by its key, in the pack's order."""
    for code, each in rules.classes.items():
        if each.certainty:
            yield f"class:{code}", each
        for row in each.rows:
            yield f"class:{code}:{row.state}", row
    for floor in rules.floors:
        yield f"floor:{floor.first}:{floor.last}", floor
    for code, modifier in rules.modifiers.items():
        yield f"modifier:{code}", modifier
    for n, rule in enumerate(rules.liquids):
        yield f"liquid:{n}", rule
    for cas, named in rules.named.items():
        yield f"substance:{cas}", named
    for threshold in rules.thresholds:
        yield f"threshold:{threshold.code}", threshold
    for code, unit in rules.units.items():
        for most in unit.limits:
            yield f"unit:{code}:{most.hazard}", most
        for storey in unit.storeys:
            yield f"unit:{code}:storeys:{storey.first}:{storey.last}", storey
    for code, duty in rules.duties.items():
        yield f"duty:{code}", duty


_SPOKEN = ("label", "certainty", "source", "code", "rows", "topic")


def _class_said(rules: Pack, key: str, found: Any) -> str:
    """What its class says besides the figures of a row, and what they come to depends on: all of it is verified with the row."""
    if not isinstance(found, Row):
        return ""
    return _modified(rules.classes[key.split(":")[1]])


def _modified(each: HazardClass) -> str:
    cabinet = "cabinet" if each.cabinet else "no cabinet"
    return ", ".join(filter(None, (f"sprinklers {each.sprinklers}", cabinet, _plain(each.together))))


def _row(key: str, found: Any, more: str = "") -> PackRow:
    bare = isinstance(found, HazardClass) and not found.rows and found.quantity is None
    figures = {} if bare else {name: getattr(found, name) for name in found.__slots__ if name not in _SPOKEN}
    says = ", ".join(f"{name} {plain}" for name, value in figures.items() if value is not None and (plain := _plain(value)))
    says = ", ".join(filter(None, (says, more)))
    label = found.label if bare or isinstance(found, Duty) else None
    made = PackRow(key, says, "", found.certainty, found.source, label)
    return replace(made, digest=sha256(f"{key} {made.whole}".encode()).hexdigest())


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return " / ".join(f"{name} {figure}" for name, figure in value.items() if figure is not None)
    return ", ".join(value) if isinstance(value, tuple) else str(value)
