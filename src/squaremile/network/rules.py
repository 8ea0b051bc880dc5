"""Who may do what in the network. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The directory: liaison staff keep it, imports fill it, everyone reads it.
liaise = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
keep_directory = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("import",))
take_part = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
represent = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
remind = roles.System(("worker",))
# Delegations and visit days.
decide_delegation = roles.at_work
see_delegations = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
