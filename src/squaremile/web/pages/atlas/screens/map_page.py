"""The map: every site the reader may see, with how exactly it is known; the same as a list below."""

from dataclasses import dataclass, replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.reads import outlines, points
from squaremile.atlas.reads.points import CITY, CLASSES, Sites, Where
from squaremile.atlas.words import registry as words
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.web.pages.atlas import sections
from squaremile.web.pages.atlas.screens.choosing import WhereForm, slider, year_of
from squaremile.web.pages.atlas.screens.drawing import draw
from squaremile.web.shell.entry import only

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One site of the list."""

    code: str
    name: Text
    address: Text
    precision: Text
    coarse: bool


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """All sites, or those chosen."""
    form, this = WhereForm(request.GET), clock.now().year
    span = points.years()
    years = slider((min(span[0], this), this) if span else None, year_of(request.GET), now=True)
    # The newest year is today: what is open now, whatever its year.
    found = points.sites(replace(form.where(), year=None if years is None or years.latest else years.chosen))
    listed = Paginator(range(len(found)), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "atlas/screens/map.html", {
        "sections": sections.tabs("atlas_map"), "form": form, "sites": found, "query": request.GET.urlencode(), "years": years,
        "keeps": rules.keep(require()), "nowhere": not len(found) and form.where() == Where(), "page": listed,
        "drawing": draw(found, outlines.shapes(found.focus)), "lines": [line(found, n) for n in listed],
        "organisations": len(found.codes), "coarse": found.coarse, "exact": len(found) - found.coarse,
    })


def line(found: Sites, n: int) -> Line:
    who, precision = found.organisation[n], found.precision[n]
    return Line(found.codes[who], found.names[who], found.address[n], words.PRECISIONS[CLASSES[precision]], precision == CITY)
