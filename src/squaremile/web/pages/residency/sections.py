"""The sections of residency, as tabs above its pages: only what exists and what the reader's roles can use."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.web.shell.tabs import shown

EVERYONE = (*STAFF_ROLES, *COMPANY_ROLES)
PROGRAMME = ("site_director", "programme", "auditor")


@dataclass(frozen=True, slots=True)
class Section:
    """One tab. `url_name` is the part's first page."""

    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = STAFF_ROLES


SECTIONS = (
    Section("residency", _("Companies")),
    Section("residency_leads", _("Leads and tours"), PROGRAMME),
    Section("residency_desk", _("Programme desk"), (*PROGRAMME, "safety_officer")),
    Section("own_applications", _("Applications"), ("company_admin",)),
    Section("residency_reviews", _("Review"), PROGRAMME),
    Section("residency_licences", _("Licences")),
    Section("residency_plan", _("Floor plan")),
    Section("residency_allocation", _("Allocation"), (*PROGRAMME, "lab_operations")),
    Section("residency_people", _("People"), EVERYONE),
    Section("residency_life", _("Life in residence"), EVERYONE),
    Section("residency_sponsors", _("Sponsors"), PROGRAMME),
    Section("residency_exits", _("Exit")),
    Section("residency_outcomes", _("Outcomes"), PROGRAMME),
    Section("residency_impact", _("Impact reports"), EVERYONE),
    Section("residency_forecast", _("Forecast"), (*PROGRAMME, "finance")),
)


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(((each.url_name, each.label, each.roles) for each in SECTIONS), current)
