"""The page of an event: about it, one's seat, and what staff do with it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.core import calendars
from squaremile.core.reads import me as myself
from squaremile.core.reads import organisations
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import events
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.partnering.acts import acted
from squaremile.web.pages.network.partnering.looks import EVENTS, SEATS
from squaremile.web.shell.entry import only, signed_in


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Everyone who may see it."""
    return shown(request, code)


def shown(request: HttpRequest, code: str, refusal: SquaremileError | None = None) -> HttpResponse:
    """The page, with what was just refused."""
    found, asking = events.event(code), require()
    row, writes = found.row, asking.may_write
    attends = rules.attend(asking) and writes
    runs = rules.liaise(asking) and writes
    return render(request, "network/partnering/event.html", {
        "found": found, "row": row, "refusal": refusal, "sections": sections.tabs("network_events"),
        "look": EVENTS[row.state], "mine_look": SEATS.get(row.mine, "neutral"), "zone": settings.TIME_ZONE,
        "facts": [
            (_("Kind"), row.kind_says), (_("Where"), str(row.where)), (_("Host"), str(found.host)),
            (_("Who may come"), found.visibility_says), (_("Seats"), _seats(row)),
        ],
        "may_ask": attends and row.kind != "partnering" and row.state == "open" and not row.mine,
        "may_leave": attends and bool(row.mine) and not found.registered and row.state not in ("finished", "cancelled"),
        "may_register": attends and row.kind == "partnering" and bool(found.mode) and row.state == "open",
        "runs": runs, "watches": rules.liaise(asking) or asking.has_role("auditor"),
        "companies": organisations.organisations() if runs and found.visibility == "invited" else [],
    }, status=refusal.status if refusal else 200)


def _seats(row: events.EventRow) -> str:
    if row.capacity is None:
        return _("%(going)d going, no limit") % {"going": row.going}
    said = _("%(going)d of %(capacity)d taken") % {"going": row.going, "capacity": row.capacity}
    return said + (_(", %(waiting)d waiting") % {"waiting": row.waiting} if row.waiting else "")


@require_POST
@signed_in
def seat(request: HttpRequest, code: str) -> HttpResponse:
    """I come."""
    return acted(
        request, lambda: network.rsvp(event=code), _("You are on the list."), reverse("event", args=[code]),
        lambda refusal: shown(request, code, refusal), undo=reverse("event_leave", args=[code]),
        already=(words.RSVP_ALREADY,),
    )


@require_POST
@signed_in
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """I do not come after all."""
    return acted(
        request, lambda: network.cancel_rsvp(event=code), _("Your seat was given back."), reverse("event", args=[code]),
        lambda refusal: shown(request, code, refusal),
    )


@require_POST
@only(rules.liaise)
def state(request: HttpRequest, code: str) -> HttpResponse:
    """One step on."""
    wanted = request.POST.get("state", "")
    return acted(
        request, lambda: network.set_event_state(event=code, state=wanted), _("Saved."), reverse("event", args=[code]),
        lambda refusal: shown(request, code, refusal),
    )


@require_POST
@only(rules.liaise)
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """A company may come."""
    company = request.POST.get("organisation", "")
    return acted(
        request, lambda: network.invite_to_event(event=code, organisation=company), _("Invited."),
        reverse("event", args=[code]), lambda refusal: shown(request, code, refusal),
    )


@require_GET
@only(rules.look)
def ics(request: HttpRequest, code: str) -> HttpResponse:
    """The event as a calendar file: a later one replaces it."""
    found, who = events.event(code), myself.profile()
    row = found.row
    entry = calendars.Event(
        uid=f"{row.code}@{request.get_host().partition(':')[0]}", sequence=found.sequence, start=row.period.start,
        end=row.period.end, summary=row.title, place=row.where, url=reverse("event", args=[row.code]),
        method=calendars.CANCEL if row.state == "cancelled" else calendars.REQUEST,
    )
    language = "en" if (get_language() or "").startswith("en") else "ko"
    text = calendars.written(entry, email=who.email, name=who.name_en if language == "en" else who.name_ko, language=language)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{row.code}.ics"',
    })
