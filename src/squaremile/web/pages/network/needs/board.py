"""The needs board: a column for each state, with clocks for liaison staff; for companies their own and the listed ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import needs
from squaremile.network.reads.need_pipeline import Tally, tallies
from squaremile.network.words.needs import MODES, STATES
from squaremile.web.pages.network import sections
from squaremile.web.shell.entry import only

ON_BOARD = ("open", "matching", "soft_check", "agenda", "meeting", "follow_up", "closed")


@dataclass(frozen=True, slots=True)
class Column:
    """One state and the needs that stand there."""

    state: str
    label: str
    rows: Sequence[tuple[needs.NeedRow, Tally | None]]


class Filters(forms.Form):
    """Which needs."""

    mode = forms.ChoiceField(label=gettext_lazy("What is wanted"), required=False)
    whose = forms.ChoiceField(label=gettext_lazy("Whose needs"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["mode"].choices = [("", _("All")), *((mode, str(label)) for mode, label in MODES.items())]  # type: ignore[attr-defined]
        whose = [("", _("All")), ("mine", _("I look after"))]
        self.fields["whose"].choices = whose  # type: ignore[attr-defined]
        if not rules.liaise(require()):
            del self.fields["whose"]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Columns for whoever sees whose needs they are; two lists for companies."""
    filters = Filters(request.GET)
    filters.is_valid()
    said, asked = filters.cleaned_data, search_key(request.GET.get("q", ""))
    rows = [
        row for row in needs.board(mode=said.get("mode", ""), only_mine=said.get("whose") == "mine")
        if not asked or asked in search_key(f"{row.title.ko} {row.title.en} {row.code}")
    ]
    asking = require()
    office = asking.has_role(*sections.LIAISON)
    columns = _columns(rows) if office else ()
    shown = {
        "columns": columns, "office": office, "mine": [r for r in rows if r.mine],
        "listed": [r for r in rows if not r.mine and r.state not in ("closed", "withdrawn")],
        "drafts": [r for r in rows if r.state == "draft"] if office else (),
    }
    return render(request, "network/needs/board.html", {
        **shown, "filters": filters, "may_ask": rules.ask_need(asking), "asked": bool(asked or any(said.values())),
        "sections": sections.tabs("network_needs"), "overdue": sum(r.clock.look == "stop" for r in rows if office),
        "silent": sum(tally.late for column in columns for _row, tally in column.rows if tally),
    })


def _columns(rows: Sequence[needs.NeedRow]) -> tuple[Column, ...]:
    checks = tallies([row.id for row in rows])
    return tuple(
        Column(state, str(STATES[state]), [(row, checks.get(row.id)) for row in rows if row.state == state])
        for state in ON_BOARD
    )
