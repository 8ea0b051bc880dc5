"""The Programme desk: every application handed in, by call and state, with what stands against it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.reads import calls, dossiers, funnel
from squaremile.residency.words import applications as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.entry import only


class Filters(forms.Form):
    """Which applications."""

    call = forms.ChoiceField(label=gettext_lazy("Call"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        named = [(row.code, str(row.title)) for row in calls.calls()]
        states = [(s, str(said)) for s, said in words.STATES.items() if s != "draft"]
        self.fields["call"].choices = [("", _("All")), *named]  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("All")), *states]  # type: ignore[attr-defined]


@require_safe
@only(rules.see_applications)
def page(request: HttpRequest) -> HttpResponse:
    """The list; who may see reviews sees the funnel of each call, decisions and how reviewers differ as well."""
    filters, asking = Filters(request.GET), require()
    filters.is_valid()
    sees_reviews = rules.see_reviews(asking)
    call, state = filters.cleaned_data.get("call", ""), filters.cleaned_data.get("state", "")
    return render(request, "residency/desk/desk.html", {
        "rows": dossiers.desk(call=call, state=state), "filters": filters, "asked": bool(call or state),
        "sees_competition": rules.see_competition(asking), "may_hold": rules.hold_calls(asking),
        "sections": sections.tabs("residency_desk"), "funnels": funnel.funnels() if sees_reviews else (),
        "habits": funnel.habits() if sees_reviews else (), "sees_reviews": sees_reviews,
    })
