"""One stop: its time and place, minutes and promises; and the sheet of a wished-for meeting."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_keeping, visit_rows
from squaremile.network.reads.visit_plan import zone_of
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import (
    AttendanceForm,
    EditStopForm,
    MinutesForm,
    PromiseForm,
    SheetForm,
    WindowForm,
    placed,
)
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def page(request: HttpRequest, code: str, visit_stop: str) -> HttpResponse:
    """Change a stop, and write what was said there."""
    found = visit_rows.delegation(code)
    row = visit_rows.stop(found, visit_stop)
    initial = {name: getattr(row, name, "") for name in ("start", "end", "room", "language", "chair", "fixed", "title_ko", "title_en")}
    initial |= {"place": row.place.code if row.place else "", "party": row.party.code if row.party else ""}
    initial |= {"start": row.period.start, "end": row.period.end}
    form = placed(EditStopForm(request.POST or None, initial=initial), zone_of(found), *visit_keeping.choices(found))
    to, refusal = back(request, reverse("delegation_planner", args=[code])), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.edit_stop(stop=visit_stop, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), to)
    there = {"members": visit_keeping.chosen(row)}
    minutes = {"minutes_ko": row.minutes_ko, "minutes_en": row.minutes_en}
    return render(request, "network/visits/stop.html", _context(found, form, refusal, to) | {
        "stop": row, "people": [str(person) for person in row.people.all()],
        "minutes_form": MinutesForm(initial=minutes, auto_id="minutes_%s"), "promise_form": PromiseForm(auto_id="promise_%s"),
        "attendance_form": placed(AttendanceForm(initial=there, auto_id="there_%s"), zone_of(found), *visit_keeping.choices(found)),
    }, status=refusal.status if refusal else 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def wish(request: HttpRequest, code: str, visit_wish: str) -> HttpResponse:
    """The sheet of a meeting; and when its host is free (`window` says which form was sent)."""
    found = visit_rows.delegation(code)
    row = visit_rows.wish(found, visit_wish)
    initial = {name: getattr(row, name, "") for name in SheetForm().fields} | {
        "place": row.place.code if row.place else "", "party": row.party.code if row.party else "",
    }
    window = "window" in request.POST
    form = placed(SheetForm(None if window else request.POST or None, initial=initial), zone_of(found), *visit_keeping.choices(found))
    free = placed(WindowForm(request.POST if window else None, auto_id="free_%s"), zone_of(found), [])
    to, refusal = reverse("delegation_planner", args=[code]), None
    asked = free if window else form
    if request.method == "POST" and asked.is_valid():
        refusal = tried(lambda: _keep(asked, visit_wish, window=window))
        if refusal is None:
            return done(request, _("Saved."), request.path if window else to)
    rows = next(w for w in visit_keeping.wishes(found) if w.code == visit_wish)
    return render(request, "network/visits/wish.html", _context(found, form, refusal, to) | {"wish": rows, "window_form": free},
                  status=refusal.status if refusal else 422 if asked.errors else 200)


def _keep(asked: forms.Form, wish_code: str, *, window: bool) -> Any:
    if window:
        return network.add_window(wish=wish_code, **asked.cleaned_data)
    return network.edit_wish(wish=wish_code, **asked.cleaned_data)


def _context(found: Any, form: forms.Form, refusal: Any, to: str) -> dict[str, Any]:
    return {
        "delegation": found, "form": form, "refusal": refusal, "cancel_url": to, "sections": sections.tabs("network_visits"),
        "crumbs": [(found.name, f"/network/visits/{found.code}/"), (_("Planner"), to)],
    }


