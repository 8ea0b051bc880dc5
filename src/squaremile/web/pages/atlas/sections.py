"""The sections of the atlas, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.web.shell.tabs import shown

EVERYONE = (*STAFF_ROLES, *COMPANY_ROLES)
SECTIONS = (
    ("atlas", _("Registry"), EVERYONE),
    ("atlas_regions", _("Regions"), EVERYONE),
    ("atlas_map", _("Map"), EVERYONE),
    ("atlas_square", _("Square mile"), EVERYONE),
    ("atlas_compare", _("Comparison"), EVERYONE),
    ("atlas_opportunities", _("Opportunities"), EVERYONE),
    ("atlas_trends", _("Trends"), EVERYONE),
    ("atlas_ties", _("Collaboration"), EVERYONE),
    ("atlas_own", _("Our own figures"), STAFF_ROLES),
    ("atlas_claims", _("Claims"), EVERYONE),
    ("atlas_definitions", _("How it is measured"), EVERYONE),
    ("atlas_quality", _("Data quality"), STAFF_ROLES),
    ("atlas_imports", _("Imports"), STAFF_ROLES),
    ("atlas_duplicates", _("Duplicates"), STAFF_ROLES),
)
"""(address of the part's first page, label, roles)."""


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
