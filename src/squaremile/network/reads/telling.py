"""What handlers need to know to tell the right people of an introduction. For the worker."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.kernel.words import Text
from squaremile.network.models import Approach, Directorship, Introduction, IntroductionDetail


@dataclass(frozen=True, slots=True)
class Told:
    """An introduction and the accounts of those it concerns."""

    id: UUID
    code: str
    target: Text
    organisation: UUID | None
    requested_by: UUID
    director: UUID | None
    expert: UUID | None
    """Her account, once she was asked and where she has one."""


def introduction(key: UUID) -> Told | None:
    """One introduction; None where it is gone."""
    found = Introduction.objects.select_related("person", "lab", "target").filter(id=key).first()
    detail = IntroductionDetail.objects.filter(introduction_id=key).first()
    if found is None or detail is None:
        return None
    whom = found.person or found.lab or found.target
    name = Text(ko=whom.name_ko or whom.name_en, en=whom.name_en or whom.name_ko) if whom else Text(ko="", en="")
    asked = Approach.objects.select_related("person").filter(introduction_id=key).first()
    whose = {"organisation_id": detail.organisation_id, "partner_id": detail.partner_id, "ended_at": None}
    director = Directorship.objects.filter(**whose).first()
    return Told(
        found.id, found.code, name, detail.organisation_id, detail.requested_by_id,
        director.director_id if director else None, asked.person.user_id if asked else None,
    )
