"""Figures of a rule pack with who verified which of them here: when, and in which text."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.core.reads import people as core_people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.safety.models import PackVerification
from squaremile.safety.policies import pack_speech, packs
from squaremile.safety.policies.pack_speech import Spoken
from squaremile.safety.policies.packs import Gap, Pack
from squaremile.safety.policies.verdicts import trusted
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import rule_packs
from squaremile.safety.words import areas as words


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a pack. `outdated`: it was verified with other figures than it has now, which counts no more."""

    key: str
    says: str
    certainty: str
    source: Text
    label: Text | None
    spoken: Spoken
    """What the row is about and what it says, as people read it; `says` is the row itself."""
    verified: bool
    outdated: bool
    by: Text | None
    read_in: str
    read_on: date | None

    @property
    def blocks(self) -> bool:
        """Whether it may refuse anything: sure by its source, or verified here."""
        return self.verified or trusted(self.certainty)


@dataclass(frozen=True, slots=True)
class PackSeen:
    """One pack: how many rows it has, how many are verified, how many may block."""

    code: str
    title: Text
    edition: str
    rows: tuple[FigureRow, ...]
    adopted_from: date | None
    gaps: tuple[Gap, ...]
    counts: bool

    @property
    def verified(self) -> int:
        return sum(row.verified for row in self.rows)

    @property
    def blocking(self) -> int:
        return sum(row.blocks for row in self.rows)

    @property
    def outdated(self) -> int:
        return sum(row.outdated for row in self.rows)


def every() -> list[PackSeen]:
    """All packs, each in the edition of today. Three statements."""
    found = list(PackVerification.objects.order_by("read_on", "id"))
    named = core_people.named({each.person_id for each in found if each.person_id})
    by_pack: dict[str, dict[str, list[PackVerification]]] = {}
    for each in found:
        by_pack.setdefault(each.pack, {}).setdefault(each.pack_row, []).append(each)
    return [_pack(rules, by_pack.get(code, {}), named) for code, rules in rule_packs.in_force(packs.codes()).items()]


def pack(code: str) -> PackSeen:
    """One of them. Raises Missing."""
    found = next((each for each in every() if each.code == code), None)
    if found is None:
        raise Missing(words.PACK_UNKNOWN)
    return found


def _pack(rules: Pack, known: dict[str, list[PackVerification]], named: dict[UUID, core_people.Named]) -> PackSeen:
    seen, spoken = [], pack_speech.spoken(rules)
    for row in rows(rules):
        kept = known.get(row.key, [])
        now = next((each for each in kept if each.digest == row.digest), None)
        last = now or (kept[-1] if kept else None)
        who = named.get(last.person_id) if last and last.person_id else None
        seen.append(FigureRow(
            row.key, row.says, row.certainty, rules.sources[row.source], row.label, spoken[row.key], now is not None,
            now is None and bool(kept),
            who.name if who else None, last.read_in if last else "", last.read_on if last else None,
        ))
    return PackSeen(rules.code, rules.title, rules.edition, tuple(seen), rules.adopted_from, rules.gaps, rules.counts)
