"""The incentive ledger: points credited and reversed, and a year's pool shared out."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Sum

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import ActivityKind, Credit, Interaction, Membership, Payout, Person, Pool
from squaremile.network.operations.turns import take_turns
from squaremile.network.policies import payout
from squaremile.network.words import directory as their
from squaremile.network.words import liaison as words

SAID_BY_KIND = {"activity_kind_named": NAME_NEEDED, "activity_kind_points_sound": BAD_INPUT}


@operation(
    "network.add_activity_kind", ko="활동 종류 만들기", en="Add a kind of activity", may=rules.liaise,
    refuses=(BAD_INPUT,),
    constraints={"network_activity_kind_code_key": CODE_TAKEN, "activity_kind_code_fits": CODE_UNFIT, **SAID_BY_KIND},
)
def add_activity_kind(
    *, name_ko: str = "", name_en: str = "", code: str = "", points: Decimal, fixed: bool = False
) -> ActivityKind:
    """Add what earns points: so many an hour, or so many each time."""
    made = ActivityKind.objects.create(
        code=code or short_code("AK"), name_ko=name_ko.strip(), name_en=name_en.strip(), points=_rate(points), fixed=fixed
    )
    note(subject=made)
    return made


@operation(
    "network.edit_activity_kind", ko="활동 종류 고치기", en="Change a kind of activity", may=rules.liaise,
    refuses=(BAD_INPUT, words.KIND_UNKNOWN), constraints=SAID_BY_KIND,
)
def edit_activity_kind(
    *, activity: str, name_ko: str = "", name_en: str = "", points: Decimal, active: bool = True
) -> ActivityKind:
    """Change its name and points from now on. What was credited stays as it was."""
    found = ActivityKind.objects.select_for_update().filter(code=activity).first()
    if found is None:
        raise Missing(words.KIND_UNKNOWN)
    found.name_ko, found.name_en, found.points, found.active = name_ko.strip(), name_en.strip(), _rate(points), active
    found.save(update_fields=["name_ko", "name_en", "points", "active"])
    note(subject=found)
    return found


def _rate(points: Decimal) -> Decimal:
    if not 0 < points < 10_000:
        raise Invalid(BAD_INPUT)
    return points.quantize(payout.HUNDREDTH)


@operation(
    "network.credit_activity", ko="활동 점수 적립하기", en="Credit an activity", may=rules.liaise,
    refuses=(
        their.PERSON_UNKNOWN, words.KIND_UNKNOWN, words.INTERACTION_UNKNOWN, words.EVIDENCE_NEEDED,
        words.MINUTES_NEEDED, words.YEAR_CLOSED, BAD_INPUT,
    ),
    constraints={"network_credit_code_key": CODE_TAKEN},
)
def credit_activity(
    *, expert: str, activity: str, minutes: int = 0, interaction: str = "", evidence: str = "", student: str = "",
    at: datetime | None = None,
) -> Credit:
    """Credit a researcher's points for an activity, with the contact's entry or other evidence behind them.

    For a student's meeting the points are the supervisor's: name the supervisor, and the student. An entry gives its
    own length and date where none is given here.
    """
    person = Person.objects.filter(code=expert).first()
    if person is None:
        raise Missing(their.PERSON_UNKNOWN)
    kind = ActivityKind.objects.filter(code=activity, active=True).first()
    if kind is None:
        raise Missing(words.KIND_UNKNOWN)
    behind = Interaction.objects.filter(code=interaction).first() if interaction else None
    if interaction and behind is None:
        raise Missing(words.INTERACTION_UNKNOWN)
    if behind is None and not evidence.strip():
        raise Invalid(words.EVIDENCE_NEEDED)
    length = minutes or (behind.length if behind else 0)
    if not 0 <= length <= 100_000:
        raise Invalid(BAD_INPUT)
    if not kind.fixed and not length:
        raise Invalid(words.MINUTES_NEEDED)
    year = _year(at or (behind.at if behind else clock.now()))
    _still_open(year)
    made = Credit.objects.create(
        code=short_code("CR"), person=person, kind=kind, year=year, minutes=length, student=student.strip(),
        points=payout.points(kind.points, fixed=kind.fixed, minutes=length), interaction=behind,
        evidence=evidence.strip(), created_at=clock.now(), created_by=require().actor,
    )
    note(subject=made)
    return made


def _year(moment: datetime) -> int:
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).year


def _still_open(year: int) -> None:
    """In turn with whoever closes the year: a credit is in the pool's sum, or it is refused."""
    take_turns("incentive", year)
    if Pool.objects.filter(year=year).exists():
        raise Refused(words.YEAR_CLOSED)


@operation(
    "network.reverse_credit", ko="적립 취소하기", en="Reverse a credit", may=rules.liaise,
    refuses=(words.CREDIT_UNKNOWN, words.CREDIT_REVERSED, words.GROUNDS_NEEDED),
    constraints={"network_credit_reverses_id_key": words.CREDIT_REVERSED},
)
def reverse_credit(*, credit: str, reason: str) -> Credit:
    """A line that takes the whole of another back. In this year's ledger, where the other one's year is closed."""
    found = Credit.objects.filter(code=credit).first()
    if found is None:
        raise Missing(words.CREDIT_UNKNOWN)
    if not reason.strip():
        raise Invalid(words.GROUNDS_NEEDED)
    if found.reverses_id or Credit.objects.filter(reverses=found).exists():
        raise Refused(words.CREDIT_REVERSED)
    now = clock.now()
    take_turns("incentive", found.year)
    year = _year(now) if Pool.objects.filter(year=found.year).exists() else found.year
    made = Credit.objects.create(
        code=short_code("CR"), person_id=found.person_id, kind_id=found.kind_id, year=year, minutes=found.minutes,
        points=-found.points, student=found.student, interaction_id=found.interaction_id, evidence=found.evidence,
        reverses=found, reason=reason.strip(), created_at=now, created_by=require().actor,
    )
    note(subject=made)
    return made


@operation(
    "network.close_incentive_year", ko="적립 기금 나누기", en="Share out a year's pool", may=rules.liaise,
    refuses=(BAD_INPUT, words.YEAR_RUNNING, words.NO_POINTS, words.YEAR_CLOSED),
    constraints={"pool_once_a_year": words.YEAR_CLOSED, "payout_once_a_person": words.YEAR_CLOSED},
)
def close_incentive_year(*, year: int, currency: str = "KRW") -> Pool:
    """Close a year that is over: its share of the dues agreed in that year goes to researchers by their points.

    Nothing is credited to the year any more. The parts add up to the pool exactly.
    """
    now = clock.now()
    if currency not in MINOR_DIGITS or not 1970 <= year <= 2199:
        raise Invalid(BAD_INPUT)
    if year >= _year(now):
        raise Refused(words.YEAR_RUNNING)
    take_turns("incentive", year)
    percent = Decimal(settings.INCENTIVE_PERCENT)
    dues = dues_of(year, currency)
    earned = points_of(year)
    parts = payout.shares(earned, payout.pool(dues, percent))
    if not parts or not sum(parts.values()):
        raise Refused(words.NO_POINTS)
    made = Pool.objects.create(
        year=year, currency=currency, dues=sum(dues), percent=percent, amount=payout.pool(dues, percent), closed_at=now,
        closed_by=require().actor,  # type: ignore[misc]  # whoever may is somebody
    )
    Payout.objects.bulk_create(
        Payout(pool=made, person_id=who, points=earned[who], amount=amount) for who, amount in parts.items()
    )
    note(subject=made, year=year, currency=currency)
    return made


def dues_of(year: int, currency: str) -> list[int]:
    """Dues of the memberships that began in the year, as agreed."""
    zone = ZoneInfo(settings.TIME_ZONE)
    first, after = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    began = Membership.objects.filter(currency=currency, valid__startswith__gte=first, valid__startswith__lt=after)
    return list(began.order_by("id").values_list("dues", flat=True))


def points_of(year: int) -> dict[UUID, Decimal]:
    """Points of each researcher in the year, reversals taken off."""
    return dict(Credit.objects.filter(year=year).values_list("person_id").annotate(Sum("points")).order_by("person_id"))
