"""One order: its lines, its steps, and what comes next."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import catalogue, orders
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import DAY, Because, Deed, Once, do, shown
from squaremile.web.shell.entry import only


class PlaceForm(forms.Form):
    ordered_as = forms.CharField(label=gettext_lazy("The supplier's number"), max_length=60, required=False)


class ReceiptForm(Once):
    """What came of one line."""

    order_line = forms.TypedChoiceField(label=gettext_lazy("Goods"), coerce=int)
    pieces = forms.IntegerField(label=gettext_lazy("Pieces"), min_value=1, max_value=100_000)


class LotReceiptForm(ReceiptForm):
    """For the stockroom: also which lot, and where it goes."""

    lot = forms.CharField(label=gettext_lazy("Lot number"), max_length=60, required=False)
    good_until = forms.DateField(label=gettext_lazy("Good until"), required=False, widget=DAY)
    stock_point = forms.ChoiceField(label=gettext_lazy("Where"))


def deeds(row: orders.OrderRow) -> tuple[Deed, ...]:
    """What the reader can do with an order in its state."""
    asking, code = require(), row.code
    hers = row.organisation_id is not None and any(g.role == COMPANY_ADMIN and g.organisation == row.organisation_id for g in asking.grants)
    decides = row.state == "requested" and (
        hers if row.organisation_id else rules.settle(asking) and row.requested_by != asking.actor
    )
    keep = rules.keep(asking)
    choices: dict[str, Any] = {"order_line": [(str(n.number), f"{n.what} ({n.to_come})") for n in row.lines if n.to_come]}
    if row.organisation_id is None:
        choices["stock_point"] = [(p.code, str(p.name)) for p in catalogue.points()] if keep else []
    shape = ReceiptForm if row.organisation_id else LotReceiptForm
    return (
        Deed("approve", _("Approve"), _("Approve"), lambda: stores.decide_order(order=code, approve=True), open=decides, look="primary"),
        Deed("decline", _("Decline"), _("Decline"), lambda reason: stores.decide_order(order=code, approve=False, reason=reason), Because, decides),
        Deed("place", _("Order it"), _("It is ordered"), lambda ordered_as: stores.place_order(order=code, ordered_as=ordered_as), PlaceForm,
             keep and row.state == "approved", "primary"),
        Deed("receive", _("Receive"), _("So many came"), lambda **said: stores.receive_order(order=code, **said), shape,
             keep and row.state == "ordered", "primary", choices=choices),
        Deed("cancel", _("Cancel"), _("Cancel it"), lambda reason: stores.cancel_order(order=code, reason=reason), Because,
             (keep and row.state in ("requested", "approved", "ordered")) or (hers and row.state in ("requested", "approved"))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row, steps = orders.order(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_order", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/order.html", {
        "row": row, "steps": steps, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None,
        "sections": sections.tabs("stores_orders"),
    }, status=sent.status if sent else 200)
