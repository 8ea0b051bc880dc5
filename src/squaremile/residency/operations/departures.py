"""A company leaves: notice, everything cleared to nothing, signed, and the deposit settled."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from squaremile.core import gates
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.residency import ClearanceReopened, CompanyMoved, DepositSettled, DisputeEnded
from squaremile.residency import rules
from squaremile.residency.models import ClearanceLine, Company, Deduction, Departure, Milestone
from squaremile.residency.operations.companies import owned, step
from squaremile.residency.operations.leaving import depart, must_leave
from squaremile.residency.operations.owed import tell_owed
from squaremile.residency.policies import clearance, exit_plan, settlement
from squaremile.residency.reads import departures, deposits, notice
from squaremile.residency.reads.days import today
from squaremile.residency.words import departures as words
from squaremile.residency.words import licences
from squaremile.residency.words.companies import COMPANY_STEP, COMPANY_UNKNOWN
from squaremile.residency.words.people import DOERS, NOT_RESIDENT, REMARK_NEEDED

STEP = {"departure_passes_back": words.DEPARTURE_STEP, "departure_deposit_paid": words.DEPARTURE_STEP,
        "departure_step_allowed": words.DEPARTURE_STEP, "departure_proof_zero": words.NOT_ZERO,
        "clearance_open": words.DEPARTURE_STEP, "company_cleared_first": words.NOT_ZERO,
        "company_step_allowed": COMPANY_STEP}  # fmt: skip


@operation(
    "residency.notify_exit", ko="퇴거 통지", en="Give notice to leave", may=rules.propose,
    refuses=(COMPANY_UNKNOWN, NOT_RESIDENT, words.TERMS_MISSING, words.NOTICE_SHORT),
    constraints={"departure_one_at_a_time": words.DEPARTURE_RUNS},
)
def notify_exit(*, company: str, last_day: date, destination: str = "") -> Departure:
    """A company says on which day it will be gone. The notice is that of its licences today (of its terms about people where it
    has none here), and stays so; the deposit is what was really paid until it is settled."""
    found = owned(company)
    if found.state != "resident":
        raise Refused(NOT_RESIDENT)
    months = notice.of_company(found.id)
    if months is None:
        raise Refused(words.TERMS_MISSING)
    earliest = exit_plan.earliest_last_day(today(), months)
    if last_day < earliest:
        raise Refused(words.NOTICE_SHORT, {"months": months, "earliest": f"{earliest}"})
    made = depart(found, last_day, months, destination)
    note(subject=made, organisation=found.id, last_day=last_day, destination=made.destination)
    return made


@operation(
    "residency.withdraw_exit", ko="퇴거 통지 거두기", en="Withdraw a notice to leave", may=rules.propose,
    refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.BY_ITSELF, licences.NOTICE_STANDS), constraints=STEP,
)
def withdraw_exit(*, departure: str) -> Departure:
    """It stays after all. What was counted is kept with the notice. Not where its licences end by a notice that stands,
    nor where nobody gave notice and its last licence is over: the next one, once it begins, ends that exit."""
    found = _locked(departure, "noticed")
    if must_leave(found.company_id):
        raise Refused(words.BY_ITSELF if found.by_itself else licences.NOTICE_STANDS)
    found.state = "withdrawn"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.company_id, state="withdrawn")
    return found


@operation(
    "residency.count_line", ko="정리 항목 세기", en="Count something to clear", may=rules.clear, constraints=STEP,
    refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.LINE_UNSOUND),
)
def count_line(*, departure: str, kind: str, what: str, unit: str, opening: Decimal) -> ClearanceLine:
    """How much there is of one thing. Nothing is counted too: an opening of 0 says that there is none."""
    found = _locked(departure, "noticed")
    counted = kind not in clearance.WITHOUT_NONE or opening > 0
    if kind not in clearance.KINDS or unit not in clearance.UNITS or not what.strip() or not counted or not _sound(opening):
        raise Invalid(words.LINE_UNSOUND)
    made = ClearanceLine.objects.create(
        code=short_code("CN"), departure=found, company_id=found.company_id, kind=kind, what=what.strip()[:200],
        unit=unit, opening=opening,
    )
    note(subject=made, organisation=found.company_id, kind=kind, what=made.what, opening=str(opening), unit=unit)
    return made


@operation(
    "residency.recount_line", ko="정리 항목 고쳐 세기", en="Count a line anew", may=rules.clear, constraints=STEP,
    refuses=(words.LINE_UNKNOWN, words.DEPARTURE_STEP, words.LINE_UNSOUND, REMARK_NEEDED),
)
def recount_line(*, clearance_line: str, opening: Decimal, remark: str) -> ClearanceLine:
    """It was counted wrongly: how much there really was, and why. Before it is signed; what was cleared of it stays cleared."""
    found = _line(clearance_line)
    if not remark.strip():
        raise Invalid(REMARK_NEEDED)
    unfit = found.kind in clearance.WITHOUT_NONE and opening == 0
    if not _sound(opening) or unfit or found.signed_at is not None:
        raise Invalid(words.LINE_UNSOUND)
    before, found.opening, found.remark = found.opening, opening, remark.strip()[:300]
    found.save(update_fields=["opening", "remark"])
    note(subject=found, organisation=found.company_id, kind=found.kind, before=str(before), after=str(opening), remark=found.remark)
    return found


@operation(
    "residency.clear_line", ko="정리 기록", en="Record what is cleared", may=rules.clear, constraints=STEP,
    refuses=(words.LINE_UNKNOWN, words.DEPARTURE_STEP, words.LINE_UNSOUND, "core.not_found"),
)
def clear_line(*, clearance_line: str, amount: Decimal, remark: str = "", file: UUID | None = None) -> ClearanceLine:
    """So much of it is gone: returned, destroyed, taken along, certified, paid. A photograph or paper may go with it."""
    found = _line(clearance_line)
    if not _sound(amount) or amount == 0 or found.signed_at is not None:
        raise Invalid(words.LINE_UNSOUND)
    if file is not None:
        found.file_id = files.file(file).id
    before, found.settled = found.settled, found.settled + amount
    found.remark = remark.strip()[:300] or found.remark
    found.save(update_fields=["settled", "remark", "file"])
    note(subject=found, organisation=found.company_id, kind=found.kind, before=str(before), after=str(found.settled),
         remark=remark.strip()[:300])
    return found


@operation(
    "residency.sign_line", ko="정리 서명", en="Sign a line as cleared", may=rules.sign_clearance, constraints=STEP,
    refuses=(words.LINE_UNKNOWN, words.LINE_SIGNER, words.NOT_ZERO, words.DEPARTURE_STEP),
)
def sign_line(*, clearance_line: str) -> ClearanceLine:
    """Nothing of it is left: safety, operations or finance says so, by kind. Refused while the sum is not nothing, or while
    the records of the house still hold something of that kind: containers, agents, badges, keys, instruments, bills."""
    found, asking = _line(clearance_line), require()
    signer = clearance.SIGNERS[found.kind]
    if not rules.SIGNERS[signer](asking):
        raise Forbidden(words.LINE_SIGNER, {"who": DOERS[signer]})
    lines = departures.with_money([departures.plain(found)], departures.reckoned(found.departure))
    if any(line.remaining != 0 for line in lines):
        raise Refused(words.NOT_ZERO, {"sums": clearance.judge(found.kind, lines).arithmetic})
    gates.check("residency.graduate", departures.clearing(found.departure, found.kind))
    found.signed_by, found.signed_at = asking.actor, clock.now()
    found.save(update_fields=["signed_by", "signed_at"])
    note(subject=found, organisation=found.company_id, kind=found.kind, signed=True)
    return found


@operation(
    "residency.reopen_line", ko="정리 다시 열기", en="Re-open a cleared line", may=rules.sign_clearance, constraints=STEP,
    refuses=(words.LINE_UNKNOWN, words.LINE_SIGNER, REMARK_NEEDED, words.DEPARTURE_STEP, COMPANY_STEP),
)
def reopen_line(*, clearance_line: str, remark: str) -> ClearanceLine:
    """Something was left after all: the line counts from nothing again, and a company that had left is back in residence. Both
    sides hear of it. Seats and roles that ended stay ended: its admins, who kept theirs, ask anew for whoever must come in.

    A deposit that was paid out is not called back by this, nor is the exit of a company that has applied again since: what it
    left then is deducted.
    """
    found = ClearanceLine.objects.filter(code=clearance_line).first()
    if found is None:
        raise Missing(words.LINE_UNKNOWN)
    signer = clearance.SIGNERS[found.kind]
    if not rules.SIGNERS[signer](require()):
        raise Forbidden(words.LINE_SIGNER, {"who": DOERS[signer]})
    if not remark.strip():
        raise Invalid(REMARK_NEEDED)
    leaving = Departure.objects.select_for_update().get(id=found.departure_id)
    company = Company.objects.select_for_update().get(id=leaving.company_id)
    had_left = leaving.state == "cleared"
    if leaving.state == "withdrawn" or leaving.settled_at is not None or (had_left and company.state != "alumni"):
        raise Refused(words.DEPARTURE_STEP)
    if had_left:
        leaving.state, company.state = "noticed", "resident"
        leaving.save(update_fields=["state"])
        company.save(update_fields=["state"])
        publish(CompanyMoved(company=company.id, code=company.code, before="alumni", after="resident"))
    found.settled, found.signed_by, found.signed_at, found.remark = Decimal(0), None, None, remark.strip()[:300]
    found.save(update_fields=["settled", "signed_by", "signed_at", "remark"])
    publish(ClearanceReopened(found.id, found.company_id, leaving.id, found.remark, had_left, clock.now()))
    note(subject=found, organisation=found.company_id, kind=found.kind, reopened=True, remark=found.remark)
    return found


@operation(
    "residency.graduate", ko="졸업 확정", en="Confirm that a company has left", may=rules.keep_companies, constraints=STEP,
    refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.NOT_ZERO, COMPANY_STEP),
)
def graduate(*, departure: str) -> Departure:
    """The proof is zero: the exit is cleared, and the company an alumna. Refused with every sum that is not nothing, and with
    what has come in since it was signed. Its people's roles, but its admins', and its seats end with it.
    """
    found = _locked(departure, "noticed")
    proof = departures.proof_of(found)
    if not proof.zero:
        raise Refused(words.NOT_ZERO, {"sums": departures.sums(proof)})
    gates.check("residency.graduate", departures.clearing(found, *clearance.KINDS))
    found.state = "cleared"
    found.save(update_fields=["state"])
    step(Company.objects.select_for_update().get(id=found.company_id), "alumni")
    # What it meant to reach here ends with its stay; a company that comes again says anew what it means to reach.
    Milestone.objects.filter(company=found.company_id, state__in=("proposed", "agreed")).update(state="dropped", closed_on=today())
    note(subject=found, organisation=found.company_id, state="cleared")
    return found


@operation(
    "residency.deduct", ko="보증금 공제", en="Deduct from a deposit", may=rules.settle_deposits,
    refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.DEDUCTION_UNSOUND),
)
def deduct(*, departure: str, says: str, amount_minor: int) -> Deduction:
    """Take something from the deposit, and say what for. In minor units of its currency."""
    found = _locked(departure, "noticed", "cleared")
    if not says.strip() or not 0 < amount_minor <= 10**15 or found.settled_at is not None:
        raise Invalid(words.DEDUCTION_UNSOUND)
    made = Deduction.objects.create(
        code=short_code("DD"), departure=found, company_id=found.company_id, says=says.strip()[:300], minor=amount_minor,
        made_at=clock.now(),
    )
    note(subject=made, organisation=found.company_id, says=made.says, minor=amount_minor)
    tell_owed(found)
    return made


@operation(
    "residency.dispute_deduction", ko="공제 다투기", en="Dispute a deduction", may=rules.dispute,
    refuses=(words.DEDUCTION_UNKNOWN, words.DEDUCTION_UNSOUND, words.DEPARTURE_STEP, REMARK_NEEDED),
    constraints={"deduction_disputed_within": words.DEDUCTION_UNSOUND},
)
def dispute_deduction(*, deduction: str, disputed_minor: int, says: str = "") -> Deduction:
    """How much of it the company contests, until the deposit is settled; 0 ends the dispute. What is contested is held, not
    taken. Where the house ends what the company contests, it says why, and the company hears it.
    """
    found = Deduction.objects.select_for_update().filter(code=deduction).first()
    if found is None:
        raise Missing(words.DEDUCTION_UNKNOWN)
    if Departure.objects.filter(id=found.departure_id, settled_at__isnull=False).exists():
        raise Refused(words.DEPARTURE_STEP)
    if not 0 <= disputed_minor <= found.minor:
        raise Invalid(words.DEDUCTION_UNSOUND)
    overruled = disputed_minor < found.disputed_minor and found.company_id not in require().organisations
    if overruled and not says.strip():
        raise Invalid(REMARK_NEEDED)
    before, found.disputed_minor = found.disputed_minor, disputed_minor
    found.save(update_fields=["disputed_minor"])
    note(subject=found, organisation=found.company_id, before=before, after=disputed_minor, says=says.strip()[:300])
    if overruled:
        publish(DisputeEnded(found.id, found.company_id, before, disputed_minor, says.strip()[:300]))
    if disputed_minor < before:
        tell_owed(found.departure)
    return found


@operation(
    "residency.settle_deposit", ko="보증금 정산", en="Settle a deposit", may=rules.settle_deposits, constraints=STEP,
    refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.NOT_ZERO, words.DISPUTED, words.CURRENCIES, words.NOT_CONFIRMED),
)
def settle_deposit(*, departure: str) -> Departure:
    """The deposit goes back: what was paid under all of the company's licences, less what was deducted. Withheld while
    anything is left, in dispute, or owed beyond the deposit, with the sums.
    """
    found = _locked(departure, "noticed", "cleared")
    proof, statement = departures.proof_of(found), departures.statement_of(found)
    if not proof.zero:
        raise Refused(words.NOT_ZERO, {"sums": departures.sums(proof)}, arithmetic=statement.arithmetic)
    if found.state != "cleared":
        raise Refused(words.NOT_CONFIRMED, arithmetic=statement.arithmetic)
    if statement.held.minor:
        raise Refused(words.DISPUTED, arithmetic=statement.arithmetic)
    if found.settled_at is not None:
        raise Refused(words.DEPARTURE_STEP)
    if others := deposits.in_others(found.company_id, found.currency):
        raise Refused(words.CURRENCIES, {"others": ", ".join(others), "currency": found.currency})
    found.deposit_minor, found.refunded_minor, found.settled_at = statement.deposit.minor, statement.payable.minor, clock.now()
    found.save(update_fields=["deposit_minor", "refunded_minor", "settled_at"])
    publish(DepositSettled(
        found.id, found.code, found.company_id, statement.taken.minor, statement.payable.minor, today(), statement.owed.minor,
        found.currency,
    ))
    note(subject=found, organisation=found.company_id, refunded=settlement.said(statement.payable),
         owed=settlement.said(statement.owed))
    return found


def _locked(code: str, *states: str) -> Departure:
    found = Departure.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.DEPARTURE_UNKNOWN)
    if found.state not in states:
        raise Refused(words.DEPARTURE_STEP)
    return found


def _line(code: str) -> ClearanceLine:
    found = ClearanceLine.objects.select_for_update(of=("self",)).select_related("departure").filter(code=code).first()
    if found is None:
        raise Missing(words.LINE_UNKNOWN)
    if found.departure.state != "noticed":
        raise Refused(words.DEPARTURE_STEP)
    return found


def _sound(amount: Decimal) -> bool:
    """Three decimals at most, as the column holds them, and not below nothing."""
    return amount.is_finite() and 0 <= amount < Decimal(10) ** 12 and amount == round(amount, 3)
