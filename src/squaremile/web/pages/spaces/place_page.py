"""The page of one place; a floor shows its plan, a site its floors."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.spaces import rules
from squaremile.spaces.reads.place import OccupancyRow, PlacePage, place
from squaremile.web.pages.spaces import floor_page, overview
from squaremile.web.pages.spaces.days import day_of, last_day
from squaremile.web.pages.spaces.forms import ExtendForm, HoldForm, ReleaseForm
from squaremile.web.pages.spaces.keepers import keeps
from squaremile.web.shell.entry import signed_in

LOOKS = {"held": "pending", "occupied": "other", "ended": "neutral"}


@dataclass(frozen=True, slots=True)
class Failed:
    """The act on this page that was refused: its form and its refusal go back beside it."""

    act: str = ""
    occupancy: str = ""
    form: forms.Form | None = None
    refusal: SquaremileError | None = None

    @property
    def status(self) -> int:
        return self.refusal.status if self.refusal else 422 if self.act else 200


@dataclass(frozen=True, slots=True)
class Stay:
    """An occupancy as the page shows it, with the forms of what staff may do to it."""

    row: OccupancyRow
    look: str
    start: date
    last: date
    extend: forms.Form
    release: forms.Form
    refusal: SquaremileError | None = None
    open: str = ""
    """The act whose form stands open, because it was refused."""


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Everyone of the cluster may read it."""
    return shown(request, code, Failed())


def shown(request: HttpRequest, code: str, failed: Failed) -> HttpResponse:
    """The page, with what was just refused in its place."""
    found = place(code)
    if found.place.kind == "site":
        return overview.shown(request, code)
    if found.place.kind == "floor":
        return floor_page.shown(request, code)
    asking, zone = require(), found.way.zone
    may = rules.assign(asking) and asking.may_write
    lets = may and found.place.rentable and found.place.active
    today = day_of(clock.now(), zone)
    hold = failed.form if failed.act == "hold" else None
    return render(request, "spaces/place.html", {
        "found": found, "place": found.place, "zone": str(zone), "crumbs": floor_page.crumbs(found.way),
        "row": floor_page.row(found.place, zone), "facts": _facts(found), "may": may,
        "stays": [_stay(row, zone, failed) for row in found.occupancies],
        "children": [floor_page.row(child, zone) for child in found.children],
        "hold": (hold or HoldForm(initial={"start": today, "last": today + timedelta(days=364)})) if lets else None,
        "failed": failed, "keeps": keeps(found.place.code, found.place.kind, active=found.place.active),
    }, status=failed.status)


def _facts(found: PlacePage) -> list[tuple[str, str]]:
    here = found.place
    area = f"{here.area_m2.normalize():f} m²" if here.area_m2 is not None else ""
    around = found.way.crumbs[-2] if len(found.way.crumbs) > 1 else None
    return [
        (_("Kind"), str(here.kind_name)), (_("Lies in"), str(around.name) if around else ""), (_("Area"), area),
        (_("For renting"), _("yes") if here.rentable else _("no")),
    ]


def _stay(row: OccupancyRow, zone: ZoneInfo, failed: Failed) -> Stay:
    refused = bool(failed.occupancy) and failed.occupancy == row.code
    name = row.code.lower()
    made: dict[str, forms.Form] = {
        "extend": ExtendForm(auto_id=f"extend_{name}_%s"), "release": ReleaseForm(auto_id=f"release_{name}_%s"),
    }
    if refused and failed.form is not None:
        made[failed.act] = failed.form
    look = "company" if row.mine and row.state == "occupied" else LOOKS[row.state]
    return Stay(
        row, look, day_of(row.period.start, zone), last_day(row.period.end, zone), made["extend"], made["release"],
        failed.refusal if refused else None, failed.act if refused else "",
    )
