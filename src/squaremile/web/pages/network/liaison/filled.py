"""Forms of liaison work: one way to show, send and answer them."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from squaremile.kernel.words import Text
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done, tried


def choices(named: dict[str, Text], *, blank: str = "") -> list[tuple[str, str]]:
    """A vocabulary as a select takes it, in the language being served."""
    return [("", blank)] * bool(blank) + [(key, str(label)) for key, label in named.items()]


class Moments(forms.DateTimeInput):
    """The browser's own field for a date and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class Days(forms.DateInput):
    """The browser's own field for a date."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def area(label: Any, help_text: Any = "", *, required: bool = False, rows: int = 3) -> forms.CharField:
    """A field for some sentences."""
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=4000, widget=forms.Textarea(attrs={"rows": rows})
    )


def shown(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], Any], *, title: str, send: str, said: str,
    back: str, lead: str = "", look: str = "primary",
) -> HttpResponse:
    """The form alone on a page; sent, it acts and goes `back`, or shows the refusal beside what was typed."""
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: act(form.cleaned_data))
        if refusal is None:
            return done(request, said, back)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "network/liaison/form.html", {
        "form": form, "refusal": refusal, "title": title, "lead": lead, "send": send, "look": look, "cancel_url": back,
        "sections": sections.tabs("network_relationships"),
    }, status=status)
