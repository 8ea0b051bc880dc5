"""What the forecast is told: prices by kind of place, and since when the record of stays is whole."""

from datetime import date
from decimal import Decimal

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import ForecastPrice, RecordBeginning
from squaremile.residency.reads.days import today
from squaremile.residency.words import forecast as words
from squaremile.spaces.words import KINDS


@operation(
    "residency.set_forecast_price", ko="예상에 쓸 값 정하기", en="Set a price for the forecast", may=rules.price_forecast,
    refuses=(words.PLACE_KIND_UNKNOWN, words.PRICE_UNFIT),
)
def set_forecast_price(*, place_kind: str, from_on: date, monthly: Decimal, currency: str = "KRW") -> ForecastPrice:
    """The monthly price of a kind of place from a day on. The forecast multiplies by it; nothing is billed."""
    if place_kind not in KINDS:
        raise Invalid(words.PLACE_KIND_UNKNOWN)
    money = currency.strip().upper()
    if money not in MINOR_DIGITS or monthly < 0:
        raise Invalid(words.PRICE_UNFIT)
    made = ForecastPrice.objects.create(
        place_kind=place_kind, from_on=from_on, monthly_minor=Money.rounded(monthly, money).minor, currency=money,
        set_at=clock.now(), set_by=require().actor,
    )
    note(subject=made, place_kind=place_kind, from_on=from_on.isoformat(), monthly_minor=made.monthly_minor)
    return made


@operation(
    "residency.begin_record", ko="입주 기록이 온전한 첫날 밝히기", en="Say since when stays are on record",
    may=rules.keep_outcomes, refuses=(words.RECORD_AHEAD,),
)
def begin_record(*, whole_from: date) -> RecordBeginning:
    """Every stay that still ran that day, or began later, is on record, those that ended too. The newest word counts."""
    if whole_from > today():
        raise Invalid(words.RECORD_AHEAD)
    made = RecordBeginning.objects.create(whole_from=whole_from, said_at=clock.now(), said_by=require().actor)
    note(subject=made, whole_from=whole_from.isoformat())
    return made
