"""The panel of those who keep the places: what they may add here, and what is closed here."""

from dataclasses import dataclass

from squaremile.kernel.scope import require
from squaremile.spaces import rules
from squaremile.spaces.reads import keeping
from squaremile.spaces.reads.keeping import Kept


@dataclass(frozen=True, slots=True)
class Keeps:
    """`code` is the place it is about; empty where there is no site yet."""

    code: str
    adds: bool
    """May something be put into it?"""
    sites: bool
    """Are sites added and reopened here?"""
    closed: tuple[Kept, ...]


def keeps(code: str, kind: str, *, active: bool = True) -> Keeps | None:
    """None for everybody else. One statement; two where sites are kept."""
    asking = require()
    if not (rules.keep_places(asking) and asking.may_write):
        return None
    sites = kind in ("", "site")
    closed = [*(keeping.closed_in(code) if code else ()), *(keeping.closed_in() if sites else ())]
    return Keeps(code, bool(code) and active and bool(keeping.kinds_in(kind)), sites, tuple(closed))
