"""My training: what I need, what ends soon, what I have."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import hours, records, sessions, training
from squaremile.safety.reads.areas import today
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """One's own, on a phone as well: gaps first, then what ends soon, then the rest."""
    me = require().actor
    assert me is not None
    rows = training.of_person(me, today())
    return render(request, "safety/training/mine.html", parts.page(
        "training", gaps=[r for r in rows if r.gap], soon=[r for r in rows if r.standing.state == "ending"],
        good=[r for r in rows if r.standing.state == "valid"],
        others=[r for r in rows if not r.standing.counts and not r.needed], records=records.records(me),
        may_learn=rules.learn(require()), hours=hours.of_person(me, today()),
        sessions=[s for s in sessions.sessions() if s.mine in ("coming", "waiting")],
    ))  # fmt: skip
