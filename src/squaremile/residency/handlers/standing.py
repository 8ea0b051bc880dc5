"""A notice to put something right: the company's admins hear of it and of what follows."""

from squaremile.core.notices import Letter, tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text, both
from squaremile.published.residency import StandingChanged
from squaremile.residency.models import Suspension
from squaremile.residency.policies.notice import GROUNDS
from squaremile.residency.words.life import SUSPENSIONS

SAID = Text(ko="{ground}: {state}. {day}까지 바로잡아 주십시오.", en="{ground}: {state}. To be put right by {day}.")
AFTER = Text(ko="{ground}: {state}", en="{ground}: {state}")


@handles("StandingChanged")
def tell_the_company(fact: StandingChanged) -> None:
    """Once for each step, with what is wrong in the letter."""
    found = Suspension.objects.select_related("company").filter(id=fact.suspension).first()
    if found is None:
        return
    values = {"ground": GROUNDS[found.ground].label, "state": SUSPENSIONS[fact.state], "day": found.cure_on}
    text = (SAID if fact.state == "noticed" else AFTER).fill(values)
    tell(
        people.admins(fact.company), "residency.standing", text, url=f"/residency/companies/{found.company.code}/",
        origin=f"suspension:{found.id}:{fact.state}", about=fact.company,
        mail=Letter(subject=text, body=both(found.says_ko, found.says_en), about_bookings=False),
    )
