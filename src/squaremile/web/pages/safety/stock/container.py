"""One container: what it is, what happened to it, and what can be done with it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import containers, rooms
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

ACTS: dict[str, Callable[[str, QueryDict], Any]] = {
    "open": lambda code, said: safety.open_container(container=code),
    "move": lambda code, said: safety.move_container(container=code, place=said.get("place", ""), cabinet=said.get("cabinet", "")),
    "split": lambda code, said: safety.split_container(container=code, how_much=said.get("how_much", "")),
    "measure": lambda code, said: safety.measure_container(container=code, how_much=said.get("how_much", "")),
    "dispose": lambda code, said: safety.dispose_container(container=code),
    "transfer": lambda code, said: safety.transfer_container(container=code, gone_to=said.get("gone_to", "")),
}


@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; an act is named by the button that was pressed."""
    row, happened = containers.container(code)
    act, refusal = ACTS.get(request.POST.get("act", "")), None
    if request.method == "POST" and act is not None:
        refusal = tried(lambda: act(code, request.POST))
        if refusal is None:
            return done(request, _("Done."), reverse("safety_container", args=[code]))
    return render(request, "safety/container.html", {
        "row": row, "happened": happened, "beside": rooms.around(row) if row.here else [], "refusal": refusal,
        "may_keep": rules.keep_stock(require()) and row.here,
        "sections": sections.tabs("safety_containers"),
    }, status=refusal.status if refusal else 200)
