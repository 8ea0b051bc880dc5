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
# Biosafety: a company keeps its agents and hands in protocols; safety decides, the committee is heard; rooms are safety's.
see_agents = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES, system=("setup", "import"))
keep_agents = keep_stock
hand_in_protocols = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, system=("setup", "import"))
keep_committee = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, system=("setup",))
give_opinion = roles.any_of(*(role for role in roles.STAFF_ROLES if role != roles.AUDITOR))
remind_of_biosafety = roles.System(("worker",))
# Permits: a company records its own, safety and operations confirm them and keep the cluster's; everybody may know the kinds.
see_permits = look
keep_permits = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import")
)
confirm_permits = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup", "import"))
remind_of_permits = roles.System(("worker",))
# Permit packs: a company's from its own data; the cluster's for those who see everyone's.
take_packs = see_stock
# Hazard analyses: a company drafts, who is responsible signs, safety approves.
see_analyses = see_stock
draft_analyses = roles.any_of(*roles.COMPANY_ROLES, system=("setup", "import"))
remind_of_analyses = roles.System(("worker",))
# Inspections: safety and operations keep lists and grades and verify; a company inspects and mends what is its own.
keep_inspections = keep_areas
inspect = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
see_inspections = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR
)
mend = inspect
assign_finding = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
verify_mending = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
confirm_inspection = assign_finding
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
# Signs, shut-offs and who answers for rooms: safety and operations keep them; what hangs at a door everybody may know.
keep_signs = keep_areas
see_signs = see_stock
# Entries: everybody says where she is, and signs in her own visitors; safety and operations do it for anybody.
enter = roles.at_work
keep_entries = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, system=("setup",))
see_entries = see_stock
# The emergency view, the sheet for the fire service, and their nightly copy.
see_emergency = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS, roles.AUDITOR, system=("setup",))
copy_for_emergencies = roles.System(("worker", "setup"))
# Photographs of an incident: whoever reported it or handles it adds them; whoever reads it sees them.
photograph = roles.any_of(*roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
