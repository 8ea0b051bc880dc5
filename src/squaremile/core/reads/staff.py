"""Who of the cluster's staff holds a role now, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import User
from squaremile.core.reads.people import staff
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One of them."""

    id: UUID
    name: Text


def holding(roles: Sequence[str]) -> list[StaffMember]:
    """Those who hold one of the roles now, by Korean name."""
    found = User.objects.filter(id__in=staff(*roles), is_active=True).order_by("name_ko", "name_en", "id")
    return [StaffMember(u.id, Text(ko=u.name_ko or u.name_en, en=u.name_en or u.name_ko)) for u in found]
