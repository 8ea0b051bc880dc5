"""What follows an act on one of these pages: the page again with the refusal, or back with a toast."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from squaremile.kernel.errors import SquaremileError
from squaremile.web.shell.acts import done, tried

Shown = Callable[[SquaremileError], HttpResponse]


def acted(
    request: HttpRequest, call: Callable[[], Any], said: str, to: str, shown: Shown, *, undo: str = "",
    already: tuple[str, ...] = (),
) -> HttpResponse:
    """Ask the operation; `shown` draws the page again with what was refused."""
    refusal = tried(call, already=already)
    return shown(refusal) if refusal else done(request, said, to, undo=undo)


def number(request: HttpRequest, name: str) -> int:
    """A whole number of the form; 0 for anything else, which operations refuse in words."""
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
