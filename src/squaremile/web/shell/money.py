"""Money as people type it: 1,000,000 or 12.50 in the currency's own unit; pages hand minor units on."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from squaremile.kernel.money import MINOR_DIGITS, Money

SIGNS = str.maketrans("", "", ", ₩원$€£¥\u00a0")


def minor(amount: Decimal, currency: str) -> int:
    """In minor units. Raises ValidationError for more digits than the currency has."""
    if amount != round(amount, MINOR_DIGITS[currency]):
        raise forms.ValidationError(
            _("%(currency)s has no such fraction.") % {"currency": currency}, code="fraction"
        )
    return Money.rounded(amount, currency).minor


def typed(amount: int, currency: str) -> str:
    """Minor units as one would type them: 1,000,000 or 12.50."""
    return f"{Money(amount, currency).amount:,}"


class MoneyField(forms.DecimalField):
    """An amount of money. With `currency` it cleans to minor units; without, to a Decimal, for the form to finish."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, *, currency: str = "", **more: Any) -> None:
        super().__init__(**{"min_value": 0, "max_digits": 15, "decimal_places": 2, **more})
        self.currency = currency

    def of(self, currency: str) -> None:
        """From now on it is money of that currency, and its label says so."""
        self.currency, self.label = currency, format_lazy("{} ({})", self.label or "", currency)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        return super().to_python(value.translate(SIGNS) if isinstance(value, str) else value)

    def clean(self, value: Any) -> Any:
        amount = super().clean(value)
        return amount if amount is None or not self.currency else minor(amount, self.currency)


def finish(form: forms.BaseForm, currency: str, *names: str) -> None:
    """Turn what the fields of a form hold into minor units of a currency that is chosen in the same form."""
    for name in names:
        amount = form.cleaned_data.get(name)
        if amount is None or currency not in MINOR_DIGITS:
            continue
        try:
            form.cleaned_data[name] = minor(amount, currency)
        except forms.ValidationError as wrong:
            form.add_error(name, wrong)
