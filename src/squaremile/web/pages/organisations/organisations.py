"""All organisations of the cluster, for staff."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core import operations as core
from squaremile.core import rules
from squaremile.core.reads import organisation
from squaremile.core.words import ORGANISATION_KINDS
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class OrganisationForm(forms.Form):
    """Names and kind."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        # The words follow the language being served, so they are chosen now.
        self.fields["kind"].choices = [(kind, str(label)) for kind, label in ORGANISATION_KINDS.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_organisations)
def page(request: HttpRequest) -> HttpResponse:
    """The list, with a filter by name or code."""
    asked = search_key(request.GET.get("q", ""))
    lines = [
        line for line in organisation.lines()
        if not asked or asked in search_key(f"{line.name.ko} {line.name.en} {line.code}")
    ]
    return render(request, "organisations/organisations.html", {
        "lines": lines, "asked": asked, "may_add": rules.keep_organisations(require()),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_organisations)
def add(request: HttpRequest) -> HttpResponse:
    """Enter a new organisation; its people are invited on its page."""
    form = OrganisationForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(core.add_organisation(**form.cleaned_data)))
        if refusal is None:
            to = reverse("organisation", args=[made[0].code])
            return done(request, _("Entered. Now invite its first admin."), to)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("New organisation"), "send": _("Enter it"),
        "cancel_url": reverse("organisations"),
    }, status=status)
