"""The wait-list for programme staff: turns with their reasons, golden tickets, and the step to a place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import wait_list
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_safe
@only(rules.see_reviews)
def page(request: HttpRequest) -> HttpResponse:
    """Who waits at each call, in turn."""
    return _page(request)


@require_POST
@only(rules.hold_reviews)
def promote(request: HttpRequest, code: str) -> HttpResponse:
    """A place has come free for this one."""
    said = {name: request.POST.get(name, "") for name in ("reasons", "conditions", "exception")}
    made = []
    refusal = tried(lambda: made.append(residency.promote_application(application=code, **said)))
    if refusal is not None:
        return _page(request, refusal)
    told = _("Promoted, and the letter goes out. Offer a licence next.")
    return done(request, told, reverse("residency_company", args=[made[0].company.code]))


@require_POST
@only(rules.hold_reviews)
def ticket(request: HttpRequest, code: str) -> HttpResponse:
    """A sponsor's golden ticket for a company that waits, by the company's code."""
    refusal = tried(lambda: residency.use_entitlement(
        sponsor=request.POST.get("sponsor", ""), kind="ticket", company=code
    ))
    if refusal is not None:
        return _page(request, refusal)
    return done(request, _("The golden ticket is given."), reverse("residency_wait_list"))


def _page(request: HttpRequest, refusal: SquaremileError | None = None) -> HttpResponse:
    return render(request, "residency/review/wait_list.html", {
        "lists": wait_list.wait_lists(), "tickets": wait_list.tickets(), "refusal": refusal,
        "may_hold": rules.hold_reviews(require()), "may_except": rules.make_exceptions(require()), "sections": sections.tabs("residency_reviews"),
    }, status=refusal.status if refusal else 200)
