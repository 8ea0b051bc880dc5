"""The day as it happens, for a phone: now, next, a delay in one tap, minutes, thanks."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.policies.thanks import draft
from squaremile.network.reads import visit_keeping, visit_rows
from squaremile.network.reads.visit_plan import stops_of, zone_of
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import LateForm, placed
from squaremile.web.shell.acts import tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.see_delegations)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows today (or the first day, before it); POST says by how much it runs late."""
    found, refusal = visit_rows.delegation(code), None
    offered = visit_keeping.choices(found)
    form = placed(LateForm(request.POST or None, auto_id="late_%s"), zone_of(found), *offered)
    ran: list[network.RanLate] = []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: ran.append(network.run_late(delegation=code, **form.cleaned_data)))
    asking = require()
    keeps = rules.liaise(asking) and asking.may_write and found.state not in ("closed", "cancelled")
    now = clock.now().astimezone(zone_of(found))
    days = visit_rows.day_rows(found, stops_of(found), ())
    day = next((d for d in days if d.day >= now.date()), days[-1])
    today = day.day == now.date()
    running = [s for s in day.stops if today and s.start <= now < s.end]
    coming = [s for s in day.stops if not today or s.start > now]
    gone = [s for d in days for s in d.stops if s.end <= now and s.kind == "meeting"]
    titles = {s.code: s.title for s in day.stops}
    bad = form.is_bound and not form.is_valid()
    return render(request, "network/visits/today.html", {
        "delegation": found, "keeps": keeps, "now": f"{now:%H:%M}", "day": day, "today": today, "running": running,
        "next": coming[0] if coming else None, "leave": _leave(coming[0]) if coming else "",
        "later": coming[1:], "form": form if bad else placed(LateForm(auto_id="late_%s"), zone_of(found), *offered), "refusal": refusal,
        "ran": _ran(ran[0], titles) if ran else None, "promises": visit_keeping.promises(found),
        "thanks": [_thanks(found, stop) for stop in gone[-4:]], "quick": (10, 20, 30), "sections": sections.tabs("network_visits"),
        "crumbs": [(_("Delegations"), "/network/visits/"), (found.name, f"/network/visits/{code}/")],
    }, status=refusal.status if refusal else 422 if bad else 200)


def _leave(stop: visit_rows.StopRow) -> str:
    return f"{stop.start - timedelta(minutes=stop.way.minutes):%H:%M}"


def _ran(ran: network.RanLate, titles: dict[str, str]) -> dict[str, Any]:
    return {
        "moved": [(titles.get(code, code), minutes) for code, minutes in ran.moved],
        "broken": [(titles.get(code, code), minutes) for code, minutes in ran.broken], "over": ran.over,
    }


def _thanks(found: Any, stop: visit_rows.StopRow) -> tuple[visit_rows.StopRow, str]:
    """A letter to begin with, in the language of the meeting."""
    language = stop.language if stop.language in ("ko", "en") else (get_language() or "ko")[:2]
    name = (found.name_ko or found.name_en) if language == "ko" else (found.name_en or found.name_ko)
    lead = (found.lead.name_ko or found.lead.name_en) if language == "ko" else (found.lead.name_en or found.lead.name_ko)
    return stop, draft(
        host=stop.host, delegation=name, subject=stop.title, on=stop.start.date(), sender=lead, language=language,
        inbound=found.direction == "inbound",
    )
