"""How much of a hazard class a control area may hold: base × sprinklers × cabinet × storey (IBC 414.2.2, IFC 5003.8.3).

Every answer carries its sum, the source of its base figure and how sure the least sure part of it is. What the code
does not allow is a limit of 0 with the reason.
"""

from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.safety.policies.packs import CONDITIONS, Floor, HazardClass, Pack, Row, worst
from squaremile.safety.policies.quantity import said

CONDITION_WORDS = {
    "storage": Text(ko="저장", en="storage"), "closed": Text(ko="밀폐 사용", en="use in closed systems"),
    "open": Text(ko="개방 사용", en="use in open systems"),
}
ONLY_SPRINKLERED = Text(
    ko="{name:은는} 건물 전체에 스프링클러가 있을 때만 허용됩니다.", en="{name} is allowed only where the whole building has sprinklers.")
NO_FIGURE = Text(
    ko="{name:은는} {condition} 수치가 없어 허용되지 않습니다.", en="The code gives no figure for {condition} of {name}: it is not allowed.")
NEVER = Text(ko="{name:은는} {condition:이가} 허용되지 않습니다.", en="{condition} of {name} is not allowed.")
TOO_DEEP = Text(ko="지하 {depth}층에는 위험물을 둘 수 없습니다.", en="Nothing is allowed {depth} storeys below the entrance floor.")
UNLIMITED = Text(
    ko="건물 전체에 스프링클러가 있으면 {name}에는 한도가 없습니다.", en="{name} is not limited where the whole building has sprinklers.")
NO_CABINET = Text(ko="보관함 가산은 저장에만 있습니다", en="cabinets earn nothing but in storage")


class Unlimitable(ValueError):
    """The pack knows no such limit: another kind of pack, a state without a row, no such storey or condition. `text`: which, in
    both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def no_condition(condition: str) -> Unlimitable:
    """Neither storage nor a use."""
    known = ", ".join(CONDITIONS)
    return Unlimitable(Text(ko=f"{condition!r}: {known} 가운데 하나여야 합니다", en=f"{condition!r} is none of {known}"))


@dataclass(frozen=True, slots=True)
class Limit:
    """`limit` in `unit`; None where it is not limited. `reason` where it is 0 or not limited."""

    hazard: str
    condition: str
    limit: Decimal | None
    unit: str
    arithmetic: Text
    source: str
    certainty: str
    reason: Text | None
    areas: int
    """How many control areas the storey may have."""

    @property
    def verified(self) -> bool:
        """Whether it may block anything: read in an official or a credible text (A, B)."""
        return self.certainty in ("A", "B")


def limit(
    rules: Pack, hazard: HazardClass, *, floor: int, sprinklered: bool = False, cabinet: bool = False,
    condition: str = "storage", state: str = "",
) -> Limit:
    """The most of `hazard` in one control area of a storey.

    Args:
        floor: 1 is the entrance floor, -1 the first below it; there is no 0.
        cabinet: all of it stands in approved cabinets; counts in storage alone.
        state: which of the class's figures; its first where left out.

    Raises:
        Unlimitable: no control areas in this pack, or no such storey, condition or state.
    """
    if rules.kind != "control_area":
        raise Unlimitable(Text(
            ko="지정수량의 묶음이라 통제구역 한도가 없습니다", en="the pack knows designated quantities, not control areas"))
    if condition not in CONDITIONS:
        raise no_condition(condition)
    row, storey = _row(hazard, state), _storey(rules, floor)
    name = {"name": hazard.label, "condition": CONDITION_WORDS[condition], "depth": -floor}
    zero = _not_allowed(hazard, row, storey, condition, sprinklered)
    if zero is not None:
        reason = zero.fill(name)
        sure = worst(row.certainty, storey.certainty, "K" if zero is ONLY_SPRINKLERED else "")
        return Limit(hazard.code, condition, Decimal(0), row.unit, reason, row.source, sure, reason, storey.areas)
    if hazard.sprinklers == "unlimited" and sprinklered:
        reason = UNLIMITED.fill(name)
        return Limit(hazard.code, condition, None, row.unit, reason, row.source, row.certainty, reason, storey.areas)
    return _product(rules, hazard, row, storey, condition, sprinklered=sprinklered, cabinet=cabinet, floor=floor)


def _product(
    rules: Pack, hazard: HazardClass, row: Row, storey: Floor, condition: str, *, sprinklered: bool, cabinet: bool, floor: int
) -> Limit:
    base = row.figures[condition] or Decimal(0)
    words = CONDITION_WORDS[condition]
    ko, en = [f"{said(base)} {row.unit} ({words.ko} 기준)"], [f"{said(base)} {row.unit} (base, {words.en})"]
    total, sure = base, [row.certainty]
    earned = []
    if sprinklered and hazard.sprinklers == "double":
        earned.append("sprinklers")
    if cabinet and hazard.cabinet and condition == "storage":
        earned.append("cabinet")
    for code in earned:
        factor = rules.modifiers[code]
        total *= factor.factor
        ko.append(f"{said(factor.factor)} ({factor.label.ko})")
        en.append(f"{said(factor.factor)} ({factor.label.en})")
        sure.append(factor.certainty)
    total *= storey.percent / 100
    ko.append(f"{said(storey.percent)} % ({storey_said(floor).ko})")
    en.append(f"{said(storey.percent)} % ({storey_said(floor).en})")
    sure.append(storey.certainty)
    tail = f" = {said(total)} {row.unit}"
    note_ko = f"; {NO_CABINET.ko}" if cabinet and condition != "storage" else ""
    note_en = f"; {NO_CABINET.en}" if cabinet and condition != "storage" else ""
    arithmetic = Text(ko=" × ".join(ko) + tail + note_ko, en=" × ".join(en) + tail + note_en)
    return Limit(hazard.code, condition, total, row.unit, arithmetic, row.source, worst(*sure), None, storey.areas)


def _not_allowed(hazard: HazardClass, row: Row, storey: Floor, condition: str, sprinklered: bool) -> Text | None:
    if storey.percent == 0:
        return TOO_DEEP
    if hazard.sprinklers == "required" and not sprinklered:
        return ONLY_SPRINKLERED
    figure = row.figures[condition]
    if figure is None:
        return NO_FIGURE
    return NEVER if figure == 0 else None


def _row(hazard: HazardClass, state: str) -> Row:
    for row in hazard.rows:
        if not state or row.state == state:
            return row
    known = ", ".join(r.state for r in hazard.rows)
    raise Unlimitable(Text(
        ko=f"{hazard.code}에 {state} 수치가 없습니다. 있는 것: {known}", en=f"{hazard.code} has no figure for {state}; it has {known}"))


def _storey(rules: Pack, floor: int) -> Floor:
    for each in rules.floors:
        if floor != 0 and each.first <= floor <= each.last:
            return each
    raise Unlimitable(Text(
        ko="0층은 없습니다. 1은 입구 층, -1은 지하 1층입니다", en="there is no storey 0: 1 is the entrance floor, -1 the first below it"))


def storey_said(floor: int) -> Text:
    """A storey as people call it: those below the entrance floor are counted downwards."""
    if floor > 0:
        return Text(ko=f"{floor}층", en=f"storey {floor}")
    return Text(ko=f"지하 {-floor}층", en=f"storey {-floor} below")
