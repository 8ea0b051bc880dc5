"""Reporting in a minute on a phone: what happened and where; signed in, or without any name."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.words.incidents import KINDS
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

WHAT = forms.Textarea(attrs={"rows": 3})


class NearMissForm(forms.Form):
    """Without a name."""

    what_happened = forms.CharField(label=gettext_lazy("What happened, or nearly did"), max_length=2000, widget=WHAT)
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20, required=False)


class ReportForm(NearMissForm):
    """By somebody who is known."""

    incident_kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    happened_at = forms.DateTimeField(
        label=gettext_lazy("When"), required=False, help_text=gettext_lazy("Now, when left empty."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )
    hurt = forms.CharField(
        label=gettext_lazy("Who was hurt"), max_length=400, required=False,
        help_text=gettext_lazy("Names, separated by commas. Only safety and your own company see them."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["incident_kind"].choices = [(k, str(said)) for k, said in KINDS.items()]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.report)
def page(request: HttpRequest) -> HttpResponse:
    """One sentence is enough; `?room=` comes from the code on the door."""
    form = ReportForm(request.POST or None, initial={"place": request.GET.get("room", "")[:20], "incident_kind": "near_miss"})
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        hurt = [name.strip() for name in said.pop("hurt").split(",") if name.strip()]
        at: datetime | None = said.pop("happened_at")
        refusal = tried(lambda: made.append(safety.report_incident(**said, hurt=hurt, happened_at=at)))
        if refusal is None:
            to = reverse("safety_incident", args=[made[0].code]) if rules.see_incidents(require()) else reverse("safety_report")
            return done(request, _("Thank you. Safety has it."), to)
    return render(request, "safety/report.html", {
        "form": form, "refusal": refusal, "sections": sections.tabs("safety_incidents"),
    }, status=refusal.status if refusal else 422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def anonymous(request: HttpRequest) -> HttpResponse:
    """The same for everybody, signed in or not: whoever writes here is nobody to the database."""
    form = NearMissForm(request.POST or None, initial={"place": request.GET.get("room", "")[:20]})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.report_near_miss(**form.cleaned_data))
        if refusal is None:
            return HttpResponseRedirect(f"{reverse('public_near_miss')}?sent=yes", status=303)
    return render(request, "safety/near_miss.html", {
        "form": form, "refusal": refusal, "sent": "sent" in request.GET,
    }, status=refusal.status if refusal else 422 if form.errors else 200)
