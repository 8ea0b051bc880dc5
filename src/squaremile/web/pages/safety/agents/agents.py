"""Agents and what is held of them: the list, registering, bringing in, one agent, and the book of one holding."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import agents
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import AgentForm, BringForm, LineForm
from squaremile.web.pages.safety.agents.parts import parts
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_agents)
def page(request: HttpRequest) -> HttpResponse:
    """What is held and what is registered: a company's own; everybody's for safety and the committee."""
    return render(request, "safety/agents/held.html", {
        "held": agents.holdings(), "registered": agents.agents(), "may_keep": rules.keep_agents(require()),
        "everyone": require().staff, **_tabs("safety_agents"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_agents)
def register(request: HttpRequest) -> HttpResponse:
    """An agent for the register."""
    return _form(
        request, AgentForm(request.POST or None), safety.register_agent, _("Register an agent"), _("Register it"), "safety_agent",
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_agents)
def bring(request: HttpRequest) -> HttpResponse:
    """Something comes in, if a protocol covers it and the room admits it."""
    form = BringForm(request.POST or None, initial={"agent": request.GET.get("agent", "")})
    return _form(request, form, safety.bring_agent, _("Bring an agent in"), _("Bring it in"), "safety_holding")


@require_GET
@only(rules.see_agents)
def agent(request: HttpRequest, code: str) -> HttpResponse:
    """One agent: what it is, which protocols cover it, where it is held."""
    row = agents.agent(code)
    return render(request, "safety/agents/agent.html", {
        "row": row, "held": agents.holdings(agent=code), "may_keep": rules.keep_agents(require()), **_tabs("safety_agents"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.see_agents)
def holding(request: HttpRequest, code: str) -> HttpResponse:
    """One holding with its book, and the next line of it."""
    row, lines = agents.holding(code)
    may_keep = rules.keep_agents(require()) and row.here
    form = LineForm(request.POST or None) if may_keep else None
    refusal: Any = None
    if form is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data | {"amount_held": form.cleaned_data["amount_held"] or 0}
        refusal = tried(lambda: safety.log_agent(holding=code, **said))
        if refusal is None:
            return done(request, _("The line is written."), reverse("safety_holding", args=[code]))
    status = refusal.status if refusal else 422 if form is not None and form.errors else 200
    return render(request, "safety/agents/holding.html", {
        "row": row, "lines": lines, "form": form, "refusal": refusal, **_tabs("safety_agents"),
    }, status=status)


def _form(request: HttpRequest, form: forms.Form, act: Any, title: str, send: str, to: str) -> HttpResponse:
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(act(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Saved."), reverse(to, args=[made[0].code]))
    return form_page(request, form, refusal, title, send, reverse("safety_agents"), section="safety_agents")


def _tabs(part: str) -> dict[str, Any]:
    return {"sections": sections.tabs("safety_agents"), "parts": parts(part)}
