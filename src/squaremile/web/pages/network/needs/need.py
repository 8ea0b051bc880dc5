"""One need: its public part; for whose it is and liaison staff also the rest, its candidates and its steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.core import refs
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import liaison_staff, need_pipeline, needs, visit_rows
from squaremile.network.words import needs as words
from squaremile.network.words import pipeline
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.needs.matching import panel
from squaremile.web.shell.entry import only

NEXT = {
    "open": ("matching",), "matching": ("soft_check", "open"), "soft_check": ("agenda", "matching"),
    "agenda": ("meeting", "soft_check"), "meeting": ("follow_up", "agenda"), "follow_up": ("meeting", "matching"),
    "closed": ("matching",),
}  # fmt: skip
"""Where liaison staff may move it from each state, the usual step first."""
WAY = ("open", "matching", "soft_check", "agenda", "meeting", "follow_up", "closed")


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """As the asker may see it."""
    return render(request, "network/needs/need.html", context(code))


def shown_again(request: HttpRequest, code: str, refusal: SquaremileError) -> HttpResponse:
    """The page with the refusal of an act on it."""
    return render(request, "network/needs/need.html", context(code) | {"refusal": refusal}, status=refusal.status)


def context(code: str) -> dict[str, Any]:
    """What the page shows."""
    shown, asking = needs.need(code), require()
    office = rules.liaise(asking)
    staff = liaison_staff.everyone() if office else []
    over = shown.state in ("closed", "withdrawn")
    return {
        "need": shown, "facts": _facts(shown), "office": office, "over": over,
        "may_keep": shown.open_book and rules.ask_need(asking),
        "staff": [(refs.ref("person", each.id), str(each.name), each.id == shown.director_id) for each in staff],
        "moves": [(state, str(words.STATES[state])) for state in NEXT.get(shown.state, ())],
        "outcomes": [(outcome, str(label)) for outcome, label in words.OUTCOMES.items()],
        "way": _way(shown.state), "steps": needs.steps(code), "sections": sections.tabs("network_needs"),
        "crumbs": [(_("Needs"), reverse("network_needs")), (code, "")],
    } | (panel(shown) | _pipeline(shown, office) if shown.open_book and shown.state != "draft" else {})


def _pipeline(shown: needs.NeedRow, office: bool) -> dict[str, Any]:
    """Long list and soft checks for the office; agreed agendas for the company too."""
    entries = need_pipeline.long_list(shown.id)
    open_visits = [d for d in visit_rows.delegations() if d.state not in ("closed", "cancelled")] if office else []
    return {
        "entries": entries, "agendas": need_pipeline.agendas(shown.id), "agreed_yes": need_pipeline.agreed_yes(entries),
        "asks_now": office and shown.state in ("soft_check", "agenda"),
        "lists_now": office and shown.state in WAY[:4],
        "ways": [(way, str(label)) for way, label in pipeline.WAYS.items()],
        "answers": [(answer, str(label)) for answer, label in pipeline.ANSWERS.items() if answer],
        "subjects": [(s, str(label)) for s, label in words.SUBJECTS.items()],
        "visits": [(d.code, str(d.name)) for d in open_visits], "member_code": shown.member_code,
    }


def _facts(shown: needs.NeedRow) -> list[tuple[str, object]]:
    facts: list[tuple[str, object]] = [
        (_("What is wanted"), shown.mode_label),
        (_("Wanted within"), _("%(months)s months") % {"months": shown.horizon_months}),
        (_("Shown to the cluster"), _("yes, without whose it is") if shown.listed else _("no")),
    ]
    if shown.open_book:
        facts += [(_("Whose needs"), shown.owner), (_("Looked after by"), shown.director)]
    if shown.outcome:
        facts += [(_("Outcome"), shown.outcome_label)]
    if shown.outcome_reason:
        facts += [(_("Reason"), shown.outcome_reason)]
    return facts


def _way(state: str) -> list[tuple[str, str]]:
    """The pipeline as steps: done, current, to come."""
    if state not in WAY:
        return []
    here = WAY.index(state)
    return [
        (str(words.STATES[each]), "done" if n < here or state == "closed" else "current" if n == here else "")
        for n, each in enumerate(WAY)
    ]
