"""The planner: wishes on one side, days on the other; by machine, or stop by stop."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_keeping, visit_rows
from squaremile.network.reads.visit_plan import clash_list, stops_of, zone_of
from squaremile.network.words import visits as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits import board
from squaremile.web.pages.network.visits.forms import (
    JoinForm,
    LeaveForm,
    PartyForm,
    PlaceForm,
    StopForm,
    WayForm,
    WishForm,
    placed,
)
from squaremile.web.shell.acts import tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.see_delegations)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows; POST plans by machine and shows what came of it."""
    planned: list[network.Planned] = []
    refusal = None
    if request.method == "POST":
        refusal = tried(lambda: planned.append(network.plan_itinerary(delegation=code)))
    found, asking = visit_rows.delegation(code), require()
    keeps = rules.liaise(asking) and asking.may_write and found.state not in ("closed", "cancelled")
    stops, zone = stops_of(found), zone_of(found)
    clashes = clash_list(found, stops)
    wishes = visit_keeping.wishes(found)
    places, drawn = visit_keeping.places(found)
    context = {
        "delegation": found, "keeps": keeps, "days": visit_rows.day_rows(found, stops, clashes), "clashes": len(clashes),
        "wishes": wishes, "parties": visit_keeping.parties(found), "places": places, "map": drawn, "refusal": refusal, "zone": found.time_zone,
        "made": _made(planned[0], wishes) if planned else None, "unmet": sum(not w.planned for w in wishes),
        "crumbs": [(_("Delegations"), "/network/visits/"), (found.name, f"/network/visits/{code}/")],
        "sections": sections.tabs("network_visits"),
    }
    if keeps:
        offered = visit_keeping.choices(found)
        context |= {
            "wish_form": placed(WishForm(auto_id="wish_%s"), zone, *offered), "place_form": PlaceForm(auto_id="place_%s"),
            "stop_form": placed(StopForm(auto_id="stop_%s"), zone, *offered),
            "way_form": placed(WayForm(auto_id="way_%s"), zone, *offered),
            "party_form": PartyForm(auto_id="party_%s"), "join_form": placed(JoinForm(auto_id="join_%s"), zone, *offered),
            "leave_form": placed(LeaveForm(auto_id="leave_%s"), zone, *offered),
            "board_words": board.words(found), "board_hours": board.hours(found),
        }
    return render(request, "network/visits/planner.html", context, status=refusal.status if refusal else 200)


def _made(planned: network.Planned, wishes: list[visit_keeping.WishRow]) -> dict[str, object]:
    """What planning gave, in words: titles in place of codes."""
    titles = {w.code: w.title for w in wishes}
    why = dict(planned.impossible)
    return {
        "honoured": len(planned.honoured), "wished": len(planned.honoured) + len(planned.dropped),
        "gap": f"{planned.gap:.1%}", "best": planned.status == "optimal", "travel": planned.travel_minutes,
        "dropped": [(titles.get(c, c), words.WHY_NOT.get(why.get(c, ""))) for c in planned.dropped],
        "smallest": [titles.get(c, c) for c in planned.smallest_drop],
    }
