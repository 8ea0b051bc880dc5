"""Who did what: for staff and auditors everything, for a company admin her company's; and as a table to take along."""

import csv
import json
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.core import rules
from squaremile.core.reads import audit
from squaremile.core.reads.organisations import organisations
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only

PER_PAGE = 50


class Filters(forms.Form):
    """Which acts."""

    organisation = forms.ChoiceField(label=gettext_lazy("Organisation"), required=False)
    operation = forms.ChoiceField(label=gettext_lazy("What"), required=False)
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=gettext_lazy("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    acting_only = forms.BooleanField(label=gettext_lazy("Only on behalf of somebody"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        places = [(each.code, str(each.name)) for each in organisations()]
        acts = [(name, str(label)) for name, label in audit.operations_seen()]
        self.fields["organisation"].choices = [("", _("All")), *places]  # type: ignore[attr-defined]
        self.fields["operation"].choices = [("", _("All")), *acts]  # type: ignore[attr-defined]

    def wanted(self, person: str) -> audit.Wanted:
        """What was asked for; a filter that cannot be understood is left out, and said beside it."""
        self.is_valid()
        said = self.cleaned_data
        return audit.Wanted(
            organisation=said.get("organisation") or "", operation=said.get("operation") or "", person=person,
            since=said.get("since"), until=said.get("until"), acting_only=bool(said.get("acting_only")),
        )


@require_GET
@only(rules.see_audit)
def page(request: HttpRequest) -> HttpResponse:
    """The list, newest first."""
    filters = Filters(request.GET)
    person = request.GET.get("person", "")
    shown = Paginator(audit.query(filters.wanted(person)), PER_PAGE).get_page(request.GET.get("page"))
    # Shown acts are looked up together, not one by one.
    return render(request, "organisations/audit.html", {
        "page": shown, "rows": audit.entries(shown.object_list), "filters": filters, "person": person,
        "query": request.GET.urlencode(), "most": audit.EXPORT_MOST,
    })


@require_GET
@only(rules.see_audit)
def export(request: HttpRequest) -> HttpResponse:
    """The same as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    found = audit.query(Filters(request.GET).wanted(request.GET.get("person", "")))
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": 'attachment; filename="audit.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    zone = ZoneInfo(settings.TIME_ZONE)
    writer.writerow([_("When"), _("Time zone"), _("What"), _("Operation"), _("Who"), _("At the keyboard"), _("Reason"),
                     _("Organisation"), _("Subject"), _("Details")])
    for each in audit.entries(found[: audit.EXPORT_MOST]):
        writer.writerow([cell(value) for value in (
            f"{each.at.astimezone(zone):%Y-%m-%d %H:%M:%S}", zone.key, each.label, each.operation, each.actor,
            each.operator or "", each.reason, each.organisation or "", each.subject,
            json.dumps(each.data, ensure_ascii=False) if each.data else "",
        )])
    return response

