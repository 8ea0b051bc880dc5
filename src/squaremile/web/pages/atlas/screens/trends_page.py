"""What grows faster than its field, and what burst when: growth with its interval, and false alarms held down."""

from typing import Any

import numpy as np
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.trends.bursts import Burst, bursts
from squaremile.atlas.measures.trends.growth import Growth, growth
from squaremile.atlas.measures.trends.panel import Panel, panel
from squaremile.web.kit.charts import Axis, Chart, Point, Series, table
from squaremile.web.pages.atlas.screens.answers import answered
from squaremile.web.pages.atlas.screens.choosing import Years, slider
from squaremile.web.pages.atlas.screens.figures_form import Asked, asked, basis
from squaremile.web.shell.entry import only

DRAWN = 5
LOOKS = ("mine", "alarm", "warn", "info", "other")
FALSE_ALARMS = 0.05
FEWEST = 3
"""Periods: before the third there is no trend to speak of."""


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The region chosen, over all periods, or why nothing can be said."""
    return answered(request, "trends", "atlas_trends", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing."""
    found, years = asked_until(said)
    shown: dict[str, Any] = {"found": found, "basis": basis(found), "level": round(100 * FALSE_ALARMS), "years": years}
    if found.offer is None:
        return shown
    try:
        held = series(found, years)
        measured = growth(held)
        shown |= {
            "lines": lines(found, held, measured), "rows": rows(found, held, measured),
            "bursts": [burst_row(found, held, one) for one in bursts(held) if one.q <= FALSE_ALARMS],
            "first": held.periods[0], "last": held.periods[-1],
        }  # fmt: skip
    except Unmeasurable as refused:
        shown["refused"] = refused
    return shown


def one(said: QueryDict, _name: str) -> Chart | None:
    """The chart alone. Raises Unmeasurable."""
    found, years = asked_until(said)
    if found.offer is None:
        return None
    held = series(found, years)
    return lines(found, held, growth(held))


def asked_until(said: QueryDict) -> tuple[Asked, Years | None]:
    """The figures, and the year up to which they are looked at; None where their periods are not years."""
    found = asked(said)
    found.form.fields.pop("period", None)
    periods = found.offer.periods if found.offer else ()
    if len(periods) <= FEWEST or not all(len(at) == 4 and at.isascii() and at.isdigit() for at in periods):
        return found, None
    text = said.get("year", "")
    chosen = int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None
    return found, slider((int(periods[FEWEST - 1]), int(periods[-1])), chosen)


def series(found: Asked, years: Years | None) -> Panel:
    """The region's activities by period, beside everything in all regions: what the source itself grew by is taken off.

    Up to the year chosen: what could be said then, not what is known since.
    """
    held = found.figures
    there = [n for n, at in enumerate(held.period) if years is None or int(at) <= years.chosen]
    mine = [n for n in there if held.region[n] == found.region]
    field: dict[str, float] = {}
    for n in there:
        field[held.period[n]] = field.get(held.period[n], 0.0) + held.value[n]
    return panel([held.period[n] for n in mine], [[held.activity[n] for n in mine]], [held.value[n] for n in mine], field)


def _order(measured: Growth) -> list[int]:
    """Surest first, then those with most behind them."""
    q = np.nan_to_num(measured.q, nan=1.0)
    return [int(n) for n in np.lexsort((-measured.total, q))]


def lines(found: Asked, held: Panel, measured: Growth) -> Chart:
    """Share of the field by period, of those whose trend is surest."""
    chosen = _order(measured)[:DRAWN]
    share = 1000 * held.counts / held.field
    names = [found.activity_name(held.series[n][0]) for n in chosen]
    drawn = tuple(
        Series(name, look, tuple(Point(t, float(share[n, t])) for t in range(len(held.periods))))
        for name, look, n in zip(names, LOOKS, chosen, strict=False)
    )  # fmt: skip
    body = [(at, *(f"{share[n, t]:.2f}" for n in chosen)) for t, at in enumerate(held.periods)]
    return Chart(
        kind="lines", title=_("Share of the field, %(region)s") % {"region": found.name},
        says=_("The %(n)d activities whose trend is surest, per thousand of everything in all regions.") % {"n": len(chosen)},
        x=Axis(_("Period"), values=held.periods), y=Axis(_("Share of the field"), "‰", least=0), series=drawn,
        table=table(((_("Period"), False), *((name, True) for name in names)), body), source=found.figures.source,
    )


def rows(found: Asked, held: Panel, measured: Growth) -> list[dict[str, Any]]:
    """Every activity: growth of its share a period, its interval and q; missing where nothing can be estimated."""
    return [
        {
            "name": found.activity_name(held.series[n][0]), "total": float(measured.total[n]),
            "rate": _percent(measured.rate[n]), "low": _percent(measured.lo[n]), "high": _percent(measured.hi[n]),
            "q": None if np.isnan(measured.q[n]) else float(measured.q[n]),
            "sure": bool(np.nan_to_num(measured.q[n], nan=1.0) <= FALSE_ALARMS), "ratio": float(measured.ratio[n]),
        }
        for n in _order(measured)
    ]  # fmt: skip


def _percent(value: float) -> float | None:
    return None if not np.isfinite(value) else 100 * float(value)


def burst_row(found: Asked, held: Panel, one: Burst) -> dict[str, Any]:
    return {
        "name": found.activity_name(held.series[one.series][0]), "start": held.periods[one.start], "end": held.periods[one.end],
        "observed": one.observed, "expected": one.expected, "q": one.q,
    }  # fmt: skip
