"""Companies that leave: a company hears why its dispute was ended, with finance what is owed beyond the deposit, and all who must
act of a line that was re-opened."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.money import Money
from squaremile.kernel.words import both
from squaremile.published.residency import ClearanceReopened, DisputeEnded, ExitBegun, OwedBeyond
from squaremile.residency.models import ClearanceLine, Deduction, Departure
from squaremile.residency.operations.leaving import DESKS
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
    """The company and finance hear of what the deposit does not suffice for, once each time that it grows."""
    found = Departure.objects.filter(id=fact.departure).first()
    if found is not None:
        told = words.OWED.fill({"code": found.code, "sum": said(Money(fact.owed, found.currency))})
        url, once = f"/residency/exits/{found.code}/", f"owed:{found.id}:{fact.owed}" + (f":{fact.at:%Y-%m-%dT%H:%M:%S.%f}" if fact.at else "")
        tell(people.admins(fact.company), "residency.owed_beyond_deposit", told, url, once, about=fact.company)
        tell(people.staff("finance"), "residency.owed_beyond_deposit", told, url, f"{once}:staff")


@handles("ClearanceReopened")
def clearance_reopened(fact: ClearanceReopened) -> None:
    """The company's admins, the desks that see to its places, and finance, who else would pay the deposit out."""
    line = ClearanceLine.objects.select_related("departure", "company__organisation").filter(id=fact.line).first()
    if line is None:
        return
    whose, url = line.company.organisation, f"/residency/exits/{line.departure.code}/"
    values = {"company": both(whose.name_ko, whose.name_en), "what": line.what, "kind": words.KINDS[line.kind], "says": fact.says}
    once = f"reopened:{line.id}:{fact.at:%Y-%m-%dT%H:%M:%S.%f}"
    told = [("line", words.REOPENED), *([("back", words.BACK_IN)] if fact.came_back else [])]
    for part, text in told:
        said = text.fill(values)
        tell(people.admins(fact.company), "residency.clearance_reopened", said, url, f"{once}:{part}", about=fact.company)
        tell(people.staff(*DESKS, "finance"), "residency.clearance_reopened", said, url, f"{once}:{part}:staff")


@handles("ExitBegun")
def exit_begun(fact: ExitBegun) -> None:
    """The company's admins, and the desks that see to its places."""
    found = Departure.objects.select_related("company__organisation").filter(id=fact.departure).first()
    if found is None:
        return
    whose, url, once = found.company.organisation, f"/residency/exits/{found.code}/", f"exit-begun:{found.id}"
    said = words.EXIT_BEGUN.fill({"company": both(whose.name_ko, whose.name_en)})
    tell(people.admins(fact.company), "residency.exit_begun", said, url, once, about=fact.company)
    tell(people.staff(*DESKS), "residency.exit_begun", said, url, f"{once}:staff")
