"""What a region could do next: near to what it does, and worth the reach; and whether nearness foretold anything."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.matrices.complexity import Complexity, complexity
from squaremile.atlas.measures.matrices.entry import entry
from squaremile.atlas.measures.matrices.opportunities import Opportunities, opportunities
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Mark, Point, Series, table
from squaremile.web.pages.atlas.screens.answers import answered
from squaremile.web.pages.atlas.screens.figures_form import Asked, asked, basis
from squaremile.web.pages.atlas.screens.gaining import SIEVE, gained, offered
from squaremile.web.shell.entry import only

QUADRANTS = {
    "high-road": (Text(ko="가깝고 복잡함", en="near and complex"), "mine"),
    "low-road": (Text(ko="가깝고 단순함", en="near and simple"), "other"),
    "casino": (Text(ko="멀고 복잡함", en="far and complex"), "warn"),
    "dead-end": (Text(ko="멀고 단순함", en="far and simple"), "info"),
}
"""After Balland, Boschma, Crespo & Rigby 2019: what it is called here, and how it looks."""


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The region and period chosen, or why nothing can be said."""
    return answered(request, "opportunities", "atlas_opportunities", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing."""
    found = asked(said)
    shown: dict[str, Any] = {"found": found, "basis": basis(found)}
    if found.offer is None:
        return shown
    try:
        measured = complexity(found.matrix, sieve=SIEVE)
        open_to = opportunities(measured, found.region)
        shown |= {
            "ahead": chart(found, open_to), "rows": rows(found, open_to), "warnings": open_to.warnings,
            "dropped": len(measured.dropped), "tiny": found.region in _tiny(measured),
        } | offered(found, open_to, said) | gained(found, measured, said)  # fmt: skip
    except Unmeasurable as refused:
        shown["refused"] = refused
    try:
        shown["entry"] = entry([(each, complexity(found.of(each), sieve=SIEVE)) for each in found.offer.periods])
    except Unmeasurable as refused:
        shown["no_entry"] = refused
    return shown


def one(said: QueryDict, _name: str) -> Chart | None:
    """The chart alone. Raises Unmeasurable."""
    found = asked(said)
    return None if found.offer is None else chart(found, opportunities(complexity(found.matrix, sieve=SIEVE), found.region))


def _tiny(measured: Complexity) -> set[str]:
    """Regions with less than a tenth of the middle region's total: their order is mostly chance."""
    total = measured.matrix.values.sum(axis=1)
    middle = sorted(total)[len(total) // 2]
    return {name for name, held in zip(measured.matrix.regions, total, strict=True) if held < middle / 10}


def chart(found: Asked, open_to: Opportunities) -> Chart:
    """Nearness across, complexity up; the medians cut it into quadrants."""
    series = tuple(
        Series(name, look, tuple(
            Point(float(open_to.density[n]), float(open_to.pci[n]), name=found.activity_name(code))
            for n, code in enumerate(open_to.activity) if open_to.quadrant[n] == quadrant
        ))
        for quadrant, (name, look) in QUADRANTS.items()
    )  # fmt: skip
    near = sum(each == "high-road" for each in open_to.quadrant)
    body = [
        (
            found.activity_name(code), QUADRANTS[open_to.quadrant[n]][0], f"{open_to.density[n]:.3f}",
            f"{open_to.pci[n]:.2f}", f"{open_to.unlocks[n]:.3f}",
        )
        for n, code in enumerate(open_to.activity)
    ]  # fmt: skip
    return Chart(
        kind="points", title=_("What %(region)s does not do yet") % {"region": found.name},
        says=_("%(near)d of %(all)d missing activities are both near and complex.") % {"near": near, "all": len(open_to.activity)},
        x=Axis(_("Relatedness density"), _("0 far, 1 near")), y=Axis(_("Complexity (PCI)"), _("standard deviations")),
        series=series, tall=True, source=found.figures.source,
        marks=(Mark("x", open_to.middle_density, _("middle")), Mark("y", open_to.middle_pci, _("middle"))),
        table=table((
            (_("Activity"), False), (_("Quadrant"), False), (_("Relatedness density"), True), (_("Complexity (PCI)"), True),
            (_("What it unlocks"), True),
        ), body),
    )  # fmt: skip


def rows(found: Asked, open_to: Opportunities) -> list[dict[str, Any]]:
    """Candidates by what they would unlock, with the neighbours that speak for them and those they lead to."""
    return [
        {
            "name": found.activity_name(code), "quadrant": QUADRANTS[open_to.quadrant[n]][0],
            "density": float(open_to.density[n]), "pci": float(open_to.pci[n]), "unlocks": float(open_to.unlocks[n]),
            "because": [found.activity_name(each) for each in open_to.because[n]],
            "leads": [found.activity_name(each) for each in open_to.from_there[n]],
        }
        for n, code in enumerate(open_to.activity)
    ]  # fmt: skip
