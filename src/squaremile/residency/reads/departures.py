"""An exit as it stands: lines, proof, plan and the statement of the deposit."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Sum

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.residency.models import ClearanceLine, Deduction, Departure, OwedSettlement
from squaremile.residency.policies import clearance, settlement
from squaremile.residency.policies.clearance import Line, Proof
from squaremile.residency.policies.settlement import Statement
from squaremile.residency.reads.asked_of_gates import Clearing
from squaremile.residency.reads.deposits import held
from squaremile.residency.words import departures as words


def plain(row: ClearanceLine) -> Line:
    return Line(row.kind, row.unit, row.opening, row.settled, row.signed_at is not None, row.opening == 0)


def money(statement: Statement) -> Line:
    """What is owed beyond the deposit, as a line of the final bill: nothing of it is left once it is paid or written off."""
    owed = Decimal(statement.owed.amount)
    return Line("final_bill", statement.owed.currency, owed, owed - Decimal(statement.outstanding.amount), signed=True)


def with_money(lines: Iterable[Line], statement: Statement) -> list[Line]:
    """The lines, and that of the money owed where the final bill was counted at all and something is owed."""
    listed = list(lines)
    counted = any(line.kind == "final_bill" for line in listed)
    return [*listed, money(statement)] if counted and statement.owed.minor else listed


def proof_of(found: Departure) -> Proof:
    rows = ClearanceLine.objects.filter(departure=found).order_by("kind", "code")
    return clearance.proof(with_money(map(plain, rows), reckoned(found)))


def reckoned(found: Departure, *, zero: bool = False) -> Statement:
    """Of what was paid; once it is settled, as it was settled."""
    taken = Deduction.objects.filter(departure=found).values_list("minor", "disputed_minor")
    came = OwedSettlement.objects.filter(departure=found).aggregate(all=Sum("minor"))["all"] or 0
    return settlement.settle(deposit_of(found), [settlement.Deduction(*row) for row in taken], zero=zero, received=came)


def sums(proof: Proof) -> Text:
    """Every kind that withholds, with its sum."""
    held = proof.withheld_by
    return Text(
        ko="; ".join(f"{words.KINDS[v.kind].ko}: {v.arithmetic.ko}" for v in held),
        en="; ".join(f"{words.KINDS[v.kind].en}: {v.arithmetic.en}" for v in held),
    )


def statement_of(found: Departure) -> Statement:
    """The same, with what is withheld until everything is cleared."""
    return reckoned(found, zero=proof_of(found).zero)


def clearing(found: Departure, *kinds: str) -> Clearing:
    """What gates are asked before these kinds are called cleared."""
    return Clearing(found.company_id, frozenset(kinds), statement_of(found).taken, found.last_day)


def deposit_of(found: Departure) -> Money:
    """What is held for the company until it is settled, and what was held then."""
    if found.settled_at is not None:
        return Money(found.deposit_minor, found.currency)
    return held(found.company_id, found.currency)
