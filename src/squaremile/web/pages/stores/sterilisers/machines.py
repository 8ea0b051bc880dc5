"""Sterilisers: which stand under suspicion or are to be tested, what runs now, which indicators wait to be read."""

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
from squaremile.stores.reads import sterilisers
from squaremile.stores.words import services as words
from squaremile.web.pages.stores import sections
from squaremile.web.pages.stores.goods.catalogue import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

TEST_HELP = gettext_lazy("A biological indicator passes at least every so many days. Left empty, none is asked for.")


class SteriliserForm(forms.Form):
    """One machine."""

    steriliser_kind = forms.ChoiceField(label=gettext_lazy("Sort of machine"))
    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    place = forms.CharField(label=gettext_lazy("Code of the room"), max_length=20)
    instrument = forms.CharField(label=gettext_lazy("Code of the instrument that can be booked"), max_length=20, required=False)
    test_days = forms.IntegerField(label=gettext_lazy("Days between tests"), min_value=1, max_value=366, required=False, initial=7,
                                   help_text=TEST_HELP)  # fmt: skip

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["steriliser_kind"].choices = [(k, str(said)) for k, said in words.MACHINE_KINDS.items()]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_everyone)
def page(request: HttpRequest) -> HttpResponse:
    """All of them."""
    return render(request, "stores/sterilisers.html", {
        "rows": sterilisers.sterilisers(), "running": sterilisers.cycles(running=True), "incubating": sterilisers.incubating(),
        "may_keep": rules.keep(require()), "sections": sections.tabs("stores_sterilisers"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """One more."""
    form, refusal, made = SteriliserForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(stores.add_steriliser(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Saved."), reverse("stores_steriliser", args=[made[0].code]))
    return form_page(request, form, refusal, _("Add a steriliser"), _("Add it"), reverse("stores_sterilisers"))
