"""Counts of rooms: begin one, scan, see what is missing, elsewhere or unknown, and put it right."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import counting
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

ACTS: dict[str, Callable[[str, str, QueryDict], Any]] = {
    "move": lambda _code, room, said: safety.move_container(container=said.get("container", ""), place=room),
    "dispose": lambda _code, _room, said: safety.dispose_container(container=said.get("container", "")),
    "close": lambda code, _room, _said: safety.close_count(count=code),
}
"""The corrections, each one step: the ordinary operations, made where the difference is seen."""


class BeginForm(forms.Form):
    """Which room is counted."""

    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)


@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """Counts, and a new one."""
    may_keep = rules.keep_stock(require())
    form = BeginForm(request.POST or None, initial={"place": request.GET.get("room", "")}) if may_keep else None
    refusal, made = None, []
    if form is not None and request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(safety.begin_count(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Scan what stands in the room."), reverse("safety_count", args=[made[0].code]))
    status = refusal.status if refusal else 422 if form is not None and form.errors else 200
    return render(request, "safety/counts.html", {
        "form": form, "refusal": refusal, "rows": counting.counts(), "sections": sections.tabs("safety_counts"),
    }, status=status)  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What was found so far; a correction is named by the button that was pressed."""
    found, refusal = counting.count(code), None
    act = ACTS.get(request.POST.get("act", ""))
    if request.method == "POST" and act is not None:
        refusal = tried(lambda: act(code, found.row.room, request.POST))
        if refusal is None:
            return done(request, _("Done."), reverse("safety_count", args=[code]))
    return _shown(request, code, refusal)


@require_POST
@only(rules.keep_stock)
def scans(request: HttpRequest, code: str) -> HttpResponse:
    """Labels, one a line: from the camera's list, or typed."""
    refusal = tried(lambda: safety.scan_containers(count=code, labels=request.POST.get("labels", "").splitlines()))
    if refusal is not None:
        return _shown(request, code, refusal)
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return done(request, _("The labels are taken down."), reverse("safety_count", args=[code]))


def _shown(request: HttpRequest, code: str, refusal: SquaremileError | None) -> HttpResponse:
    found = counting.count(code)
    return render(request, "safety/count.html", {
        "found": found, "row": found.row, "refusal": refusal, "may_keep": rules.keep_stock(require()) and not found.row.closed_at,
        "sections": sections.tabs("safety_counts"),
    }, status=refusal.status if refusal else 200)  # fmt: skip
