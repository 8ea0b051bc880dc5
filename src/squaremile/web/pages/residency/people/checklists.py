"""Checklists: who is waiting for whom, and the standard list that everybody new is given."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.roles import STAFF_ROLES, any_of
from squaremile.kernel.scope import Scope, require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import checklists, waiting
from squaremile.residency.words import people as words
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.people.rows_form import of_list, tag, told
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

KEEPERS = any_of(*STAFF_ROLES, "company_admin")
"""Those who wait for others, or for whom others wait."""


@require_GET
@only(KEEPERS)
def page(request: HttpRequest) -> HttpResponse:
    """The board: desks with their counts; the rows of the one chosen, or of the asker's own."""
    asking, rows = require(), waiting.waiting()
    desk = request.GET.get("desk", "") or _own(asking)
    chosen = [row for row in rows if not desk or row.signs == desk]
    return render(request, "residency/people/checklists.html", {
        "desks": [(str(d.said), f"?desk={d.key}", d.key == desk, d.count) for d in waiting.desks(rows)],
        "rows": chosen, "desk": desk, "late": sum(row.entry.late for row in chosen),
        "may_declare": rules.declare_checklist(asking), "sections": sections.tabs("residency_checklists"),
    })


@require_http_methods(["GET", "POST"])
@only(KEEPERS)
def standard(request: HttpRequest) -> HttpResponse:
    """The list in force, row by row; POST declares the next version. Who has a list keeps hers."""
    known, may = checklists.in_force(), rules.declare_checklist(require())
    rows, refusal = of_list(known.items, request.POST or None), None
    if request.method == "POST" and rows.is_valid():
        refusal = tried(lambda: residency.declare_checklist(items=told(rows)))
        if refusal is None:
            return done(request, _("The new list holds for whoever joins from now on."), reverse("residency_checklist_standard"))
    status = refusal.status if refusal else 422 if rows.is_bound and not rows.is_valid() else 200
    return render(request, "residency/people/standard.html", {
        "version": known.version, "items": [_said(item) for item in known.items], "rows": rows, "refusal": refusal,
        "may_declare": may, "sections": sections.tabs("residency_checklists"),
        "crumbs": [(_("Checklists"), reverse("residency_checklists"))],
    }, status=status)


def _own(asking: Scope) -> str:
    """The desk of the asker: a company's admin signs for her company; a director for all."""
    if not asking.staff:
        return "company"
    own = [desk for desk, rule in rules.SIGNERS.items() if rule(asking)]
    return own[0] if len(own) == 1 else ""


def _said(item: Any) -> dict[str, Any]:
    return {
        "code": item.code, "says": item.says, "about": item.about, "anchor": item.anchor, "due": item.due,
        "doer": words.DOERS[item.doer], "signs": words.DOERS[item.signs], "lasts": item.lasts, "source": item.source,
        "blocks": [words.BLOCKS[b] for b in item.blocks], "evidence": item.evidence,
        "applies": [tag(t) for t in item.applies_if],
    }
