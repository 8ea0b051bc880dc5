"""One parcel: what it is, its clock, and handing it over."""

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
from squaremile.stores.reads import parcels
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.deeds import Because, Deed, do, shown
from squaremile.web.shell.entry import only


class HandOverForm(forms.Form):
    """Who takes it. The signature is drawn by a script into its field."""

    handed_to = forms.CharField(label=gettext_lazy("Taken by"), max_length=120)
    signature = forms.CharField(
        label=gettext_lazy("Signature"), max_length=8000, required=False, widget=forms.HiddenInput(attrs={"data-signature-target": "strokes"}),
    )


class ColdForm(forms.Form):
    place = forms.CharField(label=gettext_lazy("Code of the room of the refrigerator"), max_length=20)


class AddressForm(forms.Form):
    organisation = forms.ChoiceField(label=gettext_lazy("Company"))


def deeds(row: parcels.ParcelRow) -> tuple[Deed, ...]:
    """What the dock can do with a parcel that is still here."""
    code, here = row.code, rules.keep(require()) and row.waiting
    known = row.organisation_id is not None
    return (
        Deed("hand_over", _("Hand it over"), _("It is handed over"), lambda **said: stores.hand_over_parcel(parcel=code, **said), HandOverForm,
             here and known, "primary"),
        Deed("address", _("Whose is it?"), _("It is theirs"), lambda organisation: stores.address_parcel(parcel=code, organisation=organisation),
             AddressForm, here, "plain" if known else "primary",
             choices={"organisation": [(o.code, str(o.name)) for o in organisations()] if here else []}),
        Deed("cool", _("Into the cold"), _("It is in the cold"), lambda place: stores.cool_parcel(parcel=code, place=place), ColdForm,
             here and row.ticking, initial={"place": row.place}),
        Deed("send_back", _("Send it back"), _("Sent back"), lambda reason: stores.send_back_parcel(parcel=code, reason=reason), Because, here),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; what was done is named by the form that was sent."""
    row = parcels.parcel(code)
    can = deeds(row)
    sent = do(request, can, reverse("stores_parcel", args=[code]))
    if sent and sent.answer:
        return sent.answer
    return render(request, "stores/parcel.html", {
        "row": row, "deeds": shown(can, sent), "refusal": sent.refusal if sent else None, "sections": sections.tabs("stores_parcels"),
    }, status=sent.status if sent else 200)
