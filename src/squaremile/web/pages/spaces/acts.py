"""What staff do on a place's page: hold it, move somebody in, extend, release."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.tree import way
from squaremile.spaces.words import MOVED_IN, OVER
from squaremile.web.pages.spaces.days import end_of, first_moment
from squaremile.web.pages.spaces.forms import ExtendForm, HoldForm, ReleaseForm
from squaremile.web.pages.spaces.place_page import Failed, shown
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import signed_in

Said = dict[str, Any]


def _acted(
    request: HttpRequest, code: str, failed: Failed, call: Callable[[Said, ZoneInfo], object], said: str,
    already: tuple[str, ...] = (),
) -> HttpResponse:
    """Ask the operation; back to the page with a toast, or the page again with the refusal beside the act."""
    form = failed.form
    if form is not None and not form.is_valid():
        return shown(request, code, failed)
    zone = way(code).zone
    refusal = tried(lambda: call(form.cleaned_data if form is not None else {}, zone), already=already)
    if refusal:
        return shown(request, code, Failed(failed.act, failed.occupancy, form, refusal))
    return done(request, said, back(request, reverse("place", args=[code])))


@require_POST
@signed_in
def hold(request: HttpRequest, code: str) -> HttpResponse:
    """Keep it for a company."""
    form: forms.Form = HoldForm(request.POST)
    return _acted(request, code, Failed("hold", form=form), lambda said, zone: spaces.hold(
        place=code, organisation=said["organisation"], start=first_moment(said["start"], zone),
        end=end_of(said["last"], zone), note_text=said["note_text"],
    ), _("The place is held."))


@require_POST
@signed_in
def occupy(request: HttpRequest, code: str, occupancy: str) -> HttpResponse:
    """They have moved in."""
    return _acted(
        request, code, Failed("occupy", occupancy), lambda said, zone: spaces.occupy(occupancy=occupancy),
        _("They have moved in."), already=(MOVED_IN,),
    )


@require_POST
@signed_in
def extend(request: HttpRequest, code: str, occupancy: str) -> HttpResponse:
    """They stay longer."""
    form = ExtendForm(request.POST, auto_id=f"extend_{occupancy.lower()}_%s")
    return _acted(request, code, Failed("extend", occupancy, form), lambda said, zone: spaces.extend(
        occupancy=occupancy, end=end_of(said["last"], zone),
    ), _("Extended."))


@require_POST
@signed_in
def release(request: HttpRequest, code: str, occupancy: str) -> HttpResponse:
    """They leave, now or after a last day."""
    form = ReleaseForm(request.POST, auto_id=f"release_{occupancy.lower()}_%s")
    return _acted(request, code, Failed("release", occupancy, form), lambda said, zone: spaces.release(
        occupancy=occupancy, end=end_of(said["last"], zone) if said["last"] else None,
    ), _("Released."), already=(OVER,))
