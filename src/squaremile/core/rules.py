"""Who may do what in core."""

from uuid import UUID

from squaremile.core import roles
from squaremile.kernel.scope import Scope

keep_organisations = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
keep_people = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
keep_own_company = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.COMPANY_ADMIN)
act_for = keep_people
see_audit = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.AUDITOR, roles.COMPANY_ADMIN)
see_organisations = roles.any_of(*roles.STAFF_ROLES)
own_self = roles.signed_in
store_files = roles.at_work
invited = roles.System(("auth",))
close_lapsed = roles.System(("worker",))


def may_give(asking: Scope, role: str, organisation: UUID | None) -> bool:
    """Staff roles are the site director's to give; company roles also the company admin's, in her own company.

    Row security of role grants and invitations says the same.
    """
    if role in roles.STAFF_ROLES:
        return asking.has_role(roles.SITE_DIRECTOR)
    own_admin = any(g.role == roles.COMPANY_ADMIN and g.organisation == organisation for g in asking.grants)
    return keep_people(asking) or own_admin


def acting(asking: Scope) -> bool:
    """Somebody who is at the keyboard for another."""
    return asking.actor is not None and asking.operator not in (None, asking.actor)
