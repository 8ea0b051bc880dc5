"""The registry as a list: filtered, in order; and as a table to take along."""

import csv
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.reads import registry
from squaremile.atlas.words import registry as words
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only

PER_PAGE, EXPORT_MOST = 50, 20_000


class Filters(forms.Form):
    """Which organisations. A choice that is not there is left out."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)
    activity = forms.ChoiceField(label=gettext_lazy("Activity"), required=False)
    precision = forms.ChoiceField(label=gettext_lazy("Precision of the point"), required=False)
    source = forms.ChoiceField(label=gettext_lazy("Source"), required=False)
    drafts = forms.BooleanField(label=gettext_lazy("Drafts alone"), required=False)

    def __init__(self, data: Any, *, staff: bool) -> None:
        super().__init__(data, auto_id="filter-%s")
        anything = ("", _("All"))
        choices: dict[str, Any] = {
            "kind": ((code, str(text)) for code, text in words.KINDS.items()),
            "country": ((code, code) for code in registry.countries()),
            "region": ((c.code, str(c.name)) for c in registry.regions()),
            "activity": ((c.code, str(c.name)) for c in registry.activities()),
            "precision": ((code or "none", str(text)) for code, text in words.PRECISIONS.items()),
            "source": ((c.code, str(c.name)) for c in registry.sources()),
        }
        for name, each in choices.items():
            self.fields[name].choices = [anything, *each]  # type: ignore[attr-defined]
        if not staff:
            del self.fields["drafts"]

    def wanted(self, asked: QueryDict) -> registry.Wanted:
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return registry.Wanted(text=asked.get("q", "").replace("\x00", "")[:200], sort=asked.get("sort", "name"), **said)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Fifty rows a page."""
    asking = require()
    filters = Filters(request.GET, staff=asking.staff)
    shown = Paginator(registry.query(filters.wanted(request.GET)), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "atlas/registry.html", {
        "sections": sections.tabs("atlas"), "page": shown, "lines": registry.lines(list(shown.object_list)), "filters": filters,
        "query": request.GET.urlencode(), "keeps": rules.keep(asking),
        "asked": any(request.GET.get(name) for name in ("q", *filters.fields)),
    })


@require_GET
@only(rules.look)
def export(request: HttpRequest) -> HttpResponse:
    """The same as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    found = registry.query(Filters(request.GET, staff=require().staff).wanted(request.GET))[:EXPORT_MOST]
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="registry.csv"'})
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([_("Code"), _("Korean name"), _("English name"), _("Kind"), _("Status"), _("City"), _("Country"), _("Founded"),
                     _("Sites"), _("Precision of the point"), _("Activity")])  # fmt: skip
    for line in registry.lines(list(found)):
        writer.writerow([cell(value) for value in (
            line.code, line.name.ko, line.name.en, line.kind, line.status, line.city, line.country, line.founded or "", line.sites,
            line.precision, "; ".join(line.activities),
        )])  # fmt: skip
    return response
