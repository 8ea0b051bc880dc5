"""Open calls, for everybody, and the first step of an application: an address and the name of a company."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.residency import operations as residency
from squaremile.residency.policies.competition import HANGUL
from squaremile.residency.reads import calls
from squaremile.web.pages.residency.public.frame import framed, tabs
from squaremile.web.shell.acts import tried


class BeginForm(forms.Form):
    """Who applies, and where the link goes."""

    company = forms.CharField(label=_("Company"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "organization"}))
    email = forms.EmailField(
        label=_("Your e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("We mail a link that opens your application. No account and no password."),
    )


@require_GET
@framed
def page(request: HttpRequest) -> HttpResponse:
    """Every call that takes applications now."""
    return render(request, "residency/applying/calls.html", {
        "calls": calls.open_calls(), "parts": tabs("public_calls"), "embed": "embed" in request.GET,
    })


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One call, what it asks, and the form to begin with. Whoever sent it is told to look in the mail, whatever came of it."""
    form = BeginForm(request.POST or None, auto_id="begin-%s")
    refusal, sent = None, False
    found, asks = calls.told(code)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["company"]
        which = "name_ko" if HANGUL.search(name) else "name_en"
        refusal = tried(lambda: residency.begin_application(
            call=code, email=form.cleaned_data["email"], language=get_language() or "ko", **{which: name}
        ))
        sent = refusal is None
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "residency/applying/call.html", {
        "call": found, "asks": asks, "form": form, "refusal": refusal, "sent": sent, "parts": tabs("public_calls"),
    }, status=status)
