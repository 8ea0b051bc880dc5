"""Charts of the forecast: places by month with their interval, and the share of companies still here by year."""

from django.utils.translation import gettext as _

from squaremile.residency.reads.forecast import DAYS_A_YEAR, Length, Outlook
from squaremile.web.kit.charts import Axis, Chart, Mark, Point, Series, table


def places(found: Outlook) -> Chart:
    """Expected places with the outer interval, and what is in writing alone."""
    days = tuple(row.on.isoformat() for row in found.months)
    expected = tuple(
        Point(n, row.month.places.expected, row.month.places.outer_low, row.month.places.outer_high)
        for n, row in enumerate(found.months)
    )
    written = tuple(Point(n, row.month.written) for n, row in enumerate(found.months))
    last = found.months[-1].month.places
    said = {"now": found.held_now, "then": f"{last.expected:.1f}", "low": f"{last.outer_low:.0f}", "high": f"{last.outer_high:.0f}"}
    return Chart(
        kind="lines", title=_("Places held, by month"),
        says=_("%(now)s places are held now; %(then)s are expected in a year, between %(low)s and %(high)s.") % said,
        x=Axis(_("Month"), values=days), y=Axis(_("Places"), _("places"), least=0, most=float(max(found.rentable, 1))),
        series=(Series(_("Expected"), "mine", expected), Series(_("In writing alone"), "other", written)),
        marks=(Mark("y", found.rentable, _("All that can be let")),),
        table=table(
            ((_("Month"), False), (_("Expected"), True), (_("95 %"), True), (_("With uncertain rates"), True), (_("In writing"), True)),
            [
                (r.on.isoformat(), f"{p.expected:.1f}", f"{p.low:.0f}–{p.high:.0f}", f"{p.outer_low:.0f}–{p.outer_high:.0f}", r.month.written)
                for r in found.months for p in [r.month.places]
            ],
        ),
    )  # fmt: skip


def staying(length: Length) -> Chart:
    """The product-limit curve with its interval, in years."""
    steps = [Point(0.0, 100.0, 100.0, 100.0)]
    for step in length.curve.steps:
        year = step.day / DAYS_A_YEAR
        if steps[-1].y is not None:
            steps.append(Point(year, steps[-1].y, steps[-1].low, steps[-1].high))
        steps.append(Point(year, 100 * step.share, 100 * step.low, 100 * step.high))
    body = [
        (f"{s.day / DAYS_A_YEAR:.1f}", s.at_risk, s.ended, f"{100 * s.share:.0f}", f"{100 * s.low:.0f}–{100 * s.high:.0f}")
        for s in length.curve.steps
    ]
    head = ((_("Years"), True), (_("At risk"), True), (_("Left"), True), (_("Still here (%)"), True), (_("95 %"), True))
    return Chart(
        kind="lines", title=_("Share of companies still here, by years since they came"),
        says=_("%(stays)s stays, %(ended)s of them ended.") % {"stays": length.curve.stays, "ended": length.curve.ended},
        x=Axis(_("Years since the first licence"), _("years"), least=0),
        y=Axis(_("Still here"), "%", least=0, most=100), series=(Series(_("Still here"), "mine", tuple(steps)),),
        table=table(head, body),
    )
