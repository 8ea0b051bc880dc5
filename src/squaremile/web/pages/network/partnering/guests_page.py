"""The door: who comes, one tap to check in, and one's own badge with its code."""

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.core.roles import AUDITOR, PROGRAMME, SITE_DIRECTOR, any_of
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import guests
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only, signed_in

watch = any_of(SITE_DIRECTOR, PROGRAMME, AUDITOR)


@require_GET
@only(watch)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The list, with a search for names and badges."""
    asking = require()
    found = guests.guests(code, request.GET.get("q", ""))
    return render(request, "network/partnering/guests.html", {
        "found": found, "sections": sections.tabs("network_events"), "zone": settings.TIME_ZONE,
        "may": rules.liaise(asking) and asking.may_write, "here": request.get_full_path(),
    })


@require_GET
@signed_in
def badge(request: HttpRequest, code: str) -> HttpResponse:
    """One's own badge: a name, and a code that opens the door's list at oneself."""
    found = guests.badge(code)
    url = f"{settings.PUBLIC_URL}{reverse('event_guests', args=[code])}?q={found.code}"
    # Nothing but squares: no text of anybody's gets into the page as it is.
    qr = SafeString(segno.make(url, error="m").svg_inline(scale=4, border=1, omitsize=True, dark="#10171c"))
    return render(request, "network/partnering/badge.html", {"found": found, "qr": qr})


@require_POST
@only(rules.liaise)
def check_in(request: HttpRequest, code: str) -> HttpResponse:
    """She is here. The toast takes it back."""
    return _tap(request, code, undo=False)


@require_POST
@only(rules.liaise)
def undo(request: HttpRequest, code: str) -> HttpResponse:
    """It was a slip."""
    return _tap(request, code, undo=True)


def _tap(request: HttpRequest, code: str, *, undo: bool) -> HttpResponse:
    made: list[str] = []

    def act() -> None:
        call = network.undo_check_in if undo else network.check_in
        made.append(call(guest_code=code).event.code)

    refusal = tried(act, already=(words.CHECKED_IN, words.NOT_CHECKED_IN))
    if refusal:
        raise refusal
    to = back(request, reverse("event_guests", args=made) if made else reverse("network_events"))
    said = _("Taken back.") if undo else _("Checked in.")
    return done(request, said, to, undo="" if undo else reverse("guest_undo", args=[code]))
