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
ACCOUNTS = ("site_director", "finance", "auditor", "company_admin", "scientist")
PROGRAMME = ("site_director", "programme", "auditor")
KEEPERS = ("site_director", "lab_operations", "auditor")
PEOPLE = (*STAFF, "company_admin", "scientist")

ITEMS = (
    Item("my_day", icon="sun", url_name="my_day", label=_("My day"), roles=PEOPLE),
    Item(
        "book", icon="calendar-clock", url_name="book", label=_("Book"), roles=PEOPLE, under=("/bookings", "/catalogue")
    ),
    Item(
        "operations",
        icon="layout-dashboard",
        url_name="board",
        label=_("Operations"),
        roles=("site_director", "lab_operations", "safety_officer", "auditor"),
    ),
    Item("space", icon="map", url_name="space", label=_("Space"), roles=PEOPLE),
    Item("safety", icon="shield-check", url_name="safety", label=_("Safety"), roles=PEOPLE),
    Item("stores", icon="package", url_name="stores", label=_("Stores"), roles=PEOPLE),
    Item("money", icon="receipt-text", url_name="money", label=_("Money"), roles=ACCOUNTS),
    Item("residency", icon="building-2", url_name="residency", label=_("Residency"), roles=STAFF),
    Item(
        "our_company", icon="building-2", url_name="residency_day_one", label=_("Our company"),
        roles=("company_admin", "scientist"), under=("/residency",),
    ),
    Item("network", icon="handshake", url_name="network", label=_("Network"), roles=PEOPLE),
    Item("atlas", icon="chart-column", url_name="atlas", label=_("Atlas"), roles=PEOPLE),
    Item("organisations", icon="building-2", url_name="organisations", label=_("Organisations"), roles=STAFF),
    Item("audit", icon="scroll-text", url_name="audit", label=_("Audit"), roles=(*KEEPERS, "company_admin")),
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
