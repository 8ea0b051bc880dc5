"""What a company that leaves owes beyond its deposit: paid, or written off by finance with a reason."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Departure, OwedSettlement
from squaremile.residency.policies import settlement
from squaremile.residency.reads import departures
from squaremile.residency.words import departures as words
from squaremile.residency.words.people import REMARK_NEEDED


@operation(
    "residency.settle_owed", ko="보증금 초과액 수납·감면 기록하기", en="Record what is owed beyond a deposit as paid or written off",
    may=rules.settle_deposits, refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.OWED_UNSOUND, REMARK_NEEDED),
    constraints={"owed_settlement_positive": words.OWED_UNSOUND, "owed_settlement_reasoned": REMARK_NEEDED},
)
def settle_owed(*, departure: str, amount_minor: int, written_off: bool = False, says: str = "") -> Departure:
    """So much of it came in, in minor units of the deposit's currency; or finance waives it and says why, which the company reads.
    The final bill is not cleared before nothing of it is left.
    """
    found = Departure.objects.select_for_update().filter(code=departure).first()
    if found is None:
        raise Missing(words.DEPARTURE_UNKNOWN)
    if found.state == "withdrawn":
        raise Refused(words.DEPARTURE_STEP)
    left, why = departures.reckoned(found).outstanding, says.strip()[:300]
    if not 0 < amount_minor <= left.minor:
        raise Invalid(words.OWED_UNSOUND, {"left": settlement.said(left)})
    if written_off and not why:
        raise Invalid(REMARK_NEEDED)
    OwedSettlement.objects.create(
        departure=found, company_id=found.company_id, minor=amount_minor, written_off=written_off, says=why, at=clock.now(),
        by=require().actor,
    )
    note(subject=found, organisation=found.company_id, minor=amount_minor, written_off=written_off, says=why)
    return found
