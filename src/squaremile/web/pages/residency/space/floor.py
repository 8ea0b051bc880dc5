"""The floor plan of residency: who has which place on a day, what is kept until when, and what will be free."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.reads import companies
from squaremile.residency.reads.days import today
from squaremile.residency.reads.floor_plan import plan
from squaremile.spaces.rules import keep_places
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.space.reshape_forms import reshaping
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import looked_at

AHEAD = (30, 90, 180)
"""Days that are one click away."""


class DayForm(forms.Form):
    """On which day."""

    on = forms.DateField(
        label=gettext_lazy("On"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Today, or on the day asked for: as a map and as a table."""
    return shown(request)


def shown(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    """The page, with what was refused in one of its forms."""
    form, site, now = DayForm(request.GET or None), looked_at(request), today()
    day = (form.cleaned_data["on"] if form.is_bound and form.is_valid() else None) or now
    staff = rules.see_companies(require())
    return render(request, "residency/space/floor.html", {
        "site": site, "plan": plan(site.code, site.zone, day) if site else None, "day": day, "now": now,
        "form": DayForm(initial={"on": day}), "staff": staff, "sections": sections.tabs("residency_plan"),
        "own": [] if staff else [(row.code, row.name) for row in companies.companies()],
        "ahead": [now + timedelta(days=n) for n in AHEAD],
        **(reshaping(site.code) if site and keep_places(require()) else {}), **more,
    }, status=status)
