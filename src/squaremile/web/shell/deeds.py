"""What can be done on a page, each a small form of its own: shown side by side, and sent back to the page's own address."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from squaremile.kernel.errors import SquaremileError
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.money import MoneyField


@dataclass(frozen=True)
class Deed:
    """`run` is given what the form of `shape` read. `open`: may this reader do it here and now?"""

    name: str
    title: str | Promise
    send: str | Promise
    run: Callable[..., Any]
    shape: type[forms.Form] = forms.Form
    open: bool = True
    look: str = "plain"
    initial: dict[str, Any] | None = None
    choices: dict[str, Sequence[tuple[str, str]]] | None = None
    """What can be chosen in a field, where only the page knows."""
    currency: str = ""
    """Of the amounts that the form asks for, where the page knows it."""

    def form(self, data: Any = None) -> forms.Form:
        made = self.shape(data, auto_id=f"{self.name}-%s", initial=self.initial)
        for name, found in (self.choices or {}).items():
            made.fields[name].choices = list(found)  # type: ignore[attr-defined]
        for field in made.fields.values():
            if self.currency and isinstance(field, MoneyField):
                field.of(self.currency)
        return made


@dataclass(frozen=True)
class Sent:
    """A deed that was tried: the answer, or why it is shown again."""

    deed: Deed
    form: forms.Form
    answer: HttpResponse | None = None
    refusal: SquaremileError | None = None

    @property
    def status(self) -> int:
        return self.refusal.status if self.refusal else 422


@dataclass(frozen=True)
class Shown:
    """A deed as the template takes it, with the refusal where it was just refused."""

    deed: Deed
    form: forms.Form
    refusal: SquaremileError | None = None


def shown(deeds: Iterable[Deed], sent: Sent | None = None) -> list[Shown]:
    """Those that are open to the reader; what was sent in vain keeps what was written in it."""
    return [
        Shown(deed, sent.form, sent.refusal) if sent and sent.deed is deed else Shown(deed, deed.form()) for deed in deeds if deed.open
    ]


def do(request: HttpRequest, deeds: Iterable[Deed], to: str, already: tuple[str, ...] = ()) -> Sent | None:
    """Do what the pressed button names, and go on to `to`. None where nothing was sent. `already` as in `tried`."""
    deed = next((each for each in deeds if each.open and each.name == request.POST.get("act")), None)
    if request.method != "POST" or deed is None:
        return None
    form = deed.form(request.POST)
    if not form.is_valid():
        return Sent(deed, form)
    refusal = tried(lambda: deed.run(**form.cleaned_data), already=already)
    if refusal is None:
        return Sent(deed, form, answer=done(request, _("Saved."), to))
    return Sent(deed, form, refusal=refusal)
