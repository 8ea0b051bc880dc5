"""Whom an organisation could meet, each with its reasons: by the measure that `squaremile atlas partners` prints.

The measure runs beside the requests and is kept: the page answers at once, and asks again while it is being worked out.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.points.sites import globe
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties.graph import graph
from squaremile.atlas.measures.ties.partners import Partners, partners
from squaremile.atlas.measures.ties.profiles import profiles
from squaremile.atlas.measures.ties.reasoning import Suggestion
from squaremile.atlas.reads import bonds, partnering
from squaremile.atlas.reads.bonds import Bonds
from squaremile.atlas.reads.partnering import Doings, Place
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.web.pages.atlas import sections
from squaremile.web.pages.atlas.screens.kept import Kept
from squaremile.web.shell.entry import only

SHOWN, MATCHES = 9, 20
TOGETHER = 2000
"""Up to so many organisations all are worked out at once; of more, the one that is asked about."""
kept: Kept[Partners | Unmeasurable] = Kept(seconds=86_400, most=50, wait=0.3)
TOO_MANY = Text(ko="한 화면에서 읽기에는 활동 기록이 너무 많습니다.", en="There are too many records of activities to be read for a page.")
BY_COMMAND = Text(ko="명령줄의 squaremile atlas partners를 쓰십시오.", en="Use the command line: squaremile atlas partners.")


@dataclass(frozen=True, slots=True)
class Card:
    """One partner with what speaks for it. `distance` is None where one of the two has no point."""

    code: str
    name: Text
    score: float
    reasons: tuple[str, ...]
    common: tuple[tuple[str, Text], ...]
    distance: str
    coarse: bool
    ties: float


class PartnersForm(forms.Form):
    """In which words the organisations' activities are compared."""

    scheme = forms.ChoiceField(label=gettext_lazy("In the words of"), required=False)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The organisation chosen, or the one with most behind it."""
    return render(request, "atlas/screens/partners.html", computed(request.GET) | {
        "sections": sections.tabs("atlas_ties"), "keeps": rules.keep(require()),
    })


@require_GET
@only(rules.look)
def cards(request: HttpRequest) -> HttpResponse:
    """The cards alone, for a page that waits for them."""
    return render(request, "atlas/screens/partner_cards.html", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing. Four statements."""
    there = partnering.schemes()
    known = [scheme for scheme, _name in there]
    scheme = str(said["scheme"]) if said.get("scheme") in known else next(iter(known), "")
    form = PartnersForm({"scheme": scheme}, auto_id="filter-%s")
    form.fields["scheme"].choices = [(one, str(name)) for one, name in there]  # type: ignore[attr-defined]
    shown: dict[str, Any] = {"form": form, "query": said.urlencode(), "scheme": scheme}
    if not there:
        return shown
    held, ties, at = partnering.doings(scheme), bonds.bonds(), partnering.places()
    names = ties.names | held.names
    asked = said.get("q", "").replace("\x00", "").strip()[:80]
    found = matches(asked, names) if asked else []
    who = said.get("organisation", "") if said.get("organisation") in names else _first(found, held, ties)
    shown |= {"who": who, "name": names.get(who), "found": found, "asked": asked, "held": held, "ties": ties,
              "matches": found if len(found) > 1 else []}  # fmt: skip
    if held.more:
        return shown | {"refused": Unmeasurable(TOO_MANY, BY_COMMAND)}
    if who not in held.names and who not in ties.one and who not in ties.other:
        return shown | {"nothing_known": True}
    key = f"{held.digest(ties, at)}:{who if len(names) > TOGETHER else ''}"
    answer = kept.begun(key, lambda: measured(held, ties, at, [who] if len(names) > TOGETHER else None))
    if answer is None:
        return shown | {"waiting": True}
    if isinstance(answer, Unmeasurable):
        return shown | {"refused": answer}
    listed = [card(one, names, held, at, at.get(who)) for one in answer.suggestions.get(who, ())]
    return shown | {"cards": listed, "no_gravity": answer.gravity.get("not_estimated"), "unplaced": sum(code not in at for code in names)}


def measured(held: Doings, ties: Bonds, at: dict[str, Place], who: list[str] | None) -> Partners | Unmeasurable:
    """The measure's own answer, or its refusal. Asks no database. Distance counts where every organisation has a point."""
    try:
        table = profiles(held.organisation, held.topic, held.weight, also=tuple(ties.names))
        net = graph(ties.one, ties.other, ties.weight) if ties.one else None
        placed = all(name in at for name in table.organisations)
        sites = globe(*_degrees(at, table.organisations)) if placed else None
        return partners(table, net, sites, who, top=SHOWN)
    except Unmeasurable as refused:
        return refused


def _degrees(at: dict[str, Place], order: tuple[str, ...]) -> tuple[list[float], list[float]]:
    return [at[name].latitude for name in order], [at[name].longitude for name in order]


def matches(asked: str, names: dict[str, Text]) -> list[tuple[str, Text]]:
    """Organisations whose code or name holds the words, by name."""
    low = asked.casefold()
    found = [(code, name) for code, name in names.items() if low in f"{code} {name.ko} {name.en}".casefold()]
    return sorted(found, key=lambda pair: (str(pair[1]), pair[0]))[:MATCHES]


def _first(found: list[tuple[str, Text]], held: Doings, ties: Bonds) -> str:
    """The only match; else who has most ties, else who does most."""
    if len(found) == 1:
        return found[0][0]
    many: dict[str, float] = {}
    for code, weight in zip((*ties.one, *ties.other), (*ties.weight, *ties.weight), strict=True):
        many[code] = many.get(code, 0.0) + weight
    if not many:
        for code, weight in zip(held.organisation, held.weight, strict=True):
            many[code] = many.get(code, 0.0) + weight
    return max(many, key=lambda code: (many[code], code), default="")


def card(one: Suggestion, names: dict[str, Text], held: Doings, at: dict[str, Place], home: Place | None) -> Card:
    """The measure's reasons, with names in place of codes, and how far it is."""
    topics = lambda rows: ", ".join(str(held.topics[each.topic]) for each in rows)
    said = []
    if one.shared_topics:
        said.append(_("Both work on: %(topics)s") % {"topics": topics(one.shared_topics)})
    if one.complementary_topics:
        said.append(_("Strong in what is near and lacking here: %(topics)s") % {"topics": topics(one.complementary_topics)})
    if one.common_partner_count:
        n = one.common_partner_count
        said.append(ngettext("%(n)d partner in common", "%(n)d partners in common", n) % {"n": n})
    if one.under_use > 0 and one.expected_ties is not None:
        said.append(_("By size, distance and topics %(hoped).1f ties would be expected; there are %(tie)g") % {
            "hoped": one.expected_ties, "tie": one.existing_ties})  # fmt: skip
    there = at.get(one.partner)
    return Card(
        one.partner, names[one.partner], one.score, tuple(said), tuple((code, names[code]) for code in one.common_partners),
        "" if home is None or there is None else away(home, there), bool(home and there and (home.coarse or there.coarse)), one.existing_ties,
    )  # fmt: skip


def away(one: Place, other: Place) -> str:
    """How far along the earth, rounded as far as it is known."""
    pair = globe([one.latitude, other.latitude], [one.longitude, other.longitude])
    metres = float(pair.ground(float(np.linalg.norm(pair.xyz[0] - pair.xyz[1]))))
    if metres < 1000:
        return f"{round(metres, -1):,.0f} m"
    return f"{metres / 1000:,.0f} km" if metres >= 10_000 else f"{metres / 1000:,.1f} km"
