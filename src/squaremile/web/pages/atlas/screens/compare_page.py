"""A region among others: what it is strong in, where it ranks and how surely, and which regions are like it."""

from typing import Any

import numpy as np
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.matrices.quotient import Quotients, lq
from squaremile.atlas.measures.peers.alike import Peers, peers
from squaremile.atlas.measures.peers.newcomers import totals
from squaremile.atlas.measures.peers.ranks import Standing, ranks
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Mark, Point, Series, table
from squaremile.web.pages.atlas.screens.answers import answered
from squaremile.web.pages.atlas.screens.figures_form import Asked, asked, basis
from squaremile.web.shell.entry import only

SHOWN = 15
RANKED = 25


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The region and period chosen, or why nothing can be said."""
    return answered(request, "compare", "atlas_compare", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing."""
    found = asked(said)
    shown: dict[str, Any] = {"found": found, "basis": basis(found)}
    if found.offer is None:
        return shown
    try:
        shown["strengths"] = strengths(found, lq(found.matrix))
        standing = ranks(totals(found.matrix))
        shown |= {"ranks": ranking(found, standing), "sentence": sentence(found, standing)}
    except Unmeasurable as refused:
        shown["refused"] = refused
    try:
        shown["peers"] = peer_rows(found, peers(found.matrix, found.region))
    except Unmeasurable as refused:
        shown["no_peers"] = refused
    return shown


def one(said: QueryDict, name: str) -> Chart | None:
    """That chart alone. Raises Unmeasurable."""
    found = asked(said)
    if found.offer is None:
        return None
    return strengths(found, lq(found.matrix)) if name == "strengths" else ranking(found, ranks(totals(found.matrix)))


def sentence(found: Asked, standing: Standing) -> Text:
    """The measure speaks of the region by its code; people know it by name."""
    said, code = standing.sentence(found.region), found.region
    return Text(ko=found.name.ko + said.ko.removeprefix(code), en=found.name.en + said.en.removeprefix(code))


def strengths(found: Asked, measured: Quotients) -> Chart:
    """Location quotients of the region with their intervals, the largest first."""
    at = measured.matrix.region(found.region)
    known = [c for c in np.argsort(-np.nan_to_num(measured.lq[at], nan=-1.0)) if np.isfinite(measured.lq[at, c])]
    shown = [c for c in known if measured.matrix.values[at, c] > 0][:SHOWN]
    names = tuple(found.activity_name(measured.matrix.activities[c]) for c in shown)
    points = tuple(
        Point(n, float(measured.lq[at, c]), *_ends(measured, at, c)) for n, c in enumerate(shown)
    )  # fmt: skip
    rows = [
        (name, f"{measured.matrix.values[at, c]:,.0f}", f"{measured.lq[at, c]:.2f}", _interval(measured, at, c))
        for name, c in zip(names, shown, strict=True)
    ]
    return Chart(
        kind="dots", title=_("What %(region)s has more of than elsewhere") % {"region": found.name},
        says=_("Location quotient, %(period)s: above 1 is more than the expected share; the line is its 95%% interval.") % {
            "period": found.period},
        x=Axis(_("Activity"), values=names), y=Axis(_("Location quotient"), least=0),
        series=(Series(_("Location quotient"), "mine", points),), marks=(Mark("y", 1, _("as expected")),),
        table=table(((_("Activity"), False), (_("Value"), True), (_("Location quotient"), True), (_("95% interval"), True)), rows),
        source=found.figures.source, tall=True,
    )  # fmt: skip


def _ends(measured: Quotients, at: int, c: int) -> tuple[float | None, float | None]:
    if measured.method == "none" or not np.isfinite(measured.low[at, c]):
        return None, None
    return float(measured.low[at, c]), float(measured.high[at, c])


def _interval(measured: Quotients, at: int, c: int) -> str:
    low, high = _ends(measured, at, c)
    return "–" if low is None else f"{low:.2f}–{high:.2f}"


def ranking(found: Asked, standing: Standing) -> Chart:
    """Ranks by size with their intervals: the region and those around it."""
    at = standing.region.index(found.region)
    first = min(max(0, at - RANKED // 2), max(0, len(standing.region) - RANKED))
    shown = range(first, min(first + RANKED, len(standing.region)))
    names = tuple(found.region_name(standing.region[n]) for n in shown)
    point = lambda n, place: Point(place, int(standing.rank[n]), int(standing.low[n]), int(standing.high[n]))
    mine = tuple(point(n, place) for place, n in enumerate(shown) if n == at)
    others = tuple(point(n, place) for place, n in enumerate(shown) if n != at)
    rows = [
        (name, int(standing.rank[n]), f"{standing.low[n]}–{standing.high[n]}", f"{standing.percentile[n]:.0f}")
        for name, n in zip(names, shown, strict=True)
    ]
    return Chart(
        kind="dots", title=_("Where it ranks by size, and how surely"),
        says=_("The line holds every rank that the data do not rule out (90%%), of %(n)d regions.") % {"n": len(standing.region)},
        x=Axis(_("Region"), values=names), y=Axis(_("Rank by size"), least=0),
        series=(Series(found.name, "mine", mine), Series(_("Other regions"), "other", others)),
        table=table(((_("Region"), False), (_("Rank by size"), True), (_("Rank interval"), True), (_("Percentile"), True)), rows),
        source=found.figures.source, tall=True,
    )  # fmt: skip


def peer_rows(found: Asked, alike: Peers) -> dict[str, Any]:
    """Peers by name, with the reasons in words."""
    rows = [
        {
            "code": code, "name": found.region_name(code), "similarity": 100 * float(alike.similarity[n]),
            "ratio": float(alike.size_ratio[n]), "because": [found.activity_name(each) for each in alike.because[n]],
        }
        for n, code in enumerate(alike.peer)
    ]  # fmt: skip
    return {"rows": rows, "candidates": alike.candidates, "left_out": alike.left_out, "most": alike.most_ratio}
