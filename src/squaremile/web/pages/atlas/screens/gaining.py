"""The panel “what if it gained these?” on the screen of opportunities: what is chosen, and everything measured again."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.matrices.complexity import Complexity, complexity
from squaremile.atlas.measures.matrices.opportunities import Opportunities
from squaremile.atlas.measures.matrices.sifting import Sieve
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies.gaining import MOST, gain
from squaremile.web.pages.atlas.screens.figures_form import Asked, asked
from squaremile.web.shell.entry import only

OFFERED = 24
"""Activities to choose from: those that unlock most."""
SIEVE = Sieve(min_diversity=2, min_ubiquity=2)
"""Regions and activities that stand alone decide nothing and turn the order."""


@require_GET
@only(rules.look)
def panel(request: HttpRequest) -> HttpResponse:
    """What would change; the address of the whole page follows, so that it can be kept and sent."""
    found = asked(request.GET)
    if found.offer is None:
        raise Http404
    try:
        shown = gained(found, complexity(found.matrix, sieve=SIEVE), request.GET)
    except Unmeasurable as refused:
        shown = {"gain_refused": refused}
    response = render(request, "atlas/screens/gained.html", shown | {"found": found})
    response["HX-Push-Url"] = f"{reverse('atlas_opportunities')}?{request.GET.urlencode()}"
    return response


def offered(found: Asked, open_to: Opportunities, said: QueryDict) -> dict[str, Any]:
    """What one may choose: the candidates that unlock most, and whatever is chosen already."""
    chosen = said.getlist("gain")
    codes = [code for n, code in enumerate(open_to.activity) if n < OFFERED or code in chosen]
    return {
        "gains": [(code, found.activity_name(code), code in chosen) for code in codes], "most_gained": MOST,
        "gains_left": len(open_to.activity) - len(codes),
    }  # fmt: skip


def gained(found: Asked, measured: Complexity, said: QueryDict) -> dict[str, Any]:
    """The region with what was chosen; nothing where nothing is."""
    chosen = said.getlist("gain")
    if not chosen:
        return {}
    try:
        held = gain(measured, found.region, chosen)
    except Unmeasurable as refused:
        return {"gain_refused": refused}
    return {
        "gained": held, "gained_names": [(found.activity_name(c), d) for c, d in zip(held.gained, held.density, strict=True)],
        "gained_next": [(found.activity_name(one.activity), one) for one in held.next],
    }  # fmt: skip
