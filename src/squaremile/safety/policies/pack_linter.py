"""What is wrong with a rule pack: rows without a source, figures that contradict each other, storeys with no rule."""

import re
from collections.abc import Iterator

from squaremile.kernel.words import Text
from squaremile.safety.policies.packs import (
    CERTAINTIES,
    COUNTED_IN,
    COUNTING,
    EACH,
    KINDS,
    STATES,
    TOPICS,
    HazardClass,
    LabUnit,
    Pack,
)
from squaremile.safety.policies.quantity import Unreadable, dimension

SPRINKLERS = ("double", "unlimited", "required")


def problems(found: Pack) -> list[Text]:
    """Sentences, one a problem; none for a sound pack."""
    return [*_head(found), *_classes(found), *_floors(found), *_units(found), *_liquids(found), *_duties(found), *_traced(found)]


def _none_of(what: str, value: str, known: tuple[str, ...]) -> Text:
    listed = ", ".join(filter(None, known))
    return Text(ko=f"{what} {value!r}: {listed} 가운데 하나여야 합니다.", en=f"{what} {value!r} is none of {listed}")


def _head(found: Pack) -> Iterator[Text]:
    if found.kind not in KINDS:
        yield _none_of("kind", found.kind, KINDS)
    if not found.code or len(found.code) > 40:
        yield Text(ko="code는 1–40자여야 합니다.", en="the code has between 1 and 40 characters")
    if not (found.title.ko and found.title.en):
        yield Text(ko="두 언어의 제목이 있어야 합니다.", en="the pack is not named in both languages")
    if found.adopted_to is not None and found.adopted_from is not None and found.adopted_to <= found.adopted_from:
        yield Text(ko="시작하기 전에 끝납니다.", en="it ends before it begins")
    if found.kind in COUNTING and not found.classes:
        yield Text(ko="등급이 하나도 없습니다.", en="it has no class at all")
    if found.kind == "designated_quantity" and not any(t.first == 0 for t in found.thresholds):
        yield Text(
            ko="0에서 시작하는 구간이 없어 작은 합계의 판정이 없습니다.", en="no threshold begins at 0: small sums would have no verdict"
        )


def _classes(found: Pack) -> Iterator[Text]:
    for each in found.classes.values():
        if not (each.label.ko and each.label.en):
            yield _unnamed(each.code)
        if each.sprinklers not in SPRINKLERS:
            yield _none_of(f"{each.code}: sprinklers", each.sprinklers, SPRINKLERS)
        if found.kind in ("control_area", "laboratory_unit"):
            yield from _figures(each, bare=found.kind == "laboratory_unit")
        elif found.kind == "designated_quantity":
            if each.quantity is None or each.quantity <= 0:
                yield Text(ko=f"{each.code}의 지정수량이 없습니다.", en=f"{each.code} has no designated quantity")
            else:
                yield from _unit(each.code, each.unit)
        for member in each.together:
            if member not in found.classes:
                yield Text(
                    ko=f"{each.code}에서 더하는 {member} 등급이 이 묶음에 없습니다.",
                    en=f"{each.code} adds up {member}, which is no class of this pack",
                )


def _unnamed(code: str) -> Text:
    return Text(ko=f"{code}의 이름이 두 언어로 있어야 합니다.", en=f"{code} is not named in both languages")


def _figures(each: HazardClass, *, bare: bool) -> Iterator[Text]:
    """Of a control area every class has its figures; of a laboratory unit only the unit in which it is counted (`bare`)."""
    if not each.rows:
        yield Text(ko=f"{each.code}의 한도가 없습니다.", en=f"{each.code} has no limit")
    for row in each.rows:
        yield from _unit(each.code, row.unit)
        if row.state not in STATES:
            yield _none_of(f"{each.code}: state", row.state, STATES)
        storage, closed, opened = (row.figures[c] for c in ("storage", "closed", "open"))
        where = f"{each.code} ({row.state})"
        if storage is None and not bare:
            yield Text(ko=f"{where}의 저장 수치가 없습니다.", en=f"{where} has no figure for storage")
        elif storage is not None and ((closed or 0) > storage or (opened or 0) > storage):
            yield Text(ko=f"{where}: 사용 한도가 저장 한도보다 큽니다.", en=f"{where} allows more in use than in storage")
        if closed is not None and opened is not None and opened > closed:
            yield Text(ko=f"{where}: 개방 사용 한도가 밀폐 사용보다 큽니다.", en=f"{where} allows more in open use than in closed")
        if any(figure is not None and figure < 0 for figure in row.figures.values()):
            yield Text(ko=f"{where}: 한도가 0보다 작습니다.", en=f"{where} has a limit below 0")


def _unit(code: str, unit: str) -> Iterator[Text]:
    try:
        dimension(unit)
    except Unreadable:
        yield Text(ko=f"{code}: 알 수 없는 단위입니다: {unit!r}", en=f"{code}: nobody knows the unit {unit!r}")


def _floors(found: Pack) -> Iterator[Text]:
    if found.kind != "control_area":
        return
    for storey in (*range(-5, 0), *range(1, 40)):
        rules = [f for f in found.floors if f.first <= storey <= f.last]
        if len(rules) != 1:
            yield Text(
                ko=f"{storey}층의 규칙이 하나가 아니라 {len(rules)}개입니다.", en=f"storey {storey} has {len(rules)} rules instead of one"
            )
    for each in found.floors:
        if not 0 <= each.percent <= 100:
            yield _no_share(f"{each.first}–{each.last}", str(each.percent))
    for modifier in found.modifiers.values():
        if modifier.factor <= 0:
            yield Text(ko=f"{modifier.code}: 배수가 0보다 커야 합니다.", en=f"{modifier.code}: the factor is not above 0")
    for code in ("sprinklers", "cabinet"):
        if code not in found.modifiers:
            yield Text(ko=f"배수 {code}가 없습니다.", en=f"there is no modifier {code}")


def _no_share(where: str, percent: str) -> Text:
    return Text(ko=f"{where}층: {percent} %는 비율이 아닙니다.", en=f"storeys {where}: {percent} % is no share")


def _units(found: Pack) -> Iterator[Text]:
    if found.kind != "laboratory_unit":
        return
    if not found.units:
        yield Text(ko="실험 단위 등급이 하나도 없습니다.", en="it has no class of laboratory units")
    for unit in found.units.values():
        yield from _of_unit(found, unit)


def _of_unit(found: Pack, unit: LabUnit) -> Iterator[Text]:
    if not (unit.label.ko and unit.label.en):
        yield _unnamed(unit.code)
    for row in unit.limits:
        yield from _unit(unit.code, row.unit)
        if row.hazard not in found.classes:
            yield Text(
                ko=f"실험 단위 {unit.code}의 {row.hazard} 등급이 이 묶음에 없습니다.",
                en=f"unit {unit.code} limits {row.hazard}, which is no class of this pack",
            )
        elif all(row.unit != r.unit for r in found.classes[row.hazard].rows):
            yield Text(
                ko=f"실험 단위 {unit.code}: {row.hazard}는 {row.unit}로 세지 않습니다.",
                en=f"unit {unit.code}: {row.hazard} is not counted in {row.unit}",
            )
        if not 0 < row.density <= row.most:
            yield Text(
                ko=f"실험 단위 {unit.code}, {row.hazard}: 100 제곱피트당 수치가 최대치보다 크거나 0입니다.",
                en=f"unit {unit.code}, {row.hazard}: the figure for 100 sq ft is 0 or above the most",
            )
    mine, added = {row.hazard for row in unit.limits}, {code for each in found.classes.values() for code in each.together}
    for code in found.classes:
        if code not in mine | added:
            yield Text(ko=f"실험 단위 {unit.code}에 {code} 수치가 없습니다.", en=f"unit {unit.code} has no figure for {code}")
    for storey in (*range(-5, 0), *range(1, 40)):
        if sum(s.first <= storey <= s.last for s in unit.storeys) > 1:
            yield Text(ko=f"실험 단위 {unit.code}: {storey}층의 규칙이 여럿입니다.", en=f"unit {unit.code}: storey {storey} has several rules")
    for each in unit.storeys:
        if not 0 <= each.percent <= 100:
            yield _no_share(f"{each.first}–{each.last}", str(each.percent))


BOUND = re.compile(r"flash_(below|to|from)_[cf]|boil_(below|to|from)_[cf]|autoignition_(below|to|from)_[cf]")


def _liquids(found: Pack) -> Iterator[Text]:
    for rule in found.liquids:
        for bound in rule.bounds:
            if BOUND.fullmatch(bound) is None:
                yield Text(
                    ko=f"액체 규칙의 {bound}는 알 수 없는 경계입니다.",
                    en=f"a liquid rule of {rule.hazard} has the bound {bound}, which nobody knows",
                )
        for name in filter(None, (rule.hazard, rule.soluble)):
            if name not in found.classes:
                yield Text(
                    ko=f"액체 규칙의 {name} 등급이 이 묶음에 없습니다.", en=f"a liquid rule names {name}, which is no class of this pack"
                )
    for substance in found.named.values():
        if substance.hazard not in found.classes:
            yield Text(
                ko=f"{substance.label.ko}의 {substance.hazard} 등급이 이 묶음에 없습니다.",
                en=f"{substance.label.en} is put into {substance.hazard}, which is no class of this pack",
            )


def _duties(found: Pack) -> Iterator[Text]:
    if found.kind == "duties" and not found.duties:
        yield Text(ko="의무가 하나도 없습니다.", en="it has no duty at all")
    for each in found.duties.values():
        if not (each.label.ko and each.label.en):
            yield _unnamed(each.code)
        if each.topic not in TOPICS:
            yield _none_of(f"{each.code}: topic", each.topic, TOPICS)
        if each.figure is not None and each.counted_in not in COUNTED_IN:
            yield _none_of(f"{each.code}: counted_in", each.counted_in, COUNTED_IN)
        if each.figure is None and (each.counted_in or each.each):
            yield Text(ko=f"{each.code}: 단위만 있고 수치가 없습니다.", en=f"{each.code} has a unit and no figure")
        if each.figure is not None and each.figure < 0:
            yield Text(ko=f"{each.code}: 수치가 0보다 작습니다.", en=f"{each.code} has a figure below 0")
        if each.each and each.each not in EACH:
            yield _none_of(f"{each.code}: each", each.each, EACH)
        if each.first is not None and each.below is not None and each.below <= each.first:
            yield Text(ko=f"{each.code}: 범위가 시작하기 전에 끝납니다.", en=f"{each.code}: its range ends before it begins")
    for gap in found.gaps:
        if not (gap.label.ko and gap.label.en):
            yield _unnamed(gap.code)


def _traced(found: Pack) -> Iterator[Text]:
    rows = [
        *((f"{c.code} ({r.state})", r.certainty, r.source) for c in found.classes.values() for r in c.rows),
        *((c.code, c.certainty, c.source) for c in found.classes.values() if not c.rows),
        *((f"storeys {f.first} to {f.last}", f.certainty, f.source) for f in found.floors),
        *((m.code, m.certainty, m.source) for m in found.modifiers.values()),
        *((f"liquid rule of {r.hazard}", r.certainty, r.source) for r in found.liquids),
        *((s.label.en, s.certainty, s.source) for s in found.named.values()),
        *((t.code, t.certainty, t.source) for t in found.thresholds),
        *((f"unit {u.code}, {r.hazard}", r.certainty, r.source) for u in found.units.values() for r in u.limits),
        *((f"unit {u.code}, storeys {s.first} to {s.last}", s.certainty, s.source) for u in found.units.values() for s in u.storeys),
        *((d.code, d.certainty, d.source) for d in found.duties.values()),
    ]
    for what, certainty, source in rows:
        if certainty not in CERTAINTIES:
            yield _none_of(f"{what}: certainty", certainty, CERTAINTIES)
        if not source:
            yield Text(ko=f"{what}: 출처가 없습니다.", en=f"{what} has no source")
        elif source not in found.sources:
            yield Text(
                ko=f"{what}: 출처 {source!r}가 sources에 없습니다.", en=f"{what} has the source {source!r}, which the pack does not list"
            )
