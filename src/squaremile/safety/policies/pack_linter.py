"""What is wrong with a rule pack: rows without a source, figures that contradict each other, storeys with no rule."""

from collections.abc import Iterator

from squaremile.safety.policies.packs import CERTAINTIES, KINDS, STATES, HazardClass, Pack
from squaremile.safety.policies.quantity import Unreadable, dimension

SPRINKLERS = ("double", "unlimited", "required")


def problems(found: Pack) -> list[str]:
    """Sentences, one a problem; none for a sound pack."""
    return [*_head(found), *_classes(found), *_floors(found), *_liquids(found), *_traced(found)]


def _head(found: Pack) -> Iterator[str]:
    if found.kind not in KINDS:
        yield f"kind {found.kind!r} is none of {', '.join(KINDS)}"
    if found.adopted_to is not None and found.adopted_to <= found.adopted_from:
        yield "it ends before it begins"
    if found.kind == "designated_quantity" and not any(t.first == 0 for t in found.thresholds):
        yield "no threshold begins at 0: small sums would have no verdict"


def _classes(found: Pack) -> Iterator[str]:
    for each in found.classes.values():
        if not (each.label.ko and each.label.en):
            yield f"{each.code} is not named in both languages"
        if each.sprinklers not in SPRINKLERS:
            yield f"{each.code}: sprinklers {each.sprinklers!r} is none of {', '.join(SPRINKLERS)}"
        if found.kind == "control_area":
            yield from _figures(each)
        elif each.quantity is None or each.quantity <= 0:
            yield f"{each.code} has no designated quantity"
        else:
            yield from _unit(each.code, each.unit)
        for member in each.together:
            if member not in found.classes:
                yield f"{each.code} adds up {member}, which is no class of this pack"


def _figures(each: HazardClass) -> Iterator[str]:
    if not each.rows:
        yield f"{each.code} has no limit"
    for row in each.rows:
        yield from _unit(each.code, row.unit)
        if row.state not in STATES:
            yield f"{each.code}: state {row.state!r} is none of {', '.join(STATES)}"
        storage, closed, opened = (row.figures[c] for c in ("storage", "closed", "open"))
        if storage is None:
            yield f"{each.code} ({row.state}) has no figure for storage"
        elif (closed or 0) > storage or (opened or 0) > storage:
            yield f"{each.code} ({row.state}) allows more in use than in storage"
        if closed is not None and opened is not None and opened > closed:
            yield f"{each.code} ({row.state}) allows more in open use than in closed"


def _unit(code: str, unit: str) -> Iterator[str]:
    try:
        dimension(unit)
    except Unreadable:
        yield f"{code}: nobody knows the unit {unit!r}"


def _floors(found: Pack) -> Iterator[str]:
    if found.kind != "control_area":
        return
    for storey in (*range(-5, 0), *range(1, 40)):
        rules = [f for f in found.floors if f.first <= storey <= f.last]
        if len(rules) != 1:
            yield f"storey {storey} has {len(rules)} rules instead of one"
    for each in found.floors:
        if not 0 <= each.percent <= 100:
            yield f"storeys {each.first} to {each.last}: {each.percent} % is no share"


def _liquids(found: Pack) -> Iterator[str]:
    for rule in found.liquids:
        for name in filter(None, (rule.hazard, rule.soluble)):
            if name not in found.classes:
                yield f"a liquid rule names {name}, which is no class of this pack"
    for substance in found.named.values():
        if substance.hazard not in found.classes:
            yield f"{substance.label.en} is put into {substance.hazard}, which is no class of this pack"


def _traced(found: Pack) -> Iterator[str]:
    rows = [
        *((f"{c.code} ({r.state})", r.certainty, r.source) for c in found.classes.values() for r in c.rows),
        *((c.code, c.certainty, c.source) for c in found.classes.values() if c.quantity is not None),
        *((f"storeys {f.first} to {f.last}", f.certainty, f.source) for f in found.floors),
        *((m.code, m.certainty, m.source) for m in found.modifiers.values()),
        *((f"liquid rule of {r.hazard}", r.certainty, r.source) for r in found.liquids),
        *((s.label.en, s.certainty, s.source) for s in found.named.values()),
        *((t.code, t.certainty, t.source) for t in found.thresholds),
    ]
    for what, certainty, source in rows:
        if certainty not in CERTAINTIES:
            yield f"{what}: certainty {certainty!r} is none of {', '.join(CERTAINTIES)}"
        if source not in found.sources:
            yield f"{what} has the source {source!r}, which the pack does not list"
