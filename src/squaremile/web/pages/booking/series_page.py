"""A series: every date before it is made, and a choice for each date that cannot be had."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from squaremile.booking import operations as booking
from squaremile.booking import rules
from squaremile.booking.operations.series import SeriesDate
from squaremile.booking.reads import panel, series
from squaremile.booking.words import WEEKDAYS
from squaremile.core.reads.payers import payers
from squaremile.kernel.errors import Missing, SquaremileError
from squaremile.web.pages.booking.feed import instant
from squaremile.web.pages.booking.reserve import times
from squaremile.web.pages.booking.slot_form import SlotForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class SeriesForm(SlotForm):
    """The first booking, and how it repeats."""

    weekdays = forms.MultipleChoiceField(
        label=_("On"),
        required=False,
        choices=lambda: list(enumerate(WEEKDAYS)),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: the weekday of the first booking."),
    )
    every_weeks = forms.IntegerField(label=_("Every so many weeks"), min_value=1, max_value=52, initial=1)
    until = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The last day, or a number of times."),
    )
    count = forms.IntegerField(label=_("Number of times"), min_value=1, max_value=52, required=False, initial=4)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("until"):
            said["count"] = None
        return said

    def rule(self) -> dict[str, Any]:
        """What the preview is asked."""
        said = self.cleaned_data
        asked = self.asked()
        return {
            "equipment": asked["equipment"],
            "start": asked["start"],
            "end": asked["end"],
            "weekdays": [int(day) for day in said["weekdays"]],
            "every_weeks": said["every_weeks"],
            "until": said["until"],
            "count": said["count"],
            "organisation": asked["organisation"],
            "person": asked["person"],
            "project": asked["project"],
        }


@require_http_methods(["GET", "POST"])
@only(rules.reserve)
def page(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST first previews, then (with the choices made) books all dates or none."""
    code = (request.POST if request.method == "POST" else request.GET).get("equipment", "")
    start, end = times(request)
    found = panel.panel(equipment=code, start=start, end=end)
    form = SeriesForm(
        request.POST if request.method == "POST" else None,
        zone=found.instrument.zone,
        payers=payers(),
        assistance=found.offers_assistance,
        initial={"equipment": code, "start": found.period.start, "end": found.period.end},
    )
    if request.method == "GET":
        return _shown(request, form, found)
    if not form.is_valid():
        return _shown(request, form, found, status=422)
    if "confirm" in request.POST:
        return _book(request, form, found)
    return _preview(request, form, found)


def _preview(
    request: HttpRequest, form: SeriesForm, found: panel.Panel, refusal: SquaremileError | None = None
) -> HttpResponse:
    previews: list[series.Preview] = []
    unread = tried(lambda: previews.append(series.preview_series(**form.rule())))
    said = refusal or unread
    return _shown(
        request,
        form,
        found,
        preview=previews[0] if previews else None,
        refusal=said,
        status=said.status if said else 200,
    )


def _book(request: HttpRequest, form: SeriesForm, found: panel.Panel) -> HttpResponse:
    dates = [
        chosen for name in request.POST.getlist("date") if (chosen := _chosen(request.POST.get(f"date_{name}", "")))
    ]
    asked = form.asked()
    made: list[Any] = []
    refusal = tried(
        lambda: made.extend(
            booking.reserve_series(
                equipment=asked["equipment"],
                dates=dates,
                organisation=asked["organisation"],
                project=asked["project"],
                purpose=asked["purpose"],
                assisted=asked["assisted"],
                person=asked["person"],
            )
        )
    )
    if refusal:
        return _preview(request, form, found, refusal)
    said = ngettext("%(n)s booking was made.", "%(n)s bookings were made.", len(made)) % {"n": len(made)}
    return done(request, said, reverse("bookings"))


def _chosen(text: str) -> SeriesDate | None:
    """A choice as the form carries it: start, end, instrument; empty is to skip the date."""
    parts = text.split("|")
    if len(parts) != 3:
        return None
    try:
        return SeriesDate(instant(parts[0]), instant(parts[1]), parts[2])
    except Missing:
        raise
    except SquaremileError:
        return None


def _shown(
    request: HttpRequest,
    form: SeriesForm,
    found: panel.Panel,
    *,
    preview: series.Preview | None = None,
    refusal: SquaremileError | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "booking/series.html",
        {
            "form": form,
            "panel": found,
            "preview": preview,
            "refusal": refusal,
            "zone": str(found.instrument.zone),
        },
        status=status,
    )
