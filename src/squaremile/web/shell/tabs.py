"""The sections of a domain as tabs above its pages: only what exists and what the reader's roles can use."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from squaremile.core.roles import COMPANY_ROLES, STAFF_ROLES
from squaremile.kernel.scope import require

EVERYONE = (*STAFF_ROLES, *COMPANY_ROLES)


@dataclass(frozen=True, slots=True)
class Section:
    """One tab. `url_name` is the part's first page."""

    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = EVERYONE


def shown(sections: Iterable[Section], current: str) -> list[tuple[str, str, bool, None]]:
    """As <c-tabs> takes them, for whoever asks. `current` is the address of the page's own section."""
    asking, tabs = require(), []
    for section in sections:
        if not asking.has_role(*section.roles):
            continue
        try:
            url = reverse(section.url_name)
        except NoReverseMatch:
            continue
        tabs.append((str(section.label), url, section.url_name == current, None))
    return tabs
