"""Rule packs as they hold here: with the rows that somebody has verified."""

from collections import defaultdict
from collections.abc import Iterable

from squaremile.safety.models import PackVerification
from squaremile.safety.policies import packs
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.verification import verified


def held(codes: Iterable[str]) -> list[Pack]:
    """Packs by their codes, with what is verified here. One statement. A pack that came with an older squaremile and is
    gone is left out."""
    wanted = [code for code in codes if code in packs.codes()]
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for pack, row, digest in PackVerification.objects.filter(pack__in=wanted).values_list("pack", "pack_row", "digest"):
        known[pack][row] = digest
    return [verified(packs.pack(code), known[code]) for code in wanted]
