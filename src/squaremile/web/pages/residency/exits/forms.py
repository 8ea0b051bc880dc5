"""Forms of exits: they shape input only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.kernel.ids import uuid7
from squaremile.residency.words import departures as words
from squaremile.web.pages.residency.people.forms import day
from squaremile.web.shell.money import MoneyField


class NoticeForm(forms.Form):
    """The last day, and where it goes."""

    last_day = day(_("Last day"))
    destination = forms.CharField(label=_("Where it goes"), max_length=200, required=False)


class CountForm(forms.Form):
    """One thing to clear. An amount of 0 says that there is none."""

    kind = forms.ChoiceField(label=_("Kind"))
    what = forms.CharField(label=_("What"), max_length=200)
    opening = forms.DecimalField(label=_("How much there is"), min_value=0, max_digits=15, decimal_places=3)
    unit = forms.ChoiceField(label=_("Unit"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = [(k, str(said)) for k, said in words.KINDS.items()]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [(k, str(said)) for k, said in words.UNITS.items()]  # type: ignore[attr-defined]


class ClearForm(forms.Form):
    """How much of it is gone."""

    amount = forms.DecimalField(label=_("How much of it is gone"), min_value=0, max_digits=15, decimal_places=3)
    remark = forms.CharField(label=_("How"), max_length=300, required=False)
    file = forms.FileField(label=_("Photograph or paper"), required=False, help_text=_("A PDF or picture of up to 20 MB."))


class RecountForm(forms.Form):
    """How much there really was."""

    opening = forms.DecimalField(label=_("How much there is"), min_value=0, max_digits=15, decimal_places=3)
    remark = forms.CharField(label=_("Why"), max_length=300)


class DeductForm(forms.Form):
    """What is taken from the deposit."""

    says = forms.CharField(label=_("What for"), max_length=300)
    amount_minor = MoneyField(label=_("Amount"))

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount_minor"].of(currency)  # type: ignore[attr-defined]


class OwedForm(forms.Form):
    """What came in beyond the deposit, or is waived; or a record of it that was wrong."""

    amount_minor = MoneyField(label=_("Amount"))
    written_off = forms.BooleanField(label=_("Written off, not paid"), required=False)
    says = forms.CharField(
        label=_("Reference or reason"), max_length=300, required=False,
        help_text=_("The company reads it. Needed where it is written off or taken back.")
    )
    takes_back = forms.BooleanField(label=_("Take back a record that was wrong"), required=False)
    form_token = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False, initial=lambda: uuid7().hex)

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount_minor"].of(currency)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is taken back is an amount below nothing."""
        said = super().clean() or self.cleaned_data
        if said.pop("takes_back", False) and said.get("amount_minor"):
            said["amount_minor"] = -said["amount_minor"]
        return said


class DisputeForm(forms.Form):
    """How much of a deduction the company contests; nought ends it."""

    disputed_minor = MoneyField(label=_("Contested amount"))
    says = forms.CharField(label=_("Why"), max_length=300, required=False)

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["disputed_minor"].of(currency)  # type: ignore[attr-defined]
