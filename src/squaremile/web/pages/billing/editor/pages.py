"""The pages of a draft: its parts with their sentences, a form for each, the tester, what it changes, and publishing it."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies import card_draft as drafting
from squaremile.billing.policies import card_sentences
from squaremile.billing.reads import card_drafts, months
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.metering.reads import meters
from squaremile.web.pages.billing import sections, tester
from squaremile.web.pages.billing.cards import WhoseForm
from squaremile.web.pages.billing.editor.forms import (
    CapForm,
    HeadForm,
    ItemForm,
    PartForm,
    TaxForm,
)
from squaremile.web.pages.billing.editor.inner import held
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

LISTS: dict[str, type[PartForm]] = {"items": ItemForm, "caps": CapForm}
NEW_ITEM: dict[str, Any] = {"meter": "equipment_minutes", "counted_in": "minute", "unit": "hour", "price": {"kind": "flat"}}


class PublishForm(WhoseForm):
    """From when on it holds; and whose a new card is, where its draft does not say so. What is somebody's already stays hers."""

    effective_on = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ("effective_on", "organisation")

    def __init__(self, found: card_drafts.Draft, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if not found.new or found.whose:
            del self.fields["organisation"]


class Exact(json.JSONDecoder):
    """Decimals stay as they are written."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{**more, "parse_float": str})


class Laid(json.JSONEncoder):
    """As people read it."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{**more, "indent": 2, "ensure_ascii": False})


class JsonForm(forms.Form):
    """The whole draft, for those who write it elsewhere."""

    body = forms.JSONField(
        label=_("Rate card as JSON"), decoder=Exact, encoder=Laid, widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"})
    )


@require_POST
@only(rules.keep_money)
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """The next version, saying what the last one does."""
    to = reverse("money_draft", args=[code])
    if card_drafts.drafted(code):
        return sent(request, lambda: None, to, partial(_page, request, code))
    body = card_drafts.next_version(code)
    return sent(request, lambda: billing.save_card_draft(card_body=body), to, partial(_page, request, code))


@require_GET
@only(rules.see_money)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The draft, whole."""
    return _page(request, code)


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    found = card_drafts.draft(code)
    sound = found.sound
    form, priced = tester.asked(request, sound) if sound else (None, None)
    body = json.dumps(found.body, ensure_ascii=False, indent=2)
    return render(request, "billing/editor/draft.html", {
        "draft": found, "items": found.rows("items"), "caps": found.rows("caps"), "taxes": found.taxes().items(), "changes": found.changes(),
        "tester": form, "priced": priced, "head": HeadForm.of(found.body, found.faults, "$"), "may_keep": rules.keep_money(require()),
        "publish": PublishForm(found, initial={"effective_on": _first_day(found)}), "json": JsonForm(initial={"body": found.body}), "body": body,
        "new_tax": TaxForm(auto_id="tax_%s"), "sections": sections.tabs("money_cards"), **more,
    }, status=status)


def _first_day(found: card_drafts.Draft) -> Any:
    said = str(found.version.get("from", ""))
    return said if said > months.today().isoformat() else months.after(months.today())


@require_http_methods(["GET", "POST"])
@only(rules.keep_money)
def part(request: HttpRequest, code: str, where: str, place: str) -> HttpResponse:
    """An item or a cap: its form with its faults, and its rules as sentences. POST saves it, faults and all."""
    found = card_drafts.draft(code)
    n = len(found.parts(where)) if place == "new" else _place(place)
    before = (NEW_ITEM if where == "items" else {}) if place == "new" else found.part(where, n)
    more: dict[str, Any] = {"taxes": found.taxes()} if where == "items" else {}
    if request.method == "POST":
        form = LISTS[where](request.POST, **more)
        to = reverse(f"money_draft_{where}", args=[code, n])
        return sent(
            request, lambda: billing.save_card_draft(card_body=drafting.put(found.body, where, n, form.part(before))), to,
            partial(_part, request, found, where, n, before), form=form,
        )
    path = f"{found.path}.{where}[{n}]"
    form = LISTS[where](initial=_shown(LISTS[where], before), **more) if place == "new" else LISTS[where].of(before, found.faults, path, **more)
    return _part(request, found, where, n, before, form=form)


def _place(said: str) -> int:
    return int(said) if said.isdigit() and len(said) < 5 else -1


def _shown(kind: type[PartForm], said: Any) -> dict[str, Any]:
    form = kind.of(said, (), "$")
    return dict(form.data)


def _part(
    request: HttpRequest, found: card_drafts.Draft, where: str, n: int, before: Any, status: int = 200, **more: Any
) -> HttpResponse:
    say: Callable[..., list[Text]] = partial(card_sentences.preview, meters=meters.names()) if where == "items" else card_sentences.preview_cap
    known = n < len(found.parts(where))
    return render(request, "billing/editor/part.html", {
        "draft": found, "where": where, "n": n, "known": known, "sentences": say(found.body, found.version, before) if known else [],
        "classes": list(held(before, "classes")), "peaks": list(enumerate(held(before, "peaks"))),
        "drop": reverse(f"money_draft_{where}_drop", args=[found.code, n]), "sections": sections.tabs("money_cards"), **more,
    }, status=status)


@require_POST
@only(rules.keep_money)
def drop(request: HttpRequest, code: str, where: str, place: int) -> HttpResponse:
    """An item or a cap is taken out."""
    found = card_drafts.draft(code)
    made = drafting.without(found.body, where, place)
    to = reverse("money_draft", args=[code])
    return sent(request, lambda: billing.save_card_draft(card_body=made), to, partial(_page, request, code))


@require_POST
@only(rules.keep_money)
def tax(request: HttpRequest, code: str) -> HttpResponse:
    """A kind of tax, new or changed."""
    found, form = card_drafts.draft(code), TaxForm(request.POST)

    def act() -> None:
        taxes = found.taxes() | {form.cleaned_data["code"]: form.part({})}
        versions = [*found.body["versions"][:-1], {**found.version, "taxes": taxes}]
        billing.save_card_draft(card_body={**found.body, "versions": versions})

    return sent(request, act, reverse("money_draft", args=[code]), partial(_page, request, code), tax_form=form)


@require_POST
@only(rules.keep_money)
def head(request: HttpRequest, code: str) -> HttpResponse:
    """Title, currency, rounding."""
    found, form = card_drafts.draft(code), HeadForm(request.POST)
    return sent(
        request, lambda: billing.save_card_draft(card_body=form.part(found.body) | {"versions": found.body["versions"]}),
        reverse("money_draft", args=[code]), partial(_page, request, code), head=form,
    )


@require_POST
@only(rules.keep_money)
def take_in(request: HttpRequest, code: str) -> HttpResponse:
    """The whole draft from JSON."""
    form = JsonForm(request.POST)

    def act() -> None:
        said = form.cleaned_data["body"]
        billing.save_card_draft(card_body={**said, "card": code} if isinstance(said, dict) else {})

    return sent(request, act, reverse("money_draft", args=[code]), partial(_page, request, code), json=form)


@require_POST
@only(rules.keep_money)
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """It holds from a day on."""
    form = PublishForm(card_drafts.draft(code), request.POST)
    return sent(
        request, lambda: billing.publish_card_draft(card_draft=code, **form.cleaned_data), reverse("money_card", args=[code]),
        partial(_page, request, code), publish=form,
    )


@require_POST
@only(rules.keep_money)
def discard(request: HttpRequest, code: str) -> HttpResponse:
    """Nothing of it stays."""
    return sent(request, lambda: billing.discard_card_draft(card_draft=code), reverse("money_cards"), partial(_page, request, code))
