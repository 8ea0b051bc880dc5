"""Control areas: which rooms count together, how the building helps, which rules hold from which day; and cabinets."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import connection

from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.safety import rules
from squaremile.safety.models import Area, AreaPack, AreaRoom, Cabinet
from squaremile.safety.policies import packs
from squaremile.safety.policies.verdicts import trusted
from squaremile.safety.reads import rule_packs
from squaremile.safety.reads.areas import today
from squaremile.safety.words import areas as words
from squaremile.spaces.reads import places

SOUND = {
    "area_named": words.AREA_UNSOUND, "area_storey_exists": words.AREA_UNSOUND, "area_lab_unit_known": words.AREA_UNSOUND,
    "area_code_fits": CODE_UNFIT, "safety_area_code_key": words.AREA_CODE_TAKEN,
}
TAKEN = {"safety_area_room_room_id_key": words.ROOM_ELSEWHERE}
FORCE = {"area_pack_once": words.PACK_IN_FORCE, "area_pack_span_sound": words.PACK_SPAN}
BOX = {"cabinet_named": words.CABINET_UNSOUND, "cabinet_code_fits": CODE_UNFIT,
       "safety_cabinet_code_key": words.AREA_CODE_TAKEN}  # fmt: skip
IN_AREAS = ("room", "suite")


@operation(
    "safety.declare_area", ko="통제구역 정하기", en="Declare a control area", may=rules.keep_areas,
    refuses=(words.ROOM_UNFIT, NOT_FOUND), constraints={**SOUND, **TAKEN},
)
def declare_area(
    *, building: str, storey: int, name_ko: str = "", name_en: str = "", sprinklered: bool = False, lab_unit: str = "",
    rooms: Sequence[str] = (), code: str = "",
) -> Area:
    """Rooms of one storey whose hazards count together from now on."""
    made = Area.objects.create(
        code=code.strip() or short_code("CA"), building_id=places.find(building).id, storey=storey, name_ko=name_ko.strip(),
        name_en=name_en.strip(), sprinklered=sprinklered, lab_unit=lab_unit.strip().upper(), created_at=clock.now(),
    )
    _take_in(made, rooms)
    note(subject=made, building=building, storey=storey, rooms=list(rooms))
    return made


@operation(
    "safety.edit_area", ko="통제구역 고치기", en="Edit a control area", may=rules.keep_areas,
    refuses=(words.AREA_UNKNOWN, words.STOREY_FULL), constraints=SOUND,
)
def edit_area(
    *, area: str, storey: int, name_ko: str = "", name_en: str = "", sprinklered: bool = False, lab_unit: str = "",
    active: bool = True,
) -> Area:
    """Its name, storey, sprinklers and lab unit. Its limits follow at once. A storey has no more areas than a pack in force
    there allows."""
    found = _locked(area)
    before = [found.storey, found.sprinklered, found.lab_unit, found.active]
    found.storey, found.name_ko, found.name_en = storey, name_ko.strip(), name_en.strip()
    found.sprinklered, found.lab_unit, found.active = sprinklered, lab_unit.strip().upper(), active
    found.save()
    if active and [storey, True] != [before[0], before[3]]:
        for pack in AreaPack.objects.filter(area=found).exclude(until__lte=today()).values_list("pack", flat=True):
            _fits_storey(found, pack)
    note(subject=found, before=before, after=[storey, sprinklered, found.lab_unit, active])
    return found


@operation(
    "safety.add_area_rooms", ko="통제구역에 방 넣기", en="Take rooms into a control area", may=rules.keep_areas,
    refuses=(words.AREA_UNKNOWN, words.ROOM_UNFIT, NOT_FOUND), constraints=TAKEN,
)
def add_area_rooms(*, area: str, rooms: Sequence[str]) -> Area:
    """What stands in these rooms counts in this area from now on."""
    found = _locked(area)
    _take_in(found, rooms)
    note(subject=found, rooms=list(rooms))
    return found


@operation(
    "safety.remove_area_room", ko="통제구역에서 방 빼기", en="Take a room out of a control area", may=rules.keep_areas,
    refuses=(words.AREA_UNKNOWN, NOT_FOUND),
)
def remove_area_room(*, area: str, place: str) -> Area:
    """What stands in the room no longer counts in this area; it counts nowhere until the room is in another one."""
    found = _locked(area)
    gone, _each = AreaRoom.objects.filter(area=found, room_id=places.find(place).id).delete()
    if not gone:
        raise Missing(NOT_FOUND)
    note(subject=found, room=place)
    return found


@operation(
    "safety.put_pack_in_force", ko="규칙 묶음 적용하기", en="Put a rule pack in force", may=rules.keep_areas,
    refuses=(words.AREA_UNKNOWN, words.PACK_UNKNOWN, words.STOREY_FULL), constraints=FORCE,
)
def put_pack_in_force(*, area: str, pack: str, since: date) -> AreaPack:
    """A jurisdiction's figures hold in an area from a day on; several packs may hold side by side. Where a pack says how many
    areas a storey may have, no more are counted by it: each would have the limits of a whole one."""
    found = _locked(area)
    if pack not in packs.counting():
        raise Invalid(words.PACK_UNKNOWN)
    made = AreaPack.objects.create(area=found, pack=pack, since=since)
    _fits_storey(found, pack)
    note(subject=found, pack=pack, since=since.isoformat())
    return made


@operation(
    "safety.end_pack", ko="규칙 묶음 적용 끝내기", en="End a rule pack's force", may=rules.keep_areas,
    refuses=(words.AREA_UNKNOWN, words.PACK_UNKNOWN), constraints=FORCE,
)
def end_pack(*, area: str, pack: str, ends_on: date) -> AreaPack:
    """The last day on which the pack holds in the area."""
    found = AreaPack.objects.select_for_update().filter(area=_locked(area), pack=pack, until=None).first()
    if found is None:
        raise Missing(words.PACK_UNKNOWN)
    found.until = ends_on + timedelta(days=1)
    found.save(update_fields=["until"])
    note(subject=found.area, pack=pack, last=ends_on.isoformat())
    return found


@operation(
    "safety.add_cabinet", ko="보관함 등록하기", en="Add a cabinet", may=rules.keep_areas,
    refuses=(words.ROOM_UNFIT, NOT_FOUND), constraints=BOX,
)
def add_cabinet(*, place: str, name_ko: str = "", name_en: str = "", approved: bool = False, code: str = "") -> Cabinet:
    """A cabinet, rack or refrigerator in a room; `approved` only where its listing is known."""
    made = Cabinet.objects.create(
        code=code.strip() or short_code("CB"), room_id=room_by_code(place).id, name_ko=name_ko.strip(), name_en=name_en.strip(),
        approved=approved,
    )
    note(subject=made, room=place, approved=approved)
    return made


@operation(
    "safety.edit_cabinet", ko="보관함 고치기", en="Edit a cabinet", may=rules.keep_areas,
    refuses=(words.CABINET_UNKNOWN,), constraints=BOX,
)
def edit_cabinet(
    *, cabinet: str, name_ko: str = "", name_en: str = "", approved: bool = False, active: bool = True
) -> Cabinet:
    """Its name, whether it is approved, whether it is still in use."""
    found = Cabinet.objects.select_for_update().filter(code=cabinet).first()
    if found is None:
        raise Missing(words.CABINET_UNKNOWN)
    found.name_ko, found.name_en, found.approved, found.active = name_ko.strip(), name_en.strip(), approved, active
    found.save()
    note(subject=found, approved=approved, active=active)
    return found


def _locked(code: str) -> Area:
    found = Area.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.AREA_UNKNOWN)
    return found


def _fits_storey(area: Area, pack: str) -> None:
    """The areas of one storey that a pack counts, this one among them, one after the other. Raises Refused where they are more
    than it allows; what nobody has read of it never does."""
    if not area.active:
        return
    floor = next((each for each in rule_packs.held([pack])[0].pack.floors if each.first <= area.storey <= each.last), None)
    if floor is None or not trusted(floor.certainty):
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s || %s::text, 62))", (str(area.building_id), area.storey))
    beside = Area.objects.filter(building_id=area.building_id, storey=area.storey, active=True).values_list("id", flat=True)
    counted = AreaPack.objects.filter(area_id__in=beside, pack=pack).exclude(until__lte=today()).values("area_id").distinct().count()
    if counted > floor.areas:
        raise Refused(words.STOREY_FULL, {"storey": area.storey, "most": floor.areas})


def room_by_code(code: str) -> places.PlaceRow:
    """A room or suite by its code."""
    found = places.find(code)
    if found.kind not in IN_AREAS:
        raise Invalid(words.ROOM_UNFIT)
    return found


def _take_in(area: Area, rooms: Sequence[str]) -> None:
    for code in rooms:
        AreaRoom.objects.create(area=area, room_id=room_by_code(code).id)
