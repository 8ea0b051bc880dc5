"""One meeting: how it was in two taps, and what the two agreed."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network.reads.meeting import meeting
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.partnering.acts import acted, number
from squaremile.web.pages.network.partnering.looks import MEETINGS
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For the two who meet."""
    return shown(request, code)


def shown(request: HttpRequest, code: str, refusal: SquaremileError | None = None) -> HttpResponse:
    """The page, with what was just refused."""
    found = meeting(code)
    return render(request, "network/partnering/meeting.html", {
        "found": found, "row": found.row, "look": MEETINGS[found.row.state], "refusal": refusal,
        "ratings": list(words.RATINGS.items()), "zone": settings.TIME_ZONE, "may": require().may_write,
        "sections": sections.tabs("network_events"),
    }, status=refusal.status if refusal else 200)


@require_POST
@signed_in
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """How it was."""
    rating, says = number(request, "rating"), request.POST.get("says", "")
    return acted(
        request, lambda: network.rate_meeting(meeting=code, rating=rating, says=says), _("Thank you."),
        reverse("meeting", args=[code]), lambda refusal: shown(request, code, refusal),
    )


@require_POST
@signed_in
def step(request: HttpRequest, code: str) -> HttpResponse:
    """What follows."""
    try:
        due = date.fromisoformat(request.POST.get("due", ""))
    except ValueError:
        meeting(code)
        return done(request, _("Give a day until when."), reverse("meeting", args=[code]))
    return acted(
        request, lambda: network.agree_step(
            meeting=code, says=request.POST.get("says", ""), due=due, theirs=bool(request.POST.get("theirs")),
        ), _("Noted for both of you."), reverse("meeting", args=[code]), lambda refusal: shown(request, code, refusal),
    )


@require_POST
@signed_in
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """Not after all."""
    event = meeting(code).event
    return acted(
        request, lambda: network.cancel_meeting(meeting=code), _("The meeting is cancelled."),
        reverse("partnering", args=[event]), lambda refusal: shown(request, code, refusal),
    )


@require_POST
@signed_in
def finish(request: HttpRequest, code: str) -> HttpResponse:
    """Done."""
    refusal = tried(lambda: network.finish_step(step=code), already=(words.STEP_DONE,))
    if refusal:
        raise refusal
    return done(request, _("Done."), back(request, reverse("network_events")))
