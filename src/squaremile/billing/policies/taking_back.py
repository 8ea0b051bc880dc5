"""Part of a document is taken back: what sponsors had paid of that part goes back to them, and the rest to the payer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from squaremile.billing.policies.credits import shared_out
from squaremile.billing.policies.pricing import to_minor


@dataclass(frozen=True, slots=True)
class Billed:
    """A line of the document. `items`: of a voucher's line, the items that it takes (all, where it names none). `of`: of an
    adjustment, the number of the line that it lowered. `first` to `last`: the days that a line is for, or on which a voucher holds."""

    number: int
    kind: str
    item: str
    tax: tuple[str, str]
    net: int
    items: frozenset[str] = frozenset()
    of: int | None = None
    first: date = date.min
    last: date = date.max
    held: Mapping[str, int] = field(default_factory=dict)
    """Voucher → how much of the net is of days on which it held, where that is not all of it."""

    def left_for(self, voucher: str, left: int) -> int:
        """Of what is left of it, what the voucher took its percentage of: as the bill does."""
        of = self.held.get(voucher, self.net)
        return left if of == self.net else to_minor(Fraction(left * of, self.net), 0) if self.net else 0


def figures(lines: Iterable[Billed]) -> dict[int, int]:
    """Lines that were used or rented, each with what adjustments left of it."""
    found = {line.number: line.net for line in lines if line.kind not in ("voucher", "adjustment")}
    for line in lines:
        if line.kind == "adjustment" and line.of in found:
            found[line.of] += line.net
    return found


def shares(lines: list[Billed]) -> dict[int, dict[int, int]]:
    """Voucher's line → line → what the voucher took over of it: one voucher after the other of what was left, as the bill gave it."""
    left, found, by_number = figures(lines), dict[int, dict[int, int]](), {line.number: line for line in lines}
    for one in sorted((line for line in lines if line.kind == "voucher"), key=lambda line: line.number):
        eligible = {
            n: by_number[n].left_for(one.item, figure) for n, figure in left.items()
            if by_number[n].tax == one.tax and (not one.items or by_number[n].item in one.items)
            and (one.item in by_number[n].held or (by_number[n].first <= one.last and by_number[n].last >= one.first))
        }
        sign = -1 if sum(eligible.values()) < 0 else 1
        found[one.number] = mine = {
            n: sign * share for n, share in shared_out(sign * -one.net, {n: sign * f for n, f in eligible.items()}).items()
        }
        for n, share in mine.items():
            left[n] -= share
    return found


def with_vouchers(lines: list[Billed], taken: Mapping[int, int], asked: Mapping[int, int], left: Mapping[int, int]) -> dict[int, int]:
    """What was asked back of lines, and of each voucher its share in them. `taken`: back already; parts add up to the whole.
    Nothing is added where a voucher's line is among what was asked: whoever names one has reckoned herself."""
    if any(line.kind == "voucher" and line.number in asked for line in lines):
        return dict(asked)
    whole, found = figures(lines), dict(asked)
    for voucher, mine in shares(lines).items():
        back = 0
        for n in mine.keys() & asked.keys():
            before = taken.get(n, 0)
            back += _part(mine[n], whole[n], before + asked[n]) - _part(mine[n], whole[n], before)
        if back > 0 and left[voucher] < 0:
            found[voucher] = -min(back, -left[voucher])
    return found


def _part(share: int, figure: int, back: int) -> int:
    """Of a share in a figure, what belongs to so much of it."""
    return to_minor(Fraction(share * min(back, figure), figure), 0) if figure > 0 and back > 0 else 0
