"""Acts on a delegation and its stops: each form goes to one operation; a refusal comes back beside it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from squaremile.core.reads import codes
from squaremile.network import operations as network
from squaremile.network.reads import visit_rows
from squaremile.network.reads.visit_keeping import choices
from squaremile.network.reads.visit_plan import zone_of
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import (
    ApproverForm,
    AttendanceForm,
    BudgetForm,
    DocumentForm,
    JoinForm,
    LeaveForm,
    MemberForm,
    MinutesForm,
    PartyForm,
    PlaceForm,
    PromiseForm,
    ReasonForm,
    ScreenForm,
    StopForm,
    TickForm,
    WayForm,
    WishForm,
    placed,
)
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import signed_in


class _Nothing(forms.Form):
    """An act that needs no words."""


def _approver(*, delegation: str, email: str) -> Any:
    return network.add_approver(delegation=delegation, person=codes.person(email))


def _approve(*, delegation: str, reason: str) -> Any:
    return network.decide_delegation(delegation=delegation, approve=True, reason=reason)


def _decline(*, delegation: str, reason: str) -> Any:
    return network.decide_delegation(delegation=delegation, approve=False, reason=reason)


def _join(*, delegation: str, **said: Any) -> Any:
    return network.join_visit_party(**said)


def _leave(*, delegation: str, **said: Any) -> Any:
    return network.leave_visit_party(**said)


Act = tuple[type[forms.Form], Callable[..., Any], str | Promise, str]
ACTS: dict[str, Act] = {
    "submit": (_Nothing, network.submit_delegation, gettext_lazy("Sent to the first approver."), "delegation"),
    "approve": (ReasonForm, _approve, gettext_lazy("Approved."), "network_visits"),
    "decline": (ReasonForm, _decline, gettext_lazy("Sent back."), "network_visits"),
    "begin": (_Nothing, network.begin_delegation, gettext_lazy("The visit is under way."), "delegation"),
    "report": (_Nothing, network.report_delegation, gettext_lazy("Reported."), "delegation"),
    "close": (_Nothing, network.close_delegation, gettext_lazy("Closed."), "delegation"),
    "cancel": (ReasonForm, network.cancel_delegation, gettext_lazy("Cancelled."), "delegation"),
    "approver": (ApproverForm, _approver, gettext_lazy("Named."), "delegation"),
    "budget": (BudgetForm, network.set_budget_line, gettext_lazy("The budget line stands."), "delegation"),
    "member": (MemberForm, network.add_member, gettext_lazy("Added."), "delegation"),
    "tick": (TickForm, network.tick_clock, gettext_lazy("Done."), "delegation"),
    "place": (PlaceForm, network.add_visit_place, gettext_lazy("Added."), "delegation_planner"),
    "way": (WayForm, network.set_visit_way, gettext_lazy("The travel time stands."), "delegation_planner"),
    "party": (PartyForm, network.add_visit_party, gettext_lazy("Added."), "delegation_planner"),
    "join": (JoinForm, _join, gettext_lazy("Put into the party."), "delegation_planner"),
    "leave": (LeaveForm, _leave, gettext_lazy("Goes with everybody."), "delegation_planner"),
    "wish": (WishForm, network.add_wish, gettext_lazy("Added."), "delegation_planner"),
    "stop": (StopForm, network.add_stop, gettext_lazy("Added."), "delegation_planner"),
    "document": (DocumentForm, network.make_document, gettext_lazy("A new version is there."), "delegation_documents"),
}


def _earlier(*, stop: str) -> Any:
    return network.move_stop(stop=stop, earlier=True)


def _later(*, stop: str) -> Any:
    return network.move_stop(stop=stop, earlier=False)


STOP_ACTS: dict[str, Act] = {
    "earlier": (_Nothing, _earlier, gettext_lazy("Moved."), "delegation_planner"),
    "later": (_Nothing, _later, gettext_lazy("Moved."), "delegation_planner"),
    "remove": (_Nothing, network.remove_stop, gettext_lazy("Taken out."), "delegation_planner"),
    "attendance": (AttendanceForm, network.choose_attendance, gettext_lazy("Who comes is settled."), "delegation_planner"),
    "minutes": (MinutesForm, network.record_visit_minutes, gettext_lazy("The minutes stand."), "delegation_today"),
    "promise": (PromiseForm, network.add_visit_promise, gettext_lazy("The promise is kept in mind."), "delegation_today"),
}


@require_POST
@signed_in
def act(request: HttpRequest, code: str, verb: str) -> HttpResponse:
    """One act on a delegation."""
    return _done(request, code, ACTS[verb], {"delegation": code})


@require_POST
@signed_in
def stop(request: HttpRequest, code: str, visit_stop: str, verb: str) -> HttpResponse:
    """One act on a stop."""
    return _done(request, code, STOP_ACTS[verb], {"stop": visit_stop})


@require_POST
@signed_in
def drop(request: HttpRequest, code: str, visit_wish: str) -> HttpResponse:
    """The wish is wanted no more."""
    return _done(request, code, (_Nothing, network.drop_wish, _("Dropped."), "delegation_planner"), {"wish": visit_wish})


@require_POST
@signed_in
def dissolve(request: HttpRequest, code: str, visit_party: str) -> HttpResponse:
    """The party is no more."""
    return _done(
        request, code, (_Nothing, network.remove_visit_party, _("Taken out."), "delegation_planner"), {"visit_party": visit_party}
    )


@require_POST
@signed_in
def screen(request: HttpRequest, code: str, visit_member: str) -> HttpResponse:
    """A check of a member."""
    return _done(request, code, (ScreenForm, network.screen_member, _("Recorded."), "delegation"), {"member": visit_member})


@require_POST
@signed_in
def remove(request: HttpRequest, code: str, visit_member: str) -> HttpResponse:
    """She does not come."""
    return _done(request, code, (_Nothing, network.remove_member, _("Taken out."), "delegation"), {"member": visit_member})


@require_POST
@signed_in
def keep(request: HttpRequest, code: str, visit_promise: str) -> HttpResponse:
    """It was done."""
    return _done(
        request, code, (_Nothing, network.keep_visit_promise, _("Done."), "delegation_today"), {"visit_promise": visit_promise}
    )


def _done(request: HttpRequest, code: str, what: Act, named: dict[str, str]) -> HttpResponse:
    """Read the form, run the operation; what was refused or unreadable comes back as a page with the form."""
    kind, operation, said, page = what
    found = visit_rows.delegation(code)
    form = placed(kind(request.POST), zone_of(found), *choices(found))
    to = back(request, reverse(page) if page == "network_visits" else reverse(page, args=[code]))
    refusal = None
    if form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if value not in ("", None)}
        if "rank" in given:
            given["rank"] = int(given["rank"])
        refusal = tried(lambda: operation(**named, **given))
        if refusal is None:
            return done(request, str(said), to)
    return render(request, "network/visits/form.html", {
        "form": form, "refusal": refusal, "title": found.name, "send": _("Try again"), "cancel_url": to, "next": to,
        "sections": sections.tabs("network_visits"),
    }, status=refusal.status if refusal else 422)


