"""Editions of a rule pack: those that come with squaremile, those that were handed in here, and which holds from when."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from squaremile.core.reads import people as core_people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.safety.models import PackEdition, PackForce
from squaremile.safety.policies import packs
from squaremile.safety.policies.editions import Taken, by_law, decided
from squaremile.safety.policies.packs import Edition, Pack
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import rule_packs
from squaremile.safety.reads.areas import today
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import pack_editions as words


@dataclass(frozen=True, slots=True)
class ForceRow:
    """From when an edition holds, and who said so."""

    since: date
    by: Text | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition. `now`: it holds today. `force`: what was decided about it here, the latest last."""

    code: str
    pack: str
    edition: str
    adopted_from: date | None
    adopted_to: date | None
    rows: int
    built_in: bool
    offered_by: Text | None
    offered_at: datetime | None
    force: tuple[ForceRow, ...]
    now: bool
    coming: date | None
    """The day from which it will hold, where that is ahead."""


def editions(pack: str) -> list[EditionRow]:
    """Every edition of a pack that the asker may know: the one of today first. Raises Missing. Three statements."""
    if pack not in packs.codes():
        raise Missing(area_words.PACK_UNKNOWN)
    kept = list(PackEdition.objects.filter(pack=pack).order_by("-offered_at", "id"))
    force = list(PackForce.objects.filter(edition__pack=pack).order_by("since", "said_at"))
    named = core_people.named({p for p in (*(k.offered_by_id for k in kept), *(f.person_id for f in force)) if p})
    day = today()
    taken = [Taken(f.since, f.said_at, f.edition_id) for f in force]
    decision = decided(day, taken)
    ahead = {coming.edition: since for since in sorted({f.since for f in force if f.since > day}, reverse=True)
             for coming in [decided(since, taken)] if coming}  # fmt: skip
    by_law_now = by_law(day, [each.pack for each in packs.shipped()[pack]])
    known = {each.digest for each in kept}
    made = []
    for each in kept:
        found, who = rule_packs.parsed_text(each.digest, each.text), named.get(each.offered_by_id) if each.offered_by_id else None
        its = tuple(
            ForceRow(f.since, named[f.person_id].name if f.person_id in named else None, f.said_at) for f in force if f.edition_id == each.id
        )
        holds = decision is not None and decision.edition == each.id
        made.append(_row(
            each.code, found, False, holds, its, who.name if who else None, each.offered_at, None if holds else ahead.get(each.id),
        ))  # fmt: skip
    for shipped in packs.shipped()[pack]:
        if digest_of(shipped) not in known:
            made.append(_row(code_of(shipped), shipped.pack, True, decision is None and shipped.pack == by_law_now, (), None, None, None))
    return sorted(made, key=lambda row: (not row.now, row.coming is None))


def edition(pack: str, code: str) -> tuple[EditionRow, Pack]:
    """One of them with its rows. Raises Missing."""
    row = next((each for each in editions(pack) if each.code == code), None)
    if row is None:
        raise Missing(words.EDITION_UNKNOWN)
    shipped = shipped_by_code(pack, code)
    if shipped is not None:
        return row, shipped.pack
    kept = PackEdition.objects.get(pack=pack, code=code)
    return row, rule_packs.parsed_text(kept.digest, kept.text)


def text_of(pack: str, code: str) -> str:
    """The file of an edition, to be read or changed. Raises Missing."""
    edition(pack, code)
    shipped = shipped_by_code(pack, code)
    return shipped.text if shipped else PackEdition.objects.get(pack=pack, code=code).text


def digest_of(shipped: Edition) -> str:
    return sha256(shipped.text.encode()).hexdigest()


def code_of(shipped: Edition) -> str:
    """What an edition that comes with squaremile is called, as long as its text stays the same."""
    return f"S-{digest_of(shipped)[:8].upper()}"


def shipped_by_code(pack: str, code: str) -> Edition | None:
    """An edition that comes with squaremile."""
    return next((each for each in packs.shipped().get(pack, ()) if code_of(each) == code.strip().upper()), None)


def _row(
    code: str, found: Pack, built_in: bool, now: bool, force: tuple[ForceRow, ...], by: Text | None, at: datetime | None,
    coming: date | None,
) -> EditionRow:
    return EditionRow(
        code, found.code, found.edition, found.adopted_from, found.adopted_to, len(rows(found)), built_in, by, at, force, now, coming
    )
