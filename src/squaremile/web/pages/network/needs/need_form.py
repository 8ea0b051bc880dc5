"""Handing a need in, and writing it anew."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import needs
from squaremile.network.words import needs as words
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LONG = forms.Textarea(attrs={"rows": 5})


class NeedForm(forms.Form):
    """A public part in two languages, and a confidential one."""

    mode = forms.ChoiceField(label=gettext_lazy("What is wanted"))
    title_ko = forms.CharField(label=gettext_lazy("Title in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200, required=False)
    says_ko = forms.CharField(
        label=gettext_lazy("Public part in Korean"), max_length=6000, required=False, widget=LONG,
        help_text=gettext_lazy("What is to be solved, as far as everybody may know. Experts are sought with these words."),
    )
    says_en = forms.CharField(
        label=gettext_lazy("Public part in English"), max_length=6000, required=False, widget=LONG
    )
    confidential_ko = forms.CharField(
        label=gettext_lazy("Confidential part in Korean"), max_length=6000, required=False, widget=LONG,
        help_text=gettext_lazy("Read by your own company and the liaison staff alone. Never searched, never quoted."),
    )
    confidential_en = forms.CharField(
        label=gettext_lazy("Confidential part in English"), max_length=6000, required=False, widget=LONG
    )
    horizon_months = forms.IntegerField(
        label=gettext_lazy("Wanted within how many months"), min_value=1, max_value=120, initial=12
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["mode"].choices = [(mode, str(label)) for mode, label in words.MODES.items()]  # type: ignore[attr-defined]


class NewNeedForm(NeedForm):
    """With whose it is, and how far it goes at once."""

    organisation = forms.ChoiceField(label=gettext_lazy("For which company"), required=False)
    partner = forms.CharField(
        label=gettext_lazy("Or for which outside organisation"), max_length=20, required=False,
        help_text=gettext_lazy("Its code in the directory."),
    )
    listed = forms.BooleanField(
        label=gettext_lazy("Show the public part to the whole cluster"), required=False,
        help_text=gettext_lazy("Without your company's name."),
    )
    draft = forms.BooleanField(label=gettext_lazy("Keep it as a draft for now"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.places = {each.code: each.id for each in organisations()}
        choices = [(each.code, str(each.name)) for each in organisations()]
        office = rules.liaise(require())
        if office:
            choices = [("", "—"), *choices]
        else:
            del self.fields["partner"]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1 and not office:
            del self.fields["organisation"]


@require_http_methods(["GET", "POST"])
@only(rules.ask_need)
def add(request: HttpRequest) -> HttpResponse:
    """A new need."""
    form = NewNeedForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        asked = dict(form.cleaned_data)
        asked["organisation"] = form.places.get(asked.get("organisation") or "")
        refusal = tried(lambda: made.append(network.submit_need(**asked)))
        if refusal is None:
            said = _("Kept as a draft.") if made[0].state == "draft" else _("Handed in. The liaison staff will answer.")
            return done(request, said, reverse("network_need", args=[made[0].code]))
    return _form(request, form, refusal, _("Submit a need"), _("Hand it in"), reverse("network_needs"))


@require_http_methods(["GET", "POST"])
@only(rules.ask_need)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write it anew; for whoever sees whose it is."""
    shown = needs.need(code)
    if shown.confidential is None:
        raise Missing(words.NEED_UNKNOWN)
    form = NeedForm(request.POST or None, initial={
        "mode": shown.mode, "title_ko": shown.title.ko, "title_en": shown.title.en, "says_ko": shown.says.ko,
        "says_en": shown.says.en, "confidential_ko": shown.confidential.ko, "confidential_en": shown.confidential.en,
        "horizon_months": shown.horizon_months,
    })
    refusal, back = None, reverse("network_need", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.edit_need(need=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    return _form(request, form, refusal, _("Edit %(name)s") % {"name": shown.title}, _("Save"), back)


def _form(request: HttpRequest, form: forms.Form, refusal: Any, title: str, send: str, back: str) -> HttpResponse:
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "lead": _("One language is enough; both reach further."), "form": form, "refusal": refusal, "title": title, "send": send, "cancel_url": back,
    }, status=status)
