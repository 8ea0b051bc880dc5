"""A company that was here before squaremile: its record, its licence on paper, and the deposit that it paid."""

from datetime import date

from squaremile.residency import operations as residency
from squaremile.residency.models import Licence


def on_paper(world, organisation: str = "HANBIT", *, until: date = date(2029, 2, 28), paid: tuple[int, ...] = ()) -> str:
    """Its code. What was paid came in parts."""
    with world.as_("programme"):
        made = residency.open_record(organisation=organisation, licensed_until=until)
        licence = Licence.objects.get(company=made).code
    with world.as_("finance"):
        for part in paid:
            residency.record_deposit(licence=licence, amount=part, paid_on=date(2027, 2, 1))
    return made.code
