"""Carrying out an inspection: every line answered, what is poor becomes a finding, and the same form counts once."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from squaremile.core.reads import files
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock, once
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import (
    Finding,
    FindingDetail,
    Incident,
    Inspection,
    InspectionAnswer,
    InspectionListVersion,
    RoomRisk,
)
from squaremile.safety.policies import inspections as policy
from squaremile.safety.reads.areas import today
from squaremile.safety.words import inspections as words

LATEST_DAYS = 7


@operation(
    "safety.carry_out_inspection", ko="점검 실시하기", en="Carry out an inspection", may=rules.inspect,
    refuses=(words.LIST_UNKNOWN, words.ROOM_UNGRADED, words.ANSWERS_MISSING, words.INSPECTION_UNSOUND, NOT_FOUND),
    constraints={"safety_inspection_origin_key": words.INSPECTION_UNSOUND, "inspection_of_its_room": words.ROOM_UNGRADED,
                 "inspection_answer_once": words.ANSWERS_MISSING, "inspection_answer_asked": words.ANSWERS_MISSING},
)
def carry_out_inspection(
    *, inspection_list: str, place: str, checked: Mapping[str, str], remarks: Mapping[str, str] | None = None,
    photos: Mapping[str, str] | None = None, done_on: date | None = None, diagnosis_grade: int | None = None,
    remark: str = "", form_token: str = "",
) -> Inspection:
    """The answers to the newest version of a list, all at once: item → good, poor or na. What is poor becomes a finding,
    unless one on the same item of the room is open already. The same `form_token` of the same person with the same content
    counts once: sent again, it gives the inspection that it made. `photos`: item → reference of a stored file."""
    asking, day = require(), done_on or today()
    shown = {key: files.by_ref(photo) for key, photo in (photos or {}).items()}
    seen = {key: photo.sha256 for key, photo in shown.items()}
    sent = once.origin("inspect", form_token, (inspection_list, place, checked, remarks or {}, seen, done_on, diagnosis_grade, remark))
    already = Inspection.objects.filter(origin=sent).first() if sent else None
    if already is not None:
        already.again = True
        note(subject=already, organisation=already.organisation_id, again=True)
        return already
    version, risk = _version(inspection_list), _room(place)
    if not today() - timedelta(days=LATEST_DAYS) <= day <= today() or diagnosis_grade not in (None, 1, 2, 3, 4, 5):
        raise Invalid(words.INSPECTION_UNSOUND)
    asked = policy.items(version.items)
    _complete(asked, checked)
    made = Inspection.objects.create(
        code=short_code("IN"), version=version, room_id=risk.room_id, organisation_id=risk.organisation_id, person_id=asking.actor,
        done_on=day, at=clock.now(), grade=diagnosis_grade, remark=remark.strip()[:1000],
        origin=sent or f"{asking.actor}:{uuid7()}",
    )
    said = {key: text.strip()[:500] for key, text in (remarks or {}).items()}
    pictures = {key: photo.id for key, photo in shown.items()}
    InspectionAnswer.objects.bulk_create(
        InspectionAnswer(inspection=made, item=one.key, said=checked[one.key], remark=said.get(one.key, ""), photo_id=pictures.get(one.key))
        for one in asked
    )
    found = _found(made, [one for one in asked if checked[one.key] == "poor"], said, pictures)
    note(subject=made, organisation=made.organisation_id, list=inspection_list, place=place, findings=[f.code for f in found])
    return made


def _found(made: Inspection, poor: Sequence[policy.Item], said: Mapping[str, str], shown: Mapping[str, UUID]) -> list[Finding]:
    """A finding for each poor line that has none open."""
    before = Finding.objects.filter(room_id=made.room_id, organisation=made.organisation, item__in=[one.key for one in poor])
    known = list(before.order_by("found_on", "id"))
    still_open = {f.item for f in known if f.state != "closed"}
    last = {f.item: f for f in known}
    found = []
    for one in poor:
        if one.key in still_open:
            continue
        earlier = last.get(one.key)
        repeats = earlier if earlier is not None and policy.is_repeat(made.done_on, earlier.found_on) else None
        found.append(raised(
            room=made.room_id, organisation=made.organisation_id, title=Text(ko=one.ko, en=one.en), severity=one.severity,
            found_on=made.done_on, item=one.key, repeats=repeats, inspection=made, remark=said.get(one.key, ""),
            photo=shown.get(one.key), shared=made.organisation_id is None,
        ))  # fmt: skip
    return found


def raised(
    *, room: UUID | None, organisation: UUID | None, title: Text, severity: str, found_on: date, shared: bool, item: str = "",
    repeats: Finding | None = None, inspection: Inspection | None = None, remark: str = "", photo: UUID | None = None,
    due_on: date | None = None, responsible: UUID | None = None, incident: Incident | None = None,
) -> Finding:
    """A finding with its detail, for operations that find something. The room's company mends it, or the operator."""
    made = Finding.objects.create(
        code=short_code("FN"), room_id=room, organisation_id=organisation, open_to_all=shared, item=item, title_ko=title.ko[:300],
        title_en=title.en[:300], severity=severity, found_on=found_on, due_on=due_on or policy.mend_by(severity, found_on),
        state="open", repeats=repeats,
    )
    FindingDetail.objects.create(
        finding=made, organisation_id=organisation, responsible_id=responsible or organisation, found_by=require().actor,
        remark=remark[:1000], inspection=inspection, incident=incident, photo_id=photo,
    )
    return made


def _version(code: str) -> InspectionListVersion:
    found = InspectionListVersion.objects.filter(list__code=code.strip()).order_by("-number").first()
    if found is None:
        raise Missing(words.LIST_UNKNOWN)
    return found


def _room(code: str) -> RoomRisk:
    """A room that the asker may inspect: her company's own, or any for those who answer for safety."""
    found = RoomRisk.objects.filter(room__code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.verify_mending(require())):
        raise Missing(words.ROOM_UNGRADED)
    return found


def _complete(asked: Sequence[policy.Item], checked: Mapping[str, str]) -> None:
    missing = [one for one in asked if checked.get(one.key) not in policy.SAID]
    if missing or len(checked) != len(asked):
        names = Text(ko=", ".join(one.ko for one in missing), en=", ".join(one.en for one in missing))
        raise Invalid(words.ANSWERS_MISSING, {"items": names})
