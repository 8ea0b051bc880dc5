"""Rule packs as they hold here: in the edition that is in force on a day, with the rows that somebody has verified."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from django.db import connection

from squaremile.safety.models import PackEdition
from squaremile.safety.policies import packs
from squaremile.safety.policies.editions import Taken, decided, nearest
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.verification import rows, said, verified
from squaremile.safety.reads.areas import today

METHOD = "3"
"""Counted up where `policies/classing` finds classes in another way: what was kept before is found anew."""
_KNOWN = """
SELECT pack, pack_row, digest, NULL::date, NULL::timestamptz FROM safety_pack_verification WHERE pack = ANY (%(packs)s)
UNION ALL
SELECT e.pack, '', e.digest, f.since, f.said_at FROM safety_pack_force f JOIN safety_pack_edition e ON e.id = f.edition_id
 WHERE e.pack = ANY (%(packs)s) AND f.since <= %(day)s
"""


class Held(NamedTuple):
    """A pack as it holds here, and a digest of everything in it that a verdict is made from."""

    pack: Pack
    digest: str


class _Known(NamedTuple):
    """What is known here of one pack: row → digest with which it was verified, and what was taken into force."""

    verified: dict[str, str]
    taken: list[Taken[str]]


def held(codes: Iterable[str], *, on: date | None = None) -> list[Held]:
    """Packs by their codes, in the edition of a day (today), with what is verified here. One statement, and one more for each
    edition that this process has not read yet. A pack that came with an older squaremile and is gone is left out."""
    wanted, day = [code for code in codes if code in packs.codes()], on or today()
    return _held(wanted, day, _known(wanted, day))


def in_force(codes: Iterable[str], *, on: date | None = None) -> dict[str, Pack]:
    """The same as they are written, whoever has verified what."""
    wanted, day = [code for code in codes if code in packs.codes()], on or today()
    return _written(wanted, day, _known(wanted, day))


def held_and_counting(codes: Iterable[str]) -> tuple[list[Held], list[Pack]]:
    """Some as they hold here today, and as they are written all by which substances are classed. One statement for both."""
    wanted, counting, day = [code for code in codes if code in packs.codes()], packs.counting(), today()
    known = _known([*dict.fromkeys((*wanted, *counting))], day)
    return _held(wanted, day, known), list(_written(counting, day, known).values())


def _held(codes: Iterable[str], day: date, known: Mapping[str, _Known]) -> list[Held]:
    made = []
    for code in codes:
        digest = _of_day(known[code], day)
        marks = tuple(sorted(known[code].verified.items()))
        made.append(_shipped(code, day, marks) if digest is None else _taken(digest, marks))
    return made


def _written(codes: Iterable[str], day: date, known: Mapping[str, _Known]) -> dict[str, Pack]:
    digests = {code: _of_day(known[code], day) for code in codes}
    return {code: shipped_on(code, day) if digest is None else parsed(digest) for code, digest in digests.items()}


def as_here(found: Pack) -> Held:
    """Any edition with the rows that are verified here: a verification holds for a row as long as its figures are the same."""
    return _made(found, tuple(sorted(_known([found.code], date.min)[found.code].verified.items())))


def shipped_on(code: str, day: date) -> Pack:
    """The edition that comes with squaremile and holds on a day, where nobody here has decided."""
    return nearest(day, [each.pack for each in packs.shipped()[code]])


def _known(codes: list[str], day: date) -> Mapping[str, _Known]:
    known: dict[str, _Known] = defaultdict(lambda: _Known({}, []))
    if codes:
        with connection.cursor() as cursor:
            cursor.execute(_KNOWN, {"packs": codes, "day": day})
            for pack, row, digest, since, said_at in cursor.fetchall():
                if since is None:
                    known[pack].verified[row] = digest
                else:
                    known[pack].taken.append(Taken(since, said_at, digest))
    return known


def _of_day(known: _Known, day: date) -> str | None:
    found = decided(day, known.taken)
    return found.edition if found else None


_read: dict[str, Pack] = {}
"""Digest → pack, of texts that were handed in here."""
KEPT = 64


def parsed(digest: str) -> Pack:
    """An edition that was handed in here, by the digest of its text."""
    if digest in _read:
        return _read[digest]
    return parsed_text(digest, PackEdition.objects.filter(digest=digest).values_list("text", flat=True)[:1][0])


def parsed_text(digest: str, text: str) -> Pack:
    """The same where its text is at hand."""
    if digest not in _read:
        if len(_read) >= KEPT:
            _read.clear()
        _read[digest] = packs.read(text)
    return _read[digest]


@lru_cache(maxsize=256)
def _shipped(code: str, day: date, marks: tuple[tuple[str, str], ...]) -> Held:
    return _made(shipped_on(code, day), marks)


@lru_cache(maxsize=64)
def _taken(digest: str, marks: tuple[tuple[str, str], ...]) -> Held:
    return _made(parsed(digest), marks)


def _made(rules: Pack, marks: tuple[tuple[str, str], ...]) -> Held:
    found = verified(rules, dict(marks))
    every = [METHOD, *(f"{key} {what}" for key, what in said(found).items()), *(f"{row.key} {row.certainty}" for row in rows(found))]
    return Held(found, sha256("\n".join(every).encode()).hexdigest())
