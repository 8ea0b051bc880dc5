"""The sections of safety, as tabs above its pages: only what exists and what the reader's roles can use."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.web.shell.tabs import shown

EVERYONE = (*STAFF_ROLES, *COMPANY_ROLES)
STOCK = ("site_director", "safety_officer", "lab_operations", "auditor", *COMPANY_ROLES)


@dataclass(frozen=True, slots=True)
class Section:
    """One tab. `url_name` is the part's first page."""

    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = EVERYONE


SECTIONS = (
    Section("safety", _("Control areas")),
    Section("safety_can_bring", _("Can I bring this?"), STOCK),
    Section("safety_containers", _("Inventory"), STOCK),
    Section("safety_head_room", _("Head-room"), ("site_director", "safety_officer", "lab_operations", "auditor")),
)


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(((each.url_name, each.label, each.roles) for each in SECTIONS), current)
