"""Orders: the list, what is to be ordered for the stockroom, and a new request."""

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
from squaremile.stores.operations import Goods
from squaremile.stores.reads import orders
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import DAY
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LINES = 5


class RequestForm(forms.Form):
    """What is wanted, in up to five lines; more come over the API or in another request."""

    supplier = forms.CharField(label=gettext_lazy("Supplier"), max_length=120, required=False)
    why = forms.CharField(label=gettext_lazy("What it is for"), max_length=300, required=False)
    wanted_on = forms.DateField(label=gettext_lazy("Wanted by the day"), required=False, widget=DAY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        asking = require()
        own = [(o.code, str(o.name)) for o in organisations() if o.id in asking.organisations]
        if len(own) > 1:
            self.fields["organisation"] = forms.ChoiceField(label=gettext_lazy("Company"), choices=own)
        for n in range(1, LINES + 1):
            self.fields[f"what_{n}"] = forms.CharField(label=_("Goods %(n)d") % {"n": n}, max_length=200, required=n == 1)
            self.fields[f"pieces_{n}"] = forms.IntegerField(label=_("How many of %(n)d") % {"n": n}, min_value=1, max_value=100_000, required=False)

    def goods(self) -> list[Goods]:
        """The lines that say something; where no number stands, one is meant."""
        said = self.cleaned_data
        return [
            Goods(pieces=said[f"pieces_{n}"] or 1, what=said[f"what_{n}"]) for n in range(1, LINES + 1) if said[f"what_{n}"]
        ]


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The newest first; for those who keep the stores, what is low, and one button that requests it all."""
    keep = rules.keep(require())
    low = orders.to_order() if keep else []
    refusal = None
    if request.method == "POST" and keep and (wanted := [each for each in low if each.pieces]):
        refusal = tried(lambda: stores.request_order(
            wanted_goods=[Goods(pieces=each.pieces, item=each.item.code) for each in wanted], for_stockroom=True, why=_("At their reorder points"),
        ))  # fmt: skip
        if refusal is None:
            return done(request, _("Requested. Somebody else on the staff approves it."), reverse("stores_orders"))
    return render(request, "stores/orders.html", {
        "rows": orders.orders(), "low": low, "any_missing": any(each.pieces for each in low), "refusal": refusal,
        "may_ask": rules.take(require()), "sections": sections.tabs("stores_orders"),
    }, status=refusal.status if refusal else 200)


@require_http_methods(["GET", "POST"])
@only(rules.take)
def request_page(request: HttpRequest) -> HttpResponse:
    """A company asks for something to be bought through the cluster."""
    form, refusal, made = RequestForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        refusal = tried(lambda: made.append(stores.request_order(
            wanted_goods=form.goods(), supplier=said["supplier"], why=said["why"], wanted_on=said["wanted_on"],
            organisation=said.get("organisation", ""),
        )))  # fmt: skip
        if refusal is None:
            return done(request, _("Requested. Your company's admin approves it."), reverse("stores_order", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Request a purchase"), _("Request it"), reverse("stores_orders"),
        lead=_("Your company's admin approves it; then the cluster orders it for you, and you are told when it comes."),
    )
