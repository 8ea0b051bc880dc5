"""Levels and policies of rooms, and the committee: everybody may know them, safety keeps them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import biosafety
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import RoomForm, SeatForm
from squaremile.web.pages.safety.agents.parts import parts
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Which room admits what, and who sits on the committee."""
    asking = require()
    return render(request, "safety/agents/rooms.html", {
        "rooms": biosafety.rooms(), "seats": biosafety.committee(), "may_declare": rules.keep_areas(asking),
        "may_seat": rules.keep_committee(asking), "everyone": asking.staff, "sections": sections.tabs("safety_agents"),
        "parts": parts("safety_biosafety"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_areas)
def declare(request: HttpRequest) -> HttpResponse:
    """A room's level and what it admits."""
    asked = request.GET.get("place", "")
    now = next((row for row in biosafety.rooms() if row.code == asked), None)
    begun: dict[str, Any] = {"place": asked}
    if now is not None:
        begun |= {
            "biosafety_level": now.level, "admits": now.admits, "admits_modified": now.modified, "lmo_notice": now.notice,
            "manager": now.manager, "manager_phone": now.phone,
        }
    form, refusal = RoomForm(request.POST or None, initial=begun), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.declare_room_biosafety(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_biosafety"))
    return form_page(
        request, form, refusal, _("Declare the biosafety level of a room"), _("Declare it"), reverse("safety_biosafety"),
        section="safety_agents",
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_committee)
def committee(request: HttpRequest) -> HttpResponse:
    """Seat somebody; or end a seat, where the button says so."""
    leaving = request.POST.get("leaves", "")
    if leaving:
        gone = next((row for row in biosafety.committee() if row.email == leaving), None)
        refusal = tried(lambda: safety.unseat_member(person=gone.person)) if gone else None
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_biosafety"))
    form, refusal = SeatForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.seat_member(person=UUID(form.cleaned_data["person"])))
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_biosafety"))
    return form_page(
        request, form, refusal, _("Seat a member of the committee"), _("Seat her"), reverse("safety_biosafety"), section="safety_agents",
        lead=_("A member sees every company's agents and protocols. Only staff who belong to no company may sit there."),
    )
