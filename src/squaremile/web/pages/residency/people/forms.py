"""Forms of people: they shape input only; what it must say is the operations' question."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.core import refs
from squaremile.core.reads.people_directory import KIND, colleagues
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.residency.words import people as words
from squaremile.web.shell.money import MoneyField, finish


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, picked."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class MemberForm(forms.Form):
    """Who she is in the company, and what she works with: her checklist is made from it."""

    kind = forms.ChoiceField(label=_("Kind"))
    title = forms.CharField(label=_("Position"), max_length=80, required=False)
    employer = forms.CharField(label=_("Employer, if another"), max_length=120, required=False)
    work = forms.MultipleChoiceField(
        label=_("Works with"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Every choice adds the courses and papers that it needs to the checklist."),
    )
    weekly_hours = forms.IntegerField(label=_("Hours a week"), min_value=1, max_value=80, initial=40)
    minor = forms.BooleanField(label=_("Under 19: a guardian has to consent"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = [(k, str(said)) for k, said in words.KINDS.items()]  # type: ignore[attr-defined]
        self.fields["work"].choices = [(k, str(said)) for k, said in words.WORK.items()]  # type: ignore[attr-defined]


class JoinForm(MemberForm):
    """Who joins, and when."""

    person = forms.ChoiceField(label=_("Person"))
    joined_on = day(_("First day"), required=False, help_text=_("Empty: today."))
    last_day = day(_("Last day, if known"), required=False)
    field_order = ("person", "joined_on", "last_day")

    def __init__(self, people: list[tuple[UUID, str]], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person"].choices = [(refs.ref(KIND, key), name) for key, name in people]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """As `residency.join` takes it."""
        return {**self.cleaned_data, "person": refs.read(KIND, self.cleaned_data["person"])}


class LeaveForm(forms.Form):
    """Her last day, and who takes over."""

    last_day = day(_("Last day"), required=False, help_text=_("Empty: at once, now."))
    hand_over_to = forms.ChoiceField(label=_("Who takes over her bookings"), required=False)

    def __init__(self, company: UUID, person: UUID, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        others = [(refs.ref(KIND, one.id), str(one.name)) for one in colleagues(company) if one.id != person]
        self.fields["hand_over_to"].choices = [("", str(_("Nobody: they are given back"))), *others]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """As `residency.leave` takes it."""
        to = self.cleaned_data.get("hand_over_to")
        return {"last_day": self.cleaned_data.get("last_day"), "hand_over_to": refs.read(KIND, to) if to else None}


class PassForm(forms.Form):
    """A badge or key."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(words.PASSES.items()))
    pass_number = forms.CharField(label=_("Number"), max_length=40)
    expires_on = day(_("Good until"))
    zones_said = forms.CharField(label=_("Zones, separated by commas"), max_length=400, required=False)

    def said(self) -> dict[str, Any]:
        """As `residency.issue_pass` takes it."""
        asked = dict(self.cleaned_data)
        zones = [zone for zone in asked.pop("zones_said").split(",") if zone.strip()]
        return {**asked, "zones": zones}


class ContactForm(forms.Form):
    """Whom to call."""

    name = forms.CharField(label=_("Name of whom to call"), max_length=80)
    phone = forms.CharField(label=_("Telephone"), max_length=40, widget=forms.TextInput(attrs={"type": "tel"}))
    contact_relation = forms.CharField(label=_("Who that is to you"), max_length=40, required=False)


class TermsForm(forms.Form):
    """What the licence says about people."""

    seats = forms.IntegerField(label=_("Seats"), min_value=0, max_value=10_000)
    notice_months = forms.IntegerField(label=_("Months of notice"), min_value=0, max_value=24, initial=3)
    deposit_minor = MoneyField(label=_("Deposit"), initial="0")
    currency = forms.ChoiceField(label=_("Currency"), choices=[(c, c) for c in MINOR_DIGITS])
    since = day(_("From"), required=False, help_text=_("Empty: today."))

    def clean(self) -> dict[str, Any]:
        """The deposit in minor units of the currency."""
        finish(self, self.cleaned_data.get("currency", ""), "deposit_minor")
        return self.cleaned_data


class WorkForm(forms.Form):
    """What a company works with."""

    work = forms.MultipleChoiceField(label=_("Works with"), required=False, widget=forms.CheckboxSelectMultiple)
    starts_on = day(_("Starts on"), required=False, help_text=_("Empty: today."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["work"].choices = [(k, str(said)) for k, said in words.WORK.items()]  # type: ignore[attr-defined]


class SignForm(forms.Form):
    """That something was done: since when, with which paper."""

    done_on = day(_("Done on"), required=False, help_text=_("Empty: today."))
    file = forms.FileField(label=_("Certificate or paper"), required=False, help_text=_("A PDF or picture of up to 20 MB."))
    remark = forms.CharField(label=_("Remark"), max_length=300, required=False)
