"""What an item holds several of: the price of each payer class, and peak windows."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies import card_draft as drafting
from squaremile.billing.policies import card_sentences
from squaremile.billing.reads import card_drafts
from squaremile.metering.reads import meters
from squaremile.web.pages.billing import sections
from squaremile.web.pages.billing.editor.forms import PartForm, PeakForm, PriceForm
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only

_KEY = {"classes": "classes", "peaks": "peak"}


def held(item: Any, kind: str) -> Any:
    """Classes by name, or windows in their order; what is neither is none."""
    found = item.get(_KEY[kind]) if isinstance(item, dict) else None
    if kind == "classes":
        return dict(found) if isinstance(found, dict) else {}
    return list(found) if isinstance(found, list) else []


@require_http_methods(["GET", "POST"])
@only(rules.keep_money)
def page(request: HttpRequest, code: str, n: int, kind: str, key: str) -> HttpResponse:
    """Of an item, by name or place; `new` for another. POST saves it or, with `drop`, takes it out."""
    found = card_drafts.draft(code)
    item = found.part("items", n)
    holder = held(item, kind)
    at: Any = key if kind == "classes" else int(key) if key.isdigit() and len(key) < 5 else len(holder)
    known = at in holder if kind == "classes" else at < len(holder)
    before = holder[at] if known else {"kind": "flat"} if kind == "classes" else {}
    again = partial(_page, request, found, n, kind, key, known)
    form_class: type[PartForm] = PriceForm if kind == "classes" else PeakForm
    if request.method == "GET":
        path = f"{found.path}.items[{n}].{f'classes.{key}' if kind == 'classes' else f'peak[{at}]'}"
        return again(form=form_class.of(before, found.faults, path) if known else form_class(initial=before))
    form = forms.Form({}) if "drop" in request.POST else form_class(request.POST)
    if kind == "classes" and not known:
        at = request.POST.get("name", "").strip()[:40] or "class"

    def act() -> None:
        part = form.part(before) if isinstance(form, PartForm) else None
        billing.save_card_draft(card_body=drafting.put(found.body, "items", n, _with(item, kind, at, part)))

    return sent(request, act, reverse("money_draft_items", args=[code, n]), again, form=form)


def _with(item: dict[str, Any], kind: str, at: Any, part: Any) -> dict[str, Any]:
    """The item with one more, another, or one fewer where there is no part."""
    holder = held(item, kind)
    if kind == "classes":
        holder = {name: price for name, price in holder.items() if name != at} | ({at: part} if part is not None else {})
    else:
        holder[at:at + 1] = [part] if part is not None else []
    left = {name: value for name, value in item.items() if name != _KEY[kind]}
    return left | ({_KEY[kind]: holder} if holder else {})


def _page(
    request: HttpRequest, found: card_drafts.Draft, n: int, kind: str, key: str, known: bool, status: int = 200, **more: Any
) -> HttpResponse:
    item = found.part("items", n)
    sentences = card_sentences.preview(found.body, found.version, item, meters.names())
    return render(request, "billing/editor/inner.html", {
        "draft": found, "n": n, "kind": kind, "key": key, "known": known, "sentences": sentences,
        "item": item, "sections": sections.tabs("money_cards"), **more,
    }, status=status)
