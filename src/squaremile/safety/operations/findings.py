"""Findings: raised by hand, given to somebody, mended with evidence, verified by somebody else, reminded of."""

from datetime import date, timedelta
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import files, grants, people
from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import both
from squaremile.safety import rules
from squaremile.safety.models import Finding, FindingCheck, FindingDetail, FindingMend, RoomRisk
from squaremile.safety.operations.inspecting import raised
from squaremile.safety.policies.inspections import SEVERITIES, SOON_DAYS
from squaremile.safety.reads import inspections
from squaremile.safety.reads.areas import today
from squaremile.safety.words import inspections as words

STEP = {"finding_step_allowed": words.FINDING_STEP, "finding_shown": words.FINDING_STEP}
SOUND = {"finding_due_later": words.FINDING_UNSOUND}
TELL = ("safety_officer", "lab_operations")


@operation(
    "safety.raise_finding", ko="지적 사항 적기", en="Raise a finding", may=rules.inspect,
    refuses=(words.FINDING_UNSOUND, words.ROOM_UNGRADED, NOT_FOUND), constraints={**SOUND, **STEP},
)
def raise_finding(
    *, place: str, what_is_wrong: str, severity: str = "minor", due_on: date | None = None, remark: str = "",
    photo: UUID | None = None,
) -> Finding:
    """Something that somebody saw in a room that is inspected, outside any list."""
    said, day = what_is_wrong.strip()[:300], today()
    risk = RoomRisk.objects.filter(room__code=place.strip()).first()
    if risk is None or not (risk.organisation_id in require().organisations or rules.verify_mending(require())):
        raise Missing(words.ROOM_UNGRADED)
    if not said or severity not in SEVERITIES or (due_on is not None and due_on < day):
        raise Invalid(words.FINDING_UNSOUND)
    made = raised(
        room=risk.room_id, organisation=risk.organisation_id, title=both(said, said), severity=severity, found_on=day, due_on=due_on,
        shared=risk.organisation_id is None, remark=remark.strip(), photo=files.file(photo).id if photo else None,
    )
    note(subject=made, organisation=made.organisation_id, place=place, severity=severity)
    return made


@operation(
    "safety.assign_finding", ko="조치 담당 정하기", en="Say who mends a finding", may=rules.assign_finding,
    refuses=(words.FINDING_UNKNOWN, words.FINDING_UNSOUND, words.FINDING_WHOSE, words.FINDING_STEP, NOT_FOUND),
    constraints={**SOUND, "finding_responsible_fits": words.FINDING_WHOSE, "finding_due_by_staff": words.FINDING_STEP},
)
def assign_finding(
    *, safety_finding: str, responsible: str | None = None, person: UUID | None = None, due_on: date | None = None
) -> Finding:
    """Which company mends it (empty: the operator), who of it, and until when, which safety alone may change. What is
    left out stays."""
    found, detail = _locked(safety_finding)
    if found.state == "closed":
        raise Refused(words.FINDING_STEP)
    if responsible is not None:
        detail.responsible_id = organisation_by_code(responsible).id if responsible else None
    if person is not None:
        _belongs(person, detail)
        detail.person_id = person
    detail.save(update_fields=["responsible", "person"])
    if due_on is not None and due_on != found.due_on:
        if not rules.verify_mending(require()):
            raise Refused(words.FINDING_STEP)
        found.due_on = due_on
        found.save(update_fields=["due_on"])
    note(subject=found, organisation=found.organisation_id, responsible=responsible, person=person, due_on=found.due_on)
    return found


@operation(
    "safety.mend_finding", ko="조치 결과 적기", en="Record what was mended", may=rules.mend,
    refuses=(words.FINDING_UNKNOWN, words.MEND_SAYS, words.FINDING_STEP, NOT_FOUND),
    constraints={**STEP, "finding_mend_says_what": words.MEND_SAYS},
)
def mend_finding(*, safety_finding: str, what_was_done: str, photo: UUID | None = None) -> Finding:
    """What was done, with evidence. It waits until somebody else has looked."""
    found, _ = _locked(safety_finding)
    if found.state != "open":
        raise Refused(words.FINDING_STEP)
    if not what_was_done.strip():
        raise Invalid(words.MEND_SAYS)
    FindingMend.objects.create(  # type: ignore[misc]
        finding=found, what=what_was_done.strip()[:1000], photo_id=files.file(photo).id if photo else None, mended_by=require().actor,
        at=clock.now(),
    )
    return _to(found, "mended")


@operation(
    "safety.verify_mending", ko="조치 확인하기", en="Verify what was mended", may=rules.verify_mending,
    refuses=(words.FINDING_UNKNOWN, words.FINDING_STEP, words.OWN_MENDING),
    constraints={**STEP, "finding_check_by_another": words.OWN_MENDING, "safety_finding_check_mend_id_key": words.FINDING_STEP},
)
def verify_mending(*, safety_finding: str, approve: bool, remark: str = "") -> Finding:
    """Somebody other than who mended it looks: good, and it is closed; not good, and it is open again."""
    found, _ = _locked(safety_finding)
    if found.state != "mended":
        raise Refused(words.FINDING_STEP)
    last = FindingMend.objects.filter(finding=found).order_by("-at", "-id")[0]
    if last.mended_by == require().actor:
        raise Refused(words.OWN_MENDING)
    FindingCheck.objects.create(  # type: ignore[misc]
        mend=last, good=approve, remark=remark.strip()[:500], looked_by=require().actor, at=clock.now()
    )
    return _to(found, "closed" if approve else "open")


@operation("safety.remind_of_findings", ko="점검과 조치 기한 알리기", en="Remind of inspections and findings", may=rules.remind_of_safety)
def remind_of_findings() -> int:
    """Once for each deadline: who has to mend what is due within three days; safety staff too once it is overdue; and whose
    room an inspection is overdue in. Returns how many deadlines were found."""
    day, told = today(), 0
    soon = Finding.objects.filter(state="open", due_on__lte=day + timedelta(days=SOON_DAYS)).select_related("detail")
    for found in soon:
        text = words.FINDING_DUE.fill({"due": found.due_on.isoformat(), "title": both(found.title_ko, found.title_en)})
        late = found.due_on < day
        tell(
            _menders(found.detail, late), "safety.finding_due", text, url=f"/safety/findings/{found.code}/",
            origin=f"finding:{found.id}:{found.due_on}:{late}", about=found.organisation_id,
        )
        told += 1
    for row in inspections.owed():
        if row.standing == "overdue":
            text = words.INSPECTION_DUE.fill({"room": row.room_name, "list": row.list_name, "due": row.due.isoformat()})
            who = people.admins(row.organisation_id) if row.organisation_id else people.staff(*TELL)
            tell(who, "safety.inspection_due", text, url="/safety/inspections/",
                 origin=f"inspection:{row.room}:{row.list}:{row.due}", about=row.organisation_id)  # fmt: skip
            told += 1
    note(told=told)
    return told


def _menders(detail: FindingDetail, late: bool) -> list[UUID]:
    if detail.person_id is not None:
        who = [detail.person_id]
    else:
        who = people.admins(detail.responsible_id) if detail.responsible_id else people.staff(*TELL)
    return [*who, *(people.staff("safety_officer") if late else ())]


def _belongs(person: UUID, detail: FindingDetail) -> None:
    """To the company that mends it, or to the staff."""
    whose = detail.responsible_id
    fits = grants.belongs(person, whose) if whose else bool(grants.rights(person).staff_roles)
    if person not in people.named([person]):
        raise Missing(NOT_FOUND)
    if not fits:
        raise Invalid(words.FINDING_WHOSE)


def _locked(code: str) -> tuple[Finding, FindingDetail]:
    """One with its detail, locked, that the asker has a part in. Of shared rooms others see that there is one, no more."""
    found = Finding.objects.filter(code=code.strip()).first()
    detail = FindingDetail.objects.filter(finding=found).first() if found else None
    mine = detail is not None and (
        {detail.organisation_id, detail.responsible_id} & require().organisations or detail.person_id == require().actor
        or rules.verify_mending(require())
    )
    if found is None or detail is None or not mine:
        raise Missing(words.FINDING_UNKNOWN)
    return Finding.objects.select_for_update().get(id=found.id), detail


def _to(found: Finding, state: str) -> Finding:
    found.state = state
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id, state=state)
    return found
