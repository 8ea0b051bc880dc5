"""Forms on the page of one booking."""

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.web.pages.booking.times import SiteTimeField


class MoveForm(forms.Form):
    """Another time, or another instrument of the same class."""

    start = SiteTimeField(label=_("From"))
    end = SiteTimeField(label=_("To"))
    equipment = forms.ChoiceField(label=_("Instrument"), required=False)


class ShortenForm(forms.Form):
    """Give back a part: a later start, an earlier end, or both."""

    start = SiteTimeField(label=_("From"), required=False)
    end = SiteTimeField(label=_("To"))


class CancelForm(forms.Form):
    """Why it is given back; may stay empty."""

    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)


class EndForm(forms.Form):
    """A remark about the session, for one's own company and staff."""

    note_text = forms.CharField(label=_("Remark"), max_length=300, required=False)


class DeclineForm(forms.Form):
    """Why a booking is turned down: whoever asked reads it."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
