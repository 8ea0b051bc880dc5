"""A licence's rent and deposits, as residency tells of them."""

from squaremile.billing.operations import hear_of_licence, hear_of_settlement
from squaremile.core.outbox import handles
from squaremile.published.residency import DepositPaid, DepositSettled, RentAgreed


@handles("RentAgreed")
def rent_agreed(fact: RentAgreed) -> None:
    """Once for each fact."""
    hear_of_licence(
        origin=f"rent:{fact.licence}:{fact.number}", organisation=fact.company,
        payload={"licence": str(fact.licence), "code": fact.code, "terms": [list(term) for term in fact.terms], "currency": fact.currency},
    )


@handles("DepositPaid")
def deposit_paid(fact: DepositPaid) -> None:
    """Once for each payment."""
    hear_of_licence(
        origin=f"deposit:{fact.payment}", organisation=fact.company,
        payload={"code": fact.code, "amount": fact.amount, "paid_on": fact.paid_on.isoformat(), "currency": fact.currency},
    )


@handles("DepositSettled")
def deposit_settled(fact: DepositSettled) -> None:
    """Once for each company that leaves."""
    hear_of_settlement(
        origin=f"deposit-settled:{fact.departure}", organisation=fact.company,
        payload={
            "code": fact.code, "taken": fact.taken, "refunded": fact.refunded, "settled_on": fact.settled_on.isoformat(),
            "currency": fact.currency,
        },
    )
