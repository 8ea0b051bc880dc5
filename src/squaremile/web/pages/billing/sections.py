"""The sections of money, as tabs above its pages: only what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.web.shell.tabs import Section, Tabs, shown

STAFF = ("site_director", "finance", "auditor")
SECTIONS = (
    Section("money_closes", _("Month close"), STAFF),
    Section("money_costs", _("My costs"), ("company_admin", "scientist")),
    Section("money_budgets", _("Budgets"), (*STAFF, "company_admin")),
    Section("money_invoices", _("Invoices"), (*STAFF, "company_admin")),
    Section("money_tax_invoices", _("Tax invoices"), STAFF),
    Section("money_accounts", _("Accounts"), STAFF),
    Section("money_issuers", _("Issuers"), STAFF),
    Section("money_claims", _("Sponsors"), STAFF),
    Section("money_sponsored", _("Vouchers we pay for"), ("company_admin",)),
    Section("money_journal", _("Journal"), STAFF),
    Section("money_cards", _("Rate cards")),
    Section("money_simulator", _("Simulator"), STAFF),
    Section("money_overview", _("Dashboard"), STAFF),
)


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
