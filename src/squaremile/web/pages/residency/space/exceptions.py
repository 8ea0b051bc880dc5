"""The site director's reason to let a company sit where it does not fit, as every form that seats somebody asks for it."""

from django import forms
from django.utils.translation import gettext_lazy as _


def exception() -> forms.CharField:
    """Empty where everything fits: the refusal comes first, with its arithmetic."""
    return forms.CharField(
        label=_("Reason of the exception, for staff alone"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where the places do not fit: leave it empty, and what stands against them is said before anything is sent."),
    )
