"""Deposits of companies that leave: a company hears why its dispute was ended, and with finance what is owed beyond."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.money import Money
from squaremile.published.residency import DisputeEnded, OwedBeyond
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


@handles("OwedBeyond")
def owed_beyond(fact: OwedBeyond) -> None:
    """The company and finance hear of what the deposit does not suffice for, once for each sum."""
    found = Departure.objects.filter(id=fact.departure).first()
    if found is not None:
        told = words.OWED.fill({"code": found.code, "sum": said(Money(fact.owed, found.currency))})
        url, once = f"/residency/exits/{found.code}/", f"owed:{found.id}:{fact.owed}"
        tell(people.admins(fact.company), "residency.owed_beyond_deposit", told, url, once, about=fact.company)
        tell(people.staff("finance"), "residency.owed_beyond_deposit", told, url, f"{once}:staff")
