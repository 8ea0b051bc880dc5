"""The tester of a rate card: a use that has not happened, priced with its chain of reasons."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from squaremile.billing.policies.card import Card
from squaremile.billing.policies.events import Event
from squaremile.billing.policies.rating import Line, Unpriced, rate_all
from squaremile.billing.policies.reasons import Reason, chain
from squaremile.billing.words.pricing import UNPRICED
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text


class TestForm(forms.Form):
    """A use that has not happened, and what else was used of the same thing this month."""

    subject = forms.CharField(label=_("What is used"), max_length=40)
    start = forms.DateTimeField(label=_("From"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=10_000)
    payer_class = forms.CharField(label=_("Payer class"), max_length=40, required=False)
    assisted = forms.BooleanField(label=_("Staff at one's side"), required=False)
    before = forms.IntegerField(
        label=_("Minutes used before, that month"), min_value=0, max_value=40_000, required=False, help_text=_("For tiers of the month and caps.")
    )


@dataclass(frozen=True, slots=True)
class Priced:
    """What it costs, or why it has no price."""

    label: Text | None
    net: Money | None
    reasons: tuple[Reason, ...]
    why: Text | None = None


def asked(request: HttpRequest, card: Card) -> tuple[TestForm, list[Priced] | None]:
    """The form as it was sent with the page's address, and what it says."""
    form = TestForm(request.GET if "subject" in request.GET else None)
    return form, _priced(card, **form.cleaned_data) if form.is_bound and form.is_valid() else None


def _priced(card: Card, *, subject: str, start: Any, minutes: int, payer_class: str, assisted: bool, before: int | None) -> list[Priced]:
    """By every meter of minutes that prices the thing. A use of before is one use, at the beginning of the month."""
    day = start.astimezone(card.zone)
    version = card.version_on(day.date())
    meters = sorted({item.meter for item in version.items if item.counted_in == "minute"}) if version else []
    found = []
    for meter in meters:
        event = Event(
            "~test", "test", meter, subject, start, start + timedelta(minutes=minutes), Fraction(minutes), payer_class=payer_class,
            assisted=assisted,
        )
        first = day.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        earlier = Event(
            "before", "test", meter, subject, first, first + timedelta(minutes=1), Fraction(before or 0), payer_class=payer_class
        )
        events = [earlier, event] if before else [event]
        found += [_said(card, line) for line in rate_all(card, events) if line.event.id == event.id]
    return found


def _said(card: Card, line: Line | Unpriced) -> Priced:
    if isinstance(line, Unpriced):
        return Priced(None, None, (), UNPRICED[line.why])
    return Priced(line.item.label, Money(line.net, card.currency), tuple(chain(card, line)))
