"""Enquiries and tours, for programme staff; and the hours that everybody may book."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from squaremile.core.reads.people_directory import text
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Lead, LeadTransition, Tour, TourSlot
from squaremile.residency.reads.days import today
from squaremile.residency.words import public as words


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One enquiry. `alike`: how many others came from the same address or name the same company."""

    code: str
    state: str
    state_said: Text
    name: str
    contact: str
    phone: str
    company_name: str
    company: str
    wanted: Text
    wanted_from: date | None
    message: str
    source: str
    language: str
    host: Text | None
    host_id: UUID | None
    follow_up_on: date | None
    late: bool
    remark: str
    created_at: datetime
    alike: int


@dataclass(frozen=True, slots=True)
class TourRow:
    """One booking of a tour."""

    code: str
    state: str
    state_said: Text
    when: Period
    zone: ZoneInfo
    party: int
    signed_name: str
    signed_at: datetime
    lead: str
    lead_name: str
    over: bool
    agreement: str
    """The words that were signed; empty where they were not kept yet."""


@dataclass(frozen=True, slots=True)
class SlotRow:
    """An hour that is offered."""

    code: str
    when: Period
    zone: ZoneInfo
    left: int
    places: int
    open: bool
    where: Text
    host: Text | None
    route: str


def leads(*, state: str = "") -> list[LeadRow]:
    """Those the asker may see, the newest first."""
    rows = list(Lead.objects.select_related("host", "company").order_by("-created_at", "-id"))
    addresses = Counter(each.contact for each in rows)
    names = Counter(each.company_name for each in rows if each.company_name)
    pairs = Counter((each.contact, each.company_name) for each in rows if each.company_name)
    return [
        _row(each, addresses[each.contact] - 1 + names[each.company_name] - pairs[each.contact, each.company_name])
        for each in rows if not state or each.state == state
    ]


def lead(code: str) -> tuple[LeadRow, list[TourRow], list[tuple[datetime, Text]]]:
    """One enquiry, its tours, and its steps. Raises Missing."""
    found = Lead.objects.select_related("host", "company").filter(code=code).first()
    if found is None:
        raise Missing(words.LEAD_UNKNOWN)
    like = Q(contact=found.contact) | (Q(company_name=found.company_name) if found.company_name else Q())
    row = _row(found, Lead.objects.filter(like).exclude(id=found.id).count())
    steps = LeadTransition.objects.filter(lead__code=code).order_by("at", "id")
    return row, tours(lead=code), [(step.at, words.LEAD_STATES[step.after]) for step in steps]


def tours(*, lead: str = "") -> list[TourRow]:
    """Bookings, the nearest first; of one enquiry, or of all from today."""
    found = Tour.objects.select_related("slot__site", "lead").order_by("slot__period", "code")
    found = found.filter(lead__code=lead) if lead else found.filter(slot__period__endswith__gte=clock.now())
    return [
        TourRow(
            t.code, t.state, words.TOUR_STATES[t.state], t.slot.period, ZoneInfo(t.slot.site.time_zone), t.party,
            t.signed_name, t.signed_at, t.lead.code, t.lead.name, t.slot.period.start <= clock.now(),
            t.agreement_said,
        )
        for t in found
    ]


def slots() -> list[SlotRow]:
    """For staff: every hour that lies ahead."""
    found = TourSlot.objects.select_related("site", "host").filter(period__endswith__gte=clock.now()).order_by("period")
    return [_slot(each, text(each.host.name_ko, each.host.name_en)) for each in found]


def open_slots() -> list[SlotRow]:
    """For everybody: hours that can be booked. Who guides, and where the way leads, is not told."""
    found = TourSlot.objects.select_related("site").filter(open=True, period__startswith__gt=clock.now()).order_by("period")
    return [_slot(each, None) for each in found if each.taken < each.places]


def _slot(found: TourSlot, host: Text | None) -> SlotRow:
    site = found.site
    where = both(found.meeting_ko, found.meeting_en) if found.meeting_ko or found.meeting_en else both(site.name_ko, site.name_en)
    return SlotRow(
        found.code, found.period, ZoneInfo(site.time_zone), found.places - found.taken, found.places, found.open, where,
        host, found.route if host else "",
    )


def _row(found: Lead, alike: int) -> LeadRow:
    host, late = found.host, found.follow_up_on is not None and found.follow_up_on < today()
    return LeadRow(
        found.code, found.state, words.LEAD_STATES[found.state], found.name, found.contact, found.phone,
        found.company_name, found.company.code if found.company else "", words.SPACES_WANTED[found.wanted],
        found.wanted_from, found.message, found.source, found.language,
        text(host.name_ko, host.name_en) if host else None, found.host_id, found.follow_up_on, late, found.remark,
        found.created_at, alike,
    )
