"""Answering requests, taking them back, and choosing a slot for one."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.network import operations as network
from squaremile.network.reads.partnering_mine import event_of_request
from squaremile.web.pages.network.partnering import mine_page
from squaremile.web.pages.network.partnering.acts import acted, number
from squaremile.web.shell.entry import signed_in


def _answered(request: HttpRequest, code: str, call: Callable[[], Any], said: str) -> HttpResponse:
    event = event_of_request(code)
    return acted(
        request, call, said, reverse("partnering", args=[event]),
        lambda refusal: mine_page.shown(request, event, refusal),
    )


@require_POST
@signed_in
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Yes."""
    return _answered(request, code, lambda: network.accept_request(request=code), _("Accepted."))


@require_POST
@signed_in
def decline(request: HttpRequest, code: str) -> HttpResponse:
    """No; the reason stays here."""
    reason = request.POST.get("reason", "")
    return _answered(request, code, lambda: network.decline_request(request=code, reason=reason), _("Declined."))


@require_POST
@signed_in
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """I take it back."""
    return _answered(request, code, lambda: network.withdraw_request(request=code), _("Withdrawn."))


@require_POST
@signed_in
def slot(request: HttpRequest, code: str) -> HttpResponse:
    """Then."""
    chosen = number(request, "slot")
    return _answered(request, code, lambda: network.schedule_meeting(request=code, slot=chosen), _("The meeting is set."))
