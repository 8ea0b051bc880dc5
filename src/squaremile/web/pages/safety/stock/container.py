"""One container: what it is, what happened to it, and what can be done with it."""

import re
from collections.abc import Callable
from typing import Any

import segno
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import containers, handovers, labels, rooms, standing, waste
from squaremile.safety.words import stock as words
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.stock.placing import cabinet_choices, room_choices
from squaremile.web.pages.safety.stock.sending import sent_once
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

MOST_PARTS = 40


def _move(code: str, said: QueryDict) -> Any:
    return safety.move_container(
        container=code, place=said.get("place", ""), cabinet=said.get("cabinet", ""), condition=said.get("condition", "")
    )


def _split(code: str, said: QueryDict) -> list[Any]:
    """So many parts of one amount each; all of them or none, and once for each form."""
    count = said.get("parts", "1").strip() or "1"
    if not re.fullmatch(r"[1-9]\d?", count) or int(count) > MOST_PARTS:
        raise Invalid(words.AMOUNT_UNFIT)
    token = said.get("form_token", "").strip()
    with transaction.atomic():
        return [
            safety.split_container(container=code, how_much=said.get("how_much", ""), form_token=token and f"{token}:{n}")
            for n in range(int(count))
        ]


ACTS: dict[str, Callable[[str, QueryDict], Any]] = {
    "open": lambda code, said: safety.open_container(container=code),
    "move": _move,
    "split": _split,
    "measure": lambda code, said: safety.measure_container(container=code, how_much=said.get("how_much", "")),
    "correct": lambda code, said: safety.correct_container(
        container=code, how_much=said.get("how_much", ""), reason=said.get("reason", "")
    ),
    "dispose": lambda code, said: safety.dispose_container(container=code, waste=said.get("waste", "")),
    "transfer": lambda code, said: safety.transfer_container(container=code, gone_to=said.get("gone_to", "")),
    "offer": lambda code, said: safety.offer_container(container=code),
    "withdraw": lambda code, said: safety.withdraw_offer(container=code),
}


@never_cache
@require_http_methods(["GET", "POST"])
@only(rules.see_stock)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show it; an act is named by the button that was pressed."""
    row, happened = containers.container(code)
    name = request.POST.get("act", "")
    act, refusal, made = ACTS.get(name), None, []
    if request.method == "POST" and act is not None:
        refusal = tried(lambda: made.append(act(code, request.POST)))
        if refusal is None:
            said = sent_once(made[0], _("Split. Print a label for each part.")) if name == "split" else _("Done.")
            return done(request, said, reverse("safety_container", args=[code]))
    may_keep = rules.keep_stock(require()) and row.here
    offer = handovers.of_container(code) if may_keep else None
    return render(request, "safety/container.html", {
        "row": row, "happened": happened, "beside": rooms.around(row) if row.here else [], "refusal": refusal, "did": name, "token": uuid7().hex,
        "parts": containers.parts(code), "taken_over": handovers.taken_over(code), "may_keep": may_keep, "offer": offer,
        "qr": _square(offer.key) if offer else "", "pictures": labels.pictograms([row.substance]).get(row.substance, ()),
        "may_correct": rules.decide(require()) and row.here, "over": standing.over(code) if row.here else [],
        "wastes": waste.filling(row.organisation) if may_keep else [], "rooms": room_choices() if may_keep else [],
        "cabinets": cabinet_choices() if may_keep else [], "conditions": words.CONDITIONS.items(),
        "sections": sections.tabs("safety_containers"),
    }, status=refusal.status if refusal else 200)


def _square(key: str) -> SafeString:
    """The address at which it is taken over, as a QR code: the taker's own camera opens it."""
    address = f"{settings.PUBLIC_URL}{reverse('safety_take')}?key={key}"
    return SafeString(segno.make(address, error="m").svg_inline(scale=4, border=1, omitsize=True, dark="#10171c"))
