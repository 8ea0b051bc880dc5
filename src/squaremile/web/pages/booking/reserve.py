"""Taking a slot: the typed form, as a page and in the timeline's drawer, with what speaks for and against."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.booking import operations as booking
from squaremile.booking import rules, words
from squaremile.booking.reads import bookings, panel, timeline
from squaremile.core.reads.payers import payers
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.web.pages.booking import fees
from squaremile.web.pages.booking.feed import instant
from squaremile.web.pages.booking.fees import Chosen
from squaremile.web.pages.booking.slot_form import SlotForm
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import site_of

NOTHING = Chosen()
"""Of a form that says nothing yet."""


@require_http_methods(["GET", "POST"])
@only(rules.reserve)
def page(request: HttpRequest) -> HttpResponse:
    """The form as a page; without an instrument, the list to choose from."""
    if request.method == "POST":
        return _send(request, drawer=False)
    if not request.GET.get("equipment"):
        site = site_of(request)
        carried = [(name, request.GET[name]) for name in ("start", "end", "date") if request.GET.get(name)]
        return render(request, "booking/reserve.html", {"rows": timeline.rows(site=site.id), "carried": carried})
    return _form(request, drawer=False)


@require_http_methods(["GET", "POST"])
@only(rules.reserve)
def drawer(request: HttpRequest) -> HttpResponse:
    """The same form for the drawer."""
    return _send(request, drawer=True) if request.method == "POST" else _form(request, drawer=True)


@require_GET
@only(rules.reserve)
def checks(request: HttpRequest) -> HttpResponse:
    """What speaks for and against the times typed so far."""
    code = request.GET.get("equipment", "")
    form = _bound(request.GET, _panel(code, *times(request)))
    if not form.is_valid():
        return render(request, "booking/reserve_unread.html", {"form": form})
    if form.cleaned_data["end"] <= form.cleaned_data["start"]:
        return render(request, "booking/reserve_unread.html", {"form": form, "backwards": True})
    chosen = form.chosen()
    found = _panel(code, form.cleaned_data["start"], form.cleaned_data["end"], chosen)
    return render(request, "booking/reserve_checks.html", {"drawer": request.GET.get("drawer"), **_about(found, chosen)})


def reserved(asked: dict[str, Any]) -> tuple[str | None, SquaremileError | None]:
    """The code of the new booking, or of one's own that already holds exactly this (a double click); or the refusal."""
    made: list[str] = []
    refusal = tried(lambda: made.append(booking.reserve(**asked).code))
    if refusal and refusal.code == words.SLOT_TAKEN:
        mine = bookings.same(equipment=asked["equipment"], start=asked["start"], end=asked["end"])
        if mine:
            return mine, None
    return (made[0], None) if made else (None, refusal)


def _send(request: HttpRequest, *, drawer: bool) -> HttpResponse:
    code = request.POST.get("equipment", "")
    form = _bound(request.POST, _panel(code, *times(request)))
    if not form.is_valid():
        return _shown(request, form, _panel(code, *times(request)), drawer=drawer, status=422)
    asked = form.asked()
    made, refusal = reserved(asked)
    if made is None:
        sound = asked["end"] > asked["start"]
        found = (
            _panel(code, asked["start"], asked["end"], form.chosen())
            if sound
            else _panel(code, *times(request))
        )
        status = refusal.status if refusal else 422
        return _shown(request, form, found, drawer=drawer, refusal=refusal, status=status)
    kept = bookings.booking(made)
    said = (
        _("Asked for: the time is kept until lab operations decide.") if kept.line.state == "pending" else _("Booked.")
    )
    address = reverse("booking", args=[made])
    to = back(request, address) if drawer else address
    return done(request, said, to, undo=reverse("booking_cancel", args=[made]))


def _form(request: HttpRequest, *, drawer: bool) -> HttpResponse:
    code = request.GET.get("equipment", "")
    found = _panel(code, *times(request))
    if not request.GET.get("start") and not found.may_book and found.fits:
        found = _panel(code, found.fits[0].start, found.fits[0].end)
    return _shown(request, _bound(None, found), found, drawer=drawer)


def _bound(data: Any, found: panel.Panel) -> SlotForm:
    return SlotForm(
        data,
        zone=found.instrument.zone,
        payers=payers(),
        assistance=found.offers_assistance,
        initial={"equipment": found.instrument.code, "start": found.period.start, "end": found.period.end},
    )


def _panel(code: str, start: datetime, end: datetime, chosen: Chosen = NOTHING) -> panel.Panel:
    return panel.panel(
        equipment=code, start=start, end=end, organisation=chosen.organisation, person=chosen.person, project=chosen.project,
        assisted=chosen.assisted,
    )


def times(request: HttpRequest) -> tuple[datetime, datetime]:
    """The times of the address, or the next whole hour."""
    try:
        start, end = instant(request.GET.get("start", "")), instant(request.GET.get("end", ""))
        if end > start:
            return start, end
    except SquaremileError:
        pass
    start = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return start, start + timedelta(hours=1)


def _about(found: panel.Panel, chosen: Chosen) -> dict[str, Any]:
    span = {"start": found.period.start.isoformat(), "end": found.period.end.isoformat()}
    return {
        "panel": found,
        "fee": (fee := fees.of(found.instrument.code, found.period, chosen)),
        "fee_said": fees.spoken(fee),
        "now": clock.now(),
        "zone": str(found.instrument.zone),
        "time_query": urlencode(span),
        "carried_query": urlencode({"equipment": found.instrument.code, **span}),
    }


def _shown(
    request: HttpRequest,
    form: SlotForm,
    found: panel.Panel,
    *,
    drawer: bool,
    refusal: SquaremileError | None = None,
    status: int = 200,
) -> HttpResponse:
    here = urlsplit(request.headers.get("HX-Current-URL", ""))
    after = request.POST.get("next", "") or (f"{here.path}?{here.query}" if here.path else "")
    return render(
        request,
        "booking/reserve_drawer.html" if drawer else "booking/reserve.html",
        {
            "form": form,
            "refusal": refusal,
            "drawer": drawer,
            "next": after,
            **_about(found, form.chosen() if form.is_bound and form.is_valid() else NOTHING),
        },
        status=status,
    )
