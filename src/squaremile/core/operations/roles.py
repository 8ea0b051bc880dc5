"""Roles, given for a period."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core import people_cards, rules, words
from squaremile.core.models import RoleGrant, User
from squaremile.core.operations.leaving import ended
from squaremile.core.reads.grants import VOID
from squaremile.core.roles import COMPANY_ROLES, ROLES
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Scope, require


def check_giving(asking: Scope, role: str, organisation: UUID | None) -> None:
    """Raises for a role that does not exist, does not belong in that place, or is not the asker's to give."""
    if role not in ROLES or (role in COMPANY_ROLES) != (organisation is not None):
        raise Invalid(words.ROLE_UNKNOWN)
    if not rules.may_give(asking, role, organisation):
        raise Forbidden(words.ROLE_NOT_YOURS)


@operation(
    "core.grant_role", ko="역할 주기", en="Grant a role", may=rules.keep_own_company,
    refuses=(words.ROLE_UNKNOWN, words.ROLE_NOT_YOURS, words.BAD_INPUT, words.NOT_FOUND),
    constraints={"role_grant_no_overlap": words.GRANT_OVERLAPS, "role_grant_place_fits": words.BAD_INPUT},
)
def grant_role(
    *, person: UUID, role: str, organisation: UUID | None = None,
    start: datetime | None = None, end: datetime | None = None,
) -> RoleGrant:
    """Give a role from `start` (now) to `end` (in a year)."""
    asking = require()
    check_giving(asking, role, organisation)
    begins = start or clock.now()
    ends = end or begins + timedelta(days=365)
    if ends <= begins:
        raise Invalid(words.BAD_INPUT)
    if not User.objects.filter(id=person).exists():
        # A foreign key would find people whom the asker may not see.
        raise Missing(words.NOT_FOUND)
    return give(person, role, organisation, Period(begins, ends), asking.actor)


def give(person: UUID, role: str, organisation: UUID | None, valid: Period, given_by: UUID | None) -> RoleGrant:
    """Write the grant and renew the person's card."""
    made = RoleGrant.objects.create(
        user_id=person, organisation_id=organisation, role=role, valid=valid, granted_by=given_by
    )
    if organisation:
        people_cards.renew(person, organisation)
    note(subject=made, organisation=organisation, role=role, person=person, valid=valid)
    return made


@operation(
    "core.end_role", ko="역할 끝내기", en="End a role", may=rules.keep_own_company,
    refuses=(words.ROLE_NOT_YOURS, words.NOT_FOUND),
)
def end_role(*, grant: UUID, end: datetime | None = None) -> RoleGrant:
    """End a role now, or at a given moment before its present end."""
    seen = RoleGrant.objects.filter(id=grant).first()
    if seen is None:
        raise Missing(words.NOT_FOUND)
    if not rules.may_give(require(), seen.role, seen.organisation_id):
        raise Forbidden(words.ROLE_NOT_YOURS)
    found = RoleGrant.objects.select_for_update().get(id=grant)
    close([found], end or clock.now())
    note(subject=found, organisation=found.organisation_id, role=found.role, person=found.user_id, valid=found.valid)
    return found


def close(grants: Iterable[RoleGrant], at: datetime) -> None:
    """End the grants at a moment, with what hangs on them. One that is over stays as it is; one to come is void."""
    some = list(grants)
    for grant in some:
        ends = min(grant.valid.end, max(at, grant.valid.start + VOID))
        grant.valid = Period(grant.valid.start, ends)
        grant.save(update_fields=["valid"])
        if grant.organisation_id:
            people_cards.renew(grant.user_id, grant.organisation_id)
    for person, place in dict.fromkeys((grant.user_id, grant.organisation_id) for grant in some):
        ended(person, place)
