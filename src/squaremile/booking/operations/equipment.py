"""Keeping an instrument's entry true: what it is, where it stands, and whether it may be used."""

from typing import Any
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import BookingRules, Equipment, EquipmentClass, EquipmentKind, Reservation
from squaremile.booking.operations.catalogue import card, instrument
from squaremile.core import cards
from squaremile.core.reads import codes, files
from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.spaces.reads import places


@operation(
    "booking.edit_equipment", ko="장비 정보 고치기", en="Edit an instrument", may=rules.keep_catalogue,
    refuses=(NOT_FOUND, words.PHOTO_NOT_PICTURE), constraints={"equipment_named": BAD_INPUT},
)
def edit_equipment(
    *, equipment: str, name_ko: str | None = None, name_en: str | None = None, kind: str | None = None,
    place: str | None = None, rules_of_use: str | None = None, equivalence: str | None = None, maker: str | None = None,
    model: str | None = None, serial: str | None = None, asset_number: str | None = None,
    nfec_number: str | None = None, says_ko: str | None = None, says_en: str | None = None,
    needs_qualification: bool | None = None, contact: str | None = None, position: int | None = None,
    owner: UUID | None = None, photo: UUID | None = None, without_photo: bool = False,
) -> Equipment:
    """Change what is given; what is left out stays. An empty text clears (also `equivalence`)."""
    found = instrument(equipment)
    if (photo and not files.open_to_all(photo)) or (owner and not codes.organisation_codes([owner])):
        raise Missing(NOT_FOUND)
    if photo and not files.is_picture(photo):
        raise Invalid(words.PHOTO_NOT_PICTURE)
    plain: dict[str, Any] = {
        "name_ko": name_ko, "name_en": name_en, "maker": maker, "model": model, "serial": serial,
        "asset_number": asset_number, "nfec_number": nfec_number, "says_ko": says_ko, "says_en": says_en,
        "contact": contact, "needs_qualification": needs_qualification, "position": position, "owner_id": owner,
        "photo_id": photo,
    }
    changes = {name: value for name, value in plain.items() if value is not None}
    if without_photo:
        changes["photo_id"] = None
    if kind is not None:
        changes["kind"] = _known(EquipmentKind, kind)
    if rules_of_use is not None:
        changes["rules"] = _known(BookingRules, rules_of_use)
    if equivalence is not None:
        changes["equivalence"] = _known(EquipmentClass, equivalence) if equivalence else None
    if place is not None:
        where = places.find(place)
        changes |= {"place_id": where.id, "site_id": where.site}
    for name, value in changes.items():
        setattr(found, name, value)
    found.save()
    if found.state != "retired":
        card(found)
    note(subject=found, changed=sorted(changes))
    return found


def _known(model: Any, code: str) -> Any:
    found = model.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found


@operation(
    "booking.set_equipment_state", ko="장비 상태 바꾸기", en="Change an instrument's state", may=rules.keep_catalogue,
    refuses=(NOT_FOUND, BAD_INPUT, words.REASON_NEEDED, words.RETIRE_HELD),
)
def set_equipment_state(*, equipment: str, state: str, says_ko: str = "", says_en: str = "") -> Equipment:
    """Take an instrument out of service, back in, or out for good; out needs a reason that everyone may read.

    Bookings ahead stay when it goes out of service (they cannot be started meanwhile) and forbid retiring it.
    """
    if state not in Equipment.STATES:
        raise Invalid(BAD_INPUT)
    if state != "in_service" and not (says_ko.strip() or says_en.strip()):
        raise Invalid(words.REASON_NEEDED)
    found = instrument(equipment)
    if state == "retired":
        _nothing_ahead(found)
    before = found.state
    back = state == "in_service"
    found.state = state
    found.state_says_ko, found.state_says_en = ("", "") if back else (says_ko.strip(), says_en.strip())
    found.save(update_fields=["state", "state_says_ko", "state_says_en"])
    if state == "retired":
        cards.remove(kind="equipment", subject=found.id)
    else:
        card(found)
    note(subject=found, before=before, after=state, says_ko=says_ko.strip(), says_en=says_en.strip())
    return found


def _nothing_ahead(equipment: Equipment) -> None:
    ahead = Reservation.objects.filter(
        equipment=equipment, period__endswith__gt=clock.now(), state__in=("pending", "confirmed", "in_use")
    )
    codes = [row.code for row in ahead.order_by("period")]
    if codes:
        name = words.named(equipment.name_ko, equipment.name_en)
        raise Refused(words.RETIRE_HELD, {"instrument": name, "count": len(codes), "codes": ", ".join(codes)})
