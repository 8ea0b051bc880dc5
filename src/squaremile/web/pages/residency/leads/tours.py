"""Tours: the hours that are offered, and who comes."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import refs
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import leads
from squaremile.spaces.reads.sites import sites
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.leads.lead import host_choices
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class SlotForm(forms.Form):
    """An hour, its guide, and where to come. Times are the site's."""

    site = forms.ChoiceField(label=gettext_lazy("Site"))
    start = forms.DateTimeField(label=gettext_lazy("From"), widget=MOMENT)
    end = forms.DateTimeField(label=gettext_lazy("To"), widget=MOMENT)
    places = forms.IntegerField(label=gettext_lazy("How many people"), min_value=1, max_value=50, initial=8)
    person = forms.ChoiceField(label=gettext_lazy("Guide"))
    meeting_ko = forms.CharField(label=gettext_lazy("Where to come, in Korean"), max_length=200, required=False)
    meeting_en = forms.CharField(label=gettext_lazy("Where to come, in English"), max_length=200, required=False)
    route = forms.CharField(
        label=gettext_lazy("Route, for the guide alone"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=gettext_lazy("Which rooms, and which not: rivals work next door."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.zones = {each.code: each.zone for each in sites()}
        self.fields["site"].choices = [(each.code, str(each.name)) for each in sites()]  # type: ignore[attr-defined]
        self.fields["person"].choices = host_choices()[1:]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """As the operation takes it: both ends in the site's own clock."""
        asked = dict(self.cleaned_data)
        zone = self.zones.get(asked["site"], ZoneInfo(settings.TIME_ZONE))
        for end in ("start", "end"):
            asked[end] = asked[end].replace(tzinfo=zone)
        asked["person"] = refs.read("person", asked["person"])
        return asked


@require_http_methods(["GET", "POST"])
@only(rules.see_leads)
def page(request: HttpRequest) -> HttpResponse:
    """What is offered and who comes; POST offers another hour."""
    form, refusal = SlotForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.open_tour_slot(**form.said()))
        if refusal is None:
            return done(request, _("The hour is offered on the public site."), reverse("residency_tours"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/leads/tours.html", {
        "slots": leads.slots(), "tours": leads.tours(), "form": form, "refusal": refusal,
        "may_keep": rules.keep_companies(require()), "sections": sections.tabs("residency_leads"),
    }, status=status)


@require_POST
@only(rules.keep_companies)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Nobody else can book it."""
    residency.close_tour_slot(tour_slot=code)
    return done(request, _("The hour is closed."), reverse("residency_tours"))


@require_POST
@only(rules.keep_companies)
def record(request: HttpRequest, code: str) -> HttpResponse:
    """They came, or did not."""
    residency.record_tour(tour=code, came=request.POST.get("came") == "yes")
    return done(request, _("Recorded."), back(request, reverse("residency_tours")))


@require_POST
@only(rules.keep_companies)
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Give the places back."""
    residency.cancel_tour(tour=code)
    return done(request, _("The tour is cancelled."), back(request, reverse("residency_tours")))
