"""Forms of prices, offers and licences: they shape what is typed, and decide nothing."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.residency.reads import companies, licences
from squaremile.residency.reads.days import begin_of, end_of
from squaremile.spaces.reads.places import lettable
from squaremile.web.pages.residency.licences.spots import floor_of
from squaremile.web.pages.residency.space.exceptions import exception
from squaremile.web.shell.money import MoneyField, finish

DAY = forms.DateInput(attrs={"type": "date"})
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
LINES = forms.Textarea(attrs={"rows": 3})
KINDS_OF_PLACE = ("bench", "desk", "bay", "suite", "room", "shelf")


class PricesForm(forms.Form):
    """A list of prices: a month of each kind of place."""

    name_ko = forms.CharField(label=_("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False)
    valid_from = forms.DateField(label=_("Valid from"), widget=DAY)
    currency = forms.ChoiceField(label=_("Currency"), initial="KRW")
    bench = MoneyField(label=_("Bench, a month"), required=False, help_text=_("Empty where none is let."))
    desk = MoneyField(label=_("Desk, a month"), required=False)
    bay = MoneyField(label=_("Bay, a month"), required=False)
    suite = MoneyField(label=_("Suite, a month"), required=False)
    room = MoneyField(label=_("Room, a month"), required=False)
    shelf = MoneyField(label=_("Shelf, a month"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["currency"].choices = [(unit, unit) for unit in MINOR_DIGITS]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Prices in minor units of the currency."""
        finish(self, self.cleaned_data.get("currency", ""), *KINDS_OF_PLACE)
        return self.cleaned_data

    def said(self) -> dict[str, Any]:
        return {name: 0 if value is None else value for name, value in self.cleaned_data.items()}


class OfferForm(forms.Form):
    """What is offered to whom, until when."""

    company = forms.ChoiceField(label=_("Company"))
    spots = forms.MultipleChoiceField(label=_("Places"), widget=forms.CheckboxSelectMultiple)
    first_day = forms.DateField(label=_("First day"), widget=DAY)
    last_day = forms.DateField(label=_("Last day"), widget=DAY)
    until = forms.DateTimeField(label=_("The places are kept until"), widget=MOMENT)
    sign_by = forms.DateTimeField(
        label=_("Both sign by"), widget=MOMENT, required=False,
        help_text=_("Accepted and not signed by then, it comes to nothing and the places are free. Empty: two weeks after the answer."),
    )
    price_version = forms.ChoiceField(label=_("List of prices"))
    deposit = MoneyField(label=_("Deposit"), initial="0", help_text=_("In the currency of the list of prices."))
    notice_months = forms.IntegerField(label=_("Months of notice"), min_value=0, max_value=24, initial=1)
    most_people = forms.IntegerField(label=_("Most people"), min_value=1, max_value=1000)
    permitted_use = forms.CharField(label=_("Permitted use"), max_length=300)
    covenants = forms.CharField(label=_("Covenants, one a line"), required=False, widget=LINES)
    exception = exception()

    def __init__(self, *args: Any, excepts: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not excepts:
            del self.fields["exception"]
        self.fields["company"].choices = [(row.code, f"{row.name} · {row.state_said}") for row in companies.to_offer()]  # type: ignore[attr-defined]
        self.fields["spots"].choices = [(place.code, f"{place.code} · {place.name}") for place in lettable()]  # type: ignore[attr-defined]
        self.fields["price_version"].choices = _lists()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The deposit in minor units of the list's currency."""
        units = {row.code: row.currency for row in licences.prices()}
        finish(self, units.get(self.cleaned_data.get("price_version", ""), ""), "deposit")
        return self.cleaned_data

    def said(self) -> dict[str, Any]:
        asked = dict(self.cleaned_data)
        first, last = asked.pop("first_day"), asked.pop("last_day")
        return {
            **asked, "start": begin_of(first), "end": end_of(last), "until": _on_site(asked["until"]),
            "sign_by": _on_site(asked["sign_by"]) if asked["sign_by"] else None, "covenants": asked["covenants"].splitlines(),
        }


class UntilForm(forms.Form):
    """A later moment."""

    until = forms.DateTimeField(label=_("The places are kept until"), widget=MOMENT)

    def said(self) -> dict[str, Any]:
        return {"until": _on_site(self.cleaned_data["until"])}


class SignForm(forms.Form):
    """A name, typed by whoever bears it."""

    signed_name = forms.CharField(
        label=_("Your name, typed in full"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("It signs the document that is shown here. Time, network address and the document's digest are kept with it."),
    )


class InsuranceForm(forms.Form):
    """A certificate as it was shown."""

    insurer = forms.CharField(label=_("Insurer"), max_length=120)
    policy_number = forms.CharField(label=_("Number of the policy"), max_length=60)
    expires_on = forms.DateField(label=_("Valid until"), widget=DAY)


class DepositForm(forms.Form):
    """Money that came in."""

    amount = MoneyField(label=_("Amount"))
    paid_on = forms.DateField(label=_("Paid on"), widget=DAY)

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount"].of(currency)  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=500)


class LicenceNoticeForm(ReasonForm):
    """From when on it is over, and why."""

    last_day = forms.DateField(label=_("Last day"), widget=DAY)


class AmendmentForm(ReasonForm):
    """What changes from a day on; what is left empty stays."""

    effective_on = forms.DateField(label=_("In effect from"), widget=DAY)
    last_day = forms.DateField(label=_("New last day"), widget=DAY, required=False, help_text=_("What is left empty stays as it is."))
    most_people = forms.IntegerField(label=_("Most people"), min_value=1, max_value=1000, required=False)
    permitted_use = forms.CharField(label=_("Permitted use"), max_length=300, required=False)
    price_version = forms.ChoiceField(label=_("List of prices"), required=False)
    adds = forms.MultipleChoiceField(label=_("Places that are added"), required=False, widget=forms.SelectMultiple(attrs={"size": 8}))
    gives_up = forms.MultipleChoiceField(label=_("Places that are given up"), required=False, widget=forms.CheckboxSelectMultiple)
    exception = exception()

    def __init__(self, its: list[str], *args: Any, excepts: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not excepts:
            del self.fields["exception"]
        others = [place for place in lettable() if place.code not in its]
        self.fields["price_version"].choices = [("", "—"), *_lists()]  # type: ignore[attr-defined]
        floors: dict[str, list[tuple[str, str]]] = {}
        where = floor_of()
        for place in others:
            floors.setdefault(where.get(place.code, ""), []).append((place.code, f"{place.code} · {place.name}"))
        self.fields["adds"].choices = list(floors.items())  # type: ignore[attr-defined]
        self.fields["gives_up"].choices = [(code, code) for code in its]  # type: ignore[attr-defined]


def _lists() -> list[tuple[str, str]]:
    return [(row.code, f"{row.name} ({row.valid_from})") for row in licences.prices()]


def _on_site(moment: datetime) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))
