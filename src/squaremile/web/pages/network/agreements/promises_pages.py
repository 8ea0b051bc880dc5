"""What was promised and what came: the heat-map with its table, and the gallery of what lapsed."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.network import rules
from squaremile.network.reads import council
from squaremile.network.reads.days import today
from squaremile.network.reads.heat import heat
from squaremile.network.words.agreements import ENTRY_STATES, UNIT_NAMES
from squaremile.web.pages.network import sections
from squaremile.web.shell import tables
from squaremile.web.shell.entry import only


def asked_day(request: HttpRequest, name: str, otherwise: date) -> date:
    """A day of the address; what cannot be read is the usual one."""
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return otherwise


@require_GET
@only(rules.answer_for_promises)
def heat_map(request: HttpRequest) -> HttpResponse:
    """Partners against years or kinds; a cell leads to the promises behind it."""
    asked = request.GET
    by = "kind" if asked.get("by") == "kind" else "year"
    shown = heat(asked.get("unit", ""), by, min(asked_day(request, "as_of", today()), today()),
                 party=asked.get("party", ""), column=asked.get("column", ""))  # fmt: skip
    if asked.get("export") in ("csv", "xlsx"):
        rows = [
            (row.name, str(label), cell.promised, cell.arrived, cell.lapsed)
            for row in shown.rows for (_key, label), cell in zip(shown.columns, row.cells, strict=True) if cell
        ]
        heads = [_("Partner"), _("Year signed") if by == "year" else _("Kind"), _("Promised"), _("Arrived"), _("Lapsed")]
        made = [tables.Sheet(f"{shown.unit} {shown.as_of}", heads, rows)]
        return (tables.as_xlsx if asked["export"] == "xlsx" else tables.as_csv)("promises", made)
    states = {code: str(label) for code, label in ENTRY_STATES.items()}
    return render(request, "network/agreements/promises.html", {
        "sections": sections.tabs("network_agreements"), "map": shown, "states": states, "party": asked.get("party", ""),
        "column": asked.get("column", ""), "units": [(unit, UNIT_NAMES[unit]) for unit in shown.units],
    })  # fmt: skip


@require_GET
@only(rules.answer_for_promises)
def lapses(request: HttpRequest) -> HttpResponse:
    """What ended unfulfilled, why, and what was learnt."""
    return render(request, "network/agreements/lapses.html", {
        "sections": sections.tabs("network_agreements"), "rows": council.lapses(),
    })
