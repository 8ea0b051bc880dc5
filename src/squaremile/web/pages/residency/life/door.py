"""A mentor with her key: her hours, who comes with what, and what she wrote down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core.words import DOOR_SHUT
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency.reads import life
from squaremile.web.pages.residency.life.mentors import HourForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import by_key


@require_http_methods(["GET", "POST"])
@by_key("mentor")
def page(request: HttpRequest) -> HttpResponse:
    """Her hours; POST offers another."""
    (holder,) = require().organisations
    her = life.me(holder)
    if her is None:
        raise Forbidden(DOOR_SHUT)
    form, refusal = HourForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.offer_hour(mentor=her.code, **form.said()))
        if refusal is None:
            return done(request, _("The hour is offered."), reverse("door_mentor"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/life/door_mentor.html", {
        "her": her, "hours": life.hours(mentor=holder), "form": form, "refusal": refusal,
    }, status=status)


@require_POST
@by_key("mentor")
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Held, missed or cancelled."""
    residency.close_hour(office_hour=code, state=request.POST.get("state", ""), remark=request.POST.get("remark", ""))
    return done(request, _("Saved."), reverse("door_mentor"))
