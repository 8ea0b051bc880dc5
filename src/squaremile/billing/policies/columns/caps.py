"""Caps over columns: what each lets through of a use, with places held by the month counted among the uses."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from squaremile.billing.policies import rating
from squaremile.billing.policies.card import Card, Version
from squaremile.billing.policies.columns.months import grouped, let_through
from squaremile.billing.policies.columns.rated import Rated, scope_of
from squaremile.billing.policies.columns.uses import NONE, Ints, Unfit


@dataclass(frozen=True, slots=True)
class _Entries:
    """Uses and places together in the canonical order. `use` is the row of the use; `line` the place in `lines`, or NONE."""

    use: Ints
    line: Ints
    month: Ints


def under_caps(card: Card, made: Rated) -> None:
    """Write `net` and `caps`, and put the places' lines under their caps.

    Raises:
        Unfit: caps whose order or scope differs between versions of the card.
    """
    if not (codes := _in_order(card.versions)):
        return
    entries = _entries(made)
    plain, net = entries.line == NONE, made.net[entries.use]
    beside = np.flatnonzero(~plain)
    net[beside] = [made.lines[n][1].net for n in entries.line[beside]]
    earlier: list[dict[str, int]] = [{} for _ in made.lines]
    for code in codes:
        limit = _limits(made, entries, code)
        held = np.flatnonzero(limit != NONE)
        per = next(c.per for v in card.versions for c in v.caps if c.code == code)
        rows = entries.use[held]
        group = grouped(made.uses.company[rows], entries.month[held], *scope_of(made.uses, per, rows))
        used, net[held] = let_through(group, limit[held], net[held])
        made.caps[code] = np.full(len(made.net), NONE, dtype=np.int64)
        here = plain[held]
        made.caps[code][rows[here]] = used[here]
        for n, spent in zip(entries.line[held][~here].tolist(), used[~here].tolist(), strict=True):
            earlier[n][code] = spent
    made.net[entries.use[plain]] = net[plain]
    version = {v.number: v for v in card.versions}
    made.lines = [(row, rating.under(line, version[line.version], said)) for (row, line), said in zip(made.lines, earlier, strict=True)]


def _in_order(versions: Iterable[Version]) -> list[str]:
    """Cap codes in the one order in which every version applies them."""
    found, pers = list[str](), dict[str, str]()
    for version in versions:
        mine = [cap.code for cap in version.caps]
        if [c for c in found if c in mine] != [c for c in mine if c in found]:
            raise Unfit("the order of caps")
        if any(pers.setdefault(cap.code, cap.per) != cap.per for cap in version.caps):
            raise Unfit("the scope of a cap")
        at = 0
        for code in mine:
            if code in found:
                at = found.index(code) + 1
            else:
                found.insert(at, code)
                at += 1
    return found


def _entries(made: Rated) -> _Entries:
    uses = np.flatnonzero(made.offer >= 0)
    use = np.concatenate([uses, np.array([row for row, _ in made.lines], dtype=np.int64)])
    line = np.concatenate([np.full(len(uses), NONE), np.arange(len(made.lines))])
    month = np.concatenate([made.month[uses], np.array([x.month.toordinal() for _, x in made.lines], dtype=np.int64)])
    order = np.argsort(use, kind="stable")  # the parts of one place stay in their order
    return _Entries(use[order], line[order], month[order])


def _limits(made: Rated, entries: _Entries, code: str) -> Ints:
    """The cap's amount for each entry, NONE where its version has no such cap or the cap leaves its item out."""
    amounts = {
        (version.number, item): cap.amount for version, _ in made.offers for cap in version.caps if cap.code == code for item in cap.items
    }
    by_offer = np.array([amounts.get((version.number, item.code), NONE) for version, item in made.offers], dtype=np.int64)
    found = by_offer[np.maximum(made.offer[entries.use], 0)]
    for n in np.flatnonzero(entries.line != NONE):
        line = made.lines[entries.line[n]][1]
        found[n] = amounts.get((line.version, line.item.code), NONE)
    return found
