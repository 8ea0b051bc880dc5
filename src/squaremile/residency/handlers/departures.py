"""Deposits of companies that leave: a company hears why its dispute was ended, finance what is still to be billed."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.money import Money
from squaremile.published.residency import DepositSettled, DisputeEnded
from squaremile.residency.models import Deduction, Departure
from squaremile.residency.policies.settlement import said
from squaremile.residency.words import departures as words


@handles("DisputeEnded")
def dispute_ended(fact: DisputeEnded) -> None:
    """Once for each answer."""
    found = Deduction.objects.select_related("departure").filter(id=fact.deduction).first()
    if found is not None:
        tell(
            people.admins(fact.company), "residency.dispute_ended", words.DISPUTE_ENDED.fill({"what": found.says, "says": fact.says}),
            f"/residency/exits/{found.departure.code}/", f"dispute:{found.id}:{fact.before}:{fact.after}", about=fact.company,
        )


@handles("DepositSettled")
def owed_beyond(fact: DepositSettled) -> None:
    """Finance hears of what the deposit did not suffice for."""
    found = Departure.objects.filter(id=fact.departure).first()
    if found is not None and fact.owed:
        told = words.OWED.fill({"code": found.code, "sum": said(Money(fact.owed, found.currency))})
        tell(people.staff("finance"), "residency.owed_beyond_deposit", told, f"/residency/exits/{found.code}/", f"owed:{found.id}")
