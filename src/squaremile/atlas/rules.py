"""Who may do what in the atlas. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The registry is reference data: staff keep it, imports and set-up fill it, everyone of the cluster reads what is published.
keep = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS, system=("import", "setup"))
decide = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS)
find_duplicates = roles.any_of(
    roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS, system=("worker", "import", "setup")
)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
see_desk = roles.any_of(*roles.STAFF_ROLES)
take_in = roles.System(("import", "setup"))
