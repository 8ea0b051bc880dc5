"""The glossary: the cluster's own terms, kept by liaison staff; the built-in ones beside them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import glossary, keeping
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class TermForm(forms.Form):
    """Both words, and the term above."""

    ko = forms.CharField(label=gettext_lazy("Korean"), max_length=120)
    en = forms.CharField(label=gettext_lazy("English"), max_length=120)
    broader = forms.CharField(
        label=gettext_lazy("Broader term"), max_length=120, required=False,
        help_text=gettext_lazy("In English. A search that finds nothing goes on with it."),
    )


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """All terms, with a filter over both languages."""
    asked = request.GET.get("q", "").strip()
    own = keeping.terms(asked=asked, retired=rules.keep_glossary(require()))
    return render(request, "network/finding/glossary.html", {
        "terms": own, "builtin": glossary.builtin_terms(asked), "asked": asked,
        "may_keep": rules.keep_glossary(require()), "sections": sections.tabs("network"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_glossary)
def add(request: HttpRequest) -> HttpResponse:
    """One more."""
    form, refusal = TermForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.add_term(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Added. Searches use it from now on."), reverse("network_glossary"))
    return _form(request, form, refusal, _("Add a term"))


@require_http_methods(["GET", "POST"])
@only(rules.keep_glossary)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write one anew; that brings a retired one back."""
    shown = keeping.term(code)
    form = TermForm(request.POST or None, initial={"ko": shown.ko, "en": shown.en, "broader": shown.broader})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.edit_term(term=code, retired=False, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("network_glossary"))
    return _form(request, form, refusal, _("Edit a term"))


@require_POST
@only(rules.keep_glossary)
def retire(request: HttpRequest, code: str) -> HttpResponse:
    """Searches use it no more."""
    network.retire_term(term=code)
    return done(request, _("Retired."), reverse("network_glossary"))


def _form(request: HttpRequest, form: forms.Form, refusal: Any, title: str) -> HttpResponse:
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": title, "send": _("Save"), "cancel_url": reverse("network_glossary"),
    }, status=status)
