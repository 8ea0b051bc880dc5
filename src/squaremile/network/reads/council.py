"""The council report: what was signed, what is due, what was promised and arrived, what ended and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.network.models import Agreement, AgreementParty, AgreementTransition
from squaremile.network.policies.agreements import ENDED
from squaremile.network.policies.promises import Figure
from squaremile.network.reads.agreement_dues import DueRow, dues
from squaremile.network.reads.promises import book, by_kind
from squaremile.network.words import agreements as words


@dataclass(frozen=True, slots=True)
class Signed:
    """One agreement signed in the period, and whether the council has been told of it."""

    code: str
    title: Text
    type: Text
    parties: Text
    signed_on: date
    report_by: date | None
    reported_on: date | None


@dataclass(frozen=True, slots=True)
class Ended:
    """One that ended in the period without being fulfilled, and why."""

    code: str
    title: Text
    state: Text
    on: date
    reason: str
    lesson: Text


@dataclass(frozen=True, slots=True)
class Total:
    """Promised and come, of one kind in one unit."""

    kind: Text
    figure: Figure


@dataclass(frozen=True, slots=True)
class CouncilReport:
    """The report over a period, as of its last day and as known at a moment."""

    start: date
    end: date
    known_at: datetime
    signed: tuple[Signed, ...]
    due: tuple[DueRow, ...]
    """Reports, plans and reviews whose day fell into the period."""
    totals: tuple[Total, ...]
    ended: tuple[Ended, ...]


DUTIES = ("council_report", "action_plan", "review")


def council_report(start: date, end: date, known_at: datetime | None = None) -> CouncilReport:
    """Both days included. `known_at` shows what the register would have said then."""
    moment = known_at or clock.now()
    agreements = list(
        Agreement.objects.filter(signed_on__lte=end, created_at__lte=moment).prefetch_related(
            Prefetch("parties", AgreementParty.objects.order_by("id"))
        )
    )
    rows = dues(end, agreements)
    reports = {r.agreement: r for r in rows if r.due.clock == "council_report"}
    found = book()
    return CouncilReport(
        start, end, moment,
        tuple(_signed(a, reports.get(a.code), moment) for a in sorted(agreements, key=lambda a: (a.signed_on, a.code))
              if a.signed_on is not None and a.signed_on >= start),
        tuple(r for r in rows if r.due.clock in DUTIES and start <= r.due.due_on <= end),
        tuple(Total(found.label(f.key), f) for f in found.figures(by_kind, as_of=end, known_at=moment)),
        tuple(_ended(start, end, moment)),
    )


def _signed(found: Agreement, due: DueRow | None, moment: datetime) -> Signed:
    parties = list(found.parties.all())
    told = due.answer if due and due.answer and due.answer.answered_at <= moment else None
    assert found.signed_on is not None
    return Signed(
        found.code, both(found.title_ko, found.title_en), words.TYPES[found.type],
        Text(ko=" · ".join(p.name_ko or p.name_en for p in parties), en=" · ".join(p.name_en or p.name_ko for p in parties)),
        found.signed_on, due.due.due_on if due else None, told.answered_on if told else None,
    )


def _ended(start: date, end: date, moment: datetime) -> list[Ended]:
    found = AgreementTransition.objects.filter(
        after__in=[s for s in ENDED if s != "completed"], happened_on__range=(start, end), at__lte=moment,
    ).exclude(agreement__signed_on=None).select_related("agreement")
    return [
        Ended(t.agreement.code, both(t.agreement.title_ko, t.agreement.title_en), words.STATES[t.after], t.happened_on,
              t.reason, both(t.lesson_ko, t.lesson_en))
        for t in found.order_by("happened_on", "agreement__code")
    ]


def lapses() -> list[Ended]:
    """Every signed agreement that ended unfulfilled, the newest first: reasons and lessons."""
    return sorted(_ended(date.min, date.max, clock.now()), key=lambda e: (e.on, e.code), reverse=True)
