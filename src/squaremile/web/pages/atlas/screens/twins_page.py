"""Two places at one scale: the densest square of each laid over the other, the same metres to the same millimetre."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.peers.twins import Half, Points, Twin, twin
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies import square
from squaremile.atlas.policies.square import METRES, SIDES
from squaremile.atlas.reads import outlines, points
from squaremile.atlas.reads.points import STEP, Sites, Where
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import sections
from squaremile.web.pages.atlas.screens.choosing import columns_of
from squaremile.web.shell.entry import only

WIDTH = 600
SEEN = 2.0
"""How many sides of the square are seen across."""


class TwinForm(forms.Form):
    """Two regions, and the side of the square."""

    one = forms.ChoiceField(label=gettext_lazy("One place"), required=False)
    other = forms.ChoiceField(label=gettext_lazy("The other"), required=False)
    side = forms.ChoiceField(label=gettext_lazy("Side"), required=False)


@dataclass(frozen=True, slots=True)
class Laid:
    """One place on the paper: its dots in units, how many lie in the square, or why nothing can be said."""

    name: str
    dots: tuple[tuple[float, float], ...]
    inside: int
    sites: int
    coarse: int


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The two regions chosen, or the two with most sites known by their address."""
    regions = outlines.regions_with_sites()
    shown: dict[str, Any] = {"sections": sections.tabs("atlas_compare"), "keeps": rules.keep(require())}
    if len(regions) < 2:
        return render(request, "atlas/screens/twins.html", shown)
    keys = [each.key for each in sorted(regions, key=lambda one: -one.exact)]
    one = request.GET.get("one") if request.GET.get("one") in keys else keys[0]
    other = request.GET.get("other") if request.GET.get("other") in keys else next(k for k in keys if k != one)
    side = request.GET.get("side") if request.GET.get("side") in SIDES else "1mi"
    form = TwinForm({"one": one, "other": other, "side": side}, auto_id="filter-%s")
    fields: dict[str, Any] = form.fields
    fields["one"].choices = fields["other"].choices = [(each.key, str(each.name)) for each in regions]
    fields["side"].choices = [(key, str(name)) for key, name in SIDES.items()]
    names = {each.key: str(each.name) for each in regions}
    both = [points.sites(Where(region=str(key))) for key in (one, other)]
    shown |= {"form": form, "side": SIDES[str(side)], "names": (names[str(one)], names[str(other)]), "half": WIDTH / 2 / SEEN}
    try:
        laid = _twin(names[str(one)], names[str(other)], both, str(side))
        shown |= {"laid": [_laid(half, held, laid.side_m) for half, held in zip((laid.one, laid.other), both, strict=True)],
                  "far": 2 * WIDTH, "width": WIDTH}  # fmt: skip
    except Unmeasurable as refused:
        shown |= {"refused": refused, "coarse": [held.coarse for held in both]}
    return render(request, "atlas/screens/twins.html", shown)


def _twin(one: str, other: str, both: list[Sites], side: str) -> Twin:
    """Each in the middle of its own densest square."""
    exact = [held.exact() for held in both]
    middles = []
    for held in exact:
        west, south, east, north = square.best(columns_of(held), side, "square").corners
        middles.append(((south + north) / 2, (west + east) / 2))
    laid = [
        Points(name, [n / STEP for n in held.latitude], [n / STEP for n in held.longitude], middle)
        for name, held, middle in zip((one, other), exact, middles, strict=True)
    ]
    return twin(*laid, side_m=METRES[side] * SEEN)


def _laid(half: Half, held: Sites, seen: float) -> Laid:
    scale = WIDTH / seen
    dots = tuple((round(float(x) * scale, 1), round(-float(y) * scale, 1)) for x, y in zip(half.x_m, half.y_m, strict=True))
    edge = WIDTH / 2 / SEEN
    exact = held.exact()
    inside = {exact.organisation[int(i)] for i, (x, y) in zip(half.index, dots, strict=True) if abs(x) <= edge and abs(y) <= edge}
    return Laid(half.name, dots, len(inside), len(exact), held.coarse)
