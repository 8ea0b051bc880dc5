"""The page of one booking: what it is, what can be done with it, what happened to it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.booking import rules
from squaremile.booking.reads import bookings
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.web.pages.booking import board
from squaremile.web.pages.booking.booking_forms import CancelForm, DeclineForm, EndForm, MoveForm, ShortenForm
from squaremile.web.pages.booking.times import set_zone
from squaremile.web.shell.entry import signed_in

FORMS = {"move": MoveForm, "shorten": ShortenForm, "cancel": CancelForm, "end": EndForm, "decline": DeclineForm}


def bound(act: str, found: bookings.Booking, data: Any = None) -> forms.Form:
    """The form of an act, filled with the booking as it is, on the clock of its site."""
    line = found.line
    form = FORMS[act](data, auto_id=f"{act}_%s", initial={"start": line.period.start, "end": line.period.end,
                                                          "equipment": line.equipment})
    set_zone(form, line.zone)
    if act == "move":
        others = found.equivalents or ((line.equipment, line.equipment_name),)
        form.fields["equipment"].choices = others  # type: ignore[attr-defined]
        if len(others) < 2:
            del form.fields["equipment"]
    return form


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One's own company's booking; anybody else's is not there."""
    return shown(request, bookings.booking(code))


def shown(
    request: HttpRequest, found: bookings.Booking, *, act: str = "", form: forms.Form | None = None,
    refusal: SquaremileError | None = None,
) -> HttpResponse:
    """The page, with the form and the refusal of the act that just failed in its place."""
    made = {name: bound(name, found) for name in FORMS}
    if form is not None:
        made[act] = form
    status = refusal.status if refusal else 422 if form is not None else 200
    return render(request, "booking/booking.html", {
        "booking": found, "line": found.line, "zone": str(found.line.zone), "forms": made, "act": act,
        "refusal": refusal, "facts": _facts(found), "now": clock.now(), "can": _can(found), "staff": require().staff,
        "may_board": board.may_see(require()),
        "history": [(step.at, str(step.state), step.who or _("The system")) for step in found.steps],
    }, status=status)


def _facts(found: bookings.Booking) -> list[tuple[str, str | None]]:
    line = found.line
    facts: list[tuple[str, str | None]] = [
        (_("Who"), f"{line.person}, {line.company}"), (_("Purpose"), line.purpose or None),
        (_("Charged to"), line.project or None),
    ]
    if found.linked:
        facts.append((_("Taken along"), ", ".join(found.linked)))
    if found.assisted:
        facts.append((_("Assistance"), _("A member of staff was there.") if line.state == "done" else _("A member of staff is asked to be there.")))
    if found.reason:
        facts.append((_("Reason"), found.reason))
    return facts


def _can(found: bookings.Booking) -> dict[str, bool]:
    """Which verbs make sense now. Whether they are allowed is asked again when they are done."""
    asking, now, line = require(), clock.now(), found.line
    may = rules.change(asking) and asking.may_write
    use = found.open_use
    return {
        "start": may and line.state == "confirmed" and found.startable_from <= now < line.period.end,
        "end": may and use is not None,
        "move": may and found.changeable and now < line.period.end,
        "shorten": may and (found.changeable or line.state == "in_use") and now < line.period.end,
        "cancel": may and found.changeable,
        "assisted": rules.approve(asking) and asking.may_write and line.state in ("pending", "confirmed", "in_use", "done"),
        "decide": rules.approve(asking) and line.state == "pending",
        "any": may and (found.changeable or use is not None),
    }
