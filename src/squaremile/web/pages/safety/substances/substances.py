"""The register, and one substance: its figures with their methods, its label, its classes in every scheme, its sheets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import containers, labels, mixtures, substances
from squaremile.safety.words.stock import SUBSTANCE_UNKNOWN
from squaremile.web.pages.safety import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """The shared register and one's own; everybody's for those who answer for safety."""
    rows = sorted(substances.substances(asked=request.GET.get("q", "")), key=lambda row: (str(row.name).casefold(), row.code))
    pictures = labels.pictograms(row.code for row in rows)
    return render(request, "safety/substances/list.html", {
        "rows": [(row, pictures.get(row.code, ())) for row in rows], "asked": bool(request.GET.get("q")),
        "may_keep": rules.keep_stock(require()), "sections": sections.tabs("safety_substances"),
    })


@require_GET
@only(rules.see_stock)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What is known of it; blanks stay blank."""
    found = substances.of_code(code)
    if found is None:
        raise Missing(SUBSTANCE_UNKNOWN)
    row, classes = found
    return render(request, "safety/substances/substance.html", {
        "row": row, "classes": classes, "blank": substances.blank_schemes(classes), "label": labels.of_substance(code),
        "mixed": mixtures.of_substance(code) if row.mixture else None,
        "sheets": labels.sheets(code), "containers": containers.here(substance=code), "may_keep": rules.keep_stock(require()),
        "may_enter": substances.may_enter(row), "everyone": rules.see_everyone(require()), "sections": sections.tabs("safety_substances"),
    })
