"""Gas cylinders that are here, and bringing one in."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import cylinders
from squaremile.stores.words import dock as words
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class CylinderForm(forms.Form):
    """What is stamped on it, and where it stands."""

    gas = forms.ChoiceField(label=gettext_lazy("Gas"))
    serial = forms.CharField(label=gettext_lazy("Serial number"), max_length=60)
    litres = forms.DecimalField(label=gettext_lazy("Water capacity in litres"), min_value=0, max_digits=6, decimal_places=2, initial=47)
    bar = forms.IntegerField(label=gettext_lazy("Filling pressure in bar"), min_value=1, max_value=1000, initial=150)
    owner = forms.CharField(label=gettext_lazy("Gas supplier who owns it"), max_length=120)
    organisation = forms.ChoiceField(label=gettext_lazy("Company that rents it"), required=False)
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gas"].choices = [(g, str(said)) for g, said in words.GASES.items()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [("", "—"), *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """By room; a company's own, everybody's for staff."""
    return render(request, "stores/cylinders.html", {
        "rows": cylinders.cylinders(), "gone": cylinders.cylinders(here=False), "may_keep": rules.keep(require()),
        "sections": sections.tabs("stores_cylinders"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """One comes."""
    form, refusal, made = CylinderForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(stores.add_cylinder(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Saved."), reverse("stores_cylinder", args=[made[0].code]))
    return form_page(request, form, refusal, _("Bring in a gas cylinder"), _("It is here"), reverse("stores_cylinders"))
