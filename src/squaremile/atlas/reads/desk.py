"""What staff look after: imports with their findings, and pairs that may be one organisation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from squaremile.atlas.models import Batch, Duplicate, Organisation
from squaremile.atlas.words import claims as words
from squaremile.atlas.words import registry
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both

MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file that was brought in."""

    code: str
    source: Text
    kind: str
    file_name: str
    at: datetime
    made: int
    findings: int


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One import in full: counts by kind of thing, findings in both languages."""

    code: str
    source: Text
    licence: str
    attribution: str
    kind: str
    file_name: str
    digest: str
    at: datetime
    kinds: tuple[tuple[str, dict[str, Any]], ...]
    findings: tuple[dict[str, Any], ...]
    more: int
    """Findings beyond those shown."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared. `bits` above 0 speak for the same, below 0 against."""

    label: Text
    level: str
    bits: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of two organisations, with what tells them apart."""

    code: str
    name_ko: str
    name_en: str
    name: Text
    kind: Text
    status: Text
    at: str
    ror: str
    website: str


@dataclass(frozen=True, slots=True)
class PairRow:
    code: str
    probability: float
    state: str
    reasons: tuple[Reason, ...]
    left: Side
    right: Side

    @property
    def percent(self) -> str:
        """Never 100: that is for somebody to say."""
        return f"{min(100 * self.probability, 99.9):.1f}"


def batches(most: int = 200) -> list[BatchLine]:
    """The newest first."""
    rows = Batch.objects.select_related("source").order_by("-at", "code")[:most]
    return [
        BatchLine(
            b.code, both(b.source.name_ko, b.source.name_en), b.kind, b.file_name, b.at,
            sum(k.get("created", 0) for k in b.report.get("kinds", {}).values()), len(b.report.get("findings", ())),
        )
        for b in rows
    ]  # fmt: skip


def batch(code: str, most: int = 200) -> BatchPage:
    """One import. Raises Missing."""
    one = Batch.objects.select_related("source").filter(code=code).first()
    if one is None:
        raise Missing(NOT_FOUND)
    findings = one.report.get("findings", [])
    return BatchPage(
        one.code, both(one.source.name_ko, one.source.name_en), one.source.licence, one.source.attribution, one.kind, one.file_name,
        one.digest, one.at, tuple(sorted(one.report.get("kinds", {}).items())),
        tuple({"subject": f["subject"], "text": Text(ko=f["ko"], en=f["en"])} for f in findings[:most]), max(0, len(findings) - most),
    )


def pairs(state: str = "open") -> list[PairRow]:
    """Pairs of a state, the likeliest first."""
    rows = Duplicate.objects.filter(state=state).select_related("left", "right").order_by("-probability", "code")[:MOST_PAIRS]
    return [
        PairRow(
            d.code, float(d.probability), d.state, tuple(Reason(words.COMPARED[name], level, bits) for name, level, bits in d.reasons),
            _side(d.left), _side(d.right),
        )
        for d in rows
    ]  # fmt: skip


def _side(one: Organisation) -> Side:
    return Side(
        one.code, one.name_ko, one.name_en, both(one.name_ko, one.name_en), registry.KINDS[one.kind], registry.STATUSES[one.status],
        " ".join(x for x in (one.city, one.country) if x), one.ror or "", one.website,
    )
