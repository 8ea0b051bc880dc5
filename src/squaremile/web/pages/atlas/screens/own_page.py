"""The cluster's own figures beside those that others publish of theirs. Sums over five organisations or more; staff's."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.peers.reference import CERTAINTIES, reference_figures
from squaremile.atlas.reads import own
from squaremile.kernel import clock
from squaremile.kernel.period import civil
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import every, site_of

DAYS = 28


@require_GET
@only(rules.see_desk)
def page(request: HttpRequest) -> HttpResponse:
    """The last four whole weeks of the site chosen."""
    shown = {
        "sections": sections.tabs("atlas_own"), "days": DAYS,
        "others": [(one, CERTAINTIES[one.certainty]) for one in reference_figures()],
    }  # fmt: skip
    if every(request):
        site = site_of(request)
        start, end = span(site.zone)
        shown |= {"own": own.own(site.code, start, end), "last": end - timedelta(days=1)}
    return render(request, "atlas/screens/own.html", shown)


def span(zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From midnight to midnight, ending today: whole days of the site."""
    today = clock.now().astimezone(zone).date()
    return tuple(civil(day, datetime.min.time(), zone) for day in (today - timedelta(days=DAYS), today))  # type: ignore[return-value]
