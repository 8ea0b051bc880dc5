"""Forms of space: what a company needs, what is asked of an allocation, terms of its offers, requests and moves."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.residency.policies.space_terms import HAZARDS, KINDS, LIMITS
from squaremile.residency.reads.days import end_of
from squaremile.residency.words import space as words
from squaremile.spaces.words import KINDS as NAMES
from squaremile.web.pages.residency.space.exceptions import exception

Choices = list[tuple[str, str]]


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


def _number(label: Any, most: int = 400_000) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most)


class Counted(forms.Form):
    """A form with a number for each kind of place."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for kind in KINDS:
            self.fields[f"n_{kind}"] = _number(str(NAMES[kind]), 400)

    def numbers(self, beginning: str) -> dict[str, int]:
        """What was given under names that begin so, without that beginning."""
        return {
            name.removeprefix(beginning): value for name, value in self.cleaned_data.items()
            if name.startswith(beginning) and value is not None
        }


class NeedForm(Counted):
    """How many places, how many more later, with what."""

    def __init__(self, *args: Any, urgent: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        for kind in ("bench", "desk"):
            self.fields[f"g_{kind}"] = _number(words.LATER.fill({"kind": NAMES[kind]}), 400)
        self.fields["biosafety"] = forms.IntegerField(
            label=_("Biosafety level"), required=False, min_value=1, max_value=4, help_text=_("Empty: as last declared.")
        )
        for hazard, said in HAZARDS.items():
            self.fields[f"h_{hazard}"] = _number(said)
        if urgent:
            self.fields["urgency"] = forms.IntegerField(label=_("Urgency, 1 to 9"), required=False, min_value=1, max_value=9)

    def said(self) -> dict[str, Any]:
        """As the operation takes it."""
        return {
            "place_counts": self.numbers("n_"), "growth_counts": self.numbers("g_"), "hazard_amounts": self.numbers("h_"),
            "biosafety": self.cleaned_data["biosafety"], "urgency": self.cleaned_data.get("urgency"),
        }


class AskForm(forms.Form):
    """From which day, with which pins, and whom to admit perhaps."""

    on_day = _day(_("From"))
    newcomer = forms.ChoiceField(
        label=_("What if this company were admitted?"), required=False, help_text=_("Empty: draw a plan for everybody.")
    )
    pins = forms.CharField(
        label=_("Pins"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: place=company, by code."),
    )

    def __init__(self, *args: Any, companies: Choices = (), **more: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **more)
        self.fields["newcomer"].choices = [("", "—"), *companies]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        return {**self.cleaned_data, "pins": self.cleaned_data["pins"].split()}


class SeatingForm(forms.Form):
    """Two companies, and whether they sit apart or together."""

    company = forms.ChoiceField(label=_("Company"))
    other_company = forms.ChoiceField(label=_("Other company"))
    seating = forms.ChoiceField(label=_("Wish"))
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, companies: Choices = (), **more: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **more)
        for name in ("company", "other_company"):
            self.fields[name].choices = companies  # type: ignore[attr-defined]
        self.fields["seating"].choices = [(w, str(said)) for w, said in words.WISHES.items()]  # type: ignore[attr-defined]


class LimitForm(forms.Form):
    """What a place takes."""

    place = forms.CharField(label=_("Control area or room, by code"), max_length=20)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for hazard, said in LIMITS.items():
            self.fields[f"l_{hazard}"] = _number(said)

    def said(self) -> dict[str, Any]:
        given = {n.removeprefix("l_"): v for n, v in self.cleaned_data.items() if n.startswith("l_") and v is not None}
        return {"place": self.cleaned_data["place"].strip(), "area_limits": given}


class AcceptForm(forms.Form):
    """The terms that every offer of the plan has alike."""

    price_version = forms.ChoiceField(label=_("Price list"))
    until_day = _day(_("Offers stand until the end of"))
    last_day = _day(_("Last day of the licences"))
    permitted_use = forms.CharField(label=_("Permitted use"), max_length=300)
    people_a_place = forms.IntegerField(label=_("People for each place"), min_value=1, max_value=20, initial=2)

    def __init__(self, *args: Any, prices: Choices = (), **more: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **more)
        self.fields["price_version"].choices = prices  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        until: date = given.pop("until_day")
        last: date = given.pop("last_day")
        return {**given, "until": end_of(until), "end": end_of(last)}


class RequestForm(Counted):
    """More places, fewer, or others: how many in all."""

    space_wish = forms.ChoiceField(label=_("What is wanted"))
    by_day = _day(_("By"))
    says = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["space_wish"].choices = [(w, str(said)) for w, said in words.REQUESTS.items()]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        return {
            "space_wish": self.cleaned_data["space_wish"], "by_day": self.cleaned_data["by_day"],
            "says": self.cleaned_data["says"], "place_counts": self.numbers("n_"),
        }


class MoveForm(forms.Form):
    """On which day, from where, to where."""

    on_day = _day(_("Day of the move"))
    leaves = forms.CharField(label=_("Gives up (codes)"), max_length=1000, required=False)
    takes = forms.CharField(label=_("Takes (codes)"), max_length=1000, required=False)
    exception = exception()

    def __init__(self, *args: Any, excepts: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not excepts:
            del self.fields["exception"]

    def said(self) -> dict[str, Any]:
        return {
            "on_day": self.cleaned_data["on_day"], "exception": self.cleaned_data.get("exception", ""),
            **{name: self.cleaned_data[name].replace(",", " ").split() for name in ("leaves", "takes")},
        }
