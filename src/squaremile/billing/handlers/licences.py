"""A licence's rent and deposits, as residency tells of them."""

from squaremile.billing.operations import hear_of_licence
from squaremile.core.outbox import handles
from squaremile.published.residency import DepositPaid, DepositSettled, RentAgreed


@handles("RentAgreed")
def rent_agreed(fact: RentAgreed) -> None:
    """Once for each fact."""
    hear_of_licence(
        origin=f"rent:{fact.licence}:{fact.number}", organisation=fact.company,
        payload={"licence": str(fact.licence), "code": fact.code, "terms": [list(term) for term in fact.terms]},
    )


@handles("DepositPaid")
def deposit_paid(fact: DepositPaid) -> None:
    """Once for each payment."""
    hear_of_licence(
        origin=f"deposit:{fact.payment}", organisation=fact.company,
        payload={"code": fact.code, "amount": fact.amount, "paid_on": fact.paid_on.isoformat()},
    )


@handles("DepositSettled")
def deposit_settled(fact: DepositSettled) -> None:
    """Once for each departure."""
    hear_of_licence(
        origin=f"deposit-settled:{fact.departure}", organisation=fact.company,
        payload={"code": fact.code, "refunded": fact.refunded, "kept": fact.kept, "settled_on": fact.settled_on.isoformat()},
    )
