"""What stores tells the domains below it: where gas cylinders stand, and what they and the shelves add to the sums of an area; and
what it asks of a company that leaves."""

from collections.abc import Iterator
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import catalogue
from squaremile.safety.reads import attached, house, permit_packs
from squaremile.stores.reads import bottles, standing
from squaremile.stores.reads import catalogue as goods
from squaremile.stores.reads.left_behind import counts
from squaremile.stores.words import leaving as words


def nothing_kept(clearing: Any) -> Iterator[gates.Gate]:
    """No cylinder of a company that leaves is still here, and nothing waits for it: parcels, loads, orders."""
    if clearing.kinds.isdisjoint(words.LEFT):
        return
    for kind, codes in counts(clearing.organisation).items():
        if kind in clearing.kinds:
            code, said = words.LEFT[kind]
            shut, values = catalogue[code], {"count": len(codes), "codes": ", ".join(codes[:10])}
            yield gates.Gate(code, said, not codes, shut.text.fill(values) if codes else said, shut.remedy, values=values)


gates.attach("residency.graduate", nothing_kept)
house.attach_bottles(bottles.bottles)
attached.attach(standing.SOURCE, standing.known)
permit_packs.attach_suppliers(goods.suppliers)
