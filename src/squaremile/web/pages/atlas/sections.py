"""The sections of the atlas, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.kernel.scope import require

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
    asking, shown = require(), []
    for url_name, label, roles in SECTIONS:
        if not asking.has_role(*roles):
            continue
        try:
            url = reverse(url_name)
        except NoReverseMatch:
            continue
        shown.append((str(label), url, url_name == current, None))
    return shown
