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
    """One tab. `url_name` is the part's first page; `group` heads a row of its own where a domain has many sections."""

    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = EVERYONE
    group: str | Promise = ""


Tab = tuple[str, str, bool, None]


class Tabs(list[Tab]):
    """The tabs of the group that is open. `groups`: the row above, each leading to its first section; empty where there are none."""

    groups: tuple[Tab, ...] = ()


def shown(sections: Iterable[Section], current: str) -> Tabs:
    """As <c-tabs> takes them, for whoever asks. `current` is the address of the page's own section."""
    may = [(section, url) for section in sections if (url := _reachable(section)) is not None]
    open_group = next((section.group for section, _ in may if section.url_name == current), may[0][0].group if may else "")
    tabs = Tabs((str(s.label), url, s.url_name == current, None) for s, url in may if s.group == open_group)
    first = {section.group: url for section, url in reversed(may)}
    groups = [(str(group), first[group], group == open_group, None) for group in dict.fromkeys(s.group for s, _ in may)]
    tabs.groups = tuple(groups) if len(groups) > 1 else ()
    return tabs


def _reachable(section: Section) -> str | None:
    if not require().has_role(*section.roles):
        return None
    try:
        return reverse(section.url_name)
    except NoReverseMatch:
        return None
