"""The catalogue: what can be had here, what it costs, how many are left; and a new line of it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import catalogue
from squaremile.stores.words import stockroom as words
from squaremile.web.pages.stores import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class ItemForm(forms.Form):
    """One line of the catalogue."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    package = forms.ChoiceField(label=gettext_lazy("Packed as"))
    supplier = forms.CharField(label=gettext_lazy("Supplier"), max_length=120, required=False)
    catalogue_no = forms.CharField(label=gettext_lazy("Catalogue number"), max_length=60, required=False)
    barcode = forms.CharField(label=gettext_lazy("Barcode"), max_length=60, required=False)
    cas = forms.CharField(label=gettext_lazy("CAS number"), max_length=12, required=False)
    content = forms.CharField(
        label=gettext_lazy("What one package holds"), max_length=40, required=False,
        help_text=gettext_lazy("Of a chemical, such as 500 mL: it counts in the sums of the control area."),
    )
    reorder_point = forms.IntegerField(label=gettext_lazy("Order when so many are left"), min_value=0, max_value=100_000, required=False)
    reorder_to = forms.IntegerField(label=gettext_lazy("Then order up to"), min_value=1, max_value=100_000, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["package"].choices = [(p, str(said)) for p, said in words.PACKAGES.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Every item, or those that fit what was asked."""
    asked = request.GET.get("q", "")
    return render(request, "stores/catalogue.html", {
        "rows": catalogue.items(asked=asked), "asked": asked, "may_keep": rules.keep(require()),
        "doors": catalogue.points("minibar") if rules.take(require()) else [], "sections": sections.tabs("stores"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """A new line."""
    form, refusal, made = ItemForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(stores.add_item(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("The item is in the catalogue."), reverse("stores_item", args=[made[0].code]))
    return form_page(request, form, refusal, _("Add an item"), _("Add it"), reverse("stores"))


def form_page(request: HttpRequest, form: forms.Form, refusal: Any, title: str, send: str, back: str, *, lead: str = "") -> HttpResponse:
    """A page that is one form; with its refusal, or its errors, when it was sent."""
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": title, "send": send, "cancel_url": back, "lead": lead,
    }, status=status)
