"""Who may do what in core."""

from squaremile.core import roles

keep_organisations = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.PROGRAMME)
keep_people = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
keep_own_company = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.COMPANY_ADMIN)
