"""Figures of regions as columns, for what is computed from them: which there are, and one table or series of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from squaremile.atlas.models import Fact
from squaremile.atlas.words import registry as words
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of figure: what is counted (`measure`) by which words (`activities`) in which division of the land."""

    regions: str
    measure: str
    activities: str

    @property
    def key(self) -> str:
        return f"{self.regions}:{self.measure}:{self.activities}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of figure that is there, its name, and the periods it has, in order."""

    kind: Kind
    name: Text
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Row n: `value[n]` of `activity[n]` in `region[n]` in `period[n]`; names by code; where it was read.

    What a source suppressed is in no row; `suppressed` says how many such there are.
    """

    region: tuple[str, ...]
    activity: tuple[str, ...]
    period: tuple[str, ...]
    value: tuple[float, ...]
    names: dict[str, Text]
    activities: dict[str, Text]
    source: Text
    attribution: str
    as_of: date | None
    suppressed: int


def offers() -> list[Offer]:
    """Kinds of figures by activity that the asker sees, those with most rows first. One statement."""
    rows = Fact.objects.exclude(activity=None).values_list(
        "region__scheme__code", "region__scheme__name_ko", "region__scheme__name_en", "measure", "activity__scheme", "period"
    ).annotate(n=Count("id"))  # fmt: skip
    found: dict[Kind, tuple[Text, dict[str, int]]] = {}
    for scheme, ko, en, measure, activities, period, n in rows.order_by("region__scheme__code", "measure", "activity__scheme", "period"):
        kind, land = Kind(scheme, measure, activities), both(ko, en)
        name = Text(
            ko=f"{words.MEASURES[measure].ko} · {words.SCHEMES[activities].ko} · {land.ko}",
            en=f"{words.MEASURES[measure].en} · {words.SCHEMES[activities].en} · {land.en}",
        )
        found.setdefault(kind, (name, {}))[1][period] = n
    order = sorted(found.items(), key=lambda pair: (-sum(pair[1][1].values()), pair[0].key))
    return [Offer(kind, name, tuple(sorted(periods))) for kind, (name, periods) in order]


_COLUMNS = (
    "region__code", "region__name_ko", "region__name_en", "activity__code", "activity__name_ko", "activity__name_en",
    "period", "value", "source__name_ko", "source__name_en", "source__attribution", "source__as_of",
)  # fmt: skip


def figures(kind: Kind, period: str = "") -> Figures:
    """All rows of a kind, of one period or of every one. One statement."""
    found = Fact.objects.filter(
        Q(period=period) if period else Q(), region__scheme__code=kind.regions, measure=kind.measure,
        activity__scheme=kind.activities,
    )  # fmt: skip
    region, activity, when, value, hidden = [], [], [], [], 0
    names: dict[str, Text] = {}
    activities: dict[str, Text] = {}
    sources: dict[tuple[str, str], tuple[str, date | None]] = {}
    for row in found.order_by("period", "region__code", "activity__code", "source__code").values_list(*_COLUMNS):
        code, name_ko, name_en, word, word_ko, word_en, at, held, source_ko, source_en, attribution, as_of = row
        if held is None:
            hidden += 1
            continue
        region.append(code)
        activity.append(word)
        when.append(at)
        value.append(float(held))
        names[code], activities[word] = both(name_ko, name_en), both(word_ko, word_en)
        sources[source_ko, source_en] = (attribution, as_of)
    told = [both(ko, en) for ko, en in sources]
    days = [as_of for _, as_of in sources.values() if as_of]
    return Figures(
        tuple(region), tuple(activity), tuple(when), tuple(value), names, activities,
        Text(ko=", ".join(t.ko for t in told), en=", ".join(t.en for t in told)),
        "; ".join(a for a, _ in sources.values() if a), max(days, default=None), hidden,
    )  # fmt: skip
