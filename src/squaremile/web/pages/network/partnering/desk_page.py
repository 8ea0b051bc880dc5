"""The event desk of organisers: set up, make the timetable, print it, record who came, read the report."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.kernel.words import catalogue
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import events, partnering_desk
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.partnering.acts import acted
from squaremile.web.pages.network.partnering.guests_page import watch
from squaremile.web.pages.network.partnering.looks import MEETINGS
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only

PATIENCE = timedelta(minutes=3)
"""A timetable takes a minute at most: after this the worker may not be running."""


class HallForm(forms.Form):
    """Tables and hours."""

    mode = forms.ChoiceField(label=gettext_lazy("Who makes the timetable"))
    tables = forms.IntegerField(label=gettext_lazy("Tables"), min_value=1, max_value=500, initial=10)
    first = forms.TimeField(
        label=gettext_lazy("First meeting of a day"), initial="10:00", widget=forms.TimeInput(attrs={"type": "time"})
    )
    last = forms.TimeField(
        label=gettext_lazy("Last meeting ends"), initial="17:00", widget=forms.TimeInput(attrs={"type": "time"})
    )
    minutes = forms.IntegerField(label=gettext_lazy("Minutes of a meeting"), min_value=5, max_value=240, initial=30)
    pause = forms.IntegerField(label=gettext_lazy("Minutes between meetings"), min_value=0, max_value=120, initial=0)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **{"auto_id": "hall_%s", **more})  # type: ignore[arg-type]
        self.fields["mode"].choices = list(words.MODES.items())  # type: ignore[attr-defined]


@require_GET
@only(watch)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For liaison staff; auditors read."""
    return shown(request, code)


def shown(
    request: HttpRequest, code: str, refusal: SquaremileError | None = None, form: HallForm | None = None
) -> HttpResponse:
    """The desk, or the form that sets it up."""
    event, asking = events.event(code), require()
    may = rules.liaise(asking) and asking.may_write
    status = refusal.status if refusal else 422 if form and form.errors else 200
    context = {
        "event": event, "refusal": refusal, "sections": sections.tabs("network_events"), "may": may,
        "zone": settings.TIME_ZONE,
    }
    if not event.mode:
        return render(request, "network/partnering/set_up.html", {**context, "form": form or HallForm()}, status=status)
    found = partnering_desk.desk(code)
    return render(request, "network/partnering/desk.html", {
        **context, "found": found, "by_slot": [s for s in partnering_desk.by_slot(found) if s[2]],
        "version": partnering_desk.version(code), "why_failed": catalogue.get(found.failed),
        "stuck": found.asked_at is not None and clock.now() - found.asked_at > PATIENCE,
        "looks": MEETINGS, "now": clock.now(), "report": found.report,
        "plans": may and event.row.state in ("open", "closed", "running"),
    }, status=status)


@require_POST
@only(rules.liaise)
def set_up(request: HttpRequest, code: str) -> HttpResponse:
    """Tables and slots."""
    form = HallForm(request.POST)
    if not form.is_valid():
        return shown(request, code, form=form)
    said = form.cleaned_data
    return acted(
        request, lambda: network.set_up_partnering(event=code, **{
            **said, "first": f"{said['first']:%H:%M}", "last": f"{said['last']:%H:%M}",
        }), _("Saved."), reverse("event_desk", args=[code]), lambda refusal: shown(request, code, refusal, form),
    )


@require_POST
@only(rules.liaise)
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """The timetable, or a new one: asked of the worker."""
    return acted(
        request, lambda: network.ask_for_timetable(event=code), _("The timetable is being made. You may go on meanwhile."),
        reverse("event_desk", args=[code]), lambda refusal: shown(request, code, refusal),
    )


@require_GET
@only(watch)
def version(request: HttpRequest, code: str) -> JsonResponse:
    """What the desk asks while it waits for the worker."""
    return JsonResponse({"version": partnering_desk.version(code)})


@require_POST
@only(rules.liaise)
def record(request: HttpRequest, code: str) -> HttpResponse:
    """Held, or who did not come."""
    held = request.POST.get("held") == "yes"
    refusal = tried(lambda: network.record_meeting(meeting=code, held=held, absent=request.POST.get("absent", "")))
    if refusal:
        raise refusal
    return done(request, _("Saved."), back(request, reverse("network_events")))


@require_GET
@only(watch)
def sheets(request: HttpRequest, code: str) -> HttpResponse:
    """For the printer: a sheet a person, a sheet a table, or the overview by slot."""
    by = request.GET.get("by", "person")
    found = partnering_desk.desk(code)
    tabs = [
        (_("By person"), "?by=person", by not in ("table", "slot"), ""), (_("By table"), "?by=table", by == "table", ""),
        (_("By slot"), "?by=slot", by == "slot", ""),
    ]
    return render(request, "network/partnering/sheets.html", {
        "found": found, "tabs": tabs, "by": by, "zone": settings.TIME_ZONE,
        "people": partnering_desk.by_person(found) if by not in ("table", "slot") else [],
        "tables": partnering_desk.by_table(found) if by == "table" else [],
        "slots": partnering_desk.by_slot(found) if by == "slot" else [],
    })
