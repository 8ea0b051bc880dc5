"""The forecast: how full, at what monthly revenue, how long companies stay, how many of the wait-list come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text
from squaremile.residency.models import ApplicationTransition, Company, ForecastPrice, LicenceTransition
from squaremile.residency.policies import survival
from squaremile.residency.policies.forecast import Change, Hold, Holder, Month, Spread, forecast
from squaremile.residency.policies.shares import FEWEST_DECIDED, Share, wilson
from squaremile.residency.policies.survival import FEWEST_ENDED, Curve, Estimate
from squaremile.residency.reads.days import day_of, today
from squaremile.residency.reads.known_ends import Known, known
from squaremile.residency.reads.stays import Stays, stays
from squaremile.residency.words import forecast as words
from squaremile.spaces.reads.held import Held, Places, places

MONTHS = 12
WITHIN_YEARS = (1, 2, 3)
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Price:
    """The monthly price of a kind of place that is in force, in whole units."""

    place_kind: str
    monthly: Decimal
    currency: str
    from_on: date


@dataclass(frozen=True, slots=True)
class Length:
    """How long companies stay. `within`: years → mean days of them that are stayed. `too_few` says why nothing is told."""

    curve: Curve
    median: Estimate
    within: tuple[tuple[int, Estimate], ...]
    too_few: Text | None
    whole_from: date
    said: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A conversion: of so many that were decided, so many came in; `open` are still waiting. `note`: too few are decided."""

    share: Share
    open: int
    note: Text | None


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month's end: places held and money a month, with the moment it is of. `money` in minor units."""

    on: date
    month: Month

    @property
    def places(self) -> Spread:
        return self.month.places


@dataclass(frozen=True, slots=True)
class Outlook:
    """The whole screen. `unpriced`: kinds of place let or held for which no price is set. Revenue is in `currency`."""

    months: tuple[MonthRow, ...]
    rentable: int
    held_now: int
    length: Length
    holds: Decided
    offers: Decided
    wait_list: Decided
    prices: tuple[Price, ...]
    unpriced: tuple[str, ...]
    currency: str
    digits: int


def outlook(*, currency: str = "") -> Outlook:
    """As of now, for a year. Revenue is told in one currency: the one asked for, or that of the first price."""
    now, here, record = clock.now(), places(), stays()
    known = prices()
    money = currency or (known[0].currency if known else "KRW")
    monthly = {p.place_kind: int(p.monthly.scaleb(MINOR_DIGITS[money])) for p in known if p.currency == money}
    holders, holds = _holders(here, record, monthly, now)
    taken, ends = wilson(here.taken_up, here.decided), _month_ends(today())
    days = [float((each - today()).days) for each in ends]
    months = forecast(
        holders, holds, stays=record.counted(now), taken_up=taken, rentable=sum(here.rentable.values()), days=days
    )
    return Outlook(
        tuple(MonthRow(on, month) for on, month in zip(ends, months, strict=True)), sum(here.rentable.values()),
        sum(h.places for h in holders), length(record, now),
        Decided(taken, len(holds), _few(taken)), offers(), wait_list(), tuple(known),
        tuple(sorted({each.place_kind for each in here.held} - {p.place_kind for p in known})), money, MINOR_DIGITS[money],
    )


def length(record: Stays, now: datetime) -> Length:
    """How long companies stay, from the licences on record."""
    estimate = survival.curve(record.counted(now))
    within = tuple((years, survival.mean_within(estimate, years * DAYS_A_YEAR)) for years in WITHIN_YEARS)
    why = None
    if estimate.broken:
        why = words.TOO_FEW["broken"]
    elif estimate.too_few:
        why = words.TOO_FEW["stays"].fill({"ended": estimate.ended, "fewest": FEWEST_ENDED})
    return Length(estimate, survival.median(estimate), within, why, record.whole_from, record.said)


def wait_list() -> Decided:
    """Of applications that were put on the wait-list and decided since, how many were accepted."""
    waited = set(ApplicationTransition.objects.filter(after="wait_listed").values_list("application_id", flat=True))
    ends = dict(
        ApplicationTransition.objects.filter(before="wait_listed").order_by("at", "id").values_list("application_id", "after")
    )
    share = wilson(sum(after == "accepted" for after in ends.values()), len(ends))
    return Decided(share, len(waited - set(ends)), _few(share))


def offers() -> Decided:
    """Of licences that were offered and decided since, how many were signed."""
    offered = set(LicenceTransition.objects.filter(after="offered").values_list("licence_id", flat=True))
    ends = dict(LicenceTransition.objects.filter(before="offered").order_by("at", "id").values_list("licence_id", "after"))
    share = wilson(sum(after == "signed" for after in ends.values()), len(ends))
    return Decided(share, len(offered - set(ends)), _few(share))


def prices() -> list[Price]:
    """The price of each kind of place that is in force today."""
    found: dict[str, ForecastPrice] = {}
    for each in ForecastPrice.objects.filter(from_on__lte=today()).order_by("from_on", "set_at", "id"):
        found[each.place_kind] = each
    return [
        Price(p.place_kind, Decimal(p.monthly_minor).scaleb(-MINOR_DIGITS[p.currency]), p.currency, p.from_on)
        for _kind, p in sorted(found.items())
    ]


def _few(share: Share) -> Text | None:
    if share.whole == 0:
        return words.TOO_FEW["nothing"]
    return words.TOO_FEW["decided"].fill({"decided": share.whole}) if share.whole < FEWEST_DECIDED else None


def _month_ends(day: date) -> list[date]:
    """The first days of the next months: where each month's places are counted."""
    return [date(day.year + (day.month + n) // 12, (day.month + n) % 12 + 1, 1) for n in range(MONTHS)]


def _holders(
    here: Places, record: Stays, monthly: dict[str, int], now: datetime
) -> tuple[list[Holder], list[Hold]]:
    """Places somebody has moved into, by company; and holds, one by one.

    Whoever has given notice leaves on its last day, and so do places under a licence that was given notice; an alumna that is
    still here leaves with its places. What comes to a company by a move or an amendment goes with its own stay: a place that it
    has already is only longer its own, and what it gives up is not counted from that day.
    """
    ends, moved, holds = known(), dict[UUID | None, list[Held]](), list[Hold]()
    coming = dict[UUID, list[Held]]()
    residing = {each.holder for each in here.held if each.occupied_at is not None}
    for each in here.held:
        if each.occupied_at is not None:
            moved.setdefault(each.holder, []).append(each)
        elif each.holder and each.holder in residing and each.occupancy in ends.its_own:
            coming.setdefault(each.holder, []).append(each)
        else:
            holds.append(Hold(1, monthly.get(each.place_kind, 0), max(0.0, _days(now, each.start))))
    began = {each.company: each.start for each in record.lived if each.end is None}
    gone = set(Company.objects.filter(state__in=("alumni", "closed")).values_list("id", flat=True))
    holders = []
    for holder, stands in moved.items():
        first = min(each.occupied_at or each.start for each in stands)
        since = began.get(holder, first) if holder else first
        stayed, comes = max(0.0, _days(since, now)), coming.get(holder, []) if holder else []
        groups = _by_end(stands, ends, ends.leaving.get(holder) if holder else None)
        goes_with = None if None in groups else next(iter(groups))
        for end, group in groups.items():
            more = comes if end == goes_with else []
            holders.append(_holder(group, more, ends, monthly, (now, stayed, end, holder in gone)))
    return holders, holds


def _by_end(stands: Iterable[Held], ends: Known, leaves: datetime | None) -> dict[datetime | None, list[Held]]:
    """A company's places by the day on which they are known to end; None: it is not known to leave."""
    found = dict[datetime | None, list[Held]]()
    for each in stands:
        both = [end for end in (ends.ending.get(each.occupancy), leaves) if end is not None]
        found.setdefault(min(both, default=None), []).append(each)
    return found


def _holder(
    stands: list[Held], coming: list[Held], ends: Known, monthly: dict[str, int], known_of: tuple[datetime, float, datetime | None, bool]
) -> Holder:
    now, stayed, end, gone = known_of
    has = {each.place for each in stands}
    price = [monthly.get(each.place_kind, 0) for each in stands]
    changes = [
        Change(_days(now, ends.given_up[each.occupancy]), -1, -cost)
        for each, cost in zip(stands, price, strict=True) if each.occupancy in ends.given_up
    ]
    changes += [Change(_days(now, each.start), 1, monthly.get(each.place_kind, 0)) for each in coming if each.place not in has]
    written = _days(now, end or max(each.end for each in (*stands, *coming)))
    return Holder(len(stands), sum(price), stayed, written, leaves=gone or end is not None, changes=tuple(changes))


def _days(start: datetime, end: datetime) -> float:
    """By the calendar on the wall: what ends tomorrow at midnight has a day left, however late it is today."""
    return float((day_of(end) - day_of(start)).days)
