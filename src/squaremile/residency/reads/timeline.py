"""One timeline of a company: what was done, what it used, what it paid and what became of it, the newest first.

Every source is one statement, and row security narrows each to what the asker may see.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from squaremile.core.reads import audit
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.metering.reads import monthly
from squaremile.residency.models import Amendment, Deduction, Departure, DepositPayment, Offer
from squaremile.residency.reads import outcomes
from squaremile.residency.reads.companies import CompanyRow
from squaremile.residency.reads.days import begin_of
from squaremile.residency.words import timeline as words
from squaremile.safety.reads.story import story

_NAMES = {
    "application": "begin_application begin_own_application submit_application return_application withdraw_application"
    " pass_to_review tell_decision promote_application",
    "licence": "make_offer extend_offer answer_offer withdraw_offer lapse_offers sign_licence record_insurance start_licence"
    " end_licence void_licence heed_sign_by propose_amendment withdraw_amendment give_licence_notice run_licences end_terminated",
    "space": "set_space_need ask_for_space answer_space_request withdraw_space_request plan_move carry_out_move"
    " carry_out_moves cancel_move",
    "life": "move_in hold_evaluation propose_milestone settle_milestone pass_milestones",
    "notice": "give_notice settle_notice",
    "people": "join change_member hand_over leave record_gone set_people_terms issue_pass take_back_pass",
    "exit": "notify_exit withdraw_exit count_line recount_line clear_line sign_line reopen_line graduate",
    "record": "open_record edit_company edit_profile",
}
ACTS = {kind: tuple(f"residency.{name}" for name in said.split()) for kind, said in _NAMES.items()}
"""Operations by kind. Money, outcomes and safety are read from their own tables, whose policies are narrower than the audit's;
what is thought of an application before its decision is told is no part of a timeline."""
KIND_OF = {name: kind for kind, names in ACTS.items() for name in names}
INSTRUMENTS, MONEY, OUTCOMES, SAFETY = "instruments", "money", "outcomes", "safety"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened; `whole` month where it is a sum of it, `day` where no time of the day is known."""

    at: datetime
    kind: str
    what: Text
    about: str = ""
    who: Text | None = None
    money: Money | None = None
    precision: str = "moment"
    note: str = ""

    @property
    def kind_said(self) -> Text:
        return words.KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the site with its lines."""

    first: date
    lines: tuple[Line, ...]

    @property
    def events(self) -> tuple[Line, ...]:
        """What happened on a day."""
        return tuple(line for line in self.lines if line.precision != "month")

    @property
    def sums(self) -> tuple[Line, ...]:
        """What is known of the month as a whole, such as the use of each instrument."""
        return tuple(line for line in self.lines if line.precision == "month")


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lines of some kinds. As Django's pages take it: counted, and read a slice at a time."""

    acts: QuerySet[Any]
    """What the audit knows; only the acts of the slice are read whole."""
    others: tuple[Line, ...] = field(default=())

    def count(self) -> int:
        return self.acts.count() + len(self.others)

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Line]:
        """The lines from `part.start` to `part.stop`: four statements for the acts, however many there are."""
        keys = list(self.acts.values_list("at", "id")[: part.stop])
        merged: list[tuple[datetime, UUID | Line]] = [*keys, *((line.at, line) for line in self.others)]
        chosen = [each for _, each in sorted(merged, key=lambda pair: pair[0], reverse=True)[part]]
        rows = list(self.acts.filter(id__in=[each for each in chosen if isinstance(each, UUID)]))
        told = dict(zip((row.id for row in rows), audit.entries(rows), strict=True))
        return [
            each if isinstance(each, Line) else _act(told[each]) for each in chosen if isinstance(each, Line) or each in told
        ]


def timeline(company: CompanyRow, kinds: Collection[str], *, more: Iterable[Line] = ()) -> Timeline:
    """The lines of these kinds. `more` are lines that other domains bring, of kinds that were asked for."""
    names = [name for kind in kinds for name in ACTS.get(kind, ())]
    acts = audit.query(audit.Wanted(organisation=company.organisation)).filter(operation__in=names)
    others = [line for line in more if line.kind in kinds]
    if INSTRUMENTS in kinds:
        others += _used(company.id)
    if MONEY in kinds:
        others += [*_fees(company.id), *_deposits(company.id), *_settled(company.id)]
    if SAFETY in kinds:
        others += _safe(company.id)
    if OUTCOMES in kinds:
        others += _outcomes(company.code)
    return Timeline(acts, tuple(sorted(others, key=lambda line: line.at, reverse=True)))


def months(lines: Iterable[Line]) -> list[Month]:
    """Lines, newest first, by the month of the site."""
    found: dict[date, list[Line]] = {}
    for line in lines:
        found.setdefault(line.at.astimezone(ZoneInfo(settings.TIME_ZONE)).date().replace(day=1), []).append(line)
    return [Month(first, tuple(rows)) for first, rows in found.items()]


def booked(month: date, code: str, name: Text, bookings: int, length: timedelta) -> Line:
    """A month's bookings of one instrument, as booking counts them."""
    hours = f"{length.total_seconds() / 3600:,.1f}".removesuffix(".0")
    said = words.BOOKED.fill({"name": name, "count": f"{bookings:,}", "hours": hours})
    return Line(start_of_month(month), INSTRUMENTS, said, code, precision="month")


def invoiced(on: date, kind: Text, code: str, amount: Money) -> Line:
    """An invoice or a credit note, as billing issued it."""
    return Line(begin_of(on), MONEY, words.INVOICED.fill({"kind": kind, "code": code}), code, money=amount, precision="day")


def came_in(on: date, code: str, amount: Money) -> Line:
    """A payment, as finance recorded it."""
    return Line(begin_of(on), MONEY, words.CAME_IN, code, money=amount, precision="day")


def start_of_month(first: date) -> datetime:
    """The first moment of a month: what happened in it is read before its sums."""
    return begin_of(first.replace(day=1))


def _act(entry: audit.Entry) -> Line:
    return Line(entry.at, KIND_OF[entry.operation], entry.label, entry.subject, entry.actor)


def _safe(company: UUID) -> list[Line]:
    return [
        Line(told.on, SAFETY, told.what, told.about) if isinstance(told.on, datetime)
        else Line(begin_of(told.on), SAFETY, told.what, told.about, precision="day")
        for told in story(company)
    ]


def _used(company: UUID) -> list[Line]:
    return [
        Line(
            start_of_month(each.month), INSTRUMENTS,
            words.USED.fill({"name": each.name, "quantity": f"{each.quantity.normalize():,f}", "unit": each.unit}),
            each.meter, precision="month",
        )
        for each in monthly.by_month(company)
    ]


def _fees(company: UUID) -> list[Line]:
    """What a month costs, from the day on which it does: as the licence began, and by each amendment in effect."""
    begun = Offer.objects.filter(company=company, licence__state__in=("in_force", "ended"))
    changed = Amendment.objects.filter(licence__company=company, state="in_effect")
    first = [
        Line(each.licence.period.start, MONEY, words.FEE, each.licence.code, money=Money(each.rent, each.price_version.currency),
             precision="day")
        for each in begun.select_related("licence", "price_version")
    ]
    return first + [
        _on(each.effective_on, words.FEE_CHANGED, each.licence.code, each.rent, each.price_version.currency)
        for each in changed.select_related("licence", "price_version")
    ]


def _deposits(company: UUID) -> list[Line]:
    found = DepositPayment.objects.filter(licence__company=company).values_list(
        "paid_on", "licence__code", "amount", "licence__offer__price_version__currency"
    )
    return [_on(day, words.PAID, code, amount, currency or "KRW") for day, code, amount, currency in found]


def _settled(company: UUID) -> list[Line]:
    taken = Deduction.objects.filter(company=company).select_related("departure")
    given = Departure.objects.filter(company=company, settled_at__isnull=False, refunded_minor__isnull=False)
    return [
        *(Line(each.made_at, MONEY, words.DEDUCTED, each.departure.code, money=Money(-each.minor, each.departure.currency),
               note=each.says) for each in taken),
        *(Line(each.settled_at, MONEY, words.REFUNDED, each.code, money=Money(each.refunded_minor or 0, each.currency))
          for each in given if each.settled_at),
    ]  # fmt: skip


def _on(day: date, what: Text, about: str, minor: int, currency: str) -> Line:
    return Line(begin_of(day), MONEY, what, about, money=Money(minor, currency), precision="day")


def _outcomes(code: str) -> list[Line]:
    rows: Sequence[outcomes.EntryRow] = outcomes.entries(company=code, standing_only=True)
    return [
        Line(
            begin_of(each.happened_on), OUTCOMES, each.kind_said, each.code, each.confidence_said, precision="day",
            note=f"{each.amount:,} {each.currency}" if each.amount is not None
            else "" if each.count is None else f"{each.count:,}" + (f" / {each.of:,}" if each.of else ""),
        )
        for each in rows
    ]
