"""Who may do what in the network. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The directory: liaison staff keep it, imports fill it, everyone reads it.
liaise = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
keep_directory = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("import",))
take_part = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
represent = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
plan_meetings = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("worker",))
remind = roles.System(("worker",))

# Agreements: liaison staff keep the register; a party's admin reports on its own promises; the council's figures are for
# those who answer for them.
report_promise = represent
see_register = look
answer_for_promises = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
# Events and partnering: liaison staff run them, companies' people and liaison staff take part.
run_events = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("import", "setup"))
attend = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS)
# Liaison work: staff keep it; a company asks for introductions, answers and reads its own; an expert answers hers.
ask_introduction = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
answer = roles.at_work
settle = roles.at_work
by_letter = roles.System(("auth",))
see_ledger = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
see_all_ledgers = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.AUDITOR)
oversee = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
# Needs and finding: companies say what they need, liaison staff answer; everybody searches, keeps lists of her own.
ask_need = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
keep_glossary = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
keep_own = roles.at_work
watch = roles.System(("worker",))

# Directory: whoever is here at work may claim a profile and care for her own; row security knows which one is hers.
be_listed = roles.at_work
find_duplicates = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("worker", "import", "setup"))
see_contacts = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
see_desk = see_contacts
# Delegations and visit days.
decide_delegation = roles.at_work
see_delegations = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
