"""What is due in which room, what was done, rooms with their risk grades, and the checklists."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies import inspections as policy
from squaremile.safety.reads import inspections
from squaremile.safety.words.training import GRADES
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, sent, tried
from squaremile.web.shell.entry import only


class RiskForm(forms.Form):
    """A room, how risky it is, and whose it is."""

    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)
    grade = forms.ChoiceField(label=gettext_lazy("Risk grade"))
    diagnosed = forms.BooleanField(label=gettext_lazy("Has to be diagnosed in depth"), required=False)
    organisation = forms.ChoiceField(
        label=gettext_lazy("Company"), required=False, help_text=gettext_lazy("Empty for a room that everybody shares.")
    )
    since = forms.DateField(
        label=gettext_lazy("From when"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        companies = [("", "—"), *((o.code, str(o.name)) for o in organisations())]
        self.fields["grade"].choices = [(g, str(said)) for g, said in GRADES.items()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = companies  # type: ignore[attr-defined]


@require_GET
@only(rules.see_inspections)
def page(request: HttpRequest) -> HttpResponse:
    """What is due, the most urgent first; then what was done lately."""
    rows = inspections.owed()
    now = [row for row in rows if row.standing != "later"]
    return render(request, "safety/inspections.html", {
        "now": now, "later": [row for row in rows if row.standing == "later"], "lately": inspections.lately(),
        "may_inspect": rules.inspect(require()), "may_keep": rules.keep_inspections(require()),
        "sections": sections.tabs("safety_inspections"),
    })


@require_GET
@only(rules.see_inspections)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One that was carried out, line by line."""
    return _one(request, code)


@require_POST
@only(rules.confirm_inspection)
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Its head has looked at it."""
    refusal = tried(lambda: safety.confirm_inspection(inspection=code))
    if refusal is None:
        return done(request, _("The inspection is confirmed."), reverse("safety_inspection", args=[code]))
    return _one(request, code, status=refusal.status, refusal=refusal)


def _one(request: HttpRequest, code: str, status: int = 200, **more: object) -> HttpResponse:
    row, answers = inspections.inspection(code)
    return render(request, "safety/inspection.html", {
        "row": row, "answers": answers, "may_confirm": rules.confirm_inspection(require()) and row.confirmed_at is None,
        "sections": sections.tabs("safety_inspections"),
        "crumbs": [(_("Inspections"), reverse("safety_inspections"))], **more,
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.keep_inspections)
def rooms(request: HttpRequest) -> HttpResponse:
    """Rooms that are inspected; and a form for one more, or for another grade."""
    if request.method == "POST":
        form = RiskForm(request.POST)
        return sent(
            request, lambda: safety.set_room_risk(**form.cleaned_data), reverse("safety_room_risks"),
            lambda **more: _rooms(request, **more), form=form,
        )
    return _rooms(request, form=RiskForm())


def _rooms(request: HttpRequest, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "safety/room_risks.html", {
        "rows": inspections.risks(), "sections": sections.tabs("safety_inspections"),
        "crumbs": [(_("Inspections"), reverse("safety_inspections"))], **more,
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.see_inspections)
def lists(request: HttpRequest) -> HttpResponse:
    """The checklists in force; those who keep them take over one that comes with squaremile."""
    kept = inspections.lists()
    shipped, refusal = policy.shipped(), None
    wanted = shipped.get(request.POST.get("shipped", ""))
    if request.method == "POST" and wanted is not None:
        said = {key: value for key, value in wanted.items() if key not in ("kind", "items")}
        refusal = tried(lambda: safety.publish_inspection_list(**said, list_kind=wanted["kind"], list_items=wanted["items"]))
        if refusal is None:
            return done(request, _("The checklist is in force."), reverse("safety_inspection_lists"))
    there = {row.code for row in kept}
    return render(request, "safety/inspection_lists.html", {
        "rows": kept, "refusal": refusal, "offered": [each for code, each in shipped.items() if code not in there],
        "may_keep": rules.keep_inspections(require()), "sections": sections.tabs("safety_inspections"),
        "crumbs": [(_("Inspections"), reverse("safety_inspections"))],
    }, status=refusal.status if refusal else 200)
