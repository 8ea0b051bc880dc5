"""Short acts: each calls one operation and goes back to where it was done."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.web.shell.acts import back, done
from squaremile.web.shell.entry import only


@require_POST
@only(rules.propose)
def settle_milestone(request: HttpRequest, code: str) -> HttpResponse:
    """Agree, drop, or say that it was reached."""
    residency.settle_milestone(
        milestone=code, state=request.POST.get("state", ""), evidence=request.POST.get("evidence", "")
    )
    return done(request, _("Saved."), back(request, reverse("residency")))


@require_POST
@only(rules.give_notice)
def settle_notice(request: HttpRequest, code: str) -> HttpResponse:
    """Put right, suspended, lifted or terminated."""
    residency.settle_notice(suspension=code, state=request.POST.get("state", ""))
    return done(request, _("Saved."), back(request, reverse("residency")))


@require_POST
@only(rules.meet_mentors)
def book_hour(request: HttpRequest, code: str) -> HttpResponse:
    """Come with a question."""
    residency.book_hour(
        office_hour=code, topic=request.POST.get("topic", ""), company=request.POST.get("company", "")
    )
    return done(request, _("The hour is yours."), reverse("residency_life"))


@require_POST
@only(rules.meet_mentors)
def give_hour_back(request: HttpRequest, code: str) -> HttpResponse:
    """The hour is free again."""
    residency.give_hour_back(office_hour=code)
    return done(request, _("The hour is free again."), reverse("residency_life"))


@require_POST
@only(rules.hold_hours)
def close_hour(request: HttpRequest, code: str) -> HttpResponse:
    """Held, missed or cancelled."""
    residency.close_hour(
        office_hour=code, state=request.POST.get("state", ""), remark=request.POST.get("remark", "")
    )
    return done(request, _("Saved."), reverse("residency_life"))
