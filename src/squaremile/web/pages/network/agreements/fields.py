"""Fields that the forms of agreements share."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms

from squaremile.core.reads import organisations
from squaremile.core.reads.codes import emails
from squaremile.core.reads.people import staff
from squaremile.core.roles import PROGRAMME, SITE_DIRECTOR
from squaremile.kernel.words import Text
from squaremile.network.reads import agreements
from squaremile.network.reads.partners import partner_choices

Choices = Callable[[], list[tuple[str, str]]]


def said(words: Mapping[str, Text], *, empty: str | Any = None) -> Choices:
    """Choices in the language being served."""

    def choices() -> list[tuple[str, str]]:
        first = [("", str(empty))] if empty is not None else []
        return [*first, *((code, str(text)) for code, text in words.items())]

    return choices


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, picked."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def line(label: Any, longest: int = 300, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=more.pop("required", False), **more)


def text(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}), **more)


def officers() -> list[tuple[str, str]]:
    """Liaison staff by address."""
    return [("", "–"), *((email, email) for email in sorted(emails(staff(SITE_DIRECTOR, PROGRAMME)).values()))]


def others(but: str) -> list[tuple[str, str]]:
    """Agreements that it could come from."""
    rows = agreements.register(agreements.Wanted(sort="title"))
    return [("", "–"), *((r.code, f"{r.title} · {r.code}") for r in rows if r.code != but)]


def bodies() -> list[tuple[str, str]]:
    """Bodies of the directory, then companies of the cluster."""
    listed = [(f"partner:{each.code}", f"{each.name} · {each.code}") for each in partner_choices()]
    here = [(f"organisation:{o.code}", f"{o.name} · {o.code}") for o in organisations.organisations()]
    return [("", "–"), *listed, *here]
