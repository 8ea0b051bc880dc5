"""A rate card: what is charged for what, in versions that each hold from a day on. Plain values; `reading` makes them.

Figures are `Fraction`s in major units of the card's currency, so that nothing is rounded before the one place where a
line becomes whole minor units.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from fractions import Fraction
from zoneinfo import ZoneInfo

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

KINDS = ("flat", "tiered", "graduated", "volume", "package", "percentage", "monthly")
"""flat: each unit costs the rate. tiered: the size of one event picks the rate of all its units. graduated: units of the
month fall through the tiers, each at its tier's rate. volume: the month's total picks the rate of all its units.
package: each package begun in the month costs the rate. percentage: a share of an amount of money. monthly: places held,
by the month, the first at the first tier's rate and further ones at theirs."""
CUMULATIVE = ("graduated", "volume", "package")
"""Kinds whose price of one event depends on the other events of the month."""
SCOPES = ("company", "project", "person", "person_project")
"""Whose use is added up: for tiers, and for caps."""
BASES = ("recorded", "used", "booked", "greater")
"""Which quantity is billed: what the meter recorded, what was used, what was booked, or the greater of those two."""
DAY_COUNTS = ("calendar", "30", "365")
"""What a month is divided by: its own days; 30, whatever the month; a 365th of twelve months."""
ROUNDINGS = ("up", "down", "nearest")
CATEGORIES = ("taxable", "zero", "exempt")


@dataclass(frozen=True, slots=True)
class Tier:
    """Up to and including `up_to` units, or without end, at `rate`."""

    up_to: Fraction | None
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Price:
    """How quantity becomes money. `fixed` is added once an event; `per` names whose month the tiers count."""

    kind: str
    tiers: tuple[Tier, ...]
    size: Fraction = Fraction(1)
    fixed: Fraction = Fraction(0)
    per: str = "company"
    day_count: str = "calendar"


@dataclass(frozen=True, slots=True)
class Peak:
    """A window of the week, in the card's zone, in which the price is multiplied. `end` 24:00 is `time.max`."""

    code: str
    label: Text
    days: tuple[int, ...]
    start: time
    end: time
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Discount:
    """Off an event of at least so many units, in percent of it. The highest step reached is taken."""

    at_least: Fraction
    percent: Fraction


@dataclass(frozen=True, slots=True)
class Assisted:
    """What staff at one's side cost: so much a unit, or a percentage of the price."""

    rate: Fraction = Fraction(0)
    percent: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Tax:
    code: str
    category: str
    percent: Fraction = field(hash=False)  # code and category tell nearly all apart, and a fraction's hash is dear


@dataclass(frozen=True, slots=True)
class Item:
    """Something that has a price: use counted by `meter`, of these subjects or of any."""

    code: str
    label: Text
    meter: str
    subjects: tuple[str, ...]
    counted_in: str
    unit: str
    price: Price
    tax: Tax
    classes: Mapping[str, Price] = field(default_factory=dict)
    basis: str = "recorded"
    step: Fraction = Fraction(0)
    how: str = "up"
    minimum: Fraction = Fraction(0)
    peaks: tuple[Peak, ...] = ()
    discounts: tuple[Discount, ...] = ()
    assisted: Assisted | None = None
    ratio: Fraction = Fraction(1)
    """Units priced in one unit counted."""

    def price_for(self, payer_class: str) -> Price:
        return self.classes.get(payer_class, self.price)


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that one of `per` pays in a month for these items together, in minor units."""

    code: str
    label: Text
    per: str
    amount: int
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class Version:
    """The card as it holds from a day on, until the next version does, or to `until`, which is no longer in it."""

    number: int
    since: date
    until: date | None
    items: tuple[Item, ...]
    caps: tuple[Cap, ...]
    by_subject: Mapping[tuple[str, str], int]
    by_meter: Mapping[str, int]
    taxes: Mapping[str, Tax] = field(default_factory=dict, hash=False)

    @property
    def rent(self) -> Tax | None:
        """What rent is taxed by: the kind that the version calls `rent`, else the one rate that it knows; None where it knows several."""
        taxed = [tax for tax in self.taxes.values() if tax.percent] or list(self.taxes.values())
        one = taxed[0] if taxed and len({tax.percent for tax in taxed}) == 1 else None
        return self.taxes.get("rent", one)

    def item_for(self, meter: str, subject: str) -> Item | None:
        """The item that names the subject, else the one that takes any of the meter."""
        place = self.by_subject.get((meter, subject))
        if place is None:
            place = self.by_meter.get(meter)
        return None if place is None else self.items[place]


@dataclass(frozen=True, slots=True)
class Card:
    code: str
    title: Text
    currency: str
    zone: ZoneInfo
    versions: tuple[Version, ...]
    tax_rounding: str = "half_up"
    document_step: int = 1
    document_how: str = "down"

    @property
    def digits(self) -> int:
        return MINOR_DIGITS[self.currency]

    def version_on(self, day: date) -> Version | None:
        """The version that holds on a day. At most one does."""
        for version in reversed(self.versions):
            if version.since <= day:
                return version if version.until is None or day < version.until else None
        return None
