"""An exit as it stands: lines, proof, plan and the statement of the deposit."""

from uuid import UUID

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.residency.models import ClearanceLine, Deduction, Departure
from squaremile.residency.policies import clearance, settlement
from squaremile.residency.policies.clearance import Line, Proof
from squaremile.residency.policies.settlement import Statement
from squaremile.residency.reads.asked_of_gates import Clearing
from squaremile.residency.reads.deposits import held
from squaremile.residency.words import departures as words


def plain(row: ClearanceLine) -> Line:
    return Line(row.kind, row.unit, row.opening, row.settled, row.signed_at is not None, row.opening == 0)


def proof_of(departure: UUID) -> Proof:
    return clearance.proof(plain(row) for row in ClearanceLine.objects.filter(departure=departure).order_by("kind", "code"))


def sums(proof: Proof) -> Text:
    """Every kind that withholds, with its sum."""
    held = proof.withheld_by
    return Text(
        ko="; ".join(f"{words.KINDS[v.kind].ko}: {v.arithmetic.ko}" for v in held),
        en="; ".join(f"{words.KINDS[v.kind].en}: {v.arithmetic.en}" for v in held),
    )


def statement_of(found: Departure) -> Statement:
    """Of what was paid; once it is settled, as it was settled."""
    taken = Deduction.objects.filter(departure=found).values_list("minor", "disputed_minor")
    return settlement.settle(deposit_of(found), [settlement.Deduction(*row) for row in taken], zero=proof_of(found.id).zero)


def clearing(found: Departure, *kinds: str) -> Clearing:
    """What gates are asked before these kinds are called cleared."""
    return Clearing(found.company_id, frozenset(kinds), statement_of(found).taken)


def deposit_of(found: Departure) -> Money:
    """What is held for the company until it is settled, and what was held then."""
    if found.settled_at is not None:
        return Money(found.deposit_minor, found.currency)
    return held(found.company_id, found.currency)
