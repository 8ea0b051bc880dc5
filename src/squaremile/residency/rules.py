"""Who may do what in residency. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The company record: programme staff keep it; the company's admin says what may be shown of it.
keep_companies = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
see_companies = roles.any_of(*roles.STAFF_ROLES)
keep_own_profile = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
