"""Who may do what in the network. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The directory: liaison staff keep it, imports fill it, everyone reads it.
liaise = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
keep_directory = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("import",))
take_part = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)
represent = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
remind = roles.System(("worker",))

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
