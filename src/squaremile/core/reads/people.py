"""Who may stand behind a booking: the company, the person and the project of the one who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from squaremile.core import words
from squaremile.core.models import Organisation, Project, RoleGrant, User
from squaremile.core.roles import COMPANY_ADMIN, COMPANY_ROLES
from squaremile.kernel import clock, rows
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import Scope
from squaremile.kernel.words import Text, both


def booking_company(asking: Scope, code: str) -> UUID:
    """The company asked for by code, or the only one the person belongs to. Raises `access.no_organisation`."""
    own = {g.organisation for g in asking.grants if g.organisation and g.role in COMPANY_ROLES}
    if not code and len(own) == 1:
        return next(iter(own))  # type: ignore[return-value]
    found = Organisation.objects.filter(code=code, active=True, id__in=own).values_list("id", flat=True).first()
    if found is None:
        raise Refused(words.NO_ORGANISATION)
    return found


def booking_person(asking: Scope, company: UUID, person: UUID | None) -> UUID:
    """The asker herself, or the colleague a company admin books for. Raises `access.person_unknown`."""
    if person is None or person == asking.actor:
        return asking.actor  # type: ignore[return-value]
    admin = any(g.role == COMPANY_ADMIN and g.organisation == company for g in asking.grants)
    if admin and member(person, company):
        return person
    raise Refused(words.PERSON_UNKNOWN)


def member(person: UUID, company: UUID) -> bool:
    """Does she hold a role in the company now?"""
    return RoleGrant.objects.filter(user_id=person, organisation_id=company, valid__contains=clock.now()).exists()


def admins(company: UUID) -> list[UUID]:
    """Those who manage a company's people and bookings now."""
    return [user for user, in rows.ask(_ADMINS, [company, COMPANY_ADMIN, clock.now()])]


_ADMINS = "SELECT DISTINCT user_id FROM core_role_grant WHERE organisation_id = %s AND role = %s AND valid @> %s ORDER BY user_id"


def everybody(company: UUID) -> list[UUID]:
    """Who holds a role in the company now, or has held one."""
    return list(RoleGrant.objects.filter(organisation_id=company).order_by("user_id").values_list("user_id", flat=True).distinct())


def project(company: UUID, code: str) -> UUID:
    """An active project of the company. Raises `core.project_unknown`."""
    found = Project.objects.filter(organisation_id=company, code=code, active=True).values_list("id", flat=True).first()
    if found is None:
        raise Refused(words.PROJECT_UNKNOWN)
    return found


def staff(*roles: str) -> list[UUID]:
    """Members of staff who hold one of the roles now."""
    held = RoleGrant.objects.filter(organisation=None, role__in=roles, valid__contains=clock.now())
    return list(held.order_by("user_id").values_list("user_id", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name and address, as far as the asker may see her."""

    name: Text
    email: str


def named(people: Iterable[UUID]) -> dict[UUID, Named]:
    """Names of some people, in one statement; whom the asker may not see is not there."""
    return {u.id: Named(both(u.name_ko, u.name_en), u.email) for u in User.objects.filter(id__in=set(people))}
