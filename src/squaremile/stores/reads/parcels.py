"""Parcels: a company's own, everybody's for staff; what waits first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Parcel
from squaremile.stores.policies import cold
from squaremile.stores.words import dock as words

NOBODY = Text(ko="받을 회사 모름", en="Whose it is, nobody knows")


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel."""

    code: str
    organisation: str
    organisation_id: UUID | None
    company: Text
    person: UUID | None
    name: Text | None
    addressee: str
    carrier: str
    tracking: str
    sender: str
    pieces: int
    temperature: str
    dangerous: bool
    state: str
    place: str
    place_name: Text
    arrived_at: datetime
    keep_by: datetime | None
    cooled_at: datetime | None
    handed_to: str
    signature: str
    gone_at: datetime | None
    reason: str

    @property
    def state_said(self) -> Text:
        return words.PARCEL_STATES[self.state]

    @property
    def temperature_said(self) -> Text:
        return words.TEMPERATURES[self.temperature]

    @property
    def waiting(self) -> bool:
        return self.state == "arrived"

    @property
    def ticking(self) -> bool:
        """Does its clock run?"""
        return self.waiting and self.keep_by is not None and self.cooled_at is None

    @property
    def late(self) -> bool:
        return self.ticking and self.keep_by is not None and clock.now() >= self.keep_by


def parcels(*, waiting: bool, most: int = 100) -> list[ParcelRow]:
    """Those at the dock, the most urgent first; or those that are gone, the newest first. Two statements."""
    found = _rows().filter(state="arrived") if waiting else _rows().exclude(state="arrived")
    found = found.order_by("keep_by", "arrived_at") if waiting else found.order_by("-gone_at")
    rows = list(found[:most])
    names = people.named({each.person for each in rows if each.person})
    return [_row(each, names) for each in rows]


def parcel(code: str) -> ParcelRow:
    """One. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.PARCEL_UNKNOWN)
    return _row(found, people.named([found.person] if found.person else []))


def any_warming() -> bool:
    """Does a cold parcel stand outside the cold, with less than an hour left? For the worker."""
    return Parcel.objects.filter(state="arrived", cooled_at=None, keep_by__lte=clock.now() + cold.WARN).exists()


def until(moment: datetime | None) -> str:
    """A moment as people of the site read it."""
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%H:%M") if moment else ""


def _rows() -> QuerySet[Parcel]:
    return Parcel.objects.select_related("organisation", "place")


def _row(p: Parcel, names: dict[UUID, people.Named]) -> ParcelRow:
    whose = p.organisation
    who = names.get(p.person) if p.person else None
    return ParcelRow(
        p.code, whose.code if whose else "", p.organisation_id, both(whose.name_ko, whose.name_en) if whose else NOBODY, p.person,
        who.name if who else None, p.addressee, p.carrier, p.tracking, p.sender, p.pieces, p.temperature, p.dangerous, p.state,
        p.place.code, both(p.place.name_ko, p.place.name_en), p.arrived_at, p.keep_by, p.cooled_at, p.handed_to, p.signature, p.gone_at,
        p.reason,
    )
