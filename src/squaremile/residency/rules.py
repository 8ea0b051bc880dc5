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

# Licences: programme staff offer, the company's admin answers and signs, finance records money.
publish_prices = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE)
keep_licences = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
answer_offer = roles.any_of(roles.COMPANY_ADMIN)
sign = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
record_proofs = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE)
record_money = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE)
lapse = roles.System(("worker",))
