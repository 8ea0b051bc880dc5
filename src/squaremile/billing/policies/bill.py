"""A company's month as a bill: sums of lines, then vouchers, tax, wallets and the document's rounding, each a line of its own.

Whatever is here works on sums, so it does not depend on how many events there were. net + tax = gross holds for every
bill and for every line of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from squaremile.billing.policies.card import Card, Item, Tax
from squaremile.billing.policies.credits import Credits, Voucher, Wallet, meets, shared_out
from squaremile.billing.policies.pricing import stepped, to_minor
from squaremile.billing.policies.rating import Line, Step
from squaremile.kernel.words import Text

Key = tuple[Any, ...]
"""Item and version, and what else lines are told apart by: what one summed line is of."""


@dataclass(frozen=True, slots=True)
class Taken:
    """So much taken off one sum before vouchers and tax: a disputed line that was granted."""

    key: Key
    code: str
    label: Text
    amount: int


@dataclass(slots=True)
class Sum:
    """Lines of one item at one version of the card."""

    item: str
    version: int
    label: Text
    unit: str
    tax: Tax
    lines: int = 0
    units: Fraction = Fraction(0)
    amount: int = 0
    net: int = 0
    held: dict[str, int] = field(default_factory=dict)
    """Voucher → so much of the net is of days on which it held. One that is not named held for all of it."""

    def left_for(self, voucher: str, left: int) -> int:
        """Of what is left of it, what a voucher may take a percentage of."""
        held = self.held.get(voucher, self.net)
        return left if held == self.net else to_minor(Fraction(left * held, self.net), 0) if self.net else 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the bill. `kind`: use, voucher. `step` says how the figure came about."""

    kind: str
    code: str
    version: int
    label: Text
    net: int
    tax: int
    gross: int
    step: Step
    of: Tax | None = None
    key: Key = ()
    """Of the one sum that it is; nothing where it is of several."""


@dataclass(frozen=True, slots=True)
class TaxRow:
    tax: Tax
    base: int
    amount: int
    step: Step


@dataclass(frozen=True, slots=True)
class Paid:
    """What a wallet paid of the bill."""

    code: str
    label: Text
    amount: int
    step: Step


@dataclass(frozen=True, slots=True)
class Bill:
    company: str
    month: date
    currency: str
    rows: tuple[Row, ...]
    taxes: tuple[TaxRow, ...]
    net: int
    tax: int
    gross: int
    wallets: tuple[Paid, ...]
    rounding: int
    payable: int
    document: Step


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row before tax, and what it is to each item: all of one kind of tax."""

    kind: str
    code: str
    version: int
    label: Text
    nets: Mapping[Key, int]
    step: Step


@dataclass(slots=True)
class Sums:
    """Lines added up as they come: as large as companies × months × items, however many events there are."""

    by_bill: dict[tuple[str, date], dict[Key, Sum]] = field(default_factory=dict)
    spans: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    """Voucher → from when until when it holds, of those whose days are asked: a use is of the day on which it began."""

    def add(self, line: Line) -> None:
        one = self.of(line.event.company, line.month, line.item, line.version)
        one.lines += 1
        one.units += line.units
        one.amount += line.amount
        one.net += line.net
        for voucher, (since, until) in self.spans.items():
            if meets(line.first, line.first, since, until):
                one.held[voucher] += line.net

    def of(self, company: str, month: date, item: Item, version: int) -> Sum:
        """The sum of an item at a version, begun at nothing."""
        sums = self.by_bill.setdefault((company, month), {})
        if (one := sums.get((item.code, version))) is None:
            unit = item.unit if item.price.kind != "monthly" else item.counted_in
            one = sums[item.code, version] = Sum(item.code, version, item.label, unit, item.tax, held=dict.fromkeys(self.spans, 0))
        return one


def _by_key(pair: tuple[Key, Sum]) -> Key:
    return pair[0]


def bills(card: Card, sums: Sums, credits: Credits) -> Iterator[Bill]:
    """A bill for each company and month, month after month, as limits and balances run on."""
    used: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    balance = {w.code: w.balance for w in credits.wallets}
    for company, month in sorted(sums.by_bill, key=lambda key: (key[1], key[0])):
        yield bill(card, company, month, sums.by_bill[company, month], credits, used, balance)


def bill(
    card: Card, company: str, month: date, sums: Mapping[Key, Sum], credits: Credits,
    used: defaultdict[tuple[str, str, str], int], balance: dict[str, int], taken: Iterable[Taken] = (),
) -> Bill:
    """One company's month. `used` of vouchers and `balance` of wallets are brought forward in place."""
    end = (month + timedelta(days=31)).replace(day=1)
    left = {key: sums[key].net for key in sorted(sums)}
    pieces = [
        _Piece("use", s.item, s.version, s.label, {key: s.net}, Step("sum", {"n": s.lines})) for key, s in sorted(sums.items(), key=_by_key)
    ]
    for off in taken:
        left[off.key] -= off.amount
        step = Step("adjustment", {"label": off.label, "amount": -off.amount})
        pieces.append(_Piece("adjustment", off.code, 0, off.label, {off.key: -off.amount}, step))
    for voucher in credits.vouchers:
        if voucher.holds(company, month, end):
            pieces += _given(voucher, company, month, sums, left, used)
    taxes, tax_of = _taxes(card, sums, left)
    gross_of = {key: left[key] + tax_of[key] for key in left}
    made = _with_tax(pieces, sums, taxes)
    net, tax = sum(left.values()), sum(t.amount for t in taxes)
    paid = tuple(_paid(w, gross_of, balance) for w in credits.wallets if w.holds(company, month, end))
    due = net + tax - sum(p.amount for p in paid)
    payable = int(stepped(Fraction(due), Fraction(card.document_step), card.document_how))
    document = Step("document", {"step": card.document_step, "how": card.document_how, "from": due, "to": payable})
    return Bill(
        company, month, card.currency, made, taxes, net, tax, net + tax, tuple(p for p in paid if p.amount), payable - due, payable,
        document,
    )


def _given(
    voucher: Voucher, company: str, month: date, sums: Mapping[Key, Sum], left: dict[Key, int],
    used: defaultdict[tuple[str, str, str], int],
) -> Iterator[_Piece]:
    """A voucher's lines, one for each kind of tax, and what is left of the items after it."""
    beyond = voucher.beyond
    for tax in sorted({s.tax for s in sums.values()}, key=lambda t: (t.category, t.percent, t.code)):
        eligible = {key: sums[key].left_for(voucher.code, left[key]) for key in left if sums[key].tax == tax and voucher.takes(key[0])}
        base = sum(eligible.values())
        wanted = floor(base * voucher.percent / 100 + Fraction(1, 2))
        account = (voucher.code, company, voucher.period(month))
        before = max(0, voucher.used.get(account[2], 0) + used[account])
        if wanted < 0:
            # More was taken back than was used: what the voucher had taken over of it goes back to it, never more than it gave. What its
            # limit had left to the company was never taken over.
            own = min(beyond, -wanted)
            beyond -= own
            given = -min(-wanted - own, max(0, sum(voucher.used.values()) + sum(n for of, n in used.items() if of[:2] == account[:2])))
            shares = {key: -share for key, share in shared_out(-given, {key: -figure for key, figure in eligible.items()}).items()}
        else:
            given = wanted if voucher.limit is None else min(wanted, max(0, voucher.limit - before))
            shares = shared_out(given, eligible)
        if not given and wanted <= 0:
            continue
        used[account] += given
        for key, share in shares.items():
            left[key] -= share
        step = Step("voucher", {
            "label": voucher.label, "percent": voucher.percent, "base": base, "wanted": wanted, "limit": voucher.limit,
            "per": voucher.per, "used": before, "given": -given,
        })
        yield _Piece("voucher", voucher.code, 0, voucher.label, {key: -share for key, share in shares.items()}, step)


def _taxes(card: Card, sums: Mapping[Key, Sum], left: Mapping[Key, int]) -> tuple[tuple[TaxRow, ...], dict[Key, int]]:
    """Tax of the document by kind, rounded once, and the share of each item in it."""
    found, of = list[TaxRow](), dict[Key, int]()
    for tax in sorted({s.tax for s in sums.values()}, key=lambda t: (t.category, t.percent, t.code)):
        mine = {key: left[key] for key in left if sums[key].tax == tax}
        base = sum(mine.values())
        half = Fraction(1, 2) if card.tax_rounding == "half_up" else Fraction(0)
        amount = floor(base * tax.percent / 100 + half)
        of |= shared_out(amount, mine)
        found.append(TaxRow(tax, base, amount, Step("tax", {"base": base, "percent": tax.percent, "tax": amount})))
    return tuple(found), of


def _with_tax(
    pieces: Iterable[_Piece], sums: Mapping[Key, Sum], taxes: tuple[TaxRow, ...],
) -> tuple[Row, ...]:
    """Rows with their share of the tax: rounded down one by one, the rest of a kind of tax on its largest row."""
    made = list[Row]()
    rest = {t.tax: t.amount for t in taxes}
    largest = dict[Tax, int]()
    for piece in pieces:
        tax = sums[next(iter(piece.nets))].tax
        net = sum(piece.nets.values())
        share = _share(net, tax.percent)
        rest[tax] -= share
        if tax not in largest or abs(net) > abs(made[largest[tax]].net):
            largest[tax] = len(made)
        key = next(iter(piece.nets)) if len(piece.nets) == 1 else ()
        made.append(Row(piece.kind, piece.code, piece.version, piece.label, net, share, net + share, piece.step, tax, key))
    for tax, place in largest.items():
        row = made[place]
        made[place] = replace(row, tax=row.tax + rest[tax], gross=row.gross + rest[tax])
    return tuple(made)


def _share(net: int, percent: Fraction) -> int:
    """So many percent of it, cut off toward nought."""
    above, below = net * percent.numerator, 100 * percent.denominator
    return above // below if above >= 0 else -(-above // below)


def _paid(wallet: Wallet, gross_of: dict[Key, int], balance: dict[str, int]) -> Paid:
    """What a wallet pays of what earlier ones left open."""
    eligible = {key: open_ for key, open_ in gross_of.items() if wallet.takes(key[0])}
    before = balance[wallet.code]
    amount = max(0, min(before, sum(eligible.values())))
    for key, share in shared_out(amount, eligible).items():
        gross_of[key] -= share
    balance[wallet.code] = before - amount
    step = Step("wallet", {"label": wallet.label, "before": before, "paid": amount, "after": before - amount})
    return Paid(wallet.code, wallet.label, amount, step)
