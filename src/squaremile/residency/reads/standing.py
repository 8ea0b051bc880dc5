"""May a company book? Asked at every booking: one statement for all that residency asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from squaremile.residency.models import Company, Licence, Suspension


@dataclass(frozen=True, slots=True)
class Standing:
    """Of a company with a record: is it suspended (or its licence ended by a notice), had it ever a licence, and is one in
    force at the moment asked for?"""

    code: str
    suspended: bool
    licensed_ever: bool
    licensed: bool


def at(organisation: UUID, moment: datetime) -> Standing | None:
    """None for an organisation without a company record: residency asks nothing of it."""
    suspended = Suspension.objects.filter(company=OuterRef("id"), state__in=("suspended", "terminated"))
    ever = Licence.objects.filter(company=OuterRef("id"), state__in=("in_force", "ended"))
    now = Licence.objects.filter(company=OuterRef("id"), state="in_force", period__contains=moment)
    found = Company.objects.filter(id=organisation).values_list("code", Exists(suspended), Exists(ever), Exists(now)).first()
    return Standing(*found) if found else None
