"""The sections of a domain as tabs above its pages: only what exists and what the reader's roles can use."""

from collections.abc import Iterable

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from squaremile.kernel.scope import require


def shown(sections: Iterable[tuple[str, str | Promise, tuple[str, ...]]], current: str) -> list[tuple[str, str, bool, None]]:
    """As <c-tabs> takes them, for whoever asks. A section is (address of its first page, label, roles); `current` is the
    address of the page's own."""
    asking, tabs = require(), []
    for url_name, label, roles in sections:
        if not asking.has_role(*roles):
            continue
        try:
            url = reverse(url_name)
        except NoReverseMatch:
            continue
        tabs.append((str(label), url, url_name == current, None))
    return tabs
