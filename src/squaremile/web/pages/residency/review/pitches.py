"""The day of pitches for programme staff: sittings, the plan, places by hand, and the invitations."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import pitches, rounds
from squaremile.spaces.reads import places
from squaremile.spaces.reads.sites import sites
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

ROOMS = ("room", "suite")


class SittingForm(forms.Form):
    """A panel, a beginning, and how many it hears."""

    start = forms.DateTimeField(
        label=gettext_lazy("Begins"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    pitch_count = forms.IntegerField(label=gettext_lazy("Pitches"), min_value=1, max_value=40, initial=6)
    pitch_minutes = forms.IntegerField(label=gettext_lazy("Minutes each"), min_value=5, max_value=120, initial=20)
    pitch_pause = forms.IntegerField(label=gettext_lazy("Minutes between"), min_value=0, max_value=120, initial=5)
    place = forms.ChoiceField(label=gettext_lazy("Room"), required=False)
    link = forms.URLField(label=gettext_lazy("Online link"), required=False, max_length=500, assume_scheme="https")
    panel = forms.MultipleChoiceField(label=gettext_lazy("Panel"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rooms = [row for site in sites() for row in places.on_site(site.code) if row.kind in ROOMS]
        self.fields["place"].choices = [("", "—"), *((row.code, f"{row.name} · {row.code}") for row in rooms)]  # type: ignore[attr-defined]
        self.fields["panel"].choices = [(row.code, str(row.name)) for row in rounds.reviewers() if row.active]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """As the operation takes it: the beginning in the clock of the cluster."""
        start = self.cleaned_data["start"].replace(tzinfo=ZoneInfo(settings.TIME_ZONE))
        return {**self.cleaned_data, "start": start}


@require_safe
@only(rules.see_reviews)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Who pitches when, before whom, and who has no time yet."""
    return _page(request, code)


@require_POST
@only(rules.hold_reviews)
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Another sitting."""
    form = SittingForm(request.POST)
    return sent(
        request, lambda: residency.open_pitch_sitting(review_round=code, **form.said()), _address(code), _again(request, code),
        form=form,
    )


@require_POST
@only(rules.hold_reviews)
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """A time for everyone who can have one."""
    return sent(request, lambda: residency.plan_pitches(review_round=code), _address(code), _again(request, code))


@require_POST
@only(rules.hold_reviews)
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """The letters to applicants, and to panels with their sheets."""
    return sent(request, lambda: residency.send_pitch_invitations(review_round=code), _address(code), _again(request, code))


@require_POST
@only(rules.hold_reviews)
def place(request: HttpRequest, code: str, slot: str) -> HttpResponse:
    """One slot by hand."""
    application = request.POST.get("application", "")
    return sent(
        request, lambda: residency.place_pitch(pitch_slot=slot, application=application), _address(code), _again(request, code)
    )


@require_POST
@only(rules.hold_reviews)
def cancel(request: HttpRequest, code: str, sitting: str) -> HttpResponse:
    """A sitting that is called off."""
    return sent(request, lambda: residency.cancel_pitch_sitting(pitch_sitting=sitting), _address(code), _again(request, code))


def _address(code: str) -> str:
    return reverse("residency_pitches", args=[code])


def _again(request: HttpRequest, code: str) -> Any:
    return lambda **more: _page(request, code, **more)


def _page(
    request: HttpRequest, code: str, status: int = 200, refusal: SquaremileError | None = None, form: SittingForm | None = None
) -> HttpResponse:
    may = rules.hold_reviews(require())
    return render(request, "residency/review/pitches.html", {
        "row": rounds.named(code), "schedule": pitches.schedule(code), "refusal": refusal, "may_hold": may,
        "form": (form or SittingForm()) if may else None, "sections": sections.tabs("residency_reviews"),
    }, status=status)
