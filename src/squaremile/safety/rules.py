"""Who may do what in safety. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# Control areas, cabinets and rule packs: safety and operations keep them; everyone in the cluster may know them.
keep_areas = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import"))
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
