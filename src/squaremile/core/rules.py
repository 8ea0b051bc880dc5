"""Who may do what in core."""

from squaremile.core import roles
from squaremile.kernel.scope import Scope

keep_organisations = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
keep_people = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
keep_own_company = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.COMPANY_ADMIN)
act_for = keep_people
see_audit = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.AUDITOR, roles.COMPANY_ADMIN)
see_organisations = roles.any_of(*roles.STAFF_ROLES)
own_self = roles.signed_in
invited = roles.System(("auth",))


def acting(asking: Scope) -> bool:
    """Somebody who is at the keyboard for another."""
    return asking.actor is not None and asking.operator not in (None, asking.actor)
