"""Companies that leave, as the board and the page of one exit show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from squaremile.core import gates
from squaremile.core.reads import files, people
from squaremile.core.words import STAFF_UNNAMED
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import ClearanceLine, Deduction, Departure, DepartureTransition, OwedSettlement
from squaremile.residency.policies import clearance, exit_plan, settlement
from squaremile.residency.policies.clearance import Proof, Verdict
from squaremile.residency.policies.exit_plan import Planned
from squaremile.residency.policies.settlement import Statement, said
from squaremile.residency.reads import departures, deposits, head_count, notice
from squaremile.residency.reads.asked_of_gates import Clearing
from squaremile.residency.reads.days import today
from squaremile.residency.words import departures as words
from squaremile.residency.words.people import DOERS


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One exit of the board, kind by kind. `days`: until its last day; below nothing once that is over."""

    code: str
    company: str
    company_id: UUID
    name: Text
    state: str
    state_said: Text
    noticed_on: date
    last_day: date
    days: int
    destination: str
    verdicts: tuple[Verdict, ...]
    zero: bool
    deposit: str
    settled_at: datetime | None
    refunded: str

    @property
    def left(self) -> int:
        """How many kinds are not cleared."""
        return sum(each.state != "cleared" for each in self.verdicts)


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line to clear, with what the asker may do about it."""

    code: str
    what: str
    unit: Text
    opening: Decimal
    settled: Decimal
    remaining: Decimal
    signed_by: Text | None
    signed_at: datetime | None
    file_url: str
    remark: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind with its verdict and its lines. `signs`: the asker's desk signs it."""

    kind: str
    said: Text
    state: str
    state_said: Text
    signer: Text
    signs: bool
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class DeductionRow:
    """Something taken from the deposit."""

    code: str
    says: str
    amount: str
    minor: int
    disputed: str
    disputed_minor: int
    disputed_typed: str
    """As one would type it."""


@dataclass(frozen=True, slots=True)
class OwedRow:
    """Money that came in of what is owed beyond the deposit, or that was written off."""

    at: datetime
    amount: str
    how: Text
    says: str


@dataclass(frozen=True, slots=True)
class ExitPage:
    """Everything of one exit."""

    row: ExitRow
    kinds: tuple[KindRow, ...]
    deductions: tuple[DeductionRow, ...]
    statement: Statement
    steps: tuple[tuple[datetime, Text], ...]
    came: tuple[OwedRow, ...]
    """Of what is owed beyond the deposit."""

    @property
    def sums(self) -> list[tuple[Text, str]]:
        """How the refund comes about."""
        s = self.statement
        rows = [(DEPOSIT, said(s.deposit)), (TAKEN, f"- {said(s.taken)}")]
        return [*rows, *([(HELD, f"- {said(s.held)}")] if s.held.minor else [])]

    @property
    def currency(self) -> str:
        return self.statement.deposit.currency

    @property
    def refund(self) -> str:
        return said(self.statement.refund)

    @property
    def owed(self) -> str:
        return said(self.statement.owed) if self.statement.owed.minor else ""

    @property
    def outstanding(self) -> str:
        return said(self.statement.outstanding) if self.statement.outstanding.minor else ""


PAID, WRITTEN_OFF = Text(ko="납부", en="Paid"), Text(ko="감면", en="Written off")
CORRECTED = Text(ko="되돌림", en="Taken back")
DEPOSIT, TAKEN = Text(ko="보증금", en="Deposit"), Text(ko="공제", en="Deducted")
HELD = Text(ko="다툼 중이라 보류", en="Held, in dispute")


def _how(came: OwedSettlement) -> Text:
    if came.minor < 0:
        return CORRECTED
    return WRITTEN_OFF if came.written_off else PAID


def board(*, over: bool = False) -> list[ExitRow]:
    """Exits that run or whose deposit is not settled, the next last day first; with `over` also those that are done."""
    found = Departure.objects.select_related("company__organisation").order_by("last_day", "code")
    rows = [each for each in found if over or each.state == "noticed" or (each.state == "cleared" and each.settled_at is None)]
    return _rows(rows)


def exit_of(code: str) -> ExitPage:
    """One exit. Raises Missing."""
    found = Departure.objects.select_related("company__organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.DEPARTURE_UNKNOWN)
    lines = list(ClearanceLine.objects.filter(departure=found).select_related("file").order_by("kind", "code"))
    proof, asking = _proof(lines, departures.reckoned(found)), require()
    names = people.named({line.signed_by for line in lines if line.signed_by})
    kinds = tuple(
        KindRow(
            verdict.kind, words.KINDS[verdict.kind], verdict.state, words.VERDICTS[verdict.state],
            DOERS[clearance.SIGNERS[verdict.kind]], rules.SIGNERS[clearance.SIGNERS[verdict.kind]](asking),
            tuple(_line(line, names) for line in lines if line.kind == verdict.kind),
        )
        for verdict in proof.verdicts
    )
    taken = list(Deduction.objects.filter(departure=found).order_by("made_at", "code"))
    steps = DepartureTransition.objects.filter(departure=found).order_by("at", "id").values_list("at", "after")
    return ExitPage(
        _rows([found])[0], kinds, tuple(_deduction(each, found.currency) for each in taken),
        departures.reckoned(found, zero=proof.zero), tuple((at, words.STATES[after]) for at, after in steps),
        tuple(
            OwedRow(each.at, said(Money(each.minor, found.currency)), _how(each), each.says)
            for each in OwedSettlement.objects.filter(departure=found).order_by("at", "id")
        ),
    )


def left_behind(company: UUID, taken: Money | None = None, last_day: date | None = None) -> list[gates.Gate]:
    """What the records of the house still hold of a company that leaves: containers, agents, badges, keys, bills."""
    every = gates.checklist("residency.graduate", Clearing(company, frozenset(clearance.KINDS), taken, last_day))
    return [gate for gate in every if not gate.open]


def of_line(code: str) -> ExitRow:
    """The exit that a line belongs to. Raises Missing."""
    line = ClearanceLine.objects.select_related("departure__company__organisation").filter(code=code).first()
    if line is None:
        raise Missing(words.LINE_UNKNOWN)
    return _rows([line.departure])[0]


def of_deduction(code: str) -> ExitRow:
    """The exit that a deduction belongs to. Raises Missing."""
    taken = Deduction.objects.select_related("departure__company__organisation").filter(code=code).first()
    if taken is None:
        raise Missing(words.DEDUCTION_UNKNOWN)
    return _rows([taken.departure])[0]


def of_company(company: UUID) -> list[ExitRow]:
    """Every exit of a company, the newest first; withdrawn ones too."""
    found = Departure.objects.select_related("company__organisation").filter(company=company)
    return _rows(list(found.order_by("-noticed_on", "-code")))


@dataclass(frozen=True, slots=True)
class Plan:
    """The planner: what to do when for a last day, counted back from it. `earliest`: for notice given today."""

    last_day: date
    notice_months: int
    earliest: date
    rows: tuple[tuple[Planned, Text], ...]
    deposit: str


def plan(company: UUID, last_day: date | None) -> Plan | None:
    """None where its notice is not known; it is what is asked of it when it gives notice. Without a day: the earliest for notice given today."""
    day, running = today(), Departure.objects.filter(company=company, state="noticed").first()
    known = head_count.in_force(company, day)
    if running is not None:
        last_day, deposit = running.last_day, departures.deposit_of(running)
    else:
        deposit = deposits.held(company, deposits.currency_of(company, known.deposit.currency if known else "KRW"))
    months = running.notice_months if running else notice.of_company(company)
    if months is None:
        return None
    earliest = exit_plan.earliest_last_day(day, months)
    wanted = last_day or earliest
    rows = exit_plan.plan(wanted, notice_months=months, today=day, noticed_on=running.noticed_on if running else None)
    return Plan(wanted, months, earliest, tuple((row, DOERS[row.doer]) for row in rows), said(deposit))


def _rows(found: list[Departure]) -> list[ExitRow]:
    """Five statements for all of them, six where a deposit is not settled."""
    held = deposits.held_by({each.company_id for each in found if each.settled_at is None})
    lines: dict[UUID, list[ClearanceLine]] = defaultdict(list)
    for line in ClearanceLine.objects.filter(departure__in=[each.id for each in found]).order_by("kind", "code"):
        lines[line.departure_id].append(line)
    taken, came = _taken(found)
    rows = []
    for d in found:
        deposit = Money(d.deposit_minor, d.currency) if d.settled_at else deposits.of(held, d.company_id, d.currency)
        statement = settlement.settle(deposit, taken[d.id], zero=False, received=came.get(d.id, 0))
        rows.append(_row(d, _proof(lines[d.id], statement), deposit))
    return rows


def _taken(found: list[Departure]) -> tuple[dict[UUID, list[settlement.Deduction]], dict[UUID, int]]:
    """Deductions of each departure, and what came in or was written off of what they come to beyond the deposit. Two statements."""
    taken: dict[UUID, list[settlement.Deduction]] = defaultdict(list)
    for departure, minor, disputed in Deduction.objects.filter(departure__in=found).values_list("departure", "minor", "disputed_minor"):
        taken[departure].append(settlement.Deduction(minor, disputed))
    came = OwedSettlement.objects.filter(departure__in=found).values_list("departure").annotate(all=Sum("minor")).order_by()
    return taken, {departure: int(all_) for departure, all_ in came}


def _proof(lines: Iterable[ClearanceLine], statement: Statement) -> Proof:
    return clearance.proof(departures.with_money((departures.plain(line) for line in lines), statement))


def _row(d: Departure, proof: Proof, deposit: Money) -> ExitRow:
    whose = d.company.organisation
    return ExitRow(
        d.code, d.company.code, d.company_id, both(whose.name_ko, whose.name_en), d.state, words.STATES[d.state], d.noticed_on,
        d.last_day, (d.last_day - today()).days, d.destination, proof.verdicts, proof.zero,
        said(deposit), d.settled_at,
        said(Money(d.refunded_minor, d.currency)) if d.refunded_minor is not None else "",
    )


def _line(line: ClearanceLine, names: dict[UUID, people.Named]) -> LineRow:
    signer = names.get(line.signed_by) if line.signed_by else None
    return LineRow(
        line.code, line.what, words.UNITS[line.unit], line.opening.normalize(), line.settled.normalize(),
        (line.opening - line.settled).normalize(), (signer.name if signer else STAFF_UNNAMED) if line.signed_by else None,
        line.signed_at, files.url(line.file_id, line.file.name) if line.file_id and line.file else "", line.remark,
    )


def _deduction(found: Deduction, currency: str) -> DeductionRow:
    return DeductionRow(
        found.code, found.says, said(Money(found.minor, currency)), found.minor,
        said(Money(found.disputed_minor, currency)) if found.disputed_minor else "", found.disputed_minor,
        f"{Money(found.disputed_minor, currency).amount:,}",
    )
