"""People as their colleagues and staff see them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core import refs
from squaremile.core.models import RoleGrant, User
from squaremile.core.reads.grants import held_or_to_come
from squaremile.core.roles import ROLES
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text

KIND, GRANT = "person", "grant"


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role with its period. `organisation` is empty for staff roles. `begun`: it holds already."""

    ref: str
    role: str
    label: Text
    organisation: str
    organisation_name: Text | None
    start: datetime
    end: datetime
    begun: bool

    @property
    def last(self) -> datetime:
        """The last moment it holds: a role that ends at midnight is shown until the day before."""
        return self.end - timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the roles that the asker may see."""

    id: UUID
    ref: str
    email: str
    name: Text
    phone: str
    active: bool
    staff: bool
    roles: tuple[HeldRole, ...]


def person(ref: str) -> Person:
    """One person by her ref. Raises Missing for whom the asker may not see."""
    found = User.objects.filter(id=refs.read(KIND, ref)).first()
    if found is None:
        raise Missing(NOT_FOUND)
    grants = held_or_to_come(clock.now()).filter(user=found).select_related("organisation").order_by("role", "valid")
    return _person(found, list(grants))


def colleagues(organisation: UUID) -> list[Person]:
    """Everyone who holds a role in a company, or will, by name. Two statements however many they are."""
    grants: dict[User, list[RoleGrant]] = {}
    held = held_or_to_come(clock.now()).filter(organisation_id=organisation).select_related("user", "organisation")
    for grant in held.order_by("user__name_ko", "user__name_en", "user__email", "role", "valid"):
        grants.setdefault(grant.user, []).append(grant)
    return [_person(user, held) for user, held in grants.items()]


def _person(user: User, grants: list[RoleGrant]) -> Person:
    return Person(
        user.id, refs.ref(KIND, user.id), user.email, text(user.name_ko, user.name_en), user.phone, user.is_active,
        any(g.organisation_id is None for g in grants), tuple(_role(g) for g in grants),
    )


def _role(grant: RoleGrant) -> HeldRole:
    where = grant.organisation
    return HeldRole(
        refs.ref(GRANT, grant.id), grant.role, ROLES[grant.role].label, where.code if where else "",
        text(where.name_ko, where.name_en) if where else None, grant.valid.start, grant.valid.end,
        grant.valid.start <= clock.now(),
    )


def text(ko: str, en: str) -> Text:
    """A two-language name, each side filled from the other where it is blank."""
    return Text(ko=ko or en, en=en or ko)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is here now, by name, with her roles. `company` is empty for staff."""

    id: UUID
    name: Text
    company: Text | None
    roles: frozenset[str]


def present(organisation: str = "") -> list[Present]:
    """Everyone who holds a role now, as far as the asker may see it, by company and name; of one company by its code.

    One statement. Whoever belongs to several companies stands under the first of them.
    """
    held = RoleGrant.objects.filter(valid__contains=clock.now(), user__is_active=True).select_related("user", "organisation")
    if organisation:
        held = held.filter(organisation__code=organisation)
    grants: dict[User, list[RoleGrant]] = {}
    for grant in held.order_by("organisation__name_ko", "organisation__code", "user__name_ko", "user__name_en", "user_id", "role"):
        grants.setdefault(grant.user, []).append(grant)
    found = []
    for user, rows in grants.items():
        where = rows[0].organisation
        company = text(where.name_ko, where.name_en) if where else None
        found.append(Present(user.id, text(user.name_ko, user.name_en), company, frozenset(r.role for r in rows)))
    return found
