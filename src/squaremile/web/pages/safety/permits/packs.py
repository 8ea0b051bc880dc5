"""Permit packs: the list, and each as PDF and as CSV."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import permit_packs
from squaremile.safety.words import permit_packs as words
from squaremile.web.pages.safety import sections
from squaremile.web.shell import papers
from squaremile.web.shell.entry import only


@require_GET
@only(rules.take_packs)
def page(request: HttpRequest) -> HttpResponse:
    """What can be taken, of one's own company or, for those who see everyone's, of the cluster."""
    everyone = rules.see_everyone(require())
    return render(request, "safety/permits/packs.html", {
        "packs": [(kind, title, words.SAYS[kind]) for kind, title in words.TITLES.items()], "everyone": everyone,
        "companies": organisations() if everyone else [], "asked": request.GET.get("organisation", "") if everyone else "",
        "sections": sections.tabs("safety_permits"),
    })


@require_GET
@only(rules.take_packs)
def pack(request: HttpRequest, pack_kind: str, form: str) -> HttpResponse:
    """One pack, as it stands now, in the language asked for or the one being served."""
    language = papers.language_asked(request)
    found = permit_packs.made(pack_kind, request.GET.get("organisation", ""))
    name = f"{pack_kind}-{found.as_of:%Y%m%d-%H%M}-{language}"
    if form == "pdf":
        return papers.pdf(f"{name}.pdf", permit_packs.pdf(found, language), Cache_Control="private, no-store")
    said = {"Content-Disposition": f'attachment; filename="{name}.csv"', "Cache-Control": "private, no-store"}
    return HttpResponse(permit_packs.as_csv(found, language), content_type="text/csv; charset=utf-8", headers=said)
