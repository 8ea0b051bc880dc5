"""The left rail: by what people come to do, and only what their roles can use."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Item:
    """One place in the rail. `roles` empty: for everyone who is signed in. `public`: for visitors too."""

    key: str
    icon: str
    url_name: str
    label: str | Promise
    roles: tuple[str, ...] = ()
    public: bool = False
    under: tuple[str, ...] = field(default=())
    """Other path beginnings that belong to this place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as the page shows it."""

    item: Item
    url: str
    current: bool


STAFF = ("site_director", "lab_operations", "safety_officer", "finance", "programme", "auditor")
PEOPLE = (*STAFF, "company_admin", "scientist")

ITEMS = (
    Item("my_day", "sun", "my_day", _("My day"), PEOPLE),
    Item("book", "calendar-clock", "book", _("Book"), PEOPLE),
    Item("space", "map", "space", _("Space"), PEOPLE),
    Item("safety", "shield-check", "safety", _("Safety"), PEOPLE),
    Item("stores", "package", "stores", _("Stores"), PEOPLE),
    Item("money", "receipt-text", "money", _("Money"), ("site_director", "finance", "auditor", "company_admin")),
    Item("residency", "building-2", "residency", _("Residency"), ("site_director", "programme", "auditor")),
    Item("network", "handshake", "network", _("Network"), PEOPLE),
    Item("atlas", "chart-column", "atlas", _("Atlas"), public=True),
    Item("admin", "settings-2", "admin", _("Admin"), ("site_director", "lab_operations", "auditor")),
)


def may_see(item: Item, roles: frozenset[str] | None) -> bool:
    """`roles` is None for a visitor who has not signed in."""
    if item.public:
        return True
    return roles is not None and (not item.roles or bool(roles & set(item.roles)))


def for_request(request: HttpRequest) -> list[Shown]:
    """The items this person may use; a place whose address does not exist yet is left out."""
    entered = getattr(request, "entered", None)
    roles = frozenset(grant.role for grant in entered.scope.grants) if entered else None
    shown = []
    for item in ITEMS:
        if not may_see(item, roles):
            continue
        try:
            url = reverse(item.url_name)
        except NoReverseMatch:
            continue
        shown.append(Shown(item, url, _is_here(request.path, url, item.under)))
    return shown


def _is_here(path: str, url: str, under: tuple[str, ...]) -> bool:
    if url == "/":
        return path == "/" or path.startswith(under or ("//",))
    return path.startswith((url, *under))
