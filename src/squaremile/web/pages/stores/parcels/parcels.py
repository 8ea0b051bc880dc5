"""The dock: what waits, and logging what came."""

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
from squaremile.stores.reads import parcels
from squaremile.stores.words import dock as words
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class ParcelForm(forms.Form):
    """What the label says."""

    organisation = forms.ChoiceField(label=gettext_lazy("Company"), required=False, help_text=gettext_lazy("Leave it open where nobody knows yet."))
    addressee = forms.CharField(label=gettext_lazy("Name on the label"), max_length=120, required=False)
    sender = forms.CharField(label=gettext_lazy("Sender"), max_length=120, required=False)
    carrier = forms.CharField(label=gettext_lazy("Carrier"), max_length=60, required=False)
    tracking = forms.CharField(label=gettext_lazy("Tracking number"), max_length=60, required=False)
    pieces = forms.IntegerField(label=gettext_lazy("How many pieces"), min_value=1, max_value=1000, initial=1)
    temperature = forms.ChoiceField(label=gettext_lazy("Temperature"))
    keep_hours = forms.IntegerField(
        label=gettext_lazy("Hours it may stand outside the cold"), min_value=1, max_value=240, required=False,
        help_text=gettext_lazy("The house rule when left out: chilled 4, frozen 2, dry ice 24."),
    )
    dangerous = forms.BooleanField(label=gettext_lazy("Dangerous goods are declared"), required=False)
    place = forms.CharField(label=gettext_lazy("Code of the room where it waits"), max_length=20)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["temperature"].choices = [(t, str(said)) for t, said in words.TEMPERATURES.items()]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [("", "—"), *((o.code, str(o.name)) for o in organisations())]  # type: ignore[attr-defined]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """What waits, the most urgent first; below it what is gone."""
    return render(request, "stores/parcels.html", {
        "waiting": parcels.parcels(waiting=True), "gone": parcels.parcels(waiting=False, most=30), "staff": rules.see_everyone(require()),
        "may_keep": rules.keep(require()), "sections": sections.tabs("stores_parcels"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def log(request: HttpRequest) -> HttpResponse:
    """Something came."""
    form, refusal, made = ParcelForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(stores.log_parcel(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Logged; its company is told."), reverse("stores_parcel", args=[made[0].code]))
    return form_page(request, form, refusal, _("Log a parcel"), _("Log it"), reverse("stores_parcels"))
