"""Editions of a rule pack: which holds, what another one would change here, handing one in and taking one into force."""

from functools import partial
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.errors import Forbidden, Invalid
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies.packs import LONGEST
from squaremile.safety.reads import areas, pack_editions, pack_impact, rule_packs, verifications
from squaremile.safety.words import pack_editions as words
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import sent, tried
from squaremile.web.shell.entry import only

SHOWN = 100
"""Containers that the page lists; the rest is said by their number."""
NOT_TEXT = Text(ko="글 파일(UTF-8)이 아닙니다", en="it is no text file (UTF-8)")


class OfferForm(forms.Form):
    """The file of an edition."""

    file = forms.FileField(label=_("The file of the edition"), help_text=_("A TOML file as docs/safety/packs.md describes it."))


class TakeForm(forms.Form):
    """From when it holds."""

    since = forms.DateField(label=_("In force from"), widget=forms.DateInput(attrs={"type": "date"}))


@require_http_methods(["GET", "POST"])
@only(rules.look)
def listing(request: HttpRequest, pack: str) -> HttpResponse:
    """Every edition of a pack; who answers for safety hands one in."""
    verifications.pack(pack)
    if request.method == "GET":
        return _listing(request, pack)
    if not rules.verify(require()):
        raise Forbidden(NOT_ALLOWED)
    form = OfferForm(request.POST, request.FILES)
    if not form.is_valid():
        return _listing(request, pack, status=422, form=form)
    made: list[Any] = []
    refusal = tried(lambda: made.append(safety.offer_pack_edition(pack=pack, text=_text(form.cleaned_data["file"]))))
    if refusal is not None:
        return _listing(request, pack, status=refusal.status, refusal=refusal)
    return HttpResponseRedirect(reverse("safety_edition", args=[pack, made[0].code]), status=303)


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """What one edition changes against the one of today, row by row and in what stands here; and taking it into force."""
    if request.method == "GET":
        return _page(request, pack, edition)
    if not rules.verify(require()):
        raise Forbidden(NOT_ALLOWED)
    pack_editions.edition(pack, edition)
    form = TakeForm(request.POST)
    return sent(
        request, lambda: safety.take_pack_edition(pack=pack, edition=edition, since=form.cleaned_data["since"]),
        reverse("safety_editions", args=[pack]), partial(_page, request, pack, edition), form=form,
    )


@require_GET
@only(rules.look)
def file(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """The file of an edition."""
    text = pack_editions.text_of(pack, edition)
    return HttpResponse(
        text, content_type="application/toml; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{pack}.toml"'}
    )


def _text(upload: UploadedFile) -> str:
    """Raises Invalid for what is no text."""
    try:
        return upload.read(4 * LONGEST + 1).decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Invalid(words.EDITION_UNREADABLE, {"why": NOT_TEXT}) from wrong


def _listing(request: HttpRequest, pack: str, *, status: int = 200, form: Any = None, refusal: object = None) -> HttpResponse:
    return render(request, "safety/editions.html", {
        "pack": rule_packs.in_force([pack])[pack], "editions": pack_editions.editions(pack), "form": form or OfferForm(),
        "refusal": refusal, "may_take": rules.verify(require()), "sections": sections.tabs("safety_figures"),
    }, status=status)  # fmt: skip


def _page(
    request: HttpRequest, pack: str, edition: str, *, status: int = 200, form: Any = None, refusal: object = None
) -> HttpResponse:
    row, found = pack_editions.edition(pack, edition)
    now = rule_packs.in_force([pack])[pack]
    told = pack_impact.impact(now, found)
    return render(request, "safety/edition.html", {
        "row": row, "now": now, "pack": found, "told": told, "containers": told.containers[:SHOWN],
        "more": max(0, len(told.containers) - SHOWN), "form": form or TakeForm(initial={"since": areas.today().isoformat()}),
        "refusal": refusal, "may_take": rules.verify(require()), "sections": sections.tabs("safety_figures"),
    }, status=status)  # fmt: skip
