"""Who may do what in residency. Which rows they may do it to is row security's business."""

from squaremile.core import roles

# The company record: programme staff keep it; the company's admin says what may be shown of it.
keep_companies = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
see_companies = roles.any_of(*roles.STAFF_ROLES)
keep_own_profile = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
look = roles.any_of(*roles.STAFF_ROLES, *roles.COMPANY_ROLES)

# Outcomes and the forecast: programme staff keep them; a company tells its own; auditors look.
keep_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
tell_outcomes = roles.any_of(
    roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN, roles.APPLICANT, system=("setup", "import")
)
see_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
see_own_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR, roles.COMPANY_ADMIN)
see_forecast = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.AUDITOR)
price_forecast = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, system=("setup",))
remind_survey = roles.System(("worker",))

# The public site: anybody enquires; a visitor cancels by her letter.
enquire = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("public", "setup"))
by_letter = roles.System(("public",))
see_leads = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
remind = roles.System(("worker",))
