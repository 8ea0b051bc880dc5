"""What Safety home says of inspections and findings, and what an inspector would ask for today."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from squaremile.safety.reads import asked_for, findings, home_inspections
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection, counted
from squaremile.web.pages.safety.sections import DESK, STOCK


def by_age() -> Iterator[HomeLine]:
    """Open findings by how old they are, the oldest first; age alone is not lateness."""
    for band in reversed(findings.ages().bands):
        if band.count:
            late = ngettext("%(n)s past its day", "%(n)s past their day", band.late) % {"n": band.late} if band.late else ""
            url = f"{reverse('safety_findings')}?age={band.key}"
            yield HomeLine(f"{band.label}: {band.count}", late, url, "stop" if band.late else "neutral")


def asked() -> Iterator[HomeLine]:
    """What is missing, over its day, or soon to be."""
    for ask in asked_for.asks(asked_for.kept()):
        yield HomeLine(f"{ask.says}: {ask.count}", ask.names, reverse(ask.url_name), ask.look)


HOME: tuple[HomeSection, ...] = (
    HomeSection("inspections", _("Inspections"), "list-checks", STOCK, counted(home_inspections.rows), _("No inspection is overdue."),
        "safety_inspections"),
    HomeSection("findings", _("Open findings by age"), "triangle-alert", STOCK, by_age, _("Nothing waits to be mended."), "safety_findings"),
    HomeSection("asked", _("An inspector today would ask for…"), "scroll-text", DESK, asked, _("Nothing is missing or over its day."),
        "safety_inspector"),
)  # fmt: skip
