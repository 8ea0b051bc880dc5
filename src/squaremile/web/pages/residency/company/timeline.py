"""The timeline of Company 360: which kinds the reader may choose, and the page of it that was asked for."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from squaremile.billing.reads import money
from squaremile.booking.reads import counted
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.reads import timeline
from squaremile.residency.reads.companies import CompanyRow
from squaremile.residency.words.timeline import KINDS

PER_PAGE = 40
MAY = {timeline.MONEY: rules.see_licences, timeline.OUTCOMES: rules.see_own_outcomes, "licence": rules.see_licences}
"""Kinds that are not for everybody who may open the page. The others are: row security says whose company it is."""


class KindForm(forms.Form):
    """What of the timeline to show."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)

    def __init__(self, data: Any, kinds: list[str]) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["kind"].choices = [("", _("All")), *((kind, str(KINDS[kind])) for kind in kinds)]  # type: ignore[attr-defined]


def panel(request: HttpRequest, company: CompanyRow) -> dict[str, Any]:
    """What the panel shows. A kind that is unknown, or is not the reader's, is left out, and all of hers are shown."""
    kinds = [kind for kind in KINDS if kind not in MAY or MAY[kind](require())]
    filters = KindForm(request.GET, kinds)
    chosen = filters.cleaned_data["kind"] if filters.is_valid() else ""
    wanted = [chosen] if chosen else kinds
    booked = counted.by_month(company.id) if timeline.INSTRUMENTS in wanted else []
    lines = [timeline.booked(each.month, each.code, each.name, each.bookings, each.length) for each in booked]
    if timeline.MONEY in wanted:
        lines += [timeline.invoiced(each.issued_on, each.kind, each.code, each.gross) for each in money.invoices(company.id)]
        lines += [timeline.came_in(*each) for each in money.payments(company.id)]
    found: Any = timeline.timeline(company, wanted, more=lines)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return {"page": shown, "months": timeline.months(shown), "filters": filters, "chosen": bool(chosen)}
