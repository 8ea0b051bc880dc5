"""The forecast: occupancy, revenue, length of stay and wait-list, each with its interval and what it rests on."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.policies.survival import Estimate
from squaremile.residency.reads.forecast import DAYS_A_YEAR, Outlook, outlook
from squaremile.spaces.words import KINDS
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.forecast import charts
from squaremile.web.pages.residency.outcomes.forms import day
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LET = ("room", "suite", "bay", "bench", "desk", "shelf")


class PriceForm(forms.Form):
    """The price of a kind of place a month."""

    place_kind = forms.ChoiceField(label=gettext_lazy("Kind of place"))
    from_on = day(gettext_lazy("From"))
    monthly = forms.DecimalField(label=gettext_lazy("Price a month"), min_value=0, max_digits=14, decimal_places=2)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(c, c) for c in MINOR_DIGITS])

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["place_kind"].choices = [(k, str(KINDS[k])) for k in LET]  # type: ignore[attr-defined]


class BeginForm(forms.Form):
    """Since when every stay is on record."""

    whole_from = day(gettext_lazy("First day on which every stay is on record"))


@require_GET
@only(rules.see_forecast)
def page(request: HttpRequest) -> HttpResponse:
    """For a year ahead."""
    found, asking = outlook(), require()
    length = found.length
    return render(request, "residency/forecast/forecast.html", {
        "found": found, "chart": charts.places(found), "money": _money(found), "median": _years(length.median),
        "staying": None if length.too_few or not length.curve.steps else charts.staying(length),
        "within": [(years, _years(mean)) for years, mean in length.within if mean.value is not None],
        "conversions": [
            (_("Wait-list: accepted"), found.wait_list), (_("Offers: signed"), found.offers), (_("Holds: moved in"), found.holds),
        ],
        "beyond": max(row.month.beyond for row in found.months), "prices": [(KINDS[p.place_kind], p) for p in found.prices],
        "unpriced": [KINDS[kind] for kind in found.unpriced], "may_price": rules.price_forecast(asking),
        "may_keep": rules.keep_outcomes(asking), "sections": sections.tabs("residency_forecast"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.price_forecast)
def price(request: HttpRequest) -> HttpResponse:
    """Set a price."""
    form, refusal = PriceForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.set_forecast_price(**form.cleaned_data))
        if refusal is None:
            return done(request, _("The price is set."), reverse("residency_forecast"))
    return form_page(
        request, form, refusal, _("Set a price for the forecast"), _("Set it"), reverse("residency_forecast"),
        lead=_("The forecast multiplies places by it. Nothing is billed by it."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_outcomes)
def begin(request: HttpRequest) -> HttpResponse:
    """Say since when the record is whole."""
    form, refusal = BeginForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.begin_record(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Noted. Lengths of stay are counted from there."), reverse("residency_forecast"))
    return form_page(
        request, form, refusal, _("Since when are stays on record?"), _("Note it"), reverse("residency_forecast"),
        lead=_("Stays that ended before that day may be missing; those that still ran then are counted from then on."),
    )


def _money(found: Outlook) -> list[tuple[Any, ...]]:
    """Month, expected, and its two intervals, in whole units."""
    unit = 10**found.digits
    return [
        (row.on, *(round(getattr(row.month.money, name) / unit, found.digits) for name in ("expected", "low", "high", "outer_low", "outer_high")))
        for row in found.months
    ]


def _years(estimate: Estimate) -> dict[str, float | None]:
    return {
        name: None if (value := getattr(estimate, name)) is None else value / DAYS_A_YEAR for name in ("value", "low", "high")
    }
