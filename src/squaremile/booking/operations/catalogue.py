"""The catalogue: rules of use, instruments, and what they need beside them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import BookingRules, Equipment, EquipmentClass, EquipmentKind, Link, OpeningHours, Quota
from squaremile.core import cards
from squaremile.core.words import BAD_INPUT, CODE_UNFIT, NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.spaces.reads import places


@operation(
    "booking.add_rules",
    ko="이용 규칙 추가",
    en="Add rules of use",
    may=rules.keep_catalogue,
    refuses=(BAD_INPUT,),
    constraints={
        "booking_rules_code_key": words.CODE_TAKEN,
        "rules_code_fits": CODE_UNFIT,
        "rules_lengths_fit": words.RULES_UNFIT,
        "rules_named": BAD_INPUT,
        "rules_horizon_positive": words.RULES_UNFIT,
        "opening_hours_sound": words.RULES_UNFIT,
        "opening_hours_once": words.RULES_UNFIT,
        "quota_sound": words.RULES_UNFIT,
    },
)
def add_rules(
    *,
    name_ko: str,
    name_en: str,
    code: str = "",
    hours: Sequence[tuple[int, int, int]] | None = None,
    quotas: Sequence[dict[str, Any]] = (),
    step_minutes: int = 15,
    min_minutes: int = 15,
    max_minutes: int = 480,
    lead_minutes: int = 0,
    horizon_days: int = 60,
    buffer_before_minutes: int = 0,
    buffer_after_minutes: int = 0,
    cancel_free_minutes: int = 120,
    needs_approval: bool = False,
    offers_assistance: bool = False,
    early_start_minutes: int = 10,
) -> BookingRules:
    """A rule set with its hours [(weekday, opens, closes) in minutes; none means always open] and quotas."""
    made = BookingRules.objects.create(
        code=code or short_code("RU"),
        name_ko=name_ko,
        name_en=name_en,
        step_minutes=step_minutes,
        min_minutes=min_minutes,
        max_minutes=max_minutes,
        lead_minutes=lead_minutes,
        horizon_days=horizon_days,
        buffer_before_minutes=buffer_before_minutes,
        buffer_after_minutes=buffer_after_minutes,
        cancel_free_minutes=cancel_free_minutes,
        needs_approval=needs_approval,
        offers_assistance=offers_assistance,
        early_start_minutes=early_start_minutes,
    )
    opening = hours if hours is not None else [(day, 0, 1440) for day in range(7)]
    OpeningHours.objects.bulk_create(
        OpeningHours(rules=made, weekday=w, opens_minute=o, closes_minute=c) for w, o, c in opening
    )
    Quota.objects.bulk_create(Quota(rules=made, **quota) for quota in quotas)
    note(subject=made)
    return made


@operation(
    "booking.add_equipment",
    ko="장비 등록",
    en="Register an instrument",
    may=rules.keep_catalogue,
    refuses=(NOT_FOUND,),
    constraints={
        "booking_equipment_code_key": words.CODE_TAKEN, "equipment_code_fits": CODE_UNFIT,
        "equipment_named": BAD_INPUT,
    },
)
def add_equipment(
    *,
    name_ko: str,
    name_en: str,
    kind: str,
    place: str,
    rules_of_use: str,
    code: str = "",
    equivalence: str = "",
    maker: str = "",
    model: str = "",
    serial: str = "",
    asset_number: str = "",
    nfec_number: str = "",
    says_ko: str = "",
    says_en: str = "",
    needs_qualification: bool = False,
    contact: str = "",
    position: int = 0,
    owner: UUID | None = None,
) -> Equipment:
    """Put an instrument into the catalogue, at a place, under a rule set (all by code)."""
    where = places.find(place)
    its_kind, its_rules, its_class = _named(kind, rules_of_use, equivalence)
    made = Equipment.objects.create(
        code=code or short_code("EQ"),
        name_ko=name_ko,
        name_en=name_en,
        kind=its_kind,
        equivalence=its_class,
        site_id=where.site,
        place_id=where.id,
        owner_id=owner,
        maker=maker,
        model=model,
        serial=serial,
        asset_number=asset_number,
        nfec_number=nfec_number,
        says_ko=says_ko,
        says_en=says_en,
        rules=its_rules,
        needs_qualification=needs_qualification,
        contact=contact,
        position=position,
    )
    card(made)
    note(subject=made)
    return made


def _named(kind: str, rules_of_use: str, equivalence: str) -> tuple[EquipmentKind, BookingRules, EquipmentClass | None]:
    """The kind, the rules and the class (if one is given) by their codes. Raises Missing."""
    its_kind = EquipmentKind.objects.filter(code=kind).first()
    its_rules = BookingRules.objects.filter(code=rules_of_use).first()
    its_class = EquipmentClass.objects.filter(code=equivalence).first()
    if its_kind is None or its_rules is None or (equivalence and its_class is None):
        raise Missing(NOT_FOUND)
    return its_kind, its_rules, its_class


def card(equipment: Equipment) -> None:
    """How the instrument is found: by its names, kind, maker, model and numbers."""
    cards.put(
        kind="equipment",
        subject=equipment.id,
        keeper=equipment.owner_id,
        url=f"/book/{equipment.code}/",
        title_ko=equipment.name_ko,
        title_en=equipment.name_en,
        says_ko=equipment.kind.name_ko,
        says_en=equipment.kind.name_en,
        also=f"{equipment.code} {equipment.kind.name_ko} {equipment.kind.name_en} {equipment.maker} {equipment.model}"
        f" {equipment.asset_number} {equipment.nfec_number}",
    )


@operation(
    "booking.link",
    ko="함께 쓰는 장비 연결",
    en="Link instruments",
    may=rules.keep_catalogue,
    refuses=(NOT_FOUND,),
    constraints={"link_once": words.LINK_EXISTS, "link_not_itself": words.LINK_TO_ITSELF},
)
def link(*, equipment: str, needs: str) -> Link:
    """From now on, booking `equipment` also takes `needs`."""
    made = Link.objects.create(equipment=instrument(equipment), needs=instrument(needs))
    note(subject=made, equipment=equipment, needs=needs)
    return made


@operation(
    "booking.unlink",
    ko="장비 연결 풀기",
    en="Unlink instruments",
    may=rules.keep_catalogue,
    refuses=(NOT_FOUND,),
)
def unlink(*, equipment: str, needs: str) -> None:
    """From now on, booking `equipment` leaves `needs` free. Bookings already made keep both."""
    found = Link.objects.filter(equipment__code=equipment, needs__code=needs).first()
    if found is None:
        raise Missing(NOT_FOUND)
    note(subject=found, equipment=equipment, needs=needs)
    found.delete()


def instrument(code: str) -> Equipment:
    """An instrument by its code. Raises Missing."""
    found = Equipment.objects.select_related("kind").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found
