"""One item: its price, its lots and where they are; and for those who keep it, what can be done with it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import catalogue
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import DAY, Because, Deed, Once, do, shown
from squaremile.web.shell.entry import only

MONEY = [(c, c) for c in ("KRW", "USD", "EUR", "JPY", "GBP")]
PIECES = forms.IntegerField(label=gettext_lazy("Pieces"), min_value=1, max_value=100_000, initial=1)


class PriceForm(forms.Form):
    """A price from a day on."""

    price = forms.DecimalField(label=gettext_lazy("Price of one"), min_value=0, max_digits=13, decimal_places=4)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=MONEY)
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=DAY, help_text=gettext_lazy("Today when left out."))


class ContentForm(forms.Form):
    """What one package of a chemical holds."""

    content = forms.CharField(
        label=gettext_lazy("What one package holds"), max_length=40,
        help_text=gettext_lazy("Of a chemical, such as 500 mL: it counts in the sums of the control area."),
    )


class ReceiveForm(Once):
    """A lot that comes in."""

    stock_point = forms.ChoiceField(label=gettext_lazy("Where"))
    lot = forms.CharField(label=gettext_lazy("Lot number"), max_length=60)
    pieces = PIECES
    good_until = forms.DateField(label=gettext_lazy("Good until"), required=False, widget=DAY)
    unit_cost = forms.DecimalField(label=gettext_lazy("What one cost us"), required=False, min_value=0, max_digits=13, decimal_places=4)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=MONEY)


class ShelfForm(Once):
    """So many of one lot at one point."""

    shelf = forms.ChoiceField(label=gettext_lazy("Lot and place"))
    pieces = PIECES


class IssueForm(ShelfForm):
    organisation = forms.ChoiceField(label=gettext_lazy("Company"))


class RecallForm(forms.Form):
    """Why a lot is recalled, as the supplier's notice says."""

    stock_lot = forms.ChoiceField(label=gettext_lazy("Lot number"))
    reason_ko = forms.CharField(label=gettext_lazy("Reason in Korean"), max_length=300, required=False)
    reason_en = forms.CharField(label=gettext_lazy("Reason in English"), max_length=300, required=False)


class MoveForm(ShelfForm):
    to_point = forms.ChoiceField(label=gettext_lazy("Where to"))


class WriteOffForm(ShelfForm, Because):
    pass


class CountForm(Because):
    shelf = forms.ChoiceField(label=gettext_lazy("Lot and place"))
    pieces = forms.IntegerField(label=gettext_lazy("How many are really there"), min_value=0, max_value=100_000)


def _shelf(said: dict[str, Any]) -> dict[str, Any]:
    """The lot and the point that one choice names."""
    lot, _slash, point = said.pop("shelf").partition(" ")
    return {**said, "stock_lot": lot, "stock_point": point}


def _holds(row: catalogue.ItemRow, content: str) -> object:
    return stores.edit_item(
        item=row.code, name_ko=row.name_ko, name_en=row.name_en, supplier=row.supplier, catalogue_no=row.catalogue_no, barcode=row.barcode,
        reorder_point=row.reorder_point, reorder_to=row.reorder_to, active=row.active, content=content,
    )


def deeds(row: catalogue.ItemRow) -> Iterable[Deed]:
    """What those who keep the stores can do with an item."""
    keep, points = rules.keep(require()), catalogue.points()
    here = [(f"{s.lot} {s.point}", f"{s.number} · {s.point_name} ({s.on_hand})") for s in row.shelves]
    places = [(p.code, str(p.name)) for p in points]
    on_shelf = keep and bool(here)
    return (
        Deed("issue", _("Hand out"), _("Hand out and charge"), lambda **s: stores.issue_stock(**_shelf(s)), IssueForm, on_shelf and bool(row.price),
             choices={"shelf": here, "organisation": [(o.code, str(o.name)) for o in organisations()] if on_shelf else []}),
        Deed("receive", _("Receive a lot"), _("Receive it"), lambda **s: stores.receive_lot(item=row.code, **s), ReceiveForm, keep and bool(places),
             choices={"stock_point": places}),
        Deed("move", _("Carry over"), _("Move it"), lambda **s: stores.move_stock(**_shelf(s)), MoveForm, on_shelf and len(places) > 1,
             choices={"shelf": here, "to_point": places}),
        Deed("count", _("Count"), _("So many are there"), lambda **s: stores.count_stock(**_shelf(s)), CountForm, on_shelf, choices={"shelf": here}),
        Deed("write_off", _("Write off"), _("Write it off"), lambda **s: stores.write_off_stock(**_shelf(s)), WriteOffForm, on_shelf,
             choices={"shelf": here}),
        Deed("recall", _("Recall a lot"), _("Recall it"), lambda **s: stores.recall_lot(**s), RecallForm, rules.recall(require()) and bool(row.lots),
             "stop", choices={"stock_lot": [(code, number) for code, number in row.lots]}),
        Deed("content", _("What one package holds"), _("Save"), lambda content: _holds(row, content), ContentForm, keep and bool(row.cas)),
        Deed("price", _("Set the price"), _("Set it"), lambda **s: stores.set_price(item=row.code, **s), PriceForm, rules.price(require())),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row = catalogue.item(code)
    can = tuple(deeds(row))
    sent = do(request, can, reverse("stores_item", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/item.html", {
        "row": row, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None, "sections": sections.tabs("stores"),
    }, status=sent.status if sent else 200)
