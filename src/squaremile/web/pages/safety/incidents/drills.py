"""Drills: planned, held, counted, learnt from."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import incidents
from squaremile.safety.words.incidents import DRILLS
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, sent, tried
from squaremile.web.shell.entry import only


class PlanForm(forms.Form):
    """Which drill, where, when."""

    drill_kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    place = forms.CharField(label=gettext_lazy("Code of the place"), max_length=20)
    planned_on = forms.DateField(label=gettext_lazy("Planned for"), widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["drill_kind"].choices = [(k, str(said)) for k, said in DRILLS.items()]  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """What came of it."""

    people_counted = forms.IntegerField(label=gettext_lazy("People counted"), min_value=0, max_value=99999)
    people_expected = forms.IntegerField(label=gettext_lazy("People in the building"), min_value=0, max_value=99999, required=False)
    drill_seconds = forms.IntegerField(label=gettext_lazy("Seconds it took"), min_value=0, max_value=99999, required=False)
    lessons = forms.CharField(
        label=gettext_lazy("What was learnt"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


@require_http_methods(["GET", "POST"])
@only(rules.see_incidents)
def page(request: HttpRequest) -> HttpResponse:
    """Everybody sees them; those who hold them plan one."""
    if request.method == "POST":
        form = PlanForm(request.POST)
        return sent(
            request, lambda: safety.plan_drill(**form.cleaned_data), reverse("safety_drills"), lambda **more: _page(request, **more),
            form=form,
        )
    return _page(request, form=PlanForm())


@require_http_methods(["GET", "POST"])
@only(rules.drill)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Record one."""
    row = incidents.drill(code)
    form, refusal = RecordForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.record_drill(drill=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("The drill is recorded."), reverse("safety_drills"))
    return form_page(
        request, form, refusal, f"{row.kind} · {row.place_name}", _("Record the drill"), reverse("safety_drills"),
        section="safety_incidents",
    )


def _page(request: HttpRequest, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "safety/drills.html", {
        "rows": incidents.drills(), "may_drill": rules.drill(require()), "sections": sections.tabs("safety_incidents"),
        "crumbs": [(_("Incidents"), reverse("safety_incidents"))], **more,
    }, status=status)
