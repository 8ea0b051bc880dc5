"""Delegations as screens show them: the list, one with everything an office keeps, the itinerary, the day, one's own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, pick
from squaremile.network.models import Delegation, VisitDocument, VisitStop, VisitWish
from squaremile.network.policies.clashes import Clash
from squaremile.network.policies.travel import Leg
from squaremile.network.policies.two_clocks import at_home, on_both, zone_name
from squaremile.network.reads.visit_plan import days_of, home_zone, travel, zone_of
from squaremile.network.words import visits as words


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """One line of the list."""

    code: str
    name: str
    direction: Text
    state: str
    starts_on: date
    ends_on: date
    region: str
    members: int
    meetings: int

    @property
    def state_name(self) -> Text:
        return words.STATES[self.state]


@dataclass(frozen=True, slots=True)
class StopRow:
    """A stop with its time on the visit's clock, the way to it, and what is wrong with it."""

    code: str
    kind: str
    title: str
    start: datetime
    end: datetime
    place: str
    place_code: str
    address: str
    room: str
    language: str
    chair: str
    fixed: bool
    wish: str
    host: str
    people: tuple[str, ...]
    party: str
    """Whose stop it is; empty is everybody's."""
    picked: bool
    way: Leg
    late: int
    minuted: bool
    wrong: tuple[Text, ...] = ()

    @property
    def kind_name(self) -> Text:
        return words.STOP_KINDS[self.kind]

    # A page would turn moments into the server's own zone: the visit's clock is said here.
    @property
    def starts(self) -> str:
        return f"{self.start:%H:%M}"

    @property
    def ends(self) -> str:
        return f"{self.end:%H:%M}"

    @property
    def zone(self) -> str:
        return zone_name(self.start)

    @property
    def home(self) -> str:
        """What the clock at home shows then; empty where it is the same."""
        return at_home(self.start, self.end, ZoneInfo(str(self.start.tzinfo)), home_zone())

    @property
    def where(self) -> str:
        return ", ".join(part for part in (self.place, self.room) if part)

    @property
    def way_basis(self) -> Text:
        return words.BASES[self.way.basis]


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a visit."""

    day: date
    stops: tuple[StopRow, ...]
    way: int
    """Minutes on the way, from the base on; of the party that is longest on it."""


@dataclass(frozen=True, slots=True)
class OwnStop:
    """A meeting of the asker's with a delegation."""

    code: str
    delegation: str
    title: str
    start: datetime
    end: datetime
    place: str
    room: str

    @property
    def when(self) -> str:
        """On the visit's clock, and on the one at home."""
        return f"{self.start:%Y-%m-%d} {on_both(self.start, self.end, ZoneInfo(str(self.start.tzinfo)), home_zone())}"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One version of a document."""

    kind: str
    label: Text
    language: str
    version: int
    digest: str
    made_at: datetime
    made_by: str

    @property
    def name(self) -> str:
        """As its address has it."""
        return f"{self.kind}-{self.language}-{self.version}"


def delegations() -> list[DelegationRow]:
    """All that the asker may see, the newest first. One statement."""
    found = Delegation.objects.annotate(
        member_count=Count("members", distinct=True), meeting_count=Count("stops", distinct=True, filter=Q(stops__kind="meeting")),
    ).order_by("-starts_on", "code")
    return [
        DelegationRow(
            d.code, d.name, words.DIRECTIONS[d.direction], d.state, d.starts_on, d.ends_on, pick(d.region_ko, d.region_en),
            d.member_count, d.meeting_count,
        )
        for d in found
    ]


def delegation(code: str) -> Delegation:
    """One delegation, with its lead and partner. Raises Missing."""
    found = Delegation.objects.select_related("lead", "partner").filter(code=code).first()
    if found is None:
        raise Missing(words.DELEGATION_UNKNOWN)
    return found


def day_rows(found: Delegation, stops: list[VisitStop], clashes: tuple[Clash, ...]) -> tuple[DayRow, ...]:
    """Its days with their stops (as `stops_of` reads them). Two statements."""
    places = list(found.places.all())
    ways, base = travel(found, places), next((p.code for p in places if p.base), "")
    wrong: dict[str, list[Text]] = {}
    for clash in clashes:
        said = words.CLASHES[clash.kind].fill({"who": clash.who, "needed": clash.needed, "there": clash.there})
        wrong.setdefault(clash.stops[-1], []).append(said)
    zone, rows = zone_of(found), []
    tracks: list[UUID | None] = list(dict.fromkeys(s.party_id for s in stops if s.party_id)) or [None]
    for day in days_of(found):
        own = [s for s in stops if s.period.start.astimezone(zone).date() == day]
        here, gone, made = dict.fromkeys(tracks, base), dict.fromkeys(tracks, 0), []
        for stop in own:
            coming = [track for track in tracks if stop.party_id in (None, track) or track is None]
            # Where several come together, the longest way is told: nobody is early for the others.
            leg = max((ways.leg(here[t], stop.place.code if stop.place else here[t]) for t in coming), key=lambda one: one.minutes)
            made.append(_stop(stop, zone, leg, tuple(wrong.get(stop.code, ()))))
            for track in coming:
                gone[track] += ways.minutes(here[track], stop.place.code if stop.place else here[track])
                here[track] = stop.place.code if stop.place else here[track]
        rows.append(DayRow(day, tuple(made), max(gone.values())))
    return tuple(rows)


def _stop(stop: VisitStop, zone: ZoneInfo, way: Leg, wrong: tuple[Text, ...]) -> StopRow:
    host = stop.wish.host.name if stop.wish and stop.wish.host else ""
    return StopRow(
        stop.code, stop.kind, stop.title, stop.period.start.astimezone(zone), stop.period.end.astimezone(zone),
        stop.place.name if stop.place else "", stop.place.code if stop.place else "", stop.place.address if stop.place else "",
        stop.room, stop.language, stop.chair, stop.fixed, stop.wish.code if stop.wish else "", host,
        tuple(str(person) for person in stop.people.all()), stop.party.name if stop.party else "", stop.picked, way,
        int((stop.period.start - stop.planned.start).total_seconds() // 60), stop.minuted_at is not None, wrong,
    )


def my_stops() -> list[OwnStop]:
    """Meetings with delegations that the asker is expected at, from today on. One statement."""
    if (actor := require().actor) is None:
        return []
    found = (
        VisitStop.objects.filter(people__user_id=actor, period__endswith__gt=clock.now())
        .exclude(delegation__state__in=("draft", "submitted", "cancelled")).select_related("delegation", "place").order_by("period")
    )
    return [
        OwnStop(
            s.code, s.delegation.name, s.title, s.period.start.astimezone(zone_of(s.delegation)),
            s.period.end.astimezone(zone_of(s.delegation)), s.place.name if s.place else "", s.room,
        )
        for s in found
    ]


def documents(found: Delegation) -> list[DocumentRow]:
    """Its documents, the newest first. One statement."""
    rows = VisitDocument.objects.filter(delegation=found).select_related("made_by").defer("content").order_by("-made_at", "kind")
    return [
        DocumentRow(
            d.kind, words.DOCUMENTS[d.kind], d.language, d.version, d.digest, d.made_at,
            pick(d.made_by.name_ko, d.made_by.name_en) if d.made_by else "",
        )
        for d in rows
    ]


def document(code: str, kind: str, language: str, version: int) -> VisitDocument:
    """One version of a document, with its content. Raises Missing."""
    found = VisitDocument.objects.filter(delegation__code=code, kind=kind, language=language, version=version).first()
    if found is None:
        raise Missing(words.DOCUMENT_UNKNOWN)
    return found



def turn_of(found: Delegation) -> UUID | None:
    """Who decides now, if the asker may know: everyone who approves knows her own turn. One statement."""
    waiting = found.approvals.filter(position=found.turn, state="waiting").values_list("approver_id", flat=True)
    return waiting.first() if found.state == "submitted" else None


def stop(found: Delegation, code: str) -> VisitStop:
    """One stop with its place. Raises Missing."""
    row = VisitStop.objects.select_related("place", "party", "delegation").filter(delegation=found, code=code).first()
    if row is None:
        raise Missing(words.STOP_UNKNOWN)
    return row


def wish(found: Delegation, code: str) -> VisitWish:
    """One wish with its place. Raises Missing."""
    row = VisitWish.objects.select_related("place", "party").filter(delegation=found, code=code).first()
    if row is None:
        raise Missing(words.WISH_UNKNOWN)
    return row
