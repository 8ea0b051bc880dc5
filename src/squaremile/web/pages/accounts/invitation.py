"""An invitation, opened from the link in the e-mail."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from squaremile.core import operations as core
from squaremile.core.reads import me
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.web.pages.accounts.signing_in import sign_in, speak
from squaremile.web.shell.acts import tried


class NewPerson(forms.Form):
    """What a new person says about herself."""

    name_ko = forms.CharField(label=_("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=[("ko", "한국어"), ("en", "English")])
    password = forms.CharField(
        label=_("Password"), max_length=200, help_text=_("Ten characters or more, and not a common one."), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, secret: str) -> HttpResponse:
    """Shows what one is invited to; POST accepts, as whoever is signed in or as a new person."""
    opened = me.opened(secret)
    signed_in = require().actor is not None
    initial = {"name_ko": opened.name_ko, "name_en": opened.name_en, "language": opened.language}
    form = NewPerson(request.POST if request.method == "POST" and not signed_in else None, initial=initial)
    refusal: SquaremileError | None = None
    if request.method == "POST" and (signed_in or form.is_valid()):
        said = {} if signed_in else form.cleaned_data
        accepted: list[Any] = []
        refusal = tried(lambda: accepted.append(core.accept_invitation(secret=secret, **said)))
        if refusal is None:
            if not signed_in:
                sign_in(request, accepted[0])
            return speak(HttpResponseRedirect("/", status=303), accepted[0].language)
        for field, text in refusal.fields.items():
            form.add_error(field, str(text))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "accounts/invitation.html", {
        "opened": opened, "form": form, "refusal": refusal, "signed_in": signed_in,
        "sign_in_url": f"{reverse('account_login')}?next={request.path}",
    }, status=status)
