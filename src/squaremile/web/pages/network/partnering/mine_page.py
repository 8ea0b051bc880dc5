"""A participant's page of a partnering event: register, find others, ask, answer, see one's meetings."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing, SquaremileError
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import events
from squaremile.network.reads.partnering_mine import MyPartnering, ProfileRow, mine
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.partnering.acts import acted, number
from squaremile.web.pages.network.partnering.looks import MEETINGS, REQUESTS
from squaremile.web.shell.entry import only, signed_in


class ProfileForm(forms.Form):
    """What one offers and asks for."""

    offers_ko = forms.CharField(label=gettext_lazy("I offer, in Korean"), max_length=500, required=False)
    offers_en = forms.CharField(label=gettext_lazy("I offer, in English"), max_length=500, required=False)
    asks_ko = forms.CharField(label=gettext_lazy("I look for, in Korean"), max_length=500, required=False)
    asks_en = forms.CharField(label=gettext_lazy("I look for, in English"), max_length=500, required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **{"auto_id": "profile_%s", **more})  # type: ignore[arg-type]


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever takes part; others register here."""
    return shown(request, code)


def shown(request: HttpRequest, code: str, refusal: SquaremileError | None = None) -> HttpResponse:
    """The page, with what was just refused."""
    event, asking = events.event(code), require()
    if event.row.kind != "partnering":
        raise Missing(NOT_FOUND)
    status = refusal.status if refusal else 200
    context = {
        "event": event, "refusal": refusal, "sections": sections.tabs("network_events"), "zone": settings.TIME_ZONE,
    }
    if not event.registered:
        may = rules.attend(asking) and asking.may_write and event.row.state == "open" and bool(event.mode)
        form = ProfileForm(request.POST if refusal else None) if may else None
        return render(request, "network/partnering/register.html", {**context, "form": form}, status=status)
    found = mine(code)
    return render(request, "network/partnering/mine.html", {
        **context, "found": found, "others": _sought(found, request.GET.get("q", "")),
        "form": ProfileForm(initial=_said(found.me)), "priorities": list(words.PRIORITIES.items()),
        "request_looks": REQUESTS, "meeting_looks": MEETINGS, "periods": {s.number: s.period for s in found.slots},
    }, status=status)




def _said(me: ProfileRow) -> dict[str, str]:
    return {"offers_ko": me.offers.ko, "offers_en": me.offers.en, "asks_ko": me.asks.ko, "asks_en": me.asks.en}


def _sought(found: MyPartnering, question: str) -> list[ProfileRow]:
    """Those whose name, company, offer or wish holds the words asked for."""
    pieces = question.casefold().split()

    def text(p: ProfileRow) -> str:
        return " ".join(f"{t.ko} {t.en}" for t in (p.name, p.of, p.offers, p.asks)).casefold()

    return [p for p in found.others if all(piece in text(p) for piece in pieces)]


def _back(request: HttpRequest, code: str, call: object, said: str) -> HttpResponse:
    return acted(
        request, call, said, reverse("partnering", args=[code]), lambda refusal: shown(request, code, refusal)  # type: ignore[arg-type]
    )


def _profile(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "")[:500] for name in ("offers_ko", "offers_en", "asks_ko", "asks_en")}


@require_POST
@signed_in
def register(request: HttpRequest, code: str) -> HttpResponse:
    """I take part."""
    return _back(request, code, lambda: network.register_participant(event=code, **_profile(request)), _("You are registered."))


@require_POST
@signed_in
def profile(request: HttpRequest, code: str) -> HttpResponse:
    """My profile anew."""
    return _back(request, code, lambda: network.edit_profile(event=code, **_profile(request)), _("Saved."))


@require_POST
@signed_in
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """I do not come after all."""
    return _back(request, code, lambda: network.withdraw_participant(event=code), _("You have withdrawn."))


@require_POST
@signed_in
def away(request: HttpRequest, code: str) -> HttpResponse:
    """When I am not free."""
    slots = [int(n) for n in request.POST.getlist("away") if n.isascii() and n.isdigit() and len(n) < 5]
    return _back(request, code, lambda: network.set_availability(
        event=code, away=slots, why=request.POST.get("why", ""),
    ), _("Saved."))


@require_POST
@signed_in
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """I would like to meet her."""
    return _back(request, code, lambda: network.request_meeting(
        event=code, participant=request.POST.get("participant", ""), reason=request.POST.get("reason", ""),
        priority=number(request, "priority"),
    ), _("Asked."))


@require_GET
@signed_in
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """My meetings on paper: wireless networks fail in halls."""
    return render(request, "network/partnering/my_sheet.html", {"found": mine(code), "zone": settings.TIME_ZONE})
