"""Suggestions while somebody types a name: of each sort the few that fit, as far as the asker may see them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from squaremile.core.reads import codes
from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text, both
from squaremile.network.models import Interaction, Introduction, Need
from squaremile.network.reads import liaison_staff
from squaremile.network.reads.lists import Line, Wanted, lines, query
from squaremile.network.words.liaison import INTERACTIONS

MOST = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """What goes into the field, and what is read beside it."""

    value: str
    label: Text


def picks(what: str, asked: str) -> list[Pick]:
    """At most a dozen. An unknown sort has none."""
    found = _SORTS.get(what)
    return found(" ".join(asked.split())[:80]) if found else []


def _entries(kind: str) -> Callable[[str], list[Pick]]:
    def of(asked: str) -> list[Pick]:
        rows = list(query(Wanted(kind=kind, text=asked)).filter(hidden=False)[:MOST])
        return [Pick(row.code, _label(row)) for row in lines(kind, rows)]

    return of


def _label(row: Line) -> Text:
    at = row.at
    return Text(ko=f"{row.name.ko} · {at.ko}" if at.ko else row.name.ko, en=f"{row.name.en} · {at.en}" if at.en else row.name.en)


def _needs(asked: str) -> list[Pick]:
    found = Need.objects.exclude(state__in=("closed", "withdrawn")).filter(
        Q(title_ko__icontains=asked) | Q(title_en__icontains=asked) | Q(code__icontains=asked)
    )
    return [Pick(each.code, both(each.title_ko, each.title_en)) for each in found.order_by("-created_at")[:MOST]]


def _interactions(asked: str) -> list[Pick]:
    found = Interaction.objects.filter(
        Q(title_ko__icontains=asked) | Q(title_en__icontains=asked) | Q(code__icontains=asked)
    ).order_by("-at")[:MOST]
    return [
        Pick(each.code, Text(
            ko=f"{each.at:%Y-%m-%d} {INTERACTIONS[each.kind].ko}: {each.title_ko or each.title_en}",
            en=f"{each.at:%Y-%m-%d} {INTERACTIONS[each.kind].en}: {each.title_en or each.title_ko}",
        ))
        for each in found
    ]  # fmt: skip


def _introductions(asked: str) -> list[Pick]:
    named = Q(code__icontains=asked)
    for link in ("person", "lab", "target"):
        named |= Q(**{f"{link}__name_ko__icontains": asked}) | Q(**{f"{link}__name_en__icontains": asked})
    found = Introduction.objects.filter(named).select_related("person", "lab", "target").order_by("-created_at")[:MOST]
    rows = []
    for each in found:
        whom = each.person or each.lab or each.target
        name = both(whom.name_ko, whom.name_en) if whom else Text(ko=each.code, en=each.code)
        rows.append(Pick(each.code, Text(ko=f"{each.created_at:%Y-%m-%d} {name.ko}", en=f"{each.created_at:%Y-%m-%d} {name.en}")))
    return rows


def _staff(asked: str) -> list[Pick]:
    key, everyone = search_key(asked), liaison_staff.everyone()
    addresses = codes.emails([each.id for each in everyone])
    found = [Pick(addresses[each.id], each.name) for each in everyone if each.id in addresses]
    return [each for each in found if key in search_key(f"{each.label.ko} {each.label.en} {each.value}")][:MOST]


def _promisers(asked: str) -> list[Pick]:
    return [*_staff(asked), *_entries("people")(asked)][:MOST]


def _candidates(asked: str) -> list[Pick]:
    return [pick for kind in ("people", "labs", "organisations") for pick in _entries(kind)(asked)[:5]]


_SORTS: dict[str, Callable[[str], list[Pick]]] = {
    "expert": _entries("people"), "lab": _entries("labs"), "partner": _entries("organisations"),
    "need": _needs, "interaction": _interactions, "introduction": _introductions, "staff": _staff,
    "promiser": _promisers, "candidate": _candidates,
}  # fmt: skip
