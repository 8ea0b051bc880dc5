"""Acts on one need: listing, opening, its director, its steps, its end."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.core import refs
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.web.pages.network.needs.need import shown_again
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


def after(request: HttpRequest, code: str, act: Callable[[], Any], said: str, at: str = "") -> HttpResponse:
    """Back to the need with a toast, or with the refusal beside the acts."""
    if (refusal := tried(act)) is not None:
        return shown_again(request, code, refusal)
    return done(request, said, reverse("network_need", args=[code]) + at)


@require_POST
@only(rules.ask_need)
def open_draft(request: HttpRequest, code: str) -> HttpResponse:
    """A draft is handed in."""
    return after(request, code, lambda: network.open_need(need=code), _("Handed in. The liaison staff will answer."))


@require_POST
@only(rules.ask_need)
def list_it(request: HttpRequest, code: str) -> HttpResponse:
    """The cluster sees the public part."""
    return after(request, code, lambda: network.list_need(need=code), _("The cluster sees the public part now."))


@require_POST
@only(rules.ask_need)
def unlist(request: HttpRequest, code: str) -> HttpResponse:
    """Only its company and liaison staff see it."""
    return after(request, code, lambda: network.unlist_need(need=code), _("It is off the list."))


@require_POST
@only(rules.liaise)
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """Who looks after it."""
    person = refs.read("person", request.POST.get("director", ""))
    return after(request, code, lambda: network.assign_need(need=code, person=person), _("Assigned."))


@require_POST
@only(rules.liaise)
def move(request: HttpRequest, code: str) -> HttpResponse:
    """One step along the pipeline."""
    state = request.POST.get("state", "")
    return after(request, code, lambda: network.move_need(need=code, state=state), _("Moved."))


@require_POST
@only(rules.liaise)
def close(request: HttpRequest, code: str) -> HttpResponse:
    """What came of it."""
    asked = {"outcome": request.POST.get("outcome", ""), "reason": request.POST.get("reason", "")}
    return after(request, code, lambda: network.close_need(need=code, **asked), _("Closed."))


@require_POST
@only(rules.ask_need)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Its owner no longer asks."""
    reason = request.POST.get("reason", "")
    return after(request, code, lambda: network.withdraw_need(need=code, reason=reason), _("Withdrawn."))
