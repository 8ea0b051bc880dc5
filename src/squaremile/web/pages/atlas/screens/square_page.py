"""The square mile: dragged over the map with a live count, the exact best, and what stands beside it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies import square
from squaremile.atlas.policies.square import METRES, SIDES
from squaremile.atlas.reads import outlines, points
from squaremile.atlas.reads.points import Sites, Where
from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Mark, Point, Series, table
from squaremile.web.pages.atlas.screens.answers import answered
from squaremile.web.pages.atlas.screens.choosing import SquareForm, columns_of
from squaremile.web.pages.atlas.screens.drawing import draw
from squaremile.web.pages.atlas.screens.kept import Kept
from squaremile.web.pages.atlas.screens.map_page import Line, line
from squaremile.web.shell.entry import only

DEGREE = 10**9
RARE = 0.05
drawn: Kept["Chance"] = Kept(seconds=86_400, most=500, wait=0.3)
"""Chances by what they were drawn from: the same sites, side and shape have the same answer for ever."""


@dataclass(frozen=True, slots=True)
class Chance:
    """p of so full a square if the same number of sites were drawn from all of them."""

    p: float
    draws: int

    @property
    def rare(self) -> bool:
        return self.p <= RARE


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The best square of the sites chosen, or why there is none."""
    return answered(request, "square", "atlas_square", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing."""
    form = SquareForm(said)
    where, (side, shape) = form.where(), form.patch()
    every = points.sites(where)
    exact = every.exact()
    shown: dict[str, Any] = {
        "form": form, "coarse": every.coarse, "sites": exact, "every": every, "metres": METRES[side], "side": SIDES[side], "shape": shape,
    }  # fmt: skip
    try:
        answer = square.best(columns_of(exact), side, shape)
    except Unmeasurable as refused:
        return shown | {"refused": refused}
    curve = square.curve(columns_of(exact), shape, answer)
    return shown | {
        "answer": answer, "best": _units(answer.corners), "members": _members(exact, answer.members),
        "grid": square.grid(columns_of(exact), side), "curve": _chart(curve, side),
        "drawing": draw(exact, outlines.shapes(exact.focus)),
    } | _chance(exact, where, side, shape)  # fmt: skip


@require_GET
@only(rules.look)
def chance(request: HttpRequest) -> HttpResponse:
    """The p value alone, for a page that waits for it."""
    form = SquareForm(request.GET)
    where, (side, shape) = form.where(), form.patch()
    exact = points.sites(where).exact()
    return render(request, "atlas/screens/square_chance.html", _chance(exact, where, side, shape) | {"query": request.GET.urlencode()})


def one(said: QueryDict, _name: str) -> Chart | None:
    """The curve alone. Raises Unmeasurable."""
    form = SquareForm(said)
    where, (side, shape) = form.where(), form.patch()
    return _chart(square.curve(columns_of(points.sites(where).exact()), shape), side)


def _units(corners: tuple[float, float, float, float]) -> str:
    """West, south, east, north in billionths of a degree: what the island counts in."""
    return " ".join(str(round(each * DEGREE)) for each in corners)


def _members(found: Sites, members: tuple[int, ...]) -> list[Line]:
    """The organisations of the best place with one of their sites, by name."""
    first = {who: n for n, who in reversed(list(enumerate(found.organisation)))}
    return sorted((line(found, first[who]) for who in members), key=lambda one: str(one.name))


def _chance(found: Sites, where: Where, side: str, shape: str) -> dict[str, Any]:
    """Only of a part: everything cannot be drawn from everything. The drawing goes on beside the request."""
    if not (where.kind or where.activity) or not len(found):
        return {"of_part": False}
    pool = points.sites(Where(region=where.region)).exact()
    if len(pool) <= len(found):
        return {"of_part": False}
    part, whole = columns_of(found), columns_of(pool)
    key = hashlib.sha256(repr((side, shape, square.DRAWS, _held(part), _held(whole))).encode()).hexdigest()
    answer = drawn.begun(key, lambda: Chance(*square.chance(part, whole, side, shape)))
    return {"of_part": True, "chance": answer, "draws": square.DRAWS}


def _held(columns: square.Columns) -> Iterable[Any]:
    return columns.latitude, columns.longitude, columns.organisation


def _chart(curve: tuple[tuple[str, int], ...], side: str) -> Chart:
    km = [METRES[each] / 1000 for each, _count in curve]
    now = dict(curve)[side]
    return Chart(
        kind="lines",
        title=_("How many the best place holds, by its side"),
        says=_("At %(side)s the best place holds %(count)d organisations.") % {"side": SIDES[side], "count": now},
        x=Axis(_("Side"), "km", log=True), y=Axis(_("Organisations"), _("in the best place"), least=0),
        series=(
            Series(_("Best place"), "mine", tuple(
                Point(x, count, name=SIDES[each]) for x, (each, count) in zip(km, curve, strict=True)
            )),
        ),
        table=table(
            ((_("Side"), False), (_("Organisations"), True)), [(SIDES[each], count) for each, count in curve]
        ),
        marks=(Mark("x", METRES[side] / 1000, Text(ko=SIDES[side].ko, en=SIDES[side].en)),),
    )  # fmt: skip
