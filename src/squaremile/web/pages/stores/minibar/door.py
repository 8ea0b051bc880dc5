"""A minibar's door, as its QR code opens it on the phone: unlock, list what is taken, close."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.core.reads import belonging
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import catalogue, doors
from squaremile.web.pages.stores import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """What is inside; and for whoever holds it open, the list and the clock."""
    row, mine = catalogue.point(code), doors.mine(code)
    refusal = None
    if request.method == "POST":
        act = {"open": _open, "take": _take, "scan": _scan, "close": _close}.get(request.POST.get("act", ""))
        answer = act(request, row, mine) if act else None
        if isinstance(answer, HttpResponse):
            return answer
        refusal = answer
    lines = doors.lines(mine.code if mine else "", code) if mine else [doors.Line(item, n, 0) for item, n in catalogue.inside(code)]
    asking = require()
    return render(request, "stores/door.html", {
        "row": row, "mine": mine, "lines": lines, "refusal": refusal, "may_take": rules.take(asking) and row.kind == "minibar",
        "taken": sum(line.taken for line in lines), "total": total(lines), "companies": _companies(),
        "projects": belonging.projects(asking.organisations) if rules.take(asking) and not mine else [],
        "sections": sections.tabs("stores_points"),
    }, status=refusal.status if refusal else 200)


def total(lines: list[doors.Line]) -> list[Money]:
    """What the list comes to, a sum for each currency."""
    sums: dict[str, Money] = {}
    for line in lines:
        if line.taken and line.cost is not None:
            owed = line.cost
            sums[owed.currency] = sums.get(owed.currency, Money(0, owed.currency)) + owed
    return list(sums.values())


def _again(row: catalogue.PointRow) -> HttpResponse:
    return HttpResponseRedirect(reverse("stores_door", args=[row.code]), status=303)


def _open(request: HttpRequest, row: catalogue.PointRow, mine: doors.OpeningRow | None) -> HttpResponse | SquaremileError | None:
    said = request.POST
    refusal = tried(lambda: stores.open_door(
        stock_point=row.code, organisation=said.get("organisation", ""), project=said.get("project", ""),
    ))  # fmt: skip
    return refusal or _again(row)


def _take(request: HttpRequest, row: catalogue.PointRow, mine: doors.OpeningRow | None) -> HttpResponse | SquaremileError | None:
    """So many in all: pressed twice, it is the same number."""
    pieces = request.POST.get("pieces", "")
    if mine is None or not pieces.isdecimal() or len(pieces) > 4:
        return _again(row)
    refusal = tried(lambda: stores.list_taking(door_opening=mine.code, item=request.POST.get("item", ""), pieces=int(pieces)))
    return refusal or _again(row)


def _scan(request: HttpRequest, row: catalogue.PointRow, mine: doors.OpeningRow | None) -> HttpResponse | SquaremileError | None:
    """A scanned barcode is put on the list once; more of the same is said with the button beside it."""
    barcode = request.POST.get("item", "").strip()
    if mine is None or not barcode:
        return _again(row)
    there = next((line for line in doors.lines(mine.code, row.code) if barcode in (line.item.barcode, line.item.code)), None)
    if there is not None and there.taken:
        return done(request, _("It is on the list already. Press + for one more."), reverse("stores_door", args=[row.code]))
    try:
        refusal = tried(lambda: stores.list_taking(door_opening=mine.code, item=barcode[:60], pieces=1))
    except SquaremileError as unknown:
        refusal = unknown
    return refusal or _again(row)


def _close(request: HttpRequest, row: catalogue.PointRow, mine: doors.OpeningRow | None) -> HttpResponse | SquaremileError | None:
    """What is on the list is charged, in one piece."""
    if mine is None:
        return _again(row)
    refusal = tried(lambda: stores.close_door(door_opening=mine.code))
    return refusal or done(request, _("Closed. Thank you."), reverse("stores_opening", args=[mine.code]))


def _companies() -> list[tuple[str, str]]:
    """Whoever belongs to several companies says for which she takes."""
    asking = require()
    if len(asking.organisations) < 2 or asking.actor is None:
        return []
    return [(o.code, str(o.name)) for o in organisations() if o.id in asking.organisations]
