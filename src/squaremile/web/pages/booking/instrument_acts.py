"""What is done on an instrument's page: take a gap, report, describe or resolve a fault, block it, change its state."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.booking import operations as booking
from squaremile.booking import words
from squaremile.booking.reads import instrument as reads
from squaremile.web.pages.booking.feed import instant
from squaremile.web.pages.booking.instrument_forms import BlockForm, DescribeForm, FaultForm, ResolveForm, StateForm
from squaremile.web.pages.booking.instrument_page import Failed, shown
from squaremile.web.pages.booking.reserve import reserved
from squaremile.web.pages.booking.times import set_zone
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import signed_in


def _acted(
    request: HttpRequest, code: str, act: str, form: forms.Form, call: Callable[[dict[str, Any]], Any], said: str
) -> HttpResponse:
    if not form.is_valid():
        return shown(request, code, Failed(act, form))
    refusal = tried(lambda: call(form.cleaned_data))
    if refusal:
        return shown(request, code, Failed(act, form, refusal))
    return done(request, said, back(request, reverse("instrument", args=[code])))


@require_POST
@signed_in
def take(request: HttpRequest, code: str) -> HttpResponse:
    """One press on a gap."""
    start, end = instant(request.POST.get("start", "")), instant(request.POST.get("end", ""))
    made, refusal = reserved({"equipment": code, "start": start, "end": end})
    if made is None:
        return shown(request, code, Failed("gap", None, refusal))
    undo = reverse("booking_cancel", args=[made])
    return done(request, _("Booked."), reverse("booking", args=[made]), undo=undo)


@require_POST
@signed_in
def report(request: HttpRequest, code: str) -> HttpResponse:
    """Something is wrong with it."""
    form = FaultForm(request.POST, auto_id="fault_%s")
    return _acted(request, code, "fault", form, lambda said: booking.report_fault(
        equipment=code, severity=said["severity"], says=said["says"],
    ), _("Reported. Lab operations have been told."))


@require_POST
@signed_in
def block(request: HttpRequest, code: str) -> HttpResponse:
    """Keep it free for work."""
    form = BlockForm(request.POST, auto_id="block_%s")
    set_zone(form, reads.page(code).instrument.zone)
    return _acted(request, code, "block", form, lambda said: booking.block(
        equipment=code, start=said["start"], end=said["end"], work_type=said["work_type"], purpose=said["purpose"],
        displace=said["displace"], reason=said["reason"],
    ), _("Blocked for maintenance."))


@require_POST
@signed_in
def unblock(request: HttpRequest, code: str, block: str) -> HttpResponse:
    """The work is done, or will not be."""
    refusal = tried(lambda: booking.unblock(reservation=block), already=(words.NOT_CHANGEABLE,))
    if refusal:
        return shown(request, code, Failed("unblock", None, refusal))
    return done(request, _("The block was lifted."), back(request, reverse("instrument", args=[code])))


@require_POST
@signed_in
def state(request: HttpRequest, code: str) -> HttpResponse:
    """In service, out of it, or gone for good."""
    form = StateForm(request.POST, auto_id="state_%s")
    gone = request.POST.get("state") == "retired"
    if not form.is_valid():
        return shown(request, code, Failed("state", form))
    refusal = tried(lambda: booking.set_equipment_state(equipment=code, **form.cleaned_data))
    if refusal:
        return shown(request, code, Failed("state", form, refusal))
    to = reverse("catalogue") if gone else reverse("instrument", args=[code])
    return done(request, _("The state was changed."), to)


@require_POST
@signed_in
def resolve(request: HttpRequest, code: str, fault: str) -> HttpResponse:
    """Mended."""
    form = ResolveForm(request.POST)
    values = form.cleaned_data if form.is_valid() else {"resolution": ""}
    refusal = tried(lambda: booking.resolve_fault(fault=fault, **values), already=(words.FAULT_RESOLVED,))
    if refusal:
        return shown(request, code, Failed("resolve", None, refusal))
    return done(request, _("Resolved. It takes bookings again."), back(request, reverse("instrument", args=[code])))


@require_POST
@signed_in
def describe(request: HttpRequest, code: str, fault: str) -> HttpResponse:
    """What everyone may read of it."""
    form = DescribeForm(request.POST, auto_id=f"describe_{fault.lower()}_%s")
    set_zone(form, reads.page(code).instrument.zone)
    if not form.is_valid():
        return shown(request, code, Failed("describe", form, fault=fault))
    refusal = tried(lambda: booking.describe_fault(fault=fault, **form.cleaned_data))
    if refusal:
        return shown(request, code, Failed("describe", form, refusal, fault=fault))
    return done(request, _("Saved. Everyone reads it now."), back(request, reverse("instrument", args=[code])))
