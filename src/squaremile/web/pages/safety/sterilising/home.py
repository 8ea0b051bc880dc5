"""What Safety home says of sterilisation."""

from django.utils.translation import gettext_lazy as _

from squaremile.stores.reads import home_services
from squaremile.web.pages.safety.home_sections import HomeSection, counted
from squaremile.web.pages.safety.sections import STOCK

HOME: tuple[HomeSection, ...] = (
    HomeSection(
        "sterilising", _("Sterilisation"), "flask-conical", STOCK, counted(home_services.rows),
        _("Nothing is kept back, and no test is overdue."), "stores_services",
    ),
)  # fmt: skip
