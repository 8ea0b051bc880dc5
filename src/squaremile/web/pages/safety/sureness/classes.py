"""Classes of substances: who entered which, from what; and safety's word on those of companies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import class_entries
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """A company its own and the shared register; who answers for safety everything, and agrees."""
    if request.method == "GET":
        return _page(request)
    if not rules.verify(require()):
        raise Forbidden(NOT_ALLOWED)
    said = request.POST
    return sent(
        request,
        lambda: safety.agree_classes(
            substance=said.get("substance", ""), scheme=said.get("scheme", ""), hazards=said.getlist("hazard")
        ),
        reverse("safety_classes"), lambda **more: _page(request, **more),
    )


def _page(request: HttpRequest, *, status: int = 200, refusal: object = None) -> HttpResponse:
    waiting = request.GET.get("waiting") == "1"
    return render(request, "safety/classes.html", {
        "rows": class_entries.entries(waiting=waiting), "waiting": waiting, "refusal": refusal,
        "may_agree": rules.verify(require()), "sections": sections.tabs("safety_classes"),
    }, status=status)
