"""Who may do what in the stores. Which rows they may do it to is row security's business."""

from squaremile.core import roles

look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
see_everyone = roles.any_of(*roles.STAFF_ROLES)

# Lab operations keep what is in stock and hand it out; a company's people take for their own company.
keep = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, system=("setup", "import"))
price = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.FINANCE, system=("setup", "import"))
take = roles.any_of(*roles.COMPANY_ROLES)
close = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
dispute = roles.any_of(roles.COMPANY_ADMIN)
request = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
decide_order = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.FINANCE)
cancel_order = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
settle = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.FINANCE)
recall = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER)
run = roles.System(("worker",))

# A test is read by those who run machines or answer for safety; a load is released by a written decision of who answers for it.
read_test = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER, system=("setup", "import"))
release_load = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER)
