"""Rows of a rule pack as people read them: what each is about and what it says, with units and without what its kind of pack
does not use. What is verified is the row itself (`verification`), not these sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from squaremile.kernel.words import Text
from squaremile.safety.policies.limits import storey_said
from squaremile.safety.policies.packs import (
    Duty,
    Floor,
    HazardClass,
    LiquidRule,
    Modifier,
    Named,
    Pack,
    Row,
    Threshold,
    UnitLimit,
    UnitStorey,
)
from squaremile.safety.policies.quantity import said
from squaremile.safety.policies.verification import changed, each_row
from squaremile.safety.words import pack_editions as duty_words
from squaremile.safety.words import pack_rows as words

HIGHEST = 999
"""A storey that stands for every one above it, and below it with a minus."""
NOTHING = Text(ko="", en="")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One row: what it is about, and what it says."""

    about: Text
    says: Text


def spoken(rules: Pack) -> dict[str, Spoken]:
    """Everything that a pack says, by key, in the pack's order."""
    found = {key: _row(rules, key, row) for key, row in each_row(rules)}
    if rules.pounds_per_gallon is not None:
        found["pack:pounds_per_gallon"] = Spoken(words.PER_GALLON, words.PER_GALLON_SAYS.fill({"n": said(rules.pounds_per_gallon)}))
    for code, its in rules.classes.items():
        found.setdefault(f"class:{code}", Spoken(its.label, _counted(rules, its)))
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs, as the two editions say it; None where it is new or gone. `wrote` and `writes`: the rows themselves."""

    key: str
    about: Text
    was: Text | None
    now: Text | None
    wrote: str
    writes: str


def changes(before: Pack, after: Pack) -> list[Change]:
    """What an edition changes, row by row. Two that sound alike are told as they are written, so that no change is hidden."""
    was, now, told = spoken(before), spoken(after), []
    for key, old, new in changed(before, after):
        first, then = was.get(key), now.get(key)
        alike = first is not None and then is not None and first.says == then.says and first.about == then.about
        about = next(one.about for one in (then, first) if one is not None)
        told.append(Change(key, about, _either(alike, first, old), _either(alike, then, new), old, new))
    return told


def _either(alike: bool, its: Spoken | None, written: str) -> Text | None:
    if its is None or not written:
        return None
    return Text(ko=written, en=written) if alike else its.says


def _row(rules: Pack, key: str, row: Any) -> Spoken:
    owner = key.partition(":")[2].partition(":")[0]
    match row:
        case Row():
            its = rules.classes[owner]
            about = words.IN_STATE.fill({"name": its.label, "state": words.STATES[row.state]}) if row.state in words.STATES else its.label
            return Spoken(about, _listed([*_figures(row), _counted(rules, its)]))
        case HazardClass():
            quantity = words.QUANTITY.fill({"n": said(row.quantity), "unit": row.unit}) if row.quantity is not None else NOTHING
            return Spoken(row.label, _listed([quantity, _counted(rules, row)]))
        case LiquidRule():
            return Spoken(words.LIQUID.fill({"name": _class(rules, row.hazard)}), _liquid(rules, row))
        case Named():
            density = words.DENSITY.fill({"n": said(row.density)}) if row.density is not None else NOTHING
            return Spoken(words.NAMED.fill({"name": row.label, "cas": row.cas}), _listed([_class(rules, row.hazard), density]))
        case UnitLimit():
            about = words.IN_STATE.fill({"name": rules.units[owner].label, "state": _class(rules, row.hazard)})
            amounts = {"each": said(row.density), "most": said(row.most), "unit": row.unit}
            return Spoken(about, words.UNIT_LIMIT.fill(amounts))
        case UnitStorey():
            about = words.IN_STATE.fill({"name": rules.units[owner].label, "state": _storeys(row)})
            return Spoken(about, words.SHARE.fill({"percent": said(row.percent)}))
        case _:
            return _of_the_pack(row)


def _of_the_pack(row: Floor | Modifier | Threshold | Duty) -> Spoken:
    match row:
        case Floor():
            values = {"percent": said(row.percent), "areas": row.areas, "hours": said(row.barrier_hours)}
            return Spoken(_storeys(row), words.FLOOR.fill(values))
        case Modifier():
            return Spoken(row.label, words.TIMES.fill({"n": said(row.factor)}))
        case Threshold():
            return Spoken(words.THRESHOLD.fill({"n": said(row.first)}), row.label)
        case _:
            return Spoken(duty_words.TOPICS[row.topic], _listed([row.label, duty_figure(row) or NOTHING, *_for_how_many(row)]))


def duty_figure(duty: Duty) -> Text | None:
    """The figure of a duty as it is said: "6 hours each half-year"."""
    if duty.figure is None:
        return None
    found = duty_words.COUNTED_IN[duty.counted_in].fill({"n": said(duty.figure)})
    often = duty_words.EACH.get(duty.each)
    return Text(ko=f"{often.ko} {found.ko}", en=f"{found.en} {often.en}") if often else found


def _for_how_many(duty: Duty) -> Iterable[Text]:
    if duty.first is not None:
        yield words.FROM_PEOPLE.fill({"n": said(duty.first)})
    if duty.below is not None:
        yield words.BELOW_PEOPLE.fill({"n": said(duty.below)})


def _figures(row: Row) -> Iterable[Text]:
    if all(figure is None for figure in row.figures.values()):
        yield words.NONE_OF_ITS_OWN
        return
    for condition, figure in row.figures.items():
        if figure is None:
            yield words.NO_FIGURE[condition]
        else:
            yield words.CONDITIONS[condition].fill({"n": f"{said(figure)} {row.unit}"})


def _counted(rules: Pack, its: HazardClass) -> Text:
    """What sprinklers, cabinets and other classes do to a figure: in packs that count by the control area alone."""
    if rules.kind != "control_area":
        return NOTHING
    names = _listed(_class(rules, code) for code in its.together)
    together = words.TOGETHER.fill({"names": names}) if its.together else NOTHING
    sprinklers = words.SPRINKLERS.get(its.sprinklers, NOTHING)
    return _listed([sprinklers, words.CABINET if its.cabinet else words.NO_CABINET, together])


def _liquid(rules: Pack, row: LiquidRule) -> Text:
    told = []
    for name, bound in row.bounds.items():
        what, side, scale = name.split("_")
        told.append(words.SIDES[side].fill({"what": words.BOUNDS[what], "n": _signed(bound), "unit": f"°{scale.upper()}"}))
    if row.soluble:
        told.append(words.SOLUBLE.fill({"name": _class(rules, row.soluble)}))
    return _listed(told)


def _signed(value: Decimal) -> str:
    return said(value).replace("-", "−")


def _class(rules: Pack, code: str) -> Text:
    found = rules.classes.get(code)
    return found.label if found else words.TOTAL if code == "total" else Text(ko=code, en=code)


def _storeys(row: Floor | UnitStorey) -> Text:
    if row.first == row.last:
        return storey_said(row.first)
    if row.last >= HIGHEST:
        return words.STOREYS_UP.fill({"first": storey_said(row.first)})
    if row.first <= -HIGHEST:
        return words.STOREYS_DOWN.fill({"last": storey_said(row.last)})
    return words.STOREYS.fill({"first": storey_said(row.first), "last": storey_said(row.last)})


def _listed(told: Iterable[Text]) -> Text:
    every = [one for one in told if one.en]
    return Text(ko=", ".join(one.ko for one in every), en=", ".join(one.en for one in every))
