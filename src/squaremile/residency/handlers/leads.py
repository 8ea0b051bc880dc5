"""A new enquiry: programme staff hear of it."""

from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.published.residency import LeadCame
from squaremile.residency.models import Lead

CAME = Text(ko="새 문의가 들어왔습니다: {name}", en="A new enquiry has come in: {name}")


@handles("LeadCame")
def tell_the_programme(fact: LeadCame) -> None:
    """Once for each enquiry."""
    lead = Lead.objects.filter(id=fact.lead).first()
    if lead is not None:
        tell(people.staff("programme"), "residency.lead_came", CAME.fill({"name": lead.company_name or lead.name}),
             url=f"/residency/leads/{lead.code}/", origin=f"lead:{lead.id}")  # fmt: skip
