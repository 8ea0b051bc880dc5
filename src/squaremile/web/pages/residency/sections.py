"""The sections of residency, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.web.shell.tabs import EVERYONE, Section, shown

PROGRAMME = ("site_director", "programme", "auditor")


SECTIONS = (
    Section("residency", _("Companies"), STAFF_ROLES),
    Section("residency_leads", _("Leads and tours"), PROGRAMME),
    Section("residency_desk", _("Programme desk"), (*PROGRAMME, "safety_officer")),
    Section("own_applications", _("Applications"), ("company_admin",)),
    Section("residency_reviews", _("Review"), PROGRAMME),
    Section("residency_licences", _("Licences"), (*STAFF_ROLES, "company_admin")),
    Section("residency_plan", _("Floor plan"), EVERYONE),
    Section("residency_allocation", _("Allocation"), (*PROGRAMME, "lab_operations")),
    Section("residency_day_one", _("Day one"), COMPANY_ROLES),
    Section("residency_people", _("People"), EVERYONE),
    Section("residency_checklists", _("Checklists"), (*STAFF_ROLES, "company_admin")),
    Section("residency_life", _("Life in residence"), EVERYONE),
    Section("residency_sponsors", _("Sponsors"), PROGRAMME),
    Section("residency_exits", _("Exit"), STAFF_ROLES),
    Section("residency_outcomes", _("Outcomes"), PROGRAMME),
    Section("residency_impact", _("Impact reports"), EVERYONE),
    Section("residency_forecast", _("Forecast"), (*PROGRAMME, "finance")),
)


INSTEAD = {"residency": "residency_life", "residency_exits": "residency_life", "residency_outcomes": "residency_life",
           "residency_allocation": "residency_plan", "residency_day_one": "residency_people"}  # fmt: skip
"""The section in which a page stands for those who have no tab of its own one."""


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    found = shown(SECTIONS, current)
    if current in INSTEAD and not any(active for _said, _url, active, _count in found):
        return shown(SECTIONS, INSTEAD[current])
    return found
