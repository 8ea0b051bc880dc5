"""What others pay, and what was paid before: vouchers and subsidies, and prepaid wallets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from squaremile.billing.policies.places import Fault, Place, Unsound
from squaremile.billing.policies.pricing import to_minor
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

PERIODS = ("month", "year", "total")


@dataclass(frozen=True, slots=True)
class Voucher:
    """A percentage of these items (of all, where none is named), up to a limit for each company and period.

    `paid_by`: the sponsor or authority. Lower `priority` first. `used` of the limit by a
    company before this run, by period (`period`).
    """

    code: str
    label: Text
    companies: frozenset[str]
    items: frozenset[str]
    percent: Fraction
    limit: int | None
    per: str
    priority: int
    since: date | None
    until: date | None
    paid_by: str = ""
    used: Mapping[str, int] = field(default_factory=dict)
    beyond: int = 0
    """Of what is taken back now: what its limit had left to the company in the same periods. That comes off first."""

    def holds(self, company: str, month: date, month_end: date) -> bool:
        """In a month in which it holds on any day, for companies that it names, or for all."""
        return (not self.companies or company in self.companies) and _meets(self.since, self.until, month, month_end)

    def takes(self, item: str) -> bool:
        return not self.items or item in self.items

    def period(self, month: date) -> str:
        return {"month": month.strftime("%Y-%m"), "year": str(month.year), "total": "total"}[self.per]


@dataclass(frozen=True, slots=True)
class Wallet:
    """Money that a company paid before. It pays the gross of these items; lower `priority` first, earlier expiry first."""

    code: str
    label: Text
    company: str
    items: frozenset[str]
    balance: int
    priority: int
    since: date | None
    until: date | None

    def holds(self, company: str, month: date, month_end: date) -> bool:
        return company == self.company and _meets(self.since, self.until, month, month_end)

    def takes(self, item: str) -> bool:
        return not self.items or item in self.items


@dataclass(frozen=True, slots=True)
class Credits:
    vouchers: tuple[Voucher, ...] = ()
    wallets: tuple[Wallet, ...] = ()

    @property
    def spans(self) -> dict[str, tuple[date | None, date | None]]:
        """From when until when a voucher holds, of those that do not always."""
        return {v.code: (v.since, v.until) for v in self.vouchers if v.since or v.until}


def _meets(since: date | None, until: date | None, month: date, month_end: date) -> bool:
    """`until` is no longer in it. Whoever holds on one day of the month holds in the month: to the payer's favour."""
    return (since is None or since < month_end) and (until is None or until > month)


def read(data: Any, currency: str) -> Credits:
    """Raises `Unsound` with every fault, each at its JSON path."""
    top = Place("$", data)
    top.only("vouchers", "wallets")
    vouchers = tuple(_voucher(one, currency) for one in top.each("vouchers"))
    wallets = tuple(_wallet(one, currency) for one in top.each("wallets"))
    for kind, codes in (("vouchers", [one.code for one in vouchers]), ("wallets", [one.code for one in wallets])):
        for n, code in enumerate(codes):
            if code in codes[:n]:
                Place(f"$.{kind}[{n}]", None, top.faults).fault("코드가 두 번 쓰였습니다.", "This code is there twice.", "code")
    if top.faults:
        raise Unsound(top.faults)
    return Credits(
        tuple(sorted(vouchers, key=lambda v: (v.priority, v.code))),
        tuple(sorted(wallets, key=lambda w: (w.priority, w.until or date.max, w.code))),
    )


def lint(data: Any, currency: str) -> list[Fault]:
    try:
        read(data, currency)
    except Unsound as unsound:
        return list(unsound.faults)
    return []


def _voucher(place: Place, currency: str) -> Voucher:
    place.only("code", "label", "companies", "items", "percent", "limit", "per", "priority", "from", "to", "paid_by", "used")
    used = place.within("used")
    if not isinstance(used.value, Mapping | None):
        used.fault("기간마다 쓴 금액을 적는 객체여야 합니다.", "This is an object of what was used in each period.")
        used.value = None
    return Voucher(
        place.code("code"), place.both("label"), frozenset(place.codes("companies")), frozenset(place.codes("items")),
        place.number("percent", above=0, most=100), _minor(place, "limit", currency) if place.has("limit") else None,
        place.one_of("per", PERIODS, "year"), place.whole("priority", least=0, default=100), *_days(place),
        paid_by=str(place.value.get("paid_by", "")), used={str(period): _minor(used, period, currency) for period in used.value or {}},
    )


def _wallet(place: Place, currency: str) -> Wallet:
    place.only("code", "label", "company", "items", "balance", "priority", "from", "to")
    return Wallet(
        place.code("code"), place.both("label"), place.code("company"), frozenset(place.codes("items")),
        _minor(place, "balance", currency), place.whole("priority", least=0, default=100), *_days(place),
    )


def _days(place: Place) -> tuple[date | None, date | None]:
    since, until = place.day("from", needed=False), place.day("to", needed=False)
    if since and until and until <= since:
        place.fault("시작하기 전에 끝납니다.", "It ends before it begins.", "to")
    return since, until


def _minor(place: Place, key: str, currency: str) -> int:
    found = place.number(key) * 10 ** MINOR_DIGITS[currency]
    if found.denominator != 1:
        place.fault("통화의 최소 단위보다 잘게 적을 수 없습니다.", "It cannot be finer than the currency's smallest unit.", key)
    return int(found)


def meets(first: date, last: date, since: date | None, until: date | None) -> bool:
    """Whether any of the days `first` to `last`, both in it, lies in a time whose end is no longer in it."""
    return (since is None or last >= since) and (until is None or first < until)


def held_for(first: date, last: date, net: int, since: date | None, until: date | None) -> int:
    """Of an amount that is for these days, what is for those on which something held: the same each day."""
    begin, end = max(first, since or first), min(last, until - timedelta(days=1) if until else last)
    return to_minor(Fraction(net * max(0, (end - begin).days + 1), (last - first).days + 1), 0)


def shared_out(amount: int, among: Mapping[Any, int]) -> dict[Any, int]:
    """Whole shares of an amount in proportion to figures that are not below nought, by the largest remainder.

    The shares add up to the amount, and none is above its figure where the amount is not above their sum.
    """
    whole = sum(among.values())
    if not whole:
        return dict.fromkeys(among, 0)
    shares = {key: divmod(amount * figure, whole) for key, figure in among.items()}
    left = amount - sum(share for share, _ in shares.values())
    order = sorted(among, key=lambda key: (-shares[key][1], str(key)))
    extra = set(order[:left])
    return {key: share + (key in extra) for key, (share, _) in shares.items()}
