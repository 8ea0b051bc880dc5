"""What follows an act: back to where it was done, with a toast that says so, or the refusal beside the act."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from squaremile.kernel.errors import Missing, SquaremileError


def back(request: HttpRequest, otherwise: str) -> str:
    """The page named by `next`, if it is one of ours."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and safe else otherwise


def done(request: HttpRequest, said: str, to: str, *, undo: str = "") -> HttpResponse:
    """See Other, with a toast. htmx follows by loading the page. `undo` is the address that takes it back."""
    messages.success(request, said, extra_tags=f"undo:{undo}" if undo else "")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": to})
    return HttpResponseRedirect(to, status=303)


def tried(act: Callable[[], Any], *, already: tuple[str, ...] = ()) -> SquaremileError | None:
    """Run an act; the refusal, if there was one. What is not there stays a 404; `already` codes mean it was done."""
    try:
        act()
    except Missing:
        raise
    except SquaremileError as refusal:
        return None if refusal.code in already else refusal
    return None


def sent(
    request: HttpRequest, act: Callable[[], Any], to: str, again: Callable[..., HttpResponse], **form: forms.BaseForm
) -> HttpResponse:
    """A form of a page that has several: saved, and on to `to`; or the page once more, from `again`, with a status and what
    it shows besides: the form, under the name by which it is given here, and the refusal."""
    if not all(each.is_valid() for each in form.values()):
        return again(status=422, **form)
    refusal = tried(act)
    if refusal is None:
        return done(request, _("Saved."), to)
    return again(status=refusal.status, refusal=refusal, **form)
