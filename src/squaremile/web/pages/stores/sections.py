"""The sections of the stores, as tabs above their pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import STAFF_ROLES
from squaremile.web.shell.tabs import Section, Tabs, shown

SECTIONS = (
    Section("stores", _("Catalogue")),
    Section("stores_points", _("Stockrooms and minibars")),
    Section("stores_charges", _("Charges")),
    Section("stores_orders", _("Orders")),
    Section("stores_parcels", _("Parcels")),
    Section("stores_cylinders", _("Gas cylinders")),
    Section("stores_services", _("Services")),
    Section("stores_sterilisers", _("Sterilisers"), STAFF_ROLES),
    Section("stores_recalls", _("Recalls")),
)


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
