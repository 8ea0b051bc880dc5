"""API tokens and calendar addresses: made here, shown once, revoked here."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from squaremile.core import operations as core
from squaremile.core import refs
from squaremile.core.reads import me
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import signed_in


class TokenForm(forms.Form):
    """What a token is for."""

    name = forms.CharField(label=gettext_lazy("What is it for?"), max_length=80)
    ability = forms.ChoiceField(
        label=gettext_lazy("It may"),
        choices=[("read", gettext_lazy("read")), ("write", gettext_lazy("read and write"))],
    )
    days = forms.IntegerField(label=gettext_lazy("Days it lasts"), min_value=1, max_value=365, initial=90)


@never_cache
@require_POST
@signed_in
def create(request: HttpRequest) -> HttpResponse:
    """Make a token and show its secret this once."""
    form = TokenForm(request.POST, auto_id="token_%s")
    if not form.is_valid():
        return render(request, "accounts/token_form.html", {"token_form": form}, status=422)
    return _shown(request, core.create_token(purpose="api", **form.cleaned_data))


@never_cache
@require_POST
@signed_in
def create_feed(request: HttpRequest) -> HttpResponse:
    """Make a calendar address and show it this once."""
    return _shown(request, core.create_token(name=request.POST.get("name", "") or _("Calendar"), purpose="feed"))


def _shown(request: HttpRequest, made: Any) -> HttpResponse:
    address = feed_url(made.secret) if made.token.purpose == "feed" else ""
    return render(request, "accounts/token_made.html", {
        "token": made.token, "secret": made.secret, "feed_url": address,
    })


def feed_url(secret: str) -> str:
    """The address that calendar programs subscribe to."""
    return settings.PUBLIC_URL + reverse("calendar_feed", args=[secret])


@require_POST
@signed_in
def revoke(request: HttpRequest, ref: str) -> HttpResponse:
    """It opens nothing from now on."""
    core.revoke_token(token=refs.read(me.TOKEN, ref))
    return done(request, _("Revoked. It opens nothing any more."), reverse("account"))
