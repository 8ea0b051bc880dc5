"""Tiers of membership."""

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Entitlement, Tier
from squaremile.network.words import liaison as words

SAID_BY_TIER = {
    "tier_named": NAME_NEEDED, "tier_currency_known": BAD_INPUT, "entitlement_once_per_tier": BAD_INPUT,
    "entitlement_kind_known": BAD_INPUT,
}  # fmt: skip


@operation(
    "network.add_tier", ko="회원 등급 만들기", en="Add a tier of membership", may=rules.liaise, refuses=(BAD_INPUT,),
    constraints={"network_tier_code_key": CODE_TAKEN, "tier_code_fits": CODE_UNFIT, **SAID_BY_TIER},
)
def add_tier(
    *, name_ko: str = "", name_en: str = "", code: str = "", dues: int, currency: str = "KRW",
    faculty_meetings: int = 0, visit_days: int = 0, symposium_seats: int = 0, searches: int = 0,
) -> Tier:
    """Add a tier with its yearly dues in minor units, and how much of each thing it gives in a year."""
    _check(dues, currency, faculty_meetings, visit_days, symposium_seats, searches)
    made = Tier.objects.create(
        code=code or short_code("MT"), name_ko=name_ko.strip(), name_en=name_en.strip(), dues=dues, currency=currency,
        created_at=clock.now(),
    )
    _entitle(made, faculty_meetings, visit_days, symposium_seats, searches)
    note(subject=made)
    return made


@operation(
    "network.edit_tier", ko="회원 등급 고치기", en="Change a tier of membership", may=rules.liaise,
    refuses=(BAD_INPUT, words.TIER_UNKNOWN), constraints=SAID_BY_TIER,
)
def edit_tier(
    *, tier: str, name_ko: str = "", name_en: str = "", dues: int, currency: str = "KRW", active: bool = True,
    faculty_meetings: int = 0, visit_days: int = 0, symposium_seats: int = 0, searches: int = 0,
) -> Tier:
    """Change what a tier costs and gives. Memberships keep the dues they were agreed at."""
    found = Tier.objects.select_for_update().filter(code=tier).first()
    if found is None:
        raise Missing(words.TIER_UNKNOWN)
    _check(dues, currency, faculty_meetings, visit_days, symposium_seats, searches)
    found.name_ko, found.name_en, found.dues, found.currency = name_ko.strip(), name_en.strip(), dues, currency
    found.active = active
    found.save(update_fields=["name_ko", "name_en", "dues", "currency", "active"])
    _entitle(found, faculty_meetings, visit_days, symposium_seats, searches)
    note(subject=found)
    return found


def _check(dues: int, currency: str, *counts: int) -> None:
    if dues < 0 or currency not in MINOR_DIGITS or not all(0 <= count <= 1000 for count in counts):
        raise Invalid(BAD_INPUT)


def _entitle(tier: Tier, *counts: int) -> None:
    kinds = ("faculty_meeting", "visit_day", "symposium_seat", "search")
    for kind, yearly in zip(kinds, counts, strict=True):
        Entitlement.objects.update_or_create(tier=tier, kind=kind, defaults={"yearly": yearly})
