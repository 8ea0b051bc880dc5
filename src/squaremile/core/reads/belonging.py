"""Which companies a person belongs or belonged to, and what those can charge. For staff and imports."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateTimeField, DurationField, ExpressionWrapper, F, Func

from squaremile.core.models import Project, RoleGrant
from squaremile.core.reads.grants import VOID


@dataclass(frozen=True, slots=True)
class Chargeable:
    """An open project. `names`: its names, code and reference in lower case."""

    organisation: UUID
    code: str
    names: frozenset[str]


def companies(person: UUID) -> dict[UUID, str]:
    """Codes of the companies in which a person holds, will hold or held a role; roles that never began do not count."""
    length = ExpressionWrapper(
        Func(F("valid"), function="upper", output_field=DateTimeField())
        - Func(F("valid"), function="lower", output_field=DateTimeField()),
        output_field=DurationField(),
    )
    rows = RoleGrant.objects.filter(user_id=person, organisation__isnull=False).annotate(length=length)
    return dict(rows.filter(length__gt=VOID).values_list("organisation_id", "organisation__code"))


def projects(organisations: Iterable[UUID]) -> list[Chargeable]:
    """Every open project of some companies."""
    rows = Project.objects.filter(organisation_id__in=list(organisations), active=True).order_by("code")
    return [
        Chargeable(p.organisation_id, p.code, frozenset(
            name.casefold() for name in (p.code, p.name_ko, p.name_en, p.reference) if name))
        for p in rows
    ]
