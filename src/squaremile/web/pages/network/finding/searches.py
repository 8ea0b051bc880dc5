"""Saving the search at hand, and dropping one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import finding
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import only


@require_POST
@only(rules.keep_own)
def save(request: HttpRequest) -> HttpResponse:
    """What is found now is known; what comes later is told."""
    question, kind = request.POST.get("question", ""), request.POST.get("kind", "")
    kind = kind if kind in finding.KINDS else ""
    seen = finding.addresses(question, kind) if question.strip() else []
    network.save_search(question=question, kind=kind, seen=seen, name=request.POST.get("name", ""))
    return done(request, _("Saved. You are told of new answers."), reverse("network_kept"))


@require_POST
@only(rules.keep_own)
def drop(request: HttpRequest, code: str) -> HttpResponse:
    """Asked no more."""
    network.drop_search(search=code)
    return done(request, _("The search is gone."), reverse("network_kept"))
