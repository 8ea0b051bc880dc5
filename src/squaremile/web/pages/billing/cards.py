"""Rate cards: the list, and one with its items and a tester that prices a use before anybody uses anything."""

import json
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies import card_sentences, reading
from squaremile.billing.reads import card_drafts, cards, months
from squaremile.core.reads import organisations
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.metering.reads import meters
from squaremile.web.pages.billing import sections, tester
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class WhoseForm(forms.Form):
    """Whose alone a new card is."""

    organisation = forms.ChoiceField(
        label=gettext_lazy("Agreed with"), required=False, help_text=gettext_lazy("Only this company and finance read it. Empty: everybody.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)
        companies = organisations.organisations() if rules.keep_money(require()) else []
        field.choices = [("", _("Everybody")), *((one.code, f"{one.name} · {one.code}") for one in companies)]

    def clean_organisation(self) -> UUID | None:
        """A company, or nobody."""
        said = self.cleaned_data["organisation"]
        return organisations.organisation(said).id if said else None


class CardForm(WhoseForm):
    """The whole card."""

    body = forms.CharField(
        label=gettext_lazy("Rate card as JSON"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"})
    )

    def clean_body(self) -> Any:
        """An object."""
        try:
            said = json.loads(self.cleaned_data["body"], parse_float=str)
        except json.JSONDecodeError as error:
            raise forms.ValidationError(_("This is not JSON: %(why)s") % {"why": error}) from error
        if not isinstance(said, dict):
            raise forms.ValidationError(_("This is not a rate card."))
        return said


@require_http_methods(["GET", "POST"])
@only(rules.see_prices)
def page(request: HttpRequest) -> HttpResponse:
    """Every card; POST publishes one."""
    form = CardForm(request.POST or None)
    refusal: SquaremileError | None = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: billing.publish_rate_card(
            card_body=form.cleaned_data["body"], organisation=form.cleaned_data["organisation"]
        ))
        if refusal is None:
            return done(request, _("The rate card is published."), reverse("money_cards"))
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "billing/cards.html", {
        "drafts": card_drafts.drafts(), "rows": cards.cards(months.today()), "form": form, "refusal": refusal,
        "may_keep": rules.keep_money(require()),
        "sections": sections.tabs("money_cards"),
    }, status=status)


@require_http_methods(["GET"])
@only(rules.see_prices)
def card(request: HttpRequest, code: str) -> HttpResponse:
    """One card as it holds today, each rule as a sentence, with the tester."""
    found, body = cards.of_code(code)
    sound = reading.read(body)
    form, priced = tester.asked(request, sound)
    version = sound.version_on(months.today())
    keeps, named = rules.keep_money(require()), meters.names()
    return render(request, "billing/card.html", {
        "card": found, "sound": sound, "version": version, "form": form, "priced": priced, "may_keep": keeps,
        "items": [(item, card_sentences.of_item(sound, item, named)) for item in version.items] if version else [],
        "caps": [card_sentences.of_cap(sound, cap, version.items) for cap in version.caps] if version else [],
        "draft": keeps and card_drafts.drafted(code), "body": json.dumps(body, ensure_ascii=False, indent=2),
        "sections": sections.tabs("money_cards"),
    })
