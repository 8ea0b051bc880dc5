"""Kinds of equipment, and classes of instruments that can stand in for each other."""

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, EquipmentClass, EquipmentKind
from squaremile.booking.operations.catalogue import card
from squaremile.core.words import BAD_INPUT, CODE_UNFIT, NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "booking.add_kind", ko="장비 종류 추가", en="Add a kind of equipment", may=rules.keep_catalogue,
    constraints={"booking_equipment_kind_code_key": words.CODE_TAKEN, "equipment_kind_code_fits": CODE_UNFIT,
                 "equipment_kind_named": BAD_INPUT},
)
def add_kind(*, name_ko: str, name_en: str, code: str = "") -> EquipmentKind:
    """Name a sort of instrument."""
    made = EquipmentKind.objects.create(
        code=code or short_code("KI"), name_ko=name_ko.strip(), name_en=name_en.strip()
    )
    note(subject=made)
    return made


@operation(
    "booking.edit_kind", ko="장비 종류 고치기", en="Edit a kind of equipment", may=rules.keep_catalogue,
    refuses=(NOT_FOUND,), constraints={"equipment_kind_named": BAD_INPUT},
)
def edit_kind(*, kind: str, name_ko: str | None = None, name_en: str | None = None) -> EquipmentKind:
    """Rename a sort of instrument; what is left out stays. Its instruments are found by the new name from now on."""
    found = EquipmentKind.objects.select_for_update().filter(code=kind).first()
    if found is None:
        raise Missing(NOT_FOUND)
    _rename(found, name_ko, name_en)
    for one in Equipment.objects.filter(kind=found).exclude(state="retired").select_related("kind"):
        card(one)
    return found


@operation(
    "booking.add_class", ko="동등 장비군 추가", en="Add a class of equivalent equipment", may=rules.keep_catalogue,
    constraints={"booking_equipment_class_code_key": words.CODE_TAKEN, "equipment_class_code_fits": CODE_UNFIT,
                 "equipment_class_named": BAD_INPUT},
)
def add_class(*, name_ko: str, name_en: str, code: str = "") -> EquipmentClass:
    """Name a class of instruments that can stand in for each other."""
    made = EquipmentClass.objects.create(
        code=code or short_code("CL"), name_ko=name_ko.strip(), name_en=name_en.strip()
    )
    note(subject=made)
    return made


@operation(
    "booking.edit_class", ko="동등 장비군 고치기", en="Edit a class of equivalent equipment", may=rules.keep_catalogue,
    refuses=(NOT_FOUND,), constraints={"equipment_class_named": BAD_INPUT},
)
def edit_class(*, equivalence: str, name_ko: str | None = None, name_en: str | None = None) -> EquipmentClass:
    """Rename a class of instruments that can stand in for each other; what is left out stays."""
    found = EquipmentClass.objects.select_for_update().filter(code=equivalence).first()
    if found is None:
        raise Missing(NOT_FOUND)
    _rename(found, name_ko, name_en)
    return found


def _rename(found: EquipmentKind | EquipmentClass, name_ko: str | None, name_en: str | None) -> None:
    given = {"name_ko": name_ko, "name_en": name_en}
    changes = {name: value.strip() for name, value in given.items() if value is not None}
    for name, value in changes.items():
        setattr(found, name, value)
    found.save()
    note(subject=found, changed=sorted(changes))
