"""The agreement register: a list with filters, sorting and export."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import agreements
from squaremile.network.words.agreements import STATES, TYPES
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements.fields import said
from squaremile.web.shell import tables
from squaremile.web.shell.entry import only


class Filters(forms.Form):
    """Which agreements."""

    type = forms.ChoiceField(label=gettext_lazy("Type"), required=False, choices=said(TYPES, empty=gettext_lazy("All")))
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False, choices=said(STATES, empty=gettext_lazy("All")))
    partner = forms.ChoiceField(label=gettext_lazy("Partner"), required=False)
    due = forms.ChoiceField(label=gettext_lazy("What is due"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        bodies = [(code, str(name)) for code, name in agreements.partners()]
        self.fields["partner"].choices = [("", _("All")), *bodies]  # type: ignore[attr-defined]
        self.fields["due"].choices = [("", _("All")), ("soon", _("Something is due")), ("late", _("Overdue"))]  # type: ignore[attr-defined]


def wanted(request: HttpRequest) -> agreements.Wanted:
    asked = request.GET
    return agreements.Wanted(
        words=asked.get("q", ""), type=asked.get("type", ""), state=asked.get("state", ""),
        partner=asked.get("partner", ""), due=asked.get("due", ""), sort=asked.get("sort", "") or "-signed",
    )


@require_GET
@only(rules.see_register)
def page(request: HttpRequest) -> HttpResponse:
    """Own agreements (for liaison staff: all), and below them what others have published."""
    rows = agreements.register(wanted(request))
    asking = require()
    return render(request, "network/agreements/register.html", {
        "sections": sections.tabs("network_agreements"), "rows": rows, "filters": Filters(request.GET),
        "published": agreements.published(but=frozenset(r.code for r in rows)), "may_draft": rules.liaise(asking),
        "answers": rules.answer_for_promises(asking), "query": request.GET.urlencode(), "filtered": bool(request.GET),
    })  # fmt: skip


@require_GET
@only(rules.see_register)
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file."""
    heads = [_("Code"), _("Title"), _("Type"), _("State"), _("Parties"), _("Signed"), _("Ends"), _("Notice by"),
             _("Money or obligation"), _("Next due"), _("Due on")]  # fmt: skip
    rows = [
        (r.code, r.title, r.type_label, r.state_label, " · ".join(map(str, r.parties)), r.signed_on, r.ends_on,
         r.notice_on, _("yes") if r.binding else _("no"), r.next_due.label if r.next_due else "",
         r.next_due.due.due_on if r.next_due else None)
        for r in agreements.register(wanted(request))
    ]
    made = [tables.Sheet(_("Agreements"), heads, rows)]
    return tables.as_xlsx("agreements", made) if kind == "xlsx" else tables.as_csv("agreements", made)
