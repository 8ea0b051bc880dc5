"""Rule packs as they hold here: with the rows that somebody has verified."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.safety.models import PackVerification
from squaremile.safety.policies import packs
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.verification import rows, verified
from squaremile.safety.words.areas import PACK_UNKNOWN


@dataclass(frozen=True, slots=True)
class RowSeen:
    """One row of a pack: what it says, how sure it is, and who verified it here."""

    key: str
    says: str
    certainty: str
    source: str
    verified_on: date | None
    read_in: str


def held(codes: Iterable[str]) -> list[Pack]:
    """Packs by their codes, with what is verified here. One statement. A pack that came with an older squaremile and is
    gone is left out."""
    wanted = [code for code in codes if code in packs.codes()]
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for pack, row, digest in PackVerification.objects.filter(pack__in=wanted).values_list("pack", "pack_row", "digest"):
        known[pack][row] = digest
    return [verified(packs.pack(code), known[code]) for code in wanted]


def of_pack(code: str) -> tuple[Text, str, list[RowSeen]]:
    """Title, edition and every row of a pack. Raises Missing."""
    if code not in packs.codes():
        raise Missing(PACK_UNKNOWN)
    found = packs.pack(code)
    done = {(v.pack_row, v.digest): v for v in PackVerification.objects.filter(pack=code)}
    seen = []
    for row in rows(found):
        by = done.get((row.key, row.digest))
        source = found.sources.get(row.source, row.source)
        seen.append(RowSeen(row.key, row.says, row.certainty, source, by.read_on if by else None, by.read_in if by else ""))
    return found.title, found.edition, seen
