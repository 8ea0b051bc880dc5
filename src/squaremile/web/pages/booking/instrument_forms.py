"""Forms on the page of an instrument: anyone reports a fault; staff block it, change its state, mend faults."""

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.booking.words import EQUIPMENT_STATES, SEVERITIES, WORK_TYPES
from squaremile.kernel.words import Text
from squaremile.web.pages.booking.times import SiteTimeField


def said(words: dict[str, Text], *leave: str) -> list[tuple[str, Text]]:
    """Choices that speak the language being served when they are shown, not when they are declared."""
    return [(code, text) for code, text in words.items() if code not in leave]


class FaultForm(forms.Form):
    """What is wrong. The words stay with one's own company and lab operations."""

    severity = forms.ChoiceField(label=_("How bad is it?"), choices=lambda: said(SEVERITIES), widget=forms.RadioSelect)
    says = forms.CharField(
        label=_("What happens?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everyone sees that there is a fault; only your company and lab operations read your words."),
    )


class BlockForm(forms.Form):
    """Keep it free for work."""

    start = SiteTimeField(label=_("From"))
    end = SiteTimeField(label=_("To"))
    work_type = forms.ChoiceField(label=_("Kind of work"), choices=lambda: said(WORK_TYPES))
    purpose = forms.CharField(
        label=_("What is done"), max_length=300, required=False, help_text=_("Everyone reads it.")
    )
    displace = forms.BooleanField(
        label=_("Cancel the bookings in that time"),
        required=False,
        help_text=_("At no cost to their holders, who are told why."),
    )
    reason = forms.CharField(label=_("Reason for those whose bookings are cancelled"), max_length=300, required=False)


class StateForm(forms.Form):
    """In service, out of it, or gone for good."""

    state = forms.ChoiceField(label=_("State"), choices=lambda: said(EQUIPMENT_STATES))
    says_ko = forms.CharField(label=_("Why, in Korean"), max_length=300, required=False)
    says_en = forms.CharField(label=_("Why, in English"), max_length=300, required=False)


class ResolveForm(forms.Form):
    """What was done about a fault."""

    resolution = forms.CharField(label=_("What was done"), max_length=500)


class DescribeForm(forms.Form):
    """What everyone may read of a fault."""

    says_ko = forms.CharField(label=_("In Korean"), max_length=300, required=False)
    says_en = forms.CharField(label=_("In English"), max_length=300, required=False)
    expected_back = SiteTimeField(label=_("Expected back"), required=False)
    severity = forms.ChoiceField(label=_("How bad is it?"), choices=lambda: said(SEVERITIES))
