"""Control areas of the buildings: the list, and declaring one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import areas
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class AreaForm(forms.Form):
    """Which rooms count together, and how the building helps."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    building = forms.CharField(label=gettext_lazy("Code of the building"), max_length=20)
    storey = forms.IntegerField(
        label=gettext_lazy("Storey"), min_value=-9, max_value=99,
        help_text=gettext_lazy("1 is the entrance floor, -1 the first below it."),
    )
    rooms = forms.CharField(label=gettext_lazy("Codes of its rooms, separated by commas"), max_length=600, required=False)
    sprinklered = forms.BooleanField(label=gettext_lazy("Sprinklers throughout the building"), required=False)
    lab_unit = forms.ChoiceField(
        label=gettext_lazy("Laboratory unit (NFPA 45)"), required=False, choices=[(u, u or "—") for u in ("", "A", "B", "C", "D")]
    )


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Every control area, with its rooms and the rules in force."""
    return render(request, "safety/areas.html", {
        "rows": areas.areas(), "may_keep": rules.keep_areas(require()), "sections": sections.tabs("safety_areas"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_areas)
def declare(request: HttpRequest) -> HttpResponse:
    """Rooms that count together from now on."""
    form = AreaForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        rooms = [code.strip() for code in said.pop("rooms").split(",") if code.strip()]
        refusal = tried(lambda: safety.declare_area(rooms=rooms, **said))
        if refusal is None:
            return done(request, _("The control area is declared."), reverse("safety_areas"))
    return form_page(request, form, refusal, _("Declare a control area"), _("Declare it"), reverse("safety_areas"))


def form_page(
    request: HttpRequest, form: forms.Form, refusal: Any, title: str, send: str, back: str, *, lead: str = "",
    section: str = "safety_areas",
) -> HttpResponse:
    """A page that is one form; with its refusal, or its errors, when it was sent."""
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": title, "send": send, "cancel_url": back, "lead": lead,
        "sections": sections.tabs(section),
    }, status=status)
