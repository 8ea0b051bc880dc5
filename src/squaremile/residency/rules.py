"""Who may do what in residency. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The company record: programme staff keep it; the company's admin says what may be shown of it.
keep_companies = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
see_companies = roles.any_of(*roles.STAFF_ROLES)
keep_own_profile = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)

# The public site: anybody enquires; a visitor cancels by her letter.
enquire = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("public", "setup"))
by_letter = roles.System(("public",))
see_leads = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
remind = roles.System(("worker",))

# Life in residence: a company proposes and books, programme staff decide, finance and safety may give notice too.
propose = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
give_notice = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.SAFETY_OFFICER)
meet_mentors = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
hold_hours = roles.any_of(roles.MENTOR, roles.SITE_DIRECTOR, roles.PROGRAMME)
see_sponsors = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.AUDITOR)
look_as_sponsor = roles.any_of(roles.SPONSOR)
