"""Lists of prices are published, never edited."""

from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Price, PriceVersion
from squaremile.residency.words import licences as words


@operation(
    "residency.publish_prices", ko="가격표 공표하기", en="Publish a list of prices", may=rules.publish_prices,
    refuses=(words.PRICES_UNFIT,),
    constraints={
        "price_version_named": words.PRICES_UNFIT, "price_not_negative": words.PRICES_UNFIT,
        "price_once_a_kind": words.PRICES_UNFIT, "price_version_stands": words.PRICES_STAND,
    },
)
def publish_prices(
    *, name_ko: str, name_en: str, valid_from: date, suite: int = 0, room: int = 0, bench: int = 0, desk: int = 0,
    bay: int = 0, shelf: int = 0, currency: str = "KRW",
) -> PriceVersion:
    """A month of each kind of place, in minor units of the currency; nought where a kind is not let."""
    given = {"suite": suite, "room": room, "bench": bench, "desk": desk, "bay": bay, "shelf": shelf}
    unit = currency.strip().upper() or "KRW"
    if unit not in MINOR_DIGITS or not any(given.values()) or min(given.values()) < 0 or not (name_ko.strip() or name_en.strip()):
        raise Invalid(words.PRICES_UNFIT)
    made = PriceVersion.objects.create(
        code=short_code("PV"), name_ko=name_ko.strip(), name_en=name_en.strip(), valid_from=valid_from,
        currency=unit, created_at=clock.now(),
    )
    Price.objects.bulk_create([Price(version=made, kind=kind, amount=n) for kind, n in given.items() if n])
    note(subject=made, prices={kind: n for kind, n in given.items() if n})
    return made


def version(code: str) -> tuple[PriceVersion, dict[str, int]]:
    """A list by its code, and a month's price by kind. Raises Missing."""
    found = PriceVersion.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.PRICE_UNKNOWN)
    return found, {price.kind: price.amount for price in found.prices.all()}
