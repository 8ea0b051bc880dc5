"""What Safety home says of waste."""

from django.utils.translation import gettext_lazy as _

from squaremile.safety.reads import home_waste
from squaremile.web.pages.safety.home_sections import HomeSection, counted
from squaremile.web.pages.safety.sections import STOCK

HOME: tuple[HomeSection, ...] = (
    HomeSection("waste", _("Waste"), "trash", STOCK, counted(home_waste.rows), _("No container has to go yet."), "safety_waste"),
)
