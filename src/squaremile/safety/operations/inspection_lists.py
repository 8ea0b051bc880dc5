"""What rooms are inspected for: risk grades of rooms, and versioned checklists."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation
from squaremile.safety import rules
from squaremile.safety.models import InspectionList, InspectionListVersion, RoomRisk
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.policies.hours import GRADES
from squaremile.safety.policies.inspections import KINDS, UnsoundList, intervals, items
from squaremile.safety.policies.packs import CERTAINTIES
from squaremile.safety.reads.areas import today
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import inspections as words


@operation(
    "safety.set_room_risk", ko="연구실 위험 등급 정하기", en="Give a room its risk grade", may=rules.keep_inspections,
    refuses=(words.RISK_UNSOUND, area_words.ROOM_UNFIT, NOT_FOUND),
    constraints={"safety_room_risk_room_id_key": words.RISK_UNSOUND},
)
def set_room_risk(
    *, place: str, grade: str, diagnosed: bool = False, organisation: str = "", since: date | None = None
) -> RoomRisk:
    """Its grade, whether it has to be diagnosed in depth, and whose it is; without a company it is everybody's. What the
    room owes follows: from `since` (today) on, where it was in no list before."""
    if grade not in GRADES:
        raise Invalid(words.RISK_UNSOUND)
    room = room_by_code(place)
    whose = organisation_by_code(organisation).id if organisation else None
    said: dict[str, Any] = {"grade": grade, "diagnosed": diagnosed, "organisation_id": whose}
    made, _ = RoomRisk.objects.update_or_create(room_id=room.id, defaults=said, create_defaults={**said, "since": since or today()})
    note(subject=made, organisation=whose, place=place, grade=grade, diagnosed=diagnosed)
    return made


@operation(
    "safety.publish_inspection_list", ko="점검표 내기", en="Publish a checklist", may=rules.keep_inspections,
    refuses=(words.LIST_UNSOUND,),
    constraints={
        "inspection_list_named": words.LIST_UNSOUND, "inspection_list_code_fits": CODE_UNFIT,
        "safety_inspection_list_code_key": words.LIST_RACED, "inspection_list_version_once": words.LIST_RACED,
    },
)
def publish_inspection_list(
    *, code: str, list_kind: str, list_items: Sequence[Mapping[str, Any]], every_days: Mapping[str, int], read_in: str,
    name_ko: str = "", name_en: str = "", diagnosed_only: bool = False, certainty: str = "K",
) -> InspectionListVersion:
    """A new checklist, or a new version of one. What was answered before stays with the version it was asked by."""
    try:
        asked, every = items(list_items), intervals(every_days, GRADES)
    except UnsoundList as wrong:
        raise Invalid(words.LIST_UNSOUND) from wrong
    if list_kind not in KINDS or not read_in.strip() or certainty not in CERTAINTIES or not code.strip():
        raise Invalid(words.LIST_UNSOUND)
    names = {"kind": list_kind, "name_ko": name_ko.strip()[:80], "name_en": name_en.strip()[:80]}
    kept, _ = InspectionList.objects.update_or_create(code=code.strip(), defaults=names)
    last = InspectionListVersion.objects.filter(list=kept).order_by("-number").first()
    made = InspectionListVersion.objects.create(
        list=kept, number=last.number + 1 if last else 1, items=[asdict(one) for one in asked], every_days=every,
        diagnosed_only=diagnosed_only, read_in=read_in.strip()[:300], certainty=certainty, published_at=clock.now(),
    )
    note(subject=made, list=kept.code, version=made.number, items=len(asked))
    return made
