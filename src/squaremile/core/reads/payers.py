"""What a booking can be charged to: the asker's companies, their projects, and the colleagues an admin may book for."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import Organisation, Project, RoleGrant
from squaremile.core.roles import COMPANY_ADMIN, COMPANY_ROLES
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Payer:
    """One company. `people` is empty where the asker may book only for herself."""

    code: str
    name: Text
    projects: tuple[tuple[str, Text], ...]
    people: tuple[tuple[UUID, Text], ...]


def _text(ko: str, en: str) -> Text:
    return Text(ko=ko or en, en=en or ko)


def payers() -> list[Payer]:
    """The companies whose bookings the asker makes, in three statements however many there are."""
    asking = require()
    own = {g.organisation for g in asking.grants if g.organisation and g.role in COMPANY_ROLES}
    if not own:
        return []
    managed = {g.organisation for g in asking.grants if g.organisation and g.role == COMPANY_ADMIN}
    projects: dict[UUID, list[tuple[str, Text]]] = {}
    for project in Project.objects.filter(organisation_id__in=own, active=True).order_by("code"):
        projects.setdefault(project.organisation_id, []).append((project.code, _text(project.name_ko, project.name_en)))
    return [
        Payer(found.code, _text(found.name_ko, found.name_en), tuple(projects.get(found.id, ())),
              _people(found.id) if found.id in managed else ())
        for found in Organisation.objects.filter(id__in=own, active=True).order_by("code")
    ]


def _people(company: UUID) -> tuple[tuple[UUID, Text], ...]:
    found = (
        RoleGrant.objects.filter(organisation_id=company, valid__contains=clock.now(), role__in=COMPANY_ROLES)
        .select_related("user").order_by("user__name_ko", "user__email")
    )
    return tuple({g.user_id: (g.user_id, _text(g.user.name_ko, g.user.name_en)) for g in found}.values())
