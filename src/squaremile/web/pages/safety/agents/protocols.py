"""Protocols: the list, drafting, and one with what the committee and safety say of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.reads.organisations import organisation
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import biosafety, protocols
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import DecisionForm, OpinionForm, ProtocolForm
from squaremile.web.pages.safety.agents.parts import parts
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_agents)
def page(request: HttpRequest) -> HttpResponse:
    """A company's own; everybody's for safety and the committee."""
    return render(request, "safety/agents/protocols.html", {
        "rows": protocols.protocols(), "may_draft": bool(require().organisations), "everyone": require().staff, **_tabs(),
    })


@require_http_methods(["GET", "POST"])
@only(rules.hand_in_protocols)
def draft(request: HttpRequest) -> HttpResponse:
    """A new one."""
    form = ProtocolForm(request.POST or None, companies=sorted(require().organisations))
    return _drafted(request, form, "", reverse("safety_protocols"))


@require_http_methods(["GET", "POST"])
@only(rules.hand_in_protocols)
def amend(request: HttpRequest, code: str) -> HttpResponse:
    """The draft written anew, or an amendment of what was approved."""
    row = protocols.protocol(code)
    now = row.newest
    begun = {
        "name_ko": now.name.ko, "name_en": now.name.en, "biosafety_level": now.level, "plan_of_work": now.says,
        "agents": [each for each, _name in now.agents],
    }
    form = ProtocolForm(request.POST or None, initial=begun, companies=[organisation(row.organisation).id])
    return _drafted(request, form, code, reverse("safety_protocol", args=[code]))


@require_http_methods(["GET", "POST"])
@only(rules.see_agents)
def protocol(request: HttpRequest, code: str) -> HttpResponse:
    """One, with its versions. An act is named by the button that was pressed."""
    row = protocols.protocol(code)
    asking, act, said = require(), request.POST.get("act", ""), request.POST
    opinion, decision = OpinionForm(said if act == "opinion" else None), DecisionForm(said if act in ("approve", "return") else None)
    acts: dict[str, Any] = {
        "submit": lambda: safety.submit_protocol(protocol=code), "withdraw": lambda: safety.withdraw_protocol(protocol=code),
        "end": lambda: safety.end_protocol(protocol=code),
        "opinion": lambda: safety.give_opinion(protocol=code, **opinion.cleaned_data),
        "approve": lambda: safety.decide_protocol(protocol=code, approve=True, **decision.cleaned_data),
        "return": lambda: safety.decide_protocol(protocol=code, approve=False, reason=decision.cleaned_data["reason"]),
    }
    refusal, bad = None, any(form.is_bound and not form.is_valid() for form in (opinion, decision))
    if request.method == "POST" and act in acts and not bad:
        refusal = tried(acts[act])
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_protocol", args=[code]))
    waits = row.newest.state == "submitted"
    status = refusal.status if refusal else 422 if bad else 200
    return render(request, "safety/agents/protocol.html", {
        "row": row, "refusal": refusal, "may_hand_in": rules.hand_in_protocols(asking),
        "opinion": opinion if waits and biosafety.is_seated() else None, "seats": biosafety.seats(),
        "decision": decision if waits and rules.decide(asking) else None, **_tabs(),
    }, status=status)


def _drafted(request: HttpRequest, form: ProtocolForm, code: str, back: str) -> HttpResponse:
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"investigator": UUID(form.cleaned_data["investigator"]), "protocol": code}
        refusal = tried(lambda: made.append(safety.draft_protocol(**said)))
        if refusal is None:
            return done(request, _("The draft is kept."), reverse("safety_protocol", args=[made[0].protocol.code]))
    return form_page(
        request, form, refusal, _("Draft a biosafety protocol"), _("Keep the draft"), back, section="safety_agents",
        lead=_("Register the agents first. A draft is seen by nobody but your company and those who answer for safety."),
    )


def _tabs() -> dict[str, Any]:
    return {"sections": sections.tabs("safety_agents"), "parts": parts("safety_protocols")}
