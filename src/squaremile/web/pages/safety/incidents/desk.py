"""The incident desk: clocks that run, places that are locked, what is open; a company sees its own."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import incidents
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class LockForm(forms.Form):
    """Which place nobody may use, and why."""

    place = forms.CharField(
        label=gettext_lazy("Code of the place"), max_length=20, help_text=gettext_lazy("A room, a floor or a building: all within it is locked.")
    )
    why_locked = forms.CharField(label=gettext_lazy("Why"), max_length=300, help_text=gettext_lazy("Only safety reads this."))
    incident = forms.CharField(label=gettext_lazy("Code of the incident"), max_length=20, required=False)


class ReleaseForm(forms.Form):
    """What was looked at."""

    looked_at = forms.CharField(label=gettext_lazy("What was looked at"), max_length=300)


@require_GET
@only(rules.see_incidents)
def page(request: HttpRequest) -> HttpResponse:
    """Urgent things first: notices, locks, incidents, drills."""
    rows, asking = incidents.incidents(), require()
    return render(request, "safety/incidents.html", {
        "clocks": incidents.clocks(), "locks": incidents.locks(), "open_ones": [row for row in rows if row.state != "closed"],
        "closed": [row for row in rows if row.state == "closed"], "drills": incidents.drills()[:3],
        "may_report": rules.report(asking), "may_lock": rules.lock(asking), "may_release": rules.handle_incidents(asking),
        "sections": sections.tabs("safety_incidents"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.lock)
def lock(request: HttpRequest) -> HttpResponse:
    """From now on nothing there is booked or begun."""
    form = LockForm(request.POST or None, initial={"incident": request.GET.get("incident", "")[:20]})
    return _form(
        request, form, lambda: safety.lock_place(**form.cleaned_data), _("Lock a place"), _("Lock it"), _("The place is locked.")
    )


@require_http_methods(["GET", "POST"])
@only(rules.handle_incidents)
def release(request: HttpRequest, code: str) -> HttpResponse:
    """It may be used again."""
    row, form = incidents.lock(code), ReleaseForm(request.POST or None)
    title = _("Release %(place)s") % {"place": row.place_name}
    return _form(
        request, form, lambda: safety.release_place(place_lock=code, **form.cleaned_data), title, _("Release it"),
        _("The place is released."),
    )


def _form(request: HttpRequest, form: forms.Form, act: Any, title: str, send: str, said: str) -> HttpResponse:
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(act)
        if refusal is None:
            return done(request, said, reverse("safety_incidents"))
    return form_page(request, form, refusal, title, send, reverse("safety_incidents"), section="safety_incidents")
