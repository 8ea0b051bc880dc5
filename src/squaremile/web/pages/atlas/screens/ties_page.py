"""Who works with whom: communities, who stands between them, and how central each is."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties.communities import Communities, communities
from squaremile.atlas.measures.ties.graph import Graph, graph
from squaremile.atlas.measures.ties.paths import steps
from squaremile.atlas.measures.ties.standing import constraint, cores
from squaremile.atlas.reads import bonds
from squaremile.atlas.reads.bonds import Bonds
from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Point, Series, table
from squaremile.web.pages.atlas.screens.answers import answered
from squaremile.web.shell.entry import only

DRAWN = 60
GROUPS = 5
LOOKS = ("mine", "alarm", "warn", "info", "other")
PER_PAGE = 50
MOST = 5000
"""Organisations: above this a page would make its reader wait; the command line does it."""
TOO_MANY = Text(ko="한 화면에서 재기에는 관계망이 너무 큽니다.", en="The network is too large to be measured for a page.")
NARROWER = Text(ko="관계의 종류를 고르거나 명령줄을 쓰십시오.", en="Choose a kind of tie, or use the command line.")


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation of the network. `between` and `constraint` are without unit."""

    code: str
    name: Text
    city: str
    ties: int
    weight: float
    between: float
    constraint: float
    core: int
    community: int


class TiesForm(forms.Form):
    """Which kind of tie."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of tie"), required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["kind"].choices = [("", _("All")), *((k, str(name)) for k, name in bonds.kinds())]  # type: ignore[attr-defined]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """All ties the reader may see, or one kind of them."""
    return answered(request, "ties", "atlas_ties", computed(request.GET))


def computed(said: QueryDict) -> dict[str, Any]:
    """What the page shows, or why there is nothing."""
    form = TiesForm(said)
    held = bonds.bonds(form.cleaned_data["kind"] if form.is_valid() else "")
    shown: dict[str, Any] = {"form": form, "held": held}
    if not held.one:
        return shown
    try:
        net, parts, members = measured(held)
        listed = Paginator(members, PER_PAGE).get_page(said.get("page"))
        shown |= {
            "web": web(net, parts, members, held), "page": listed, "organisations": len(net), "ties": net.ties,
            "communities": parts.count, "modularity": parts.modularity,
            "brokers": sorted((m for m in members if m.ties > 1), key=lambda m: (m.constraint, -m.between, m.code))[:5],
        }  # fmt: skip
    except Unmeasurable as refused:
        shown["refused"] = refused
    return shown


def one(said: QueryDict, _name: str) -> Chart | None:
    """The chart alone. Raises Unmeasurable."""
    form = TiesForm(said)
    held = bonds.bonds(form.cleaned_data["kind"] if form.is_valid() else "")
    return web(*measured(held), held) if held.one else None


def measured(held: Bonds) -> tuple[Graph, Communities, list[Member]]:
    """The network, its communities, and everybody in it, those most between others first."""
    net = graph(held.one, held.other, held.weight)
    if len(net) > MOST:
        raise Unmeasurable(TOO_MANY, NARROWER)
    parts = communities(net)
    between, _close = steps(net)
    tight, core, ties = constraint(net), cores(net), np.diff(net.starts)
    weight = np.add.reduceat(net.weight, net.starts[:-1])
    members = [
        Member(
            code, held.names[code], held.cities[code], int(ties[n]), float(weight[n]), float(between[n]), float(tight[n]),
            int(core[n]), int(parts.member[n]),
        )
        for n, code in enumerate(net.names)
    ]  # fmt: skip
    members.sort(key=lambda m: (-m.between, -m.weight, m.code))
    return net, parts, members


def web(net: Graph, parts: Communities, members: list[Member], held: Bonds) -> Chart:
    """Those with most ties and the ties among them; the five largest communities apart, the rest together."""
    most = sorted(members, key=lambda m: (-m.weight, m.code))[:DRAWN]
    groups = [[m for m in most if min(m.community, GROUPS - 1) == n] for n in range(GROUPS)]
    order = {m.code: n for n, m in enumerate(m for group in groups for m in group)}
    number = {code: n for n, code in enumerate(net.names)}
    links = tuple(
        (order[net.names[i]], order[net.names[int(j)]], float(w))
        for i in (number[code] for code in order)
        for j, w in zip(net.near[net.starts[i] : net.starts[i + 1]], net.weight[net.starts[i] : net.starts[i + 1]], strict=True)
        if i < j and net.names[int(j)] in order
    )
    drawn = tuple(
        Series(_name(n, parts.count), look, tuple(_dot(m) for m in group))
        for n, (group, look) in enumerate(zip(groups, LOOKS, strict=True)) if group
    )  # fmt: skip
    body = [(m.name, m.ties, f"{m.weight:,.0f}", f"{m.between:.4f}", m.community + 1) for m in most]
    return Chart(
        kind="web", title=_("Who works with whom"),
        says=_("The %(n)d organisations with most ties of %(all)d; size shows how often they stand between others.") % {
            "n": len(most), "all": len(net)},
        x=Axis(_("Organisation")), y=Axis(_("Ties")), series=drawn, links=links, tall=True, source=held.source,
        table=table((
            (_("Organisation"), False), (_("Ties"), True), (_("Weight"), True), (_("Betweenness"), True), (_("Community"), True),
        ), body),
    )  # fmt: skip


def _dot(member: Member) -> Point:
    url = reverse("atlas_map_record", args=[member.code])
    return Point(0, member.ties, name=member.name, url=url, size=round(8 + 40 * member.between**0.5, 1))


def _name(number: int, count: int) -> str:
    rest = number == GROUPS - 1 and count > GROUPS
    return _("Others") if rest else _("Community %(n)d") % {"n": number + 1}
