"""Who may do what in safety. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# Control areas, cabinets and rule packs: safety and operations keep them; everyone in the cluster may know them.
keep_areas = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import"))
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)

# Training: trainers are safety and operations; everybody takes courses; a company's admin says how her people work.
keep_courses = keep_areas
train = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
set_duty = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.COMPANY_ADMIN)
learn = roles.at_work
remind_of_training = roles.System(("worker",))
# Stock: a company keeps its own, safety and operations may do it for anybody; who answers for safety sees everyone's.
keep_stock = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import")
)
see_stock = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR,
    system=("setup", "import"),
)
see_everyone = roles.any_of(
    roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR, system=("setup", "import")
)
ask = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup",))
decide = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER)
verify = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, system=("setup",))
# Inspections: safety and operations keep lists and grades and verify; a company inspects and mends what is its own.
keep_inspections = keep_areas
inspect = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
see_inspections = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR
)
mend = inspect
assign_finding = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
verify_mending = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
see_as_inspector = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR)
remind_of_safety = roles.System(("worker",))
# Incidents: anybody reports; safety and the director classify, notify, investigate and release; operations may lock.
report = roles.at_work
report_anonymously = roles.System(("public",))
see_incidents = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR
)
handle_incidents = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, system=("setup",))
name_people = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER)
lock = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
drill = lock
# Waste: a company fills its own containers; operations have them collected, which counts as use.
keep_waste = keep_stock
see_waste = see_stock
keep_generators = keep_areas
collect_waste = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)
