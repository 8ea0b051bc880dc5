"""How much notice a company gives, as its licences and terms stand today: one rule for planner, exits and licences."""

from uuid import UUID

from squaremile.residency.models import Licence
from squaremile.residency.policies import exit_plan
from squaremile.residency.reads import head_count
from squaremile.residency.reads.days import today


def of_company(company: UUID) -> int | None:
    """In months. None: not known. Two statements."""
    running = Licence.objects.filter(company=company, state="in_force").values_list("offer__notice_months", flat=True)
    return exit_plan.notice_months(running, _agreed(company))


def of_licence(licence: Licence) -> int:
    """Of this one alone, in months."""
    said = Licence.objects.filter(id=licence.id).values_list("offer__notice_months", flat=True)
    return exit_plan.notice_months(said, _agreed(licence.company_id)) or 0


def _agreed(company: UUID) -> int | None:
    known = head_count.in_force(company, today())
    return known.notice_months if known else None
