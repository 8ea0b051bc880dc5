"""What is done with a booking: each act is one POST, one operation, and a way back to where it was asked."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.booking import operations as booking
from squaremile.booking import words
from squaremile.booking.reads import bookings
from squaremile.kernel.errors import SquaremileError
from squaremile.web.pages.booking import booking_page
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import signed_in

Act = Callable[[dict[str, Any]], Any]


def _acted(request: HttpRequest, code: str, act: str, call: Act, said: str, reached: tuple[str, ...]) -> HttpResponse:
    """Do it; an act whose end is already reached (a double click) is told as done."""
    found = bookings.booking(code)
    form = booking_page.bound(act, found, request.POST) if act in booking_page.FORMS else None
    if form is not None and not form.is_valid():
        return booking_page.shown(request, found, act=act, form=form)
    values = form.cleaned_data if form else {}
    refusal = tried(lambda: call(values))
    if refusal and not _already(refusal, code, reached):
        return booking_page.shown(request, bookings.booking(code), act=act, form=form, refusal=refusal)
    return done(request, said, back(request, reverse("booking", args=[code])))


def _already(refusal: SquaremileError, code: str, reached: tuple[str, ...]) -> bool:
    late = (words.NOT_CHANGEABLE, words.STEP_NOT_ALLOWED, words.SESSION_ENDED)
    return refusal.code in late and bookings.booking(code).line.state in reached


@require_POST
@signed_in
def move(request: HttpRequest, code: str) -> HttpResponse:
    """To another time or instrument."""
    return _acted(
        request,
        code,
        "move",
        lambda said: booking.move(
            reservation=code,
            start=said["start"],
            end=said["end"],
            equipment=said.get("equipment", ""),
        ),
        _("The booking was moved."),
        (),
    )


@require_POST
@signed_in
def shorten(request: HttpRequest, code: str) -> HttpResponse:
    """Give back a part."""
    return _acted(
        request,
        code,
        "shorten",
        lambda said: booking.shorten(
            reservation=code,
            start=said["start"],
            end=said["end"],
        ),
        _("The rest of the time was given back."),
        (),
    )


@require_POST
@signed_in
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Give it back."""
    said = _("The booking was taken back.") if request.POST.get("undo") else _("The booking was cancelled.")
    return _acted(
        request,
        code,
        "cancel",
        lambda said: booking.cancel(reservation=code, reason=said["reason"]),
        said,
        ("cancelled",),
    )


@require_POST
@signed_in
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Begin use."""
    return _acted(
        request,
        code,
        "start",
        lambda said: booking.start_session(reservation=code),
        _("Use has started. Remember to end it."),
        ("in_use",),
    )


@require_POST
@signed_in
def end(request: HttpRequest, code: str) -> HttpResponse:
    """End use; the minutes are recorded."""
    found = bookings.booking(code)
    use = found.open_use or (found.uses[-1] if found.uses else None)
    return _acted(
        request,
        code,
        "end",
        lambda said: booking.end_session(
            session=use.code if use else "",
            note_text=said["note_text"],
        ),
        _("Use has ended. Thank you."),
        ("done",),
    )


@require_POST
@signed_in
def approve(request: HttpRequest, code: str) -> HttpResponse:
    """Yes."""
    return _acted(
        request,
        code,
        "approve",
        lambda said: booking.approve(reservation=code),
        _("The booking was approved."),
        ("confirmed",),
    )


@require_POST
@signed_in
def decline(request: HttpRequest, code: str) -> HttpResponse:
    """No, with the reason."""
    return _acted(
        request,
        code,
        "decline",
        lambda said: booking.decline(reservation=code, reason=said["reason"]),
        _("The booking was declined."),
        ("declined",),
    )


@require_POST
@signed_in
def assisted(request: HttpRequest, code: str) -> HttpResponse:
    """Staff were there, or were not."""
    yes = request.POST.get("assisted") == "1"
    return _acted(
        request, code, "assisted", lambda said: booking.mark_assisted(reservation=code, assisted=yes), _("Saved."), (),
    )
