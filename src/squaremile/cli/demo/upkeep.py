"""Care and trouble: maintenance blocks, faults open and mended, an instrument that waits for a part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.booking import operations as booking
from squaremile.cli.demo.habits import WORK
from squaremile.cli.demo.instruments import Spec
from squaremile.kernel import clock
from squaremile.kernel.period import Period, civil
from squaremile.kernel.scope import Grant, Scope, scope

WAITING = ("NTA", 9, "펌프 교체 부품을 기다리고 있습니다.", "Waiting for a replacement pump.")
"""Out of service for so many days."""


@dataclass(frozen=True, slots=True)
class Work:
    """One maintenance block."""

    equipment: str
    period: Period
    work_type: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault, in hours before now: reported, and mended unless it is still open."""

    equipment: str
    severity: str
    reported: int
    mended: int | None
    words: str
    says_ko: str
    says_en: str
    resolution: str = ""
    back_in: int = 0
    """Hours from now until it should be mended."""


TROUBLES = (
    Trouble("CF-2", "unusable", 40 * 24, 38 * 24, "405nm 레이저가 켜지지 않습니다.",
            "405nm 레이저 전원이 고장 났습니다.",
            "The power supply of the 405 nm laser has failed.", "레이저 전원을 교체했습니다."),
    Trouble("UC", "degraded", 60 * 24, 57 * 24, "진공이 느리게 잡힙니다.",
            "진공 도달이 느립니다. 10분 먼저 시작하십시오.",
            "Vacuum is slow to build; start ten minutes early.", "진공 펌프 오일을 갈았습니다."),
    Trouble("HPLC-1", "unusable", 25 * 24, 24 * 24, "자동 주입기 바늘이 휘었습니다.",
            "자동 주입기를 수리하고 있습니다.",
            "The autosampler is being repaired.", "바늘을 교체하고 누설 시험을 마쳤습니다."),
    Trouble("CRYOSTAT", "unusable", 20, None, "칼날 홀더가 잠기지 않습니다.", "칼날 홀더를 수리하고 있습니다.",
            "The blade holder is being repaired.", back_in=96),
    Trouble("FC-2", "degraded", 50, None, "빨강 레이저 신호가 평소의 절반입니다.",
            "빨강 채널 감도가 낮습니다. 다른 채널은 정상입니다.",
            "The red channel has lost sensitivity; the others are fine.", back_in=72),
    Trouble("PR-2", "note", 5, None, "내보낸 파일의 한글 이름이 깨집니다.", "", ""),
)


def works(specs: tuple[Spec, ...], today: date, zone: ZoneInfo, back: int, ahead: int, draw: Random) -> list[Work]:
    """A morning of care every seven weeks or so for instruments that ask for training; repairs while faults lasted."""
    made = []
    for spec in specs:
        if not (spec.busy and spec.needs_qualification):
            continue
        day = today + timedelta(days=draw.randint(2, 40) - back)
        while day < today + timedelta(days=ahead):
            while day.weekday() >= 5:
                day += timedelta(days=1)
            start = civil(day, time(9), zone)
            kind, purpose = draw.choice(WORK)
            period = Period(start, start + timedelta(minutes=draw.choice((120, 180, 240))))
            made.append(Work(spec.code, period, kind, purpose))
            day += timedelta(days=draw.randint(40, 60))
    return made


def lost(specs: tuple[Spec, ...], now: datetime) -> Iterator[Work]:
    """When an instrument could not be used because of a fault; work only where it has been mended."""
    for trouble in troubles(specs):
        if trouble.severity == "unusable":
            end = now - timedelta(hours=trouble.mended) if trouble.mended is not None else now
            yield Work(trouble.equipment, Period(now - timedelta(hours=trouble.reported), end),
                       "repair", trouble.resolution)
    code, days, says, _ = WAITING
    if any(spec.code == code for spec in specs):
        yield Work(code, Period(now - timedelta(days=days), now + timedelta(days=5)), "", says)


def troubles(specs: tuple[Spec, ...]) -> list[Trouble]:
    there = {spec.code for spec in specs}
    return [trouble for trouble in TROUBLES if trouble.equipment in there]


def block_all(planned: list[Work], now: datetime) -> Iterator[int]:
    """Block each a fortnight before it, or today where that lies ahead; yields a running count."""
    for count, work in enumerate(planned, 1):
        with clock.as_of(min(work.period.start - timedelta(days=14), now)):
            booking.block(
                equipment=work.equipment, start=work.period.start, end=work.period.end, work_type=work.work_type,
                purpose=work.purpose,
            )
        yield count


def break_all(
    specs: tuple[Spec, ...], now: datetime, reporters: list[tuple[UUID, UUID]], operations: UUID, draw: Random
) -> Iterator[int]:
    """Report, describe and mend; `reporters` are scientists with their companies. Last, one goes out of service."""
    staff = Scope(actor=operations, grants=(Grant("lab_operations"),))
    found = troubles(specs)
    for count, trouble in enumerate(found, 1):
        reported = now - timedelta(hours=trouble.reported)
        person, company = draw.choice(reporters)
        with clock.as_of(reported), scope(Scope(actor=person, grants=(Grant("scientist", company),))):
            fault = booking.report_fault(equipment=trouble.equipment, severity=trouble.severity, says=trouble.words)
        with clock.as_of(reported + timedelta(hours=1)), scope(staff):
            if trouble.says_ko:
                back = now + timedelta(hours=trouble.back_in) if trouble.back_in else None
                booking.describe_fault(
                    fault=fault.code, says_ko=trouble.says_ko, says_en=trouble.says_en, expected_back=back
                )
        if trouble.mended is not None:
            with clock.as_of(now - timedelta(hours=trouble.mended)), scope(staff):
                booking.resolve_fault(fault=fault.code, resolution=trouble.resolution)
        yield count
    code, days, says_ko, says_en = WAITING
    if any(spec.code == code for spec in specs):
        with clock.as_of(now - timedelta(days=days)), scope(staff):
            booking.set_equipment_state(equipment=code, state="out_of_service", says_ko=says_ko, says_en=says_en)
