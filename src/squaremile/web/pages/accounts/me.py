"""My settings: profile, language, mail, security, tokens and calendar address."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core import operations as core
from squaremile.core import rules
from squaremile.core.reads import me, people_directory
from squaremile.core.refs import ref
from squaremile.kernel.scope import require
from squaremile.web.pages.accounts.signing_in import speak
from squaremile.web.pages.accounts.tokens import TokenForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import signed_in


class ProfileForm(forms.Form):
    """One's own names, language and mail."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=[("ko", "한국어"), ("en", "English")],
        help_text=gettext_lazy("Of pages after you sign in, and of e-mail."),
    )
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=40, required=False)
    mail_bookings = forms.BooleanField(
        label=gettext_lazy("E-mail me about my bookings"), required=False,
        help_text=gettext_lazy("With a calendar invitation. Notices within the application come in any case."),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The page; POST saves the profile."""
    mine = me.profile()
    initial = {name: getattr(mine, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=initial)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: core.edit_profile(**form.cleaned_data))
        if refusal is None:
            return speak(done(request, _("Saved."), reverse("account")), form.cleaned_data["language"])
    tokens = me.tokens()
    status = refusal.status if refusal else 422 if form.errors else 200
    actor = require().actor
    assert actor is not None, "signed_in let her in"
    myself = people_directory.person(ref(people_directory.KIND, actor))
    return render(request, "accounts/me.html", {
        "form": form, "refusal": refusal, "profile": mine, "roles": myself.roles, "acting": rules.acting(require()),
        "tokens": [t for t in tokens if t.purpose == "api"], "feeds": [t for t in tokens if t.purpose == "feed"],
        "token_form": TokenForm(auto_id="token_%s"),
    }, status=status)
