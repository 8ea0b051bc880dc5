"""Rule packs as they hold here: with the rows that somebody has verified."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from squaremile.safety.models import PackVerification
from squaremile.safety.policies import packs
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.verification import rows, verified

METHOD = "2"
"""Counted up where `policies/classing` finds classes in another way: what was kept before is found anew."""


class Held(NamedTuple):
    """A pack as it holds here, and a digest of everything in it that a verdict is made from."""

    pack: Pack
    digest: str


def held(codes: Iterable[str]) -> list[Held]:
    """Packs by their codes, with what is verified here. One statement. A pack that came with an older squaremile and is
    gone is left out."""
    wanted = [code for code in codes if code in packs.codes()]
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for pack, row, digest in PackVerification.objects.filter(pack__in=wanted).values_list("pack", "pack_row", "digest"):
        known[pack][row] = digest
    return [_held(code, tuple(sorted(known[code].items()))) for code in wanted]


@lru_cache(maxsize=64)
def _held(code: str, known: tuple[tuple[str, str], ...]) -> Held:
    found = verified(packs.pack(code), dict(known))
    said = "\n".join([METHOD, *(f"{row.digest} {row.certainty}" for row in rows(found))])
    return Held(found, sha256(said.encode()).hexdigest())
