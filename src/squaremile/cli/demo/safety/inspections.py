"""Inspections of the demonstration: rooms with their grades, two weeks of daily checks, and what was found in them."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.policies import inspections as policy
from squaremile.safety.reads import findings

LABEL = Text(ko="점검", en="inspections")
SHARED = (("JB-A101", "middle"), ("JB-A105", "high"), ("JB-A108", "low"), ("JB-A201", "high"), ("JB-A204", "middle"), ("JB-A410", "high"))
"""Rooms that everybody shares, with their grades."""
DAYS = 14
POOR = {
    ("JB-A201", 9): ("general-order", "통로에 빈 상자가 쌓여 있음"), ("JB-A410", 6): ("chemical-labels", "폐액 용기 2개에 이름표가 없음"),
    ("JB-A201", 2): ("general-order", "같은 자리에 다시 상자"), ("JB-A105", 4): ("gas-cylinders", "질소 용기 체인이 풀려 있음"),
    ("suite", 5): ("electric-cables", "실험대 밑 멀티탭을 이어 씀"), ("suite", 1): ("chemical-stored", "산과 유기용매를 한 칸에 둠"),
}  # fmt: skip
"""(room, days ago) → the item and what was seen; `suite` is the first that a company has for itself."""


def total(stage: Stage) -> int:
    return DAYS + 3


def make(stage: Stage) -> Iterable[int]:
    """Lists and grades, the yearly inspections, then day after day; what was mended in between is verified."""
    suites = [(let.place, let.company) for let in stage.lets if let.moved_in and let.place.startswith("JB-A4") and "-B" not in let.place]
    with clock.as_of(stage.at(-300)), scope(stage.staffed("safety_officer")):
        for each in policy.shipped().values():
            said = {key: value for key, value in each.items() if key not in ("kind", "items")}
            safety.publish_inspection_list(**said, list_kind=each["kind"], list_items=each["items"])
    yield 1
    with clock.as_of(stage.at(-DAYS - 1)), scope(stage.staffed("safety_officer")):
        for place, grade in SHARED:
            safety.set_room_risk(place=place, grade=grade, diagnosed=grade == "high")
        for n, (place, company) in enumerate(suites):
            safety.set_room_risk(place=place, grade=("high", "middle")[n % 2], diagnosed=n % 2 == 0, organisation=company)
        for place in [place for place, _ in SHARED[:4]] + [place for place, _ in suites[:2]]:
            _inspect("KR-REGULAR", place)
    yield 2
    for ago in range(DAYS, -1, -1):
        if stage.at(-ago).weekday() < policy.SATURDAY:
            _day(stage, ago, suites)
        yield 2 + DAYS - ago + 1


def _day(stage: Stage, ago: int, suites: list[tuple[str, str]]) -> None:
    """One day's round. Today the last two rooms still wait."""
    rooms: list[tuple[str, UUID | None, Scope]] = [(p, None, stage.staffed("lab_operations")) for p, g in SHARED if g != "low" or ago % 7 == 0]
    rooms += [(place, stage.organisations[company], _scientist(stage, company)) for place, company in suites]
    first = suites[0][0] if suites else ""
    for place, _, asking in rooms if ago else rooms[:-2]:
        with clock.as_of(stage.at(-ago, 9)), scope(asking):
            found = POOR.get(("suite" if place == first else place, ago))
            _inspect("KR-DAILY", place, *(found or ()))
    if ago in (8, 3):
        _mend(stage, ago)


def _inspect(code: str, place: str, poor: str = "", saw: str = "") -> None:
    asked = policy.items(policy.shipped()[code]["items"])
    safety.carry_out_inspection(
        inspection_list=code, place=place, checked={one.key: "poor" if one.key == poor else "good" for one in asked},
        remarks={poor: saw} if poor else {},
    )


def _mend(stage: Stage, ago: int) -> None:
    """Operations mend what is found in shared rooms; the safety officer looks at the first of them."""
    with clock.as_of(stage.at(-ago, 15)), scope(stage.staffed("lab_operations")):
        mended = [row.code for row in findings.findings() if row.state == "open" and row.shared][:2]
        for code in mended:
            safety.mend_finding(safety_finding=code, what_was_done="치우고 다시 두지 않도록 표시함")
    with clock.as_of(stage.at(-ago, 15) + timedelta(hours=1)), scope(stage.staffed("safety_officer")):
        for code in mended[:1]:
            safety.verify_mending(safety_finding=code, approve=True, remark="현장 확인")


def _scientist(stage: Stage, company: str) -> Scope:
    return Scope(actor=stage.people[company][-1], grants=(Grant("scientist", stage.organisations[company]),))

