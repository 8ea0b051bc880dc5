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

# Applications: programme staff hold calls; applicants write by a key from outside, a company's admin with her account.
hold_calls = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
begin = roles.System(("public",))
apply_from_inside = roles.any_of(roles.COMPANY_ADMIN)
apply = roles.any_of(roles.APPLICANT, roles.COMPANY_ADMIN)
screen = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
judge_safety = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER)
see_applications = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.SAFETY_OFFICER, roles.AUDITOR)
see_competition = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
# Outcomes and the forecast: programme staff keep them; a company tells its own; auditors look.
keep_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("setup", "import"))
tell_outcomes = roles.any_of(
    roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN, roles.APPLICANT, roles.SURVEY, system=("setup", "import")
)
see_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
see_own_outcomes = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR, roles.COMPANY_ADMIN)
see_forecast = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.AUDITOR)
price_forecast = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, system=("setup",))
remind_survey = roles.System(("worker",))


# Life in residence: a company proposes and books, programme staff decide, finance and safety may give notice too.
propose = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
give_notice = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.SAFETY_OFFICER)
meet_mentors = roles.any_of(roles.COMPANY_ADMIN, roles.SCIENTIST, roles.SITE_DIRECTOR, roles.PROGRAMME)
hold_hours = roles.any_of(roles.MENTOR, roles.SITE_DIRECTOR, roles.PROGRAMME)
see_sponsors = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE, roles.AUDITOR)
look_as_sponsor = roles.any_of(roles.SPONSOR)

# Review: programme staff hold rounds and decide; reviewers write what is theirs, by a key or with an account.
hold_reviews = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
make_exceptions = roles.any_of(roles.SITE_DIRECTOR)
review = roles.any_of(
    roles.REVIEWER, *(role for role in roles.STAFF_ROLES if role != roles.AUDITOR), *roles.COMPANY_ROLES
)
see_reviews = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.AUDITOR)
# Licences: programme staff offer, the company's admin answers and signs, finance records money.
publish_prices = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE)
keep_licences = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
see_licences = roles.any_of(*roles.STAFF_ROLES, roles.COMPANY_ADMIN)
answer_offer = roles.any_of(roles.COMPANY_ADMIN)
sign = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
end_by_notice = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.COMPANY_ADMIN)
record_proofs = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.FINANCE)
record_money = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE)
lapse = roles.System(("worker",))

# People: a company keeps its own, staff help; safety and operations declare what must be done and give badges.
keep_members = roles.any_of(
    roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS, system=("setup",)
)
work_here = roles.any_of(*roles.COMPANY_ROLES)
sign_off = roles.any_of(
    *roles.COMPANY_ROLES, roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER, roles.FINANCE
)
declare_checklist = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER, system=("setup",))
keep_passes = declare_checklist
record_gone = roles.System(("worker",))
SIGNERS = {
    "operations": roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS),
    "safety": roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER),
    "finance": roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE),
}
"""Who of the staff signs for which desk. Row security says the same."""

# Leaving: a company and the desks count and clear, each desk signs its own, finance settles.
clear = roles.any_of(
    roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER, roles.FINANCE
)
sign_clearance = roles.any_of(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS, roles.SAFETY_OFFICER, roles.FINANCE)
settle_deposits = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE)
dispute = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, roles.COMPANY_ADMIN)

# Space: a company says what it needs and asks; the programme allocates; safety says what a control area takes.
say_needs = roles.any_of(roles.COMPANY_ADMIN, roles.SITE_DIRECTOR, roles.PROGRAMME)
allocate = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME)
see_allocation = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, roles.LAB_OPERATIONS, roles.AUDITOR)
limit_areas = roles.any_of(roles.SITE_DIRECTOR, roles.SAFETY_OFFICER)
draw_plans = roles.System(("worker",))
carry_out = roles.any_of(roles.SITE_DIRECTOR, roles.PROGRAMME, system=("worker",))
# To merge what is let needs both: who allocates, and who keeps the places.
merge_let = roles.any_of(roles.SITE_DIRECTOR)
