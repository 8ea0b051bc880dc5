"""What is on offer: a new service, and changing one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import services
from squaremile.stores.words import services as words
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class NamesForm(forms.Form):
    """What it is called, and what to bring."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    says_ko = forms.CharField(label=gettext_lazy("What to bring, in Korean"), max_length=300, required=False)
    says_en = forms.CharField(label=gettext_lazy("What to bring, in English"), max_length=300, required=False)


class ServiceForm(NamesForm):
    """And what it is, once and for all: its code and unit are what the rate card prices."""

    service_kind = forms.ChoiceField(label=gettext_lazy("Sort of service"))
    service_unit = forms.ChoiceField(label=gettext_lazy("Counted in"))
    code = forms.CharField(label=gettext_lazy("Code"), max_length=20, required=False, help_text=gettext_lazy("The rate card prices it by this code."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["service_kind"].choices = [(k, str(said)) for k, said in words.KINDS.items()]  # type: ignore[attr-defined]
        self.fields["service_unit"].choices = [(u, str(said)) for u, said in words.UNITS.items()]  # type: ignore[attr-defined]


class EditForm(NamesForm):
    offered = forms.BooleanField(label=gettext_lazy("It can be asked for"), required=False)


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """One more."""
    form, refusal = ServiceForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: stores.add_service(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("stores_services"))
    return form_page(request, form, refusal, _("Offer a service"), _("Offer the service"), reverse("stores_services"))


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Its names, and whether it can be asked for."""
    row = services.service(code)
    now = {"name_ko": row.name_ko, "name_en": row.name_en, "says_ko": row.says_ko, "says_en": row.says_en, "offered": row.offered}
    form, refusal = EditForm(request.POST or None, initial=now), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: stores.edit_service(service=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("stores_services"))
    return form_page(request, form, refusal, str(row.name), _("Save"), reverse("stores_services"), lead=f"{row.kind_said} · {row.unit_said} · {code}")
