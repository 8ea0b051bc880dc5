"""My costs: this month so far, line by line and told apart, with a forecast, from the functions that will bill it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import so_far
from squaremile.billing.reads.breakdown import Split
from squaremile.booking.reads import instruments
from squaremile.kernel.words import Text
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_own_costs)
def page(request: HttpRequest) -> HttpResponse:
    """For everybody of a company; rent and vouchers for its admins."""
    names = {one.code: one.name for one in instruments.all_of()}
    accounts = [replace(one, splits=tuple(_named(split, names) for split in one.splits)) for one in so_far.so_far()]
    return render(request, "billing/costs.html", {"accounts": accounts, "sections": sections.tabs("money_costs")})


def _named(split: Split, names: dict[str, Text]) -> Split:
    """Instruments by their names, which booking knows."""
    if split.by != "instrument":
        return split
    return replace(split, parts=tuple(replace(part, label=names.get(part.code, part.label)) for part in split.parts))
