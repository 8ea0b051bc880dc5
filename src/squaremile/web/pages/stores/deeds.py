"""What can be done on a page of stores (web/shell/deeds.py).

A deed that may not be done twice carries a number that the page drew: sent again, it is found done.
"""

from collections.abc import Iterable

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from squaremile.kernel.ids import uuid7
from squaremile.stores.words.stockroom import DONE_ALREADY
from squaremile.web.shell import deeds
from squaremile.web.shell.deeds import Deed, Sent, Shown, shown

__all__ = ("DAY", "Because", "Deed", "Once", "Sent", "Shown", "do", "shown")
DAY = forms.DateInput(attrs={"type": "date"})


class Once(forms.Form):
    """Carries the number that makes it happen once."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False, initial=lambda: uuid7().hex)


class Because(forms.Form):
    """Why, in a sentence."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)


def do(request: HttpRequest, asked: Iterable[Deed], to: str) -> Sent | None:
    """As the shell's; what was done already counts as done."""
    return deeds.do(request, asked, to, already=(DONE_ALREADY,))
