"""What stands where with which clock; starting a container, recording that it is full, moving it to the store."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import waste, waste_labels
from squaremile.safety.words.waste import STREAMS, WASTE_UNKNOWN
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.pages.safety.stock.placing import room_choices
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import pdf


class StartForm(forms.Form):
    """A container that is begun today."""

    organisation = forms.ChoiceField(label=gettext_lazy("Company"), required=False)
    waste_stream = forms.ChoiceField(label=gettext_lazy("Stream"))
    contents = forms.CharField(label=gettext_lazy("What is in it"), max_length=300)
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)
    waste_generator = forms.ChoiceField(label=gettext_lazy("Generator it counts under"))
    acute = forms.BooleanField(label=gettext_lazy("Acutely hazardous"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["waste_stream"].choices = [(s, str(said)) for s, said in STREAMS.items()]
        fields["waste_generator"].choices = [(code, str(name)) for code, name in waste.may_use()]
        if rules.see_everyone(require()):
            fields["organisation"].choices = [("", "—"), *((o.code, str(o.name)) for o in organisations())]
        else:
            del fields["organisation"]


@require_GET
@only(rules.see_waste)
def page(request: HttpRequest) -> HttpResponse:
    """The most urgent first."""
    return _page(request)


@require_GET
@only(rules.see_waste)
def labels(request: HttpRequest) -> HttpResponse:
    """Labels of one container (`code`), or of everything that stands here."""
    rows = [row for row in waste.here() if request.GET.get("code", row.code) == row.code]
    if not rows:
        raise Missing(WASTE_UNKNOWN)
    address = settings.PUBLIC_URL + reverse("safety_waste")
    return pdf("waste-labels.pdf", waste_labels.pdf(rows, address=address), Cache_Control="private, no-store")


@require_http_methods(["GET", "POST"])
@only(rules.keep_waste)
def start(request: HttpRequest) -> HttpResponse:
    """Begin a container."""
    form, refusal = StartForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.start_waste(**form.cleaned_data))
        if refusal is None:
            return done(request, _("The container is begun."), reverse("safety_waste"))
    return form_page(request, form, refusal, _("Start a waste container"), _("Start it"), reverse("safety_waste"), section="safety_waste")


@require_POST
@only(rules.keep_waste)
def act(request: HttpRequest, code: str) -> HttpResponse:
    """It is full, or it stands in the store now; with its weight."""
    try:
        weight = Decimal(request.POST.get("weight_kg", "").strip() or "0")
    except InvalidOperation:
        weight = Decimal(0)
    if request.POST.get("act") == "store":
        refusal = tried(lambda: safety.store_waste(waste=code, weight_kg=weight or None, place=request.POST.get("place", "")))
    else:
        refusal = tried(lambda: safety.fill_waste(waste=code, weight_kg=weight))
    if refusal is None:
        return done(request, _("Done."), reverse("safety_waste"))
    return _page(request, status=refusal.status, refusal=refusal)


def _page(request: HttpRequest, status: int = 200, **more: object) -> HttpResponse:
    asking = require()
    return render(request, "safety/waste.html", {
        "rows": waste.here(), "rooms": room_choices()[1:] if rules.keep_waste(asking) else (),
        "pickups": waste.pickups(), "generators": waste.generators(), "may_keep": rules.keep_waste(asking),
        "may_collect": rules.collect_waste(asking), "everyone": rules.see_everyone(asking),
        "may_generators": rules.keep_generators(asking), "sections": sections.tabs("safety_waste"), **more,
    }, status=status)
