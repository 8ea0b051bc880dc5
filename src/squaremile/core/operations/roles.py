"""Roles, given for a period."""

from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core import rules, words
from squaremile.core.models import RoleGrant
from squaremile.core.roles import COMPANY_ADMIN, COMPANY_ROLES, ROLES, SITE_DIRECTOR, STAFF_ROLES
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Scope, require


def may_give(asking: Scope, role: str, organisation: UUID | None) -> bool:
    """Staff roles are the site director's to give; company roles also the company admin's, in her own company."""
    if role in STAFF_ROLES:
        return asking.has_role(SITE_DIRECTOR)
    own_admin = any(g.role == COMPANY_ADMIN and g.organisation == organisation for g in asking.grants)
    return rules.keep_people(asking) or own_admin


@operation(
    "core.grant_role", ko="역할 주기", en="Grant a role", may=rules.keep_own_company,
    refuses=(words.ROLE_UNKNOWN, words.ROLE_NOT_YOURS, words.BAD_INPUT),
    constraints={"role_grant_no_overlap": words.GRANT_OVERLAPS, "role_grant_place_fits": words.BAD_INPUT},
)
def grant_role(
    *, person: UUID, role: str, organisation: UUID | None = None,
    start: datetime | None = None, end: datetime | None = None,
) -> RoleGrant:
    """Give a role from `start` (now) to `end` (in a year)."""
    if role not in ROLES or (role in COMPANY_ROLES) != (organisation is not None):
        raise Invalid(words.ROLE_UNKNOWN)
    asking = require()
    if not may_give(asking, role, organisation):
        raise Forbidden(words.ROLE_NOT_YOURS)
    begins = start or clock.now()
    ends = end or begins + timedelta(days=365)
    if ends <= begins:
        raise Invalid(words.BAD_INPUT)
    made = RoleGrant.objects.create(
        user_id=person, organisation_id=organisation, role=role, valid=Period(begins, ends), granted_by=asking.actor
    )
    note(subject=made, organisation=organisation, role=role, person=person, valid=made.valid)
    return made


@operation(
    "core.end_role", ko="역할 끝내기", en="End a role", may=rules.keep_own_company,
    refuses=(words.ROLE_NOT_YOURS, words.NOT_FOUND),
)
def end_role(*, grant: UUID, end: datetime | None = None) -> RoleGrant:
    """End a role now, or at a given moment; a role that has not begun ends a second after its start."""
    found = RoleGrant.objects.select_for_update().filter(id=grant).first()
    if found is None:
        raise Missing(words.NOT_FOUND)
    if not may_give(require(), found.role, found.organisation_id):
        raise Forbidden(words.ROLE_NOT_YOURS)
    found.valid = Period(found.valid.start, max(end or clock.now(), found.valid.start + timedelta(seconds=1)))
    found.save(update_fields=["valid"])
    note(subject=found, organisation=found.organisation_id, role=found.role, person=found.user_id, valid=found.valid)
    return found
