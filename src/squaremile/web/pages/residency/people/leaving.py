"""Somebody leaves: what ends, what is released and what is handed over, told before it is done and recorded after."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.booking.reads import leaving as bookings
from squaremile.core.reads.people_directory import HeldRole, colleagues
from squaremile.core.rules import keep_own_company
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import departed, people
from squaremile.residency.reads.days import end_of, today
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.people.forms import LeaveForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(keep_own_company)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """GET shows everything that the day and the colleague it names would change; POST does it, in one step."""
    found = people.member(code)
    row = found.row
    form = LeaveForm(row.company_id, row.person, request.POST if request.method == "POST" else request.GET or None)
    valid, refusal = form.is_bound and form.is_valid(), None
    if request.method == "POST" and valid:
        refusal = tried(lambda: residency.leave(company_member=code, **form.said()))
        if refusal is None:
            return done(request, _("Recorded. What was done is listed here."), reverse("residency_member_left", args=[code]))
    said = form.said() if valid else {"last_day": None, "hand_over_to": None}
    last, to = said["last_day"], said["hand_over_to"]
    at_once = last is None or last < today()
    return render(request, "residency/people/leave.html", {
        "row": row, "form": form, "refusal": refusal, "last": last or today(), "at_once": at_once, "to": to,
        "roles": _roles(row.company_id, row.person, last, at_once), "passes": [p for p in found.passes if p.held],
        "coming": bookings.coming(row.person, row.company_id, clock.now() if at_once or last is None else end_of(last), colleague=to),
        "herself": row.person == require().actor, "sections": sections.tabs("residency_people"),
        "crumbs": [(str(row.name), reverse("residency_member", args=[code]))],
    }, status=refusal.status if refusal else 422 if form.is_bound and form.errors else 200)


@require_GET
@only(rules.look)
def left(request: HttpRequest, code: str) -> HttpResponse:
    """What was done when she left: rights, bookings by name and time, and what is still to come back."""
    found = people.member(code)
    row = found.row
    record = departed.record(row.company_id, row.person, row.code)
    lost = bookings.told(record.released)
    return render(request, "residency/people/left.html", {
        "found": found, "row": row, "record": record, "released": lost, "handed": bookings.told(record.handed_over),
        "coming": bookings.coming(row.person, row.company_id, clock.now()), "passes": [p for p in found.passes if p.held],
        "rows": [each for each in found.checklist.rows if each.exit], "roles": _roles(row.company_id, row.person, None, True),
        "sections": sections.tabs("residency_people"),
        "crumbs": [(str(row.name), reverse("residency_member", args=[code]))],
    })


def _roles(company: UUID, person: UUID, last: date | None, at_once: bool) -> list[HeldRole]:
    """Her roles in the company that would end, or that still hold."""
    hers = next((one.roles for one in colleagues(company) if one.id == person), ())
    return [role for role in hers if at_once or last is None or role.end > end_of(last)]
