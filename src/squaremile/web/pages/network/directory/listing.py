"""The directory as a list: by kind, country, concept and words; in order; and as a table to take along."""

import csv
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import lists, people
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge
from squaremile.web.pages.network import sections
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only

PER_PAGE, EXPORT_MOST = 50, 20_000
KINDS: dict[str, tuple[str | Promise, str, str | Promise]] = {
    "people": (gettext_lazy("People"), "person", gettext_lazy("Publications")),
    "organisations": (gettext_lazy("Organisations"), "partner", gettext_lazy("People")),
    "labs": (gettext_lazy("Labs"), "lab", gettext_lazy("People")),
    "technologies": (gettext_lazy("Technologies"), "technology", gettext_lazy("Readiness (TRL)")),
    "projects": (gettext_lazy("Research projects"), "project", gettext_lazy("People")),
    "publications": (gettext_lazy("Publications"), "publication", gettext_lazy("Authors")),
}
"""Kind → its name, its noun, and what its figure counts."""
SORTS = {
    "people": words.PERSON_KINDS, "organisations": words.PARTNER_KINDS, "publications": knowledge.PUBLICATION_KINDS,
}  # fmt: skip


class Filters(forms.Form):
    """Which entries. A choice that is not there is left out."""

    sort_of = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False)
    concept = forms.ChoiceField(label=gettext_lazy("Concept"), required=False)

    def __init__(self, data: Any, kind: str) -> None:
        super().__init__(data, auto_id="filter-%s")
        anything = ("", _("All"))
        self.kind, fields = kind, self.fields
        fields["sort_of"].choices = [anything, *((c, str(t)) for c, t in SORTS.get(kind, {}).items())]  # type: ignore[attr-defined]
        fields["country"].choices = [anything, *((c, c) for c in lists.countries())]  # type: ignore[attr-defined]
        fields["concept"].choices = [anything, *((c.code, str(c.name)) for c in lists.concept_choices())]  # type: ignore[attr-defined]
        if kind not in SORTS:
            del fields["sort_of"]

    def wanted(self, asked: QueryDict) -> lists.Wanted:
        self.is_valid()
        said = self.cleaned_data
        return lists.Wanted(
            kind=self.kind, sort_of=said.get("sort_of") or "", country=said.get("country") or "",
            concept=said.get("concept") or "", text=asked.get("q", "").replace("\x00", "")[:200],
            sort=asked.get("sort", "name"),
        )


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "people")
    return asked if asked in KINDS else "people"


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """One kind at a time, fifty rows a page."""
    kind = _kind(request)
    filters = Filters(request.GET, kind)
    shown = Paginator(lists.query(filters.wanted(request.GET)), PER_PAGE).get_page(request.GET.get("page"))
    label, noun, counts = KINDS[kind]
    tabs = [
        (str(name), f"{reverse('network_directory')}?kind={key}", key == kind, None) for key, (name, _n, _c) in KINDS.items()
    ]
    return render(request, "network/directory/list.html", {
        "sections": sections.tabs("network_directory"), "kinds": tabs, "kind": kind, "label": label, "noun": noun,
        "counts": counts, "page": shown, "lines": lists.lines(kind, list(shown.object_list)), "filters": filters,
        "address": f"network_{noun}", "add": f"network_{noun}_add", "query": request.GET.urlencode(),
        "keeps": rules.keep_directory(require()), "desk": rules.see_desk(require()),
        "own": people.own_code(),
        "asked": any(request.GET.get(name) for name in ("q", "country", "concept", "sort_of")),
    })


@require_GET
@only(rules.look)
def export(request: HttpRequest) -> HttpResponse:
    """The same as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    kind = _kind(request)
    found = lists.query(Filters(request.GET, kind).wanted(request.GET))[:EXPORT_MOST]
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{kind}.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([_("Code"), _("Korean name"), _("English name"), _("Kind"), _("At"), _("Country"),
                     str(KINDS[kind][2]), _("Year"), _("Concepts")])
    for line in lists.lines(kind, list(found)):
        writer.writerow([cell(value) for value in (
            line.code, line.name.ko, line.name.en, line.sort_of, line.at, line.country, line.count, line.year or "",
            "; ".join(str(each) for each in line.concepts),
        )])
    return response

