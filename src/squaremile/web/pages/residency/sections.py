"""The sections of residency, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.web.shell.tabs import EVERYONE, Section, Tabs, shown

PROGRAMME = ("site_director", "programme", "auditor")
_COMPANIES, _INTAKE, _SPACE, _RESULTS = _("Residents"), _("Intake"), _("Space and licences"), _("Results and sponsors")

SECTIONS = (
    Section("residency", _("Companies"), STAFF_ROLES, _COMPANIES),
    Section("residency_day_one", _("Day one"), COMPANY_ROLES, _COMPANIES),
    Section("residency_people", _("People"), EVERYONE, _COMPANIES),
    Section("residency_life", _("Life in residence"), EVERYONE, _COMPANIES),
    Section("residency_checklists", _("Checklists"), (*STAFF_ROLES, "company_admin"), _COMPANIES),
    Section("residency_exits", _("Exit"), STAFF_ROLES, _COMPANIES),
    Section("residency_leads", _("Leads and tours"), PROGRAMME, _INTAKE),
    Section("residency_desk", _("Programme desk"), (*PROGRAMME, "safety_officer"), _INTAKE),
    Section("own_applications", _("Applications"), ("company_admin",), _INTAKE),
    Section("residency_reviews", _("Review"), PROGRAMME, _INTAKE),
    Section("residency_plan", _("Floor plan"), EVERYONE, _SPACE),
    Section("residency_licences", _("Licences"), (*STAFF_ROLES, "company_admin"), _SPACE),
    Section("residency_allocation", _("Allocation"), (*PROGRAMME, "lab_operations"), _SPACE),
    Section("residency_outcomes", _("Outcomes"), PROGRAMME, _RESULTS),
    Section("residency_impact", _("Impact reports"), EVERYONE, _RESULTS),
    Section("residency_forecast", _("Forecast"), (*PROGRAMME, "finance"), _RESULTS),
    Section("residency_sponsors", _("Sponsors"), PROGRAMME, _RESULTS),
)


INSTEAD = {"residency": "residency_life", "residency_exits": "residency_life", "residency_outcomes": "residency_life",
           "residency_allocation": "residency_plan", "residency_day_one": "residency_people"}  # fmt: skip
"""The section in which a page stands for those who have no tab of its own one."""


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    found = shown(SECTIONS, current)
    if current in INSTEAD and not any(active for _said, _url, active, _count in found):
        return shown(SECTIONS, INSTEAD[current])
    return found
