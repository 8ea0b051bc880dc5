"""Who may do what in safety. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# Control areas, cabinets and rule packs: safety and operations keep them; everyone in the cluster may know them.
keep_areas = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import"))
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)

# Training: trainers are safety and operations; everybody takes courses; a company's admin says how her people work.
keep_courses = keep_areas
train = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
see_training = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR, *roles.COMPANY_ROLES)
set_duty = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.COMPANY_ADMIN)
learn = roles.at_work
remind_of_training = roles.System(("worker",))
