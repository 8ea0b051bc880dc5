"""The timeline of one relationship, and that of one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import relationship, timeline
from squaremile.web.pages.network import sections
from squaremile.web.shell.entry import only

KINDS = {
    "": gettext_lazy("Everything"), "interaction": gettext_lazy("Contacts made"), "promise": gettext_lazy("Promises"),
    "introduction": gettext_lazy("Introductions"), "need": gettext_lazy("Needs"), "membership": gettext_lazy("Membership"),
}  # fmt: skip


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("kind", "")
    return asked if asked in timeline.KINDS else ""


@require_GET
@only(rules.look)
def page(request: HttpRequest, member: str) -> HttpResponse:
    """Everything that happened between us, for staff and for the member itself; for others it is not there."""
    kind = _kind(request)
    shown = relationship.page(member, kind)
    asking = require()
    return render(request, "network/liaison/relationship.html", {
        "page": shown, "staff": rules.liaise(asking), "may_ask": rules.ask_introduction(asking),
        "filters": [(label, f"?kind={key}" if key else "?", key == kind, None) for key, label in KINDS.items()],
        "crumbs": [(_("Relationships"), reverse("network_relationships")), (str(shown.member.name), "")],
        "sections": sections.tabs("network_relationships"),
    })


@require_GET
@only(rules.look)
def person(request: HttpRequest, code: str) -> HttpResponse:
    """One person's contacts, as far as the reader's own relationships go."""
    kind = _kind(request)
    name, found = relationship.person(code, kind)
    kinds = {key: label for key, label in KINDS.items() if key not in ("need", "membership")}
    return render(request, "network/liaison/person.html", {
        "name": name, "code": code, "events": found, "staff": rules.liaise(require()),
        "filters": [(label, f"?kind={key}" if key else "?", key == kind, None) for key, label in kinds.items()],
        "sections": sections.tabs("network_relationships"),
    })
