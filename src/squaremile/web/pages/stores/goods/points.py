"""Stockrooms and minibars, with the code that goes on each door."""

from typing import Any

import segno
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import catalogue, doors
from squaremile.stores.words import stockroom as words
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class PointForm(forms.Form):
    """Where stock stands, and how it is opened."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)
    reader = forms.ChoiceField(label=gettext_lazy("How it knows its contents"))
    minutes = forms.IntegerField(label=gettext_lazy("Minutes that its door stays open"), min_value=1, max_value=60, initial=5)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = [(k, str(said)) for k, said in words.POINTS.items()]  # type: ignore[attr-defined]
        self.fields["reader"].choices = [(k, str(said)) for k, said in words.READERS.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Each with its code; for those who keep them, as a label to print."""
    keep = rules.keep(require())
    rows = [(row, door_qr(row.code) if keep and row.kind == "minibar" else "") for row in catalogue.points()]
    return render(request, "stores/points.html", {
        "rows": rows, "may_keep": keep, "openings": doors.lately(20), "sections": sections.tabs("stores_points"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """A new stockroom or minibar."""
    form, refusal = PointForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: stores.add_stock_point(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("stores_points"))
    return form_page(request, form, refusal, _("Add a stockroom or minibar"), _("Add it"), reverse("stores_points"))


def door_qr(code: str) -> SafeString:
    """The address of a door as a QR code, drawn by us: a phone's own camera opens it."""
    address = f"{settings.PUBLIC_URL}{reverse('stores_door', args=[code])}"
    return SafeString(segno.make(address, error="m").svg_inline(scale=4, border=1, omitsize=True, dark="#10171c"))
