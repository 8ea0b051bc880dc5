"""One delegation: where it stands, who travels, what it costs, what is due."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.kernel.words import pick
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_clocks, visit_keeping, visit_rows
from squaremile.network.words import visits as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import (
    ApproverForm,
    BudgetForm,
    EditForm,
    MemberForm,
    ReasonForm,
    ScreenForm,
)
from squaremile.web.pages.network.visits.lists import STATE_LOOKS
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only, signed_in

LIFE = ("draft", "submitted", "approved", "live", "reported", "closed")
CLOCK_LOOKS = {"done": "ok", "late": "stop", "soon": "warn", "ahead": "neutral"}
RESULT_LOOKS = {"clear": "ok", "concern": "warn", "refused": "stop", "": "pending"}
DECISION_LOOKS = {"waiting": "pending", "approved": "ok", "declined": "stop"}


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The whole of it for those who keep it; a part for those who approve it or have a meeting with it."""
    found, asking = visit_rows.delegation(code), require()
    keeps = rules.liaise(asking) and asking.may_write and found.state not in ("closed", "cancelled")
    lines, planned, spent = visit_keeping.budget(found)
    approvals = visit_keeping.approvals(found)
    context: dict[str, Any] = {
        "delegation": found, "state": words.STATES[found.state], "state_look": STATE_LOOKS[found.state], "keeps": keeps,
        "sees": rules.see_delegations(asking), "facts": _facts(found), "steps": _steps(found.state),
        "purpose": pick(found.purpose_ko, found.purpose_en), "approvals": [(a, DECISION_LOOKS[a.state]) for a in approvals],
        "decides": visit_rows.turn_of(found) == asking.actor and rules.decide_delegation(asking), "lines": lines,
        "planned": planned, "spent": spent, "reason_form": ReasonForm(auto_id="reason_%s"),
        "members": [_member(m) for m in visit_keeping.members(found)],
        "clocks": [(c, CLOCK_LOOKS[c.state]) for c in visit_clocks.clocks(found)] if rules.see_delegations(asking) else [],
        "sections": sections.tabs("network_visits"),
    }  # fmt: skip
    if keeps:
        context |= {
            "member_form": MemberForm(auto_id="member_%s"), "budget_form": BudgetForm(auto_id="budget_%s"),
            "approver_form": ApproverForm(auto_id="approver_%s"),
        }
    return render(request, "network/visits/delegation.html", context)


def _member(row: visit_keeping.MemberRow) -> tuple[Any, ...]:
    checks = [(check, RESULT_LOOKS[check.result]) for check in row.checks]
    return row, checks, ScreenForm(auto_id=f"s_{row.code.lower()}_%s")


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change what is said of it, and the terms of its days."""
    found = visit_rows.delegation(code)
    initial = {name: getattr(found, name, "") for name in EditForm().fields} | {"partner": found.partner.code if found.partner else ""}
    form, refusal = EditForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data, level=int(form.cleaned_data["level"]))
        refusal = tried(lambda: network.edit_delegation(delegation=code, **said))
        if refusal is None:
            return done(request, _("Saved."), reverse("delegation", args=[code]))
    return render(request, "network/visits/form.html", {
        "form": form, "refusal": refusal, "title": found.name, "send": _("Save"), "cancel_url": reverse("delegation", args=[code]),
        "sections": sections.tabs("network_visits"),
    }, status=refusal.status if refusal else 422 if form.errors else 200)


def _facts(found: Any) -> list[tuple[str, Any]]:
    return [
        (_("Direction"), words.DIRECTIONS[found.direction]), (_("Level"), words.LEVELS[found.level]),
        (_("Organisation"), found.partner.name if found.partner else ""), (_("Region"), pick(found.region_ko, found.region_en)),
        (_("Lead"), pick(found.lead.name_ko, found.lead.name_en)), (_("Time zone"), found.time_zone),
    ]


def _steps(state: str) -> list[tuple[str, str]]:
    if state == "cancelled":
        return [(str(words.STATES["draft"]), "done"), (str(words.STATES["cancelled"]), "failed")]
    at = LIFE.index(state)
    return [(str(words.STATES[s]), "done" if n < at else "current" if n == at else "") for n, s in enumerate(LIFE)]
