"""What Safety home says of inspections and findings."""

from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import home_inspections
from squaremile.web.pages.safety.home_sections import HomeSection, counted
from squaremile.web.pages.safety.sections import STOCK

HOME: tuple[HomeSection, ...] = (
    HomeSection("inspections", _("Inspections and findings"), "list-checks", STOCK, counted(home_inspections.rows),
        _("Nothing is overdue, and nothing waits to be mended."),
        "safety_inspections"),
)
