"""Rate cards: the list, and one with its items and a tester that prices a use before anybody uses anything."""

import json
from datetime import timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies import reading
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.events import Event
from squaremile.billing.policies.rating import Line, Unpriced, rate_all
from squaremile.billing.policies.reasons import chain
from squaremile.billing.reads import cards, months
from squaremile.billing.words.pricing import UNPRICED
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class CardForm(forms.Form):
    """The whole card."""

    body = forms.CharField(
        label=gettext_lazy("Rate card as JSON"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"})
    )

    def clean_body(self) -> Any:
        """An object."""
        try:
            said = json.loads(self.cleaned_data["body"], parse_float=str)
        except json.JSONDecodeError as error:
            raise forms.ValidationError(_("This is not JSON: %(why)s") % {"why": error}) from error
        if not isinstance(said, dict):
            raise forms.ValidationError(_("This is not a rate card."))
        return said


class TestForm(forms.Form):
    """A use that has not happened."""

    subject = forms.CharField(label=gettext_lazy("What is used"), max_length=40)
    start = forms.DateTimeField(label=gettext_lazy("From"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    minutes = forms.IntegerField(label=gettext_lazy("Minutes"), min_value=1, max_value=10_000)
    payer_class = forms.CharField(label=gettext_lazy("Payer class"), max_length=40, required=False)
    assisted = forms.BooleanField(label=gettext_lazy("Staff at one's side"), required=False)


@require_http_methods(["GET", "POST"])
@only(rules.see_prices)
def page(request: HttpRequest) -> HttpResponse:
    """Every card; POST publishes one."""
    form = CardForm(request.POST or None)
    refusal: SquaremileError | None = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: billing.publish_rate_card(card_body=form.cleaned_data["body"]))
        if refusal is None:
            return done(request, _("The rate card is published."), reverse("money_cards"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "billing/cards.html", {
        "rows": cards.cards(months.today()), "form": form, "refusal": refusal, "may_keep": rules.keep_money(require()),
        "sections": sections.tabs("money_cards"),
    }, status=status)


@require_http_methods(["GET"])
@only(rules.see_prices)
def card(request: HttpRequest, code: str) -> HttpResponse:
    """One card as it holds today, with the tester."""
    found, body = cards.of_code(code)
    sound = reading.read(body)
    form, priced = TestForm(request.GET if "subject" in request.GET else None), None
    if form.is_bound and form.is_valid():
        priced = _priced(sound, **form.cleaned_data)
    return render(request, "billing/card.html", {
        "card": found, "sound": sound, "version": sound.version_on(months.today()), "form": form, "priced": priced,
        "body": json.dumps(body, ensure_ascii=False, indent=2), "sections": sections.tabs("money_cards"),
    })


def _priced(sound: Card, *, subject: str, start: Any, minutes: int, payer_class: str, assisted: bool) -> list[dict[str, Any]]:
    """Nothing else of the month was used: the first tier, no cap reached. By every meter that counts the thing."""
    version = sound.version_on(start.astimezone(sound.zone).date())
    meters = sorted({item.meter for item in version.items if item.counted_in == "minute"}) if version else []
    found = []
    for meter in meters:
        quantity = Fraction(minutes)
        event = Event("test", "test", meter, subject, start, start + timedelta(minutes=minutes), quantity, payer_class=payer_class, assisted=assisted)
        for line in rate_all(sound, [event]):
            found.append(_said(sound, line))
    return found


def _said(sound: Card, line: Line | Unpriced) -> dict[str, Any]:
    if isinstance(line, Unpriced):
        return {"why": UNPRICED[line.why]}
    return {"label": line.item.label, "net": Money(line.net, sound.currency), "reasons": chain(sound, line)}
