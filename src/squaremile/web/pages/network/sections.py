"""The sections of the network, as tabs above its pages: only what exists and what the reader's roles can use."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.kernel.scope import require

LIAISON = ("site_director", "programme", "auditor")
EVERYONE = (*STAFF_ROLES, *COMPANY_ROLES)


@dataclass(frozen=True, slots=True)
class Section:
    """One tab. `url_name` is the part's first page."""

    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = EVERYONE


SECTIONS = (
    Section("network", _("Find")),
    Section("network_directory", _("Directory")),
    Section("network_needs", _("Needs")),
    Section("network_relationships", _("Relationships"), EVERYONE),
    Section("network_visits", _("Delegations")),
    Section("network_events", _("Events")),
    Section("network_agreements", _("Agreements")),
    Section("network_kpis", _("KPIs")),
)


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    asking, shown = require(), []
    for section in SECTIONS:
        if not asking.has_role(*section.roles):
            continue
        try:
            url = reverse(section.url_name)
        except NoReverseMatch:
            continue
        shown.append((str(section.label), url, section.url_name == current, None))
    return shown
