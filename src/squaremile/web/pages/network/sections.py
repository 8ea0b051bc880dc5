"""The sections of the network, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.web.shell.tabs import EVERYONE, Section, Tabs, shown

LIAISON = ("site_director", "programme", "auditor")


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


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
