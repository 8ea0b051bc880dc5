"""A past quarter under other prices: what every company would have paid for its use, against what it does pay. Finance only.

Both sides are rated by the functions of the bill, from the same events: under the same card they are equal, and equal to
what the closes of those months charged for use.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from squaremile.billing.models import Account, RateCardDraft
from squaremile.billing.policies import reading
from squaremile.billing.policies.bill import Sums
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.columns import Unfit, rate_columns, uses_of
from squaremile.billing.policies.events import Event, Inconsistent
from squaremile.billing.policies.rating import Unpriced, rate_all
from squaremile.billing.reads import cards, months, rating, terms
from squaremile.kernel import clock
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.metering.reads import billable

MOST = 5
"""So many of those who gain and lose most."""


@dataclass(frozen=True, slots=True)
class Change:
    """What something comes to before and after: net of use, before vouchers and tax."""

    label: Text
    code: str
    uses: int
    before: Money
    after: Money

    @property
    def difference(self) -> Money:
        return self.after - self.before

    @property
    def percent(self) -> int | None:
        return round(self.difference.minor * 100 / self.before.minor) if self.before.minor else None


@dataclass(frozen=True, slots=True)
class Replay:
    """A quarter under both cards."""

    first: date
    last: date
    total: Change
    companies: tuple[Change, ...]
    classes: tuple[Change, ...]
    items: tuple[Change, ...]
    unpriced_before: int
    unpriced_after: int
    shifted: bool
    """The version tried begins later: it was taken to hold from the quarter's first day."""

    @property
    def losers(self) -> tuple[Change, ...]:
        """Who would pay more, the most first."""
        return tuple(sorted((c for c in self.companies if c.difference.minor > 0), key=lambda c: -c.difference.minor)[:MOST])

    @property
    def winners(self) -> tuple[Change, ...]:
        """Who would pay less, the most first."""
        return tuple(sorted((c for c in self.companies if c.difference.minor < 0), key=lambda c: c.difference.minor)[:MOST])


@dataclass(frozen=True, slots=True)
class _Priced:
    """What one account's events come to under one card."""

    by_item: Mapping[str, tuple[Text, int]]
    net: int
    unpriced: int


def quarter(day: date) -> date:
    """The first day of the quarter that a day is in."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def quarters(count: int = 6) -> list[date]:
    """Quarters that are over, the last first."""
    found = [months.before(quarter(months.today()))]
    while len(found) < count:
        found.append(months.before(quarter(found[-1])))
    return [quarter(each) for each in found]


def candidates() -> list[tuple[str, Text, bool]]:
    """Cards that can be tried, and whether it is a draft."""
    drafts = [(f"draft:{d.code}", _title(d.body, d.code), True) for d in RateCardDraft.objects.order_by("code")]
    return [*drafts, *((f"card:{row.code}", row.title, False) for row in cards.cards(months.today()))]


def _title(body: Any, code: str) -> Text:
    said = body.get("title") if isinstance(body, dict) else None
    return both(str(said.get("ko", "")) or code, str(said.get("en", "")) or code) if isinstance(said, dict) else Text(ko=code, en=code)


def replayed(tried: Card, of: str, first: date) -> Replay:
    """The accounts that pay by the card `of`, in the quarter that begins on `first`, under the card that is tried."""
    last = months.last_of(months.after(months.after(first)))
    card, shifted = _as_if(tried, first, last)
    rows = list(_accounts(of, card, first, last))
    by = terms.of(account for account, *_ in rows)
    currency = card.currency

    def change(label: Text, code: str, mine: Iterable[tuple[int, int, int]]) -> Change:
        figures = list(mine)
        uses, before, after = (sum(f[n] for f in figures) for n in range(3))
        return Change(label, code, uses, Money(before, currency), Money(after, currency))

    whole = [(n, a.net, b.net) for _, n, a, b in rows]
    companies, classes = defaultdict[UUID, list[Any]](list), defaultdict[str, list[Any]](list)
    names: dict[UUID, tuple[Text, str]] = {}
    for account, n, a, b in rows:
        company = account.organisation
        names[company.id] = both(company.name_ko, company.name_en), company.code
        companies[company.id].append((n, a.net, b.net))
        classes[by[account.id].on(last).payer_class].append((n, a.net, b.net))
    return Replay(
        first, last, change(card.title, card.code, whole),
        tuple(sorted((change(*names[key], mine) for key, mine in companies.items()), key=lambda c: (-abs(c.difference.minor), c.code))),
        tuple(change(Text(ko=name or "—", en=name or "—"), name, mine) for name, mine in sorted(classes.items())),
        tuple(_items(rows, currency)), sum(a.unpriced for *_, a, _b in rows), sum(b.unpriced for *_, b in rows), shifted,
    )


def _as_if(card: Card, first: date, last: date) -> tuple[Card, bool]:
    """The last version from the quarter's first day on, where it begins after the quarter."""
    newest = card.versions[-1]
    if newest.since <= last:
        return card, False
    return replace(card, versions=(replace(newest, since=first, until=None),)), True


def _accounts(of: str, card: Card, first: date, last: date) -> Iterator[tuple[Account, int, _Priced, _Priced]]:
    now = clock.now() + timedelta(microseconds=1)
    start, end = months.bounds(first)[0], months.bounds(last.replace(day=1))[1]
    found = Account.objects.filter(terms__card__code=of).select_related("organisation", "issuer").order_by("organisation__code", "code")
    for account in found.distinct():
        mine = rating._of(account, now)
        now_by = next((run.card for run in mine.terms.within(first, last) if run.card.code == of), None)
        if now_by is None:
            continue
        rows = billable.of(account.organisation_id, start=start, end=end, before=now)
        events = sorted((e for e in (rating._event(account.organisation_id, mine.terms, row) for row in rows) if (
            mine.terms.at(e.start).card is now_by and not rating._elsewhere(mine, e)
        )), key=lambda e: e.key)  # fmt: skip
        yield account, len(events), priced(now_by, events), priced(card, events)


def priced(card: Card, events: list[Event]) -> _Priced:
    """Events in the canonical order, by columns; what columns cannot hold, and contradictions, by the policy itself."""
    try:
        made = rate_columns(card, uses_of(events))
        sums, unpriced = made.sums(), len(made.unpriced)
    except (Unfit, Inconsistent):
        sums, unpriced = _one_by_one(card, events)
    nets: dict[str, tuple[Text, int]] = {}
    for by_key in sums.by_bill.values():
        for one in by_key.values():
            nets[one.item] = (one.label, nets.get(one.item, (one.label, 0))[1] + one.net)
    return _Priced(nets, sum(net for _, net in nets.values()), unpriced)


def _one_by_one(card: Card, events: list[Event]) -> tuple[Sums, int]:
    left = events
    while True:
        try:
            lines = rate_all(card, left)
            break
        except Inconsistent as error:
            left = rating._sound(left, error.event)
    sums, unpriced = Sums(), 0
    for line in lines:
        if isinstance(line, Unpriced):
            unpriced += 1
        else:
            sums.add(line)
    return sums, unpriced


def _items(rows: list[tuple[Account, int, _Priced, _Priced]], currency: str) -> Iterator[Change]:
    labels, before, after = dict[str, Text](), defaultdict[str, int](int), defaultdict[str, int](int)
    for *_, a, b in rows:
        for side, priced_ in ((before, a), (after, b)):
            for code, (label, net) in priced_.by_item.items():
                labels[code] = label
                side[code] += net
    for code in sorted(labels):
        yield Change(labels[code], code, 0, Money(before[code], currency), Money(after[code], currency))


def tried(choice: str) -> Card:
    """A card that can be tried, by the value of `candidates`. Raises Missing, and Unsound for a draft with faults."""
    kind, _, code = choice.partition(":")
    draft = RateCardDraft.objects.filter(code=code).first() if kind == "draft" else None
    return reading.read(draft.body if draft else cards.of_code(code)[1])
