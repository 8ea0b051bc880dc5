"""Ties between organisations as columns, for networks: who, with whom, how much, and who they are."""

from dataclasses import dataclass
from datetime import date

from squaremile.atlas.models import Tie
from squaremile.atlas.words import registry as words
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Bonds:
    """Row n ties `one[n]` and `other[n]` (codes) with `weight[n]`; names and cities by code; where it was read."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    weight: tuple[float, ...]
    names: dict[str, Text]
    cities: dict[str, str]
    source: Text
    as_of: date | None


_ENDS = tuple(f"{end}__{name}" for end in ("one", "other") for name in ("code", "name_ko", "name_en", "city"))


def kinds() -> list[tuple[str, Text]]:
    """Kinds of ties that the asker sees."""
    found = set(Tie.objects.values_list("kind", flat=True).distinct())
    return [(kind, name) for kind, name in words.TIES.items() if kind in found]


def bonds(kind: str = "") -> Bonds:
    """All ties of a kind, or of every one, whatever the period. One statement."""
    found = Tie.objects.filter(one__merged_into=None, other__merged_into=None)
    if kind:
        found = found.filter(kind=kind)
    one, other, weight = [], [], []
    names: dict[str, Text] = {}
    cities: dict[str, str] = {}
    sources: dict[tuple[str, str], date | None] = {}
    columns = (*_ENDS, "weight", "source__name_ko", "source__name_en", "source__as_of")
    for row in found.order_by("one__code", "other__code", "kind", "period").values_list(*columns):
        for code, ko, en, city in (row[:4], row[4:8]):
            names[code], cities[code] = both(ko, en), city
        one.append(row[0])
        other.append(row[4])
        weight.append(float(row[8]))
        sources[row[9], row[10]] = row[11]
    told = [both(ko, en) for ko, en in sources]
    return Bonds(
        tuple(one), tuple(other), tuple(weight), names, cities,
        Text(ko=", ".join(t.ko for t in told), en=", ".join(t.en for t in told)),
        max((day for day in sources.values() if day), default=None),
    )
