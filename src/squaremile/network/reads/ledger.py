"""The incentive ledger: a year's lines and shares for the staff, her own for a researcher."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import ActivityKind, Credit, Membership, Payout, Pool
from squaremile.network.policies import payout
from squaremile.network.reads.members import text
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `reversed`: another line has taken it back."""

    code: str
    person: Text
    person_code: str
    kind: Text
    minutes: int
    points: Decimal
    student: str
    evidence: str
    at: datetime
    reverses: str
    reversed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Share:
    """A researcher's points of the year, and what they are worth: as shared out, or as it would be today."""

    person: Text
    person_code: str
    body: Text
    points: Decimal
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the ledger in one currency. `closed_at` is None while it may still change."""

    year: int
    currency: str
    dues: Money
    percent: Decimal
    pool: Money
    closed_at: datetime | None
    over: bool
    entries: tuple[Entry, ...]
    shares: tuple[Share, ...]

    @property
    def points(self) -> Decimal:
        return sum((share.points for share in self.shares), Decimal(0))

    @property
    def paid(self) -> Money:
        return Money(sum(share.amount.minor for share in self.shares if share.amount), self.currency)


@dataclass(frozen=True, slots=True)
class KindRow:
    code: str
    name: Text
    name_ko: str
    name_en: str
    points: Decimal
    fixed: bool
    active: bool


def this_year() -> int:
    return clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).year


def kinds() -> list[KindRow]:
    """All kinds of activity."""
    return [
        KindRow(one.code, text(one.name_ko, one.name_en), one.name_ko, one.name_en, one.points, one.fixed, one.active)
        for one in ActivityKind.objects.order_by("-active", "fixed", "code")
    ]


def kind(code: str) -> KindRow:
    """One of them. Raises `network.activity_kind_unknown`."""
    found = next((each for each in kinds() if each.code == code), None)
    if found is None:
        raise Missing(words.KIND_UNKNOWN)
    return found


def year(number: int, currency: str = "KRW") -> Year:
    """The year as the reader may see it: a researcher's own lines and share, everything for the staff."""
    closed = Pool.objects.filter(year=number, currency=currency).first()
    lines = list(
        Credit.objects.filter(year=number).select_related("person__partner", "kind", "interaction", "reverses")
        .order_by("-created_at", "-id")
    )
    gone = {line.reverses_id for line in lines if line.reverses_id}
    entries = tuple(_entry(line, line.id in gone) for line in lines)
    earned: dict[UUID, Decimal] = {}
    people = {}
    for line in lines:
        earned[line.person_id] = earned.get(line.person_id, Decimal(0)) + line.points
        people[line.person_id] = line.person
    if not rules.see_all_ledgers(require()):
        # What a share is worth while the year is open depends on everybody's points: hers are told when it is closed.
        mine = dict(Payout.objects.filter(pool=closed).values_list("person_id", "amount")) if closed else {}
        parts, dues, percent, amount = mine, 0, Decimal(0), 0
    elif closed is not None:
        parts = dict(Payout.objects.filter(pool=closed).values_list("person_id", "amount"))
        dues, percent, amount = closed.dues, closed.percent, closed.amount
    else:
        agreed = _dues(number, currency)
        percent, dues = Decimal(settings.INCENTIVE_PERCENT), sum(agreed)
        amount = payout.pool(agreed, percent)
        parts = payout.shares(earned, amount)
    shares = [
        Share(
            text(who.name_ko, who.name_en), who.code,
            text(who.partner.name_ko, who.partner.name_en) if who.partner else text("", ""), earned[key],
            Money(parts[key], currency) if key in parts else None,
        )
        for key, who in people.items()
    ]
    shares.sort(key=lambda share: (-share.points, share.person_code))
    return Year(
        number, currency, Money(dues, currency), percent, Money(amount, currency), closed.closed_at if closed else None,
        number < this_year(), entries, tuple(shares),
    )


def _dues(number: int, currency: str) -> list[int]:
    zone = ZoneInfo(settings.TIME_ZONE)
    began = Membership.objects.filter(
        currency=currency, valid__startswith__gte=datetime(number, 1, 1, tzinfo=zone),
        valid__startswith__lt=datetime(number + 1, 1, 1, tzinfo=zone),
    )
    return list(began.values_list("dues", flat=True))


def _entry(line: Credit, gone: bool) -> Entry:
    evidence = line.evidence or (line.interaction.code if line.interaction else "")
    return Entry(
        line.code, text(line.person.name_ko, line.person.name_en), line.person.code, text(line.kind.name_ko, line.kind.name_en),
        line.minutes, line.points, line.student, evidence, line.created_at, line.reverses.code if line.reverses else "",
        gone, line.reason,
    )


def line(code: str) -> str:
    """The code of a line that is there. Raises `network.credit_unknown`."""
    if not Credit.objects.filter(code=code).exists():
        raise Missing(words.CREDIT_UNKNOWN)
    return code
