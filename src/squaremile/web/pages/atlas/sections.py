"""The sections of the atlas, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import STAFF_ROLES
from squaremile.web.shell.tabs import Section, Tabs, shown

SECTIONS = (
    Section("atlas", _("Registry")),
    Section("atlas_regions", _("Regions")),
    Section("atlas_map", _("Map")),
    Section("atlas_square", _("Square mile")),
    Section("atlas_compare", _("Comparison")),
    Section("atlas_opportunities", _("Opportunities")),
    Section("atlas_trends", _("Trends")),
    Section("atlas_ties", _("Collaboration")),
    Section("atlas_own", _("Our own figures"), STAFF_ROLES),
    Section("atlas_claims", _("Claims")),
    Section("atlas_definitions", _("How it is measured")),
    Section("atlas_quality", _("Data quality"), STAFF_ROLES),
    Section("atlas_imports", _("Imports"), STAFF_ROLES),
    Section("atlas_duplicates", _("Duplicates"), STAFF_ROLES),
)


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
