"""Who may do what in billing."""

from squaremile.core import roles

keep_money = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, system=("setup", "import"))
"""Issuers, accounts, cards, contracts, credits, the month close, corrections and payments."""
see_money = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, roles.AUDITOR)
close_by_itself = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, system=("worker", "setup", "import"))
"""Steps that the worker takes, and finance may take by hand."""
by_the_clock = roles.System(("worker",))
answer = roles.any_of(roles.COMPANY_ADMIN)
"""The payer accepts or disputes."""
see_own_bills = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, roles.AUDITOR, roles.COMPANY_ADMIN)
see_sponsored = roles.any_of(roles.COMPANY_ADMIN)
"""What the vouchers took that her own organisation pays for."""
see_own_costs = roles.any_of(*roles.COMPANY_ROLES)
keep_budgets = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, roles.COMPANY_ADMIN, system=("setup", "import"))
"""Which company's, row security says."""
see_budgets = roles.any_of(roles.SITE_DIRECTOR, roles.FINANCE, roles.AUDITOR, roles.COMPANY_ADMIN)
see_prices = roles.signed_in
