"""What a company that leaves owes beyond its deposit: paid, or written off by finance with a reason."""

from django.db.models import Sum

from squaremile.kernel import clock, once
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.residency import OwedBeyond
from squaremile.residency import rules
from squaremile.residency.models import Departure, OwedSettlement
from squaremile.residency.policies import settlement
from squaremile.residency.reads import departures
from squaremile.residency.words import departures as words
from squaremile.residency.words.people import REMARK_NEEDED


@operation(
    "residency.settle_owed", ko="보증금 초과액 수납·감면 기록하기", en="Record what is owed beyond a deposit as paid or written off",
    may=rules.settle_deposits, refuses=(words.DEPARTURE_UNKNOWN, words.DEPARTURE_STEP, words.OWED_UNSOUND, REMARK_NEEDED),
    constraints={"owed_settlement_something": words.OWED_UNSOUND, "owed_settlement_reasoned": REMARK_NEEDED},
)
def settle_owed(
    *, departure: str, amount_minor: int, written_off: bool = False, says: str = "", form_token: str = ""
) -> Departure:
    """So much of it came in, in minor units of the deposit's currency; or finance waives it and says why, which the company reads.
    The final bill is not cleared before nothing of it is left. An amount below nothing takes back what was recorded by mistake, of
    the same kind and with the reason, until the deposit is settled. The same `form_token` of the same person with the same content counts once.
    """
    why = says.strip()[:300]
    origin = once.origin("settle_owed", form_token, (departure, amount_minor, written_off, why))
    found = Departure.objects.select_for_update().filter(code=departure).first()
    if found is None:
        raise Missing(words.DEPARTURE_UNKNOWN)
    if found.state == "withdrawn" or (amount_minor < 0 and found.settled_at is not None):
        raise Refused(words.DEPARTURE_STEP)
    if origin and OwedSettlement.objects.filter(departure=found, origin=origin).exists():
        note(subject=found, organisation=found.company_id, again=True)
        return found
    _sound(found, amount_minor, written_off=written_off)
    if not why and (written_off or amount_minor < 0):
        raise Invalid(REMARK_NEEDED)
    OwedSettlement.objects.create(
        departure=found, company_id=found.company_id, minor=amount_minor, written_off=written_off, says=why, at=clock.now(),
        by=require().actor, origin=origin,
    )
    note(subject=found, organisation=found.company_id, minor=amount_minor, written_off=written_off, says=why)
    if amount_minor < 0:
        tell_owed(found)
    return found


def _sound(found: Departure, minor: int, *, written_off: bool) -> None:
    """No more than is left, nor is more taken back than was recorded."""
    left = departures.reckoned(found).outstanding
    same = OwedSettlement.objects.filter(departure=found, written_off=written_off)
    recorded = same.aggregate(all=Sum("minor"))["all"] or 0
    if minor == 0 or not -recorded <= minor <= left.minor:
        raise Invalid(words.OWED_UNSOUND, {"left": settlement.said(left)})


def tell_owed(found: Departure) -> None:
    """Inside another operation: what deductions have come to beyond the deposit is told to whoever pays it, and to finance."""
    left = departures.reckoned(found).outstanding.minor
    if left:
        publish(OwedBeyond(found.id, found.company_id, left, clock.now()))
