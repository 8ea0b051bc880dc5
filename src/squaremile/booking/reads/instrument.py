"""The page of one instrument: state now, rules in sentences, my checklist, gaps, faults, stand-ins, utilisation."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.booking import words
from squaremile.booking.models import Equipment, Fault, FaultReport, Manual
from squaremile.booking.policies import slots
from squaremile.booking.policies.rule_sentences import sentences
from squaremile.booking.policies.state_now import Now, Taken
from squaremile.booking.policies.utilisation import Utilisation, utilisation
from squaremile.booking.reads import catalogue, checklist, instruments, reserving
from squaremile.booking.reads.instruments import Instrument
from squaremile.booking.words import named
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FaultRow:
    """An open fault. `report` is the reporter's words, for her own company and staff; empty for everybody else."""

    code: str
    severity: str
    severity_says: Text
    says_ko: str
    says_en: str
    reported_at: datetime
    expected_back: datetime | None
    report: str

    @property
    def says(self) -> Text:
        """What staff tell everyone of it."""
        return named(self.says_ko, self.says_en)


@dataclass(frozen=True, slots=True)
class ManualRow:
    id: UUID
    title: Text
    file: UUID | None
    url: str


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """All that its page shows."""

    instrument: Instrument
    maker: str
    model: str
    serial: str
    asset_number: str
    nfec_number: str
    contact: str
    says: Text
    now: Now
    now_says: Text
    rules: tuple[Text, ...]
    checklist: tuple[checklist.Check, ...]
    gaps: tuple[Period, ...]
    needs: tuple[tuple[str, Text], ...]
    manuals: tuple[ManualRow, ...]
    faults: tuple[FaultRow, ...]
    equivalents: tuple[catalogue.Row, ...]
    utilisation: Utilisation

    @property
    def may_book(self) -> bool:
        return all(check.open for check in self.checklist)


def page(code: str) -> InstrumentPage:
    """One instrument as the asker sees it. Raises Missing for one that is unknown or retired."""
    one = instruments.by_code(code)
    if one is None:
        raise Missing(NOT_FOUND)
    now, asking = clock.now(), require()
    others = instruments.like(one)
    horizon = now + timedelta(days=one.rules.horizon_days)
    spans = instruments.taken(
        instruments.with_needs([one]) | {o.id for o in others},
        Period(now - LOOKED_BACK, max(horizon, instruments.ahead().end)),
    )
    gaps = slots.next_gaps(instruments.busy(one, spans), one.rules, one.hours, now=now, zone=one.zone)
    about = Equipment.objects.get(id=one.id)
    slot = reserving.slot(
        code=code, person=asking.actor, organisation=checklist.company_of(asking), period=_first(gaps, one, now)
    )
    doing = instruments.now_of(one, spans)
    return InstrumentPage(
        instrument=one, maker=about.maker, model=about.model, serial=about.serial, asset_number=about.asset_number,
        nfec_number=about.nfec_number, contact=about.contact, says=named(about.says_ko, about.says_en), now=doing,
        now_says=words.NOW[doing.state],
        rules=tuple(sentences(one.rules, one.hours, slot.shares, needs_qualification=one.needs_qualification)),
        checklist=() if asking.staff else (*checklist.standing(slot), *checklist.of_others(slot)),
        gaps=tuple(gaps), needs=_needs(one), manuals=manuals(one.id), faults=open_faults([one.id]).get(one.id, ()),
        equivalents=tuple(catalogue.row(o, instruments.now_of(o, spans)) for o in others),
        utilisation=_utilisation(one, spans.get(one.id, []), Period(now - LOOKED_BACK, now)),
    )


def _first(gaps: list[Period], one: Instrument, now: datetime) -> Period:
    """The booking that the checklist is asked about: the shortest one in the first gap, or from now on."""
    start = gaps[0].start if gaps else now
    return Period(start, start + timedelta(minutes=one.rules.min_minutes))


def _needs(one: Instrument) -> tuple[tuple[str, Text], ...]:
    found = Equipment.objects.filter(id__in=one.needs).order_by("code")
    return tuple((needed.code, named(needed.name_ko, needed.name_en)) for needed in found)


def manuals(equipment: UUID) -> tuple[ManualRow, ...]:
    """Its documents, by title."""
    found = Manual.objects.filter(equipment_id=equipment, active=True).order_by("title_ko", "title_en")
    return tuple(ManualRow(m.id, named(m.title_ko, m.title_en), m.file_id, m.url) for m in found)


def open_faults(equipment: list[UUID]) -> dict[UUID, tuple[FaultRow, ...]]:
    """Open faults by instrument, newest first, in two statements."""
    found = list(Fault.objects.filter(equipment_id__in=equipment, resolved_at=None).order_by("-reported_at"))
    told = dict(FaultReport.objects.filter(fault__in=found).values_list("fault_id", "says"))
    rows: dict[UUID, tuple[FaultRow, ...]] = {}
    for fault in found:
        row = FaultRow(
            fault.code, fault.severity, words.SEVERITIES[fault.severity], fault.says_ko, fault.says_en,
            fault.reported_at, fault.expected_back, told.get(fault.id, ""),
        )
        rows[fault.equipment_id] = (*rows.get(fault.equipment_id, ()), row)
    return rows


def _utilisation(one: Instrument, spans: list[Taken], window: Period) -> Utilisation:
    """Booked share of its open hours. A booking that nobody came to (missed) is not in it; maintenance is apart."""
    return utilisation(spans, one.hours, window=window, zone=one.zone)
