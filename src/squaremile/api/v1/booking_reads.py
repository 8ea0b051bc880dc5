"""What can be read of instruments and bookings."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Fit, Named, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.booking.reads import calendar, catalogue, instrument, listing
from squaremile.core.asked.types import Code, Day, Moment
from squaremile.kernel.words import Text


class Equipment(Named):
    """An instrument, what it is doing now, and what keeps the asker from it."""

    kind: str
    place: str
    state: str = Field(examples=["free"], description="What it is doing now")
    state_says: Sentence
    locked: Sentence | None = Field(description="Why the asker cannot use it, whatever the time")


class InstrumentFault(Coded):
    """An open fault. `report` is what one's own company wrote."""

    severity: str
    says: Sentence
    reported_at: datetime
    expected_back: datetime | None


class Condition(BaseModel):
    """One condition for booking it, open or shut."""

    code: str
    open: bool
    says: Sentence


class EquipmentPage(Named):
    """Everything about one instrument that the asker may see."""

    kind: str
    place: str
    site: str
    time_zone: str
    maker: str
    model: str
    serial: str
    asset_number: str
    nfec_number: str
    contact: str
    says: Sentence
    state: str
    rules: list[Sentence]
    conditions: list[Condition]
    needs: list[str]
    faults: list[InstrumentFault]
    equivalents: list[str]
    gaps: list[Fit]


class Gaps(BaseModel):
    """The next free spans, long enough for the shortest booking, within opening hours."""

    equipment: str
    gaps: list[Fit]


class Reservation(Coded):
    """A booking of one's own company (for staff: any)."""

    state: str = Field(examples=["confirmed"])
    equipment: str = Field(examples=["CONFOCAL"])
    start: datetime
    end: datetime
    organisation: str = Field(examples=["HANBIT"])
    person: str = Field(examples=["hana@example.org"])
    project: str | None
    purpose: str
    assisted: bool


class Week(BaseModel):
    """Seven days of a site. `reservations` are rows [place in `equipment`, start, end, kind, state] in minutes since
    1970-01-01T00:00Z: that something is taken, not by whom. `own` are the bookings of one's own companies."""

    site: str
    time_zone: str
    start: datetime
    end: datetime
    own: list[dict[str, object]]
    equipment: list[dict[str, object]]
    reservations: list[list[object]]


def _said(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


@router.get(
    "/equipment", response=Page[Equipment], summary="Instruments · 장비", tags=["booking"], operation_id="equipment"
)
def list_equipment(
    request: HttpRequest,
    limit: pages.Limit,
    cursor: pages.Cursor,
    text: Code = "",
    kind: Code = "",
    place: Code = "",
    can_use: bool = False,
) -> HttpResponse:
    """Found by `text` in names, makers and numbers, by `kind`, by `place`, or only what the asker can use."""
    found = catalogue.listed(text=text, kind=kind, place=place, can_use=can_use).rows
    return answered(pages.cut(found, limit, cursor, _row, lambda row: row.code).model_dump_json())


def _row(row: catalogue.Row) -> Equipment:
    return Equipment(
        code=row.code,
        name_ko=row.name.ko,
        name_en=row.name.en,
        kind=row.kind,
        place=row.place,
        state=row.now.state,
        state_says=_said(row.now_says),
        locked=_said(row.why_not) if row.why_not else None,
    )


@router.get(
    "/equipment/{code}",
    response=EquipmentPage,
    summary="An instrument · 장비 하나",
    tags=["booking"],
    operation_id="equipment.one",
)
def one_equipment(request: HttpRequest, code: Code) -> HttpResponse:
    """What it is, where it stands, the rules of use in sentences, every condition, open faults, the next gaps."""
    found = instrument.page(code)
    one = found.instrument
    return answered(EquipmentPage(
        code=one.code, name_ko=one.name.ko, name_en=one.name.en, kind=one.kind, place=one.place, site=one.site_code,
        time_zone=str(one.zone), maker=found.maker, model=found.model, serial=found.serial,
        asset_number=found.asset_number, nfec_number=found.nfec_number, contact=found.contact, says=_said(found.says),
        state=found.now.state, rules=[_said(rule) for rule in found.rules],
        conditions=[Condition(code=c.code, open=c.open, says=_said(c.says)) for c in found.checklist],
        needs=[code for code, _ in found.needs],
        faults=[InstrumentFault(code=f.code, severity=f.severity, says=_said(f.says), reported_at=f.reported_at,
                      expected_back=f.expected_back) for f in found.faults],
        equivalents=[other.code for other in found.equivalents],
        gaps=[Fit(start=gap.start, end=gap.end) for gap in found.gaps],
    ).model_dump_json())  # fmt: skip


@router.get(
    "/equipment/{code}/gaps",
    response=Gaps,
    summary="Next free times · 다음 빈 시간",
    tags=["booking"],
    operation_id="equipment.gaps",
)
def gaps(request: HttpRequest, code: Code) -> HttpResponse:
    """When it is free next."""
    found = instrument.page(code)
    spans = [Fit(start=gap.start, end=gap.end) for gap in found.gaps]
    return answered(Gaps(equipment=found.instrument.code, gaps=spans).model_dump_json())


@router.get(
    "/reservations",
    response=Page[Reservation],
    summary="Bookings · 예약",
    tags=["booking"],
    operation_id="reservations",
)
def list_reservations(
    request: HttpRequest,
    limit: pages.Limit,
    cursor: pages.Cursor,
    mine: bool = True,
    equipment: Code = "",
    state: list[Code] = Query([], max_length=10),
    since: Moment | None = None,
    until: Moment | None = None,
) -> HttpResponse:
    """One's own by start; with `mine=false` those of one's company (for staff: all). `since` and `until` choose those
    that touch that span."""
    after = pages.given(cursor, datetime.fromisoformat, str)
    found = listing.part(
        mine=mine,
        most=limit + 1,
        after=(after[0], after[1]) if after else None,
        states=state,
        equipment=equipment,
        since=since,
        until=until,
    )
    part = pages.page(found, limit, _reservation, lambda r: pages.kept(r.start.isoformat(), r.code))
    return answered(part.model_dump_json())


@router.get(
    "/reservations/{code}",
    response=Reservation,
    summary="A booking · 예약 하나",
    tags=["booking"],
    operation_id="reservation",
)
def one_reservation(request: HttpRequest, code: Code) -> HttpResponse:
    """One booking. Others' are not there."""
    return answered(_reservation(listing.one(code)).model_dump_json())


def _reservation(row: listing.Listed) -> Reservation:
    shown: Reservation = Reservation.model_validate(row)
    shown.project = shown.project or None
    return shown


@router.get(
    "/sites/{code}/week", response=Week, summary="A site's week · 사이트의 한 주", tags=["booking"], operation_id="week"
)
def week(request: HttpRequest, code: Code, start: Day) -> HttpResponse:
    """Seven days from `start` on every instrument of a site: what is taken, and what of it is one's own."""
    first: date = start
    return answered(calendar.week_json(site=code, start=first))
