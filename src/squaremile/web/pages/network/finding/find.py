"""Find: one box for a name, a topic or a whole need, in Korean or English."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import finding, keeping
from squaremile.network.words import finding as words
from squaremile.web.pages.network import sections
from squaremile.web.shell.entry import only

FACETS: dict[str, str | Promise] = {
    "kind": gettext_lazy("Kind"), "partner": gettext_lazy("Organisation"), "country": gettext_lazy("Country"),
    "concept": gettext_lazy("Concept"), "year": gettext_lazy("Year"),
}  # fmt: skip
GROUPS: dict[str, str | Promise] = {
    "person": gettext_lazy("People"), "lab": gettext_lazy("Labs"), "company": gettext_lazy("Organisations"),
}  # fmt: skip
LONGEST, SHORT, LONG = 2000, 12, 30


@dataclass(frozen=True, slots=True)
class Group:
    """People, labs or organisations that documents speak for."""

    kind: str
    label: str
    subject: str
    rows: tuple[finding.WhoFound, ...]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The box, and what was found."""
    question = request.GET.get("q", "").replace("\x00", "")[:LONGEST].strip()
    wanted = _wanted(request)
    found = finding.find(question, wanted, limit=LONG if wanted.kind else SHORT)
    return render(request, "network/finding/find.html", {
        "question": question, "wanted": wanted, "found": found, "groups": _groups(found, wanted.kind),
        "facets": [(name, FACETS[name], facet.options) for facet in found.facets if (name := facet.name) and facet.options],
        "kinds": [(kind, str(words.KINDS[kind]), wanted.kind == kind) for kind in finding.KINDS],
        "narrowed": wanted != finding.Wanted(), "lists": keeping.short_lists() if question else (),
        "may_keep": rules.keep_own(require()), "sections": sections.tabs("network"), "missing": words.INDEX_MISSING,
        "nothing": bool(question) and not (found.hits or found.names or any(found.who.values())),
    })


@require_GET
@only(rules.look)
def method(request: HttpRequest) -> HttpResponse:
    """How it is found and ranked, in a few sentences."""
    return render(request, "network/finding/method.html", {
        "sections": sections.tabs("network"), "title": _("How finding and matching work"),
    })


def _wanted(request: HttpRequest) -> finding.Wanted:
    """What the facets say; what is no value of theirs narrows nothing."""
    said = {name: request.GET.get(name, "").replace("\x00", "")[:120] for name in FACETS}
    year = int(said["year"]) if said["year"].isascii() and said["year"].isdecimal() and len(said["year"]) == 4 else 0
    kind = said["kind"] if said["kind"] in finding.KINDS else ""
    return finding.Wanted(kind, said["partner"], said["country"], year, said["concept"])


def _groups(found: finding.Findings, kind: str) -> list[Group]:
    subjects = {"person": "person", "lab": "lab", "company": "partner"}
    most = None if kind else 3
    return [
        Group(each, str(GROUPS[each]), subjects[each], rows[:most]) for each, rows in found.who.items() if rows
    ]
