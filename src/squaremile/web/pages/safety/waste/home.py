"""What Safety home says of waste."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from squaremile.safety.reads import home_waste
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection
from squaremile.web.pages.safety.sections import STOCK


def lines() -> Iterator[HomeLine]:
    for row in home_waste.rows():
        if row.count:
            waited = ngettext("%(n)s day over", "%(n)s days over", row.worst_days) % {"n": row.worst_days} if row.worst_days else ""
            yield HomeLine(f"{row.title}: {row.count}", waited, reverse(row.url_name), "stop" if row.worst_days else "warn")


HOME: tuple[HomeSection, ...] = (
    HomeSection("waste", _("Waste"), "trash", STOCK, lines, _("No container has to go yet."), "safety_waste"),
)
