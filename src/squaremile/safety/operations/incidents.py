"""Incidents: reported in a minute by anybody, classified, told to authorities, investigated, closed once all is settled."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import both
from squaremile.safety import rules
from squaremile.safety.models import Finding, FindingDetail, Incident, IncidentNotice, IncidentPerson
from squaremile.safety.models.incident import KINDS, PARTS
from squaremile.safety.operations.inspecting import raised
from squaremile.safety.policies import notices
from squaremile.safety.policies.inspections import SEVERITIES
from squaremile.safety.reads.areas import today
from squaremile.safety.words import incidents as words
from squaremile.safety.words.inspections import FINDING_UNSOUND
from squaremile.safety.words.stock import WHOSE
from squaremile.spaces.reads import places

SOUND = {"incident_says": words.INCIDENT_UNSOUND, "incident_reported_after": words.INCIDENT_UNSOUND}
STEP = {"incident_step_allowed": words.INCIDENT_STEP, "incident_settled": words.INCIDENT_OPEN, "incident_closed_with_cause": words.INCIDENT_OPEN}
TELL = ("safety_officer", "site_director")


@operation(
    "safety.report_incident", ko="사고 신고하기", en="Report an incident", may=rules.report,
    refuses=(words.INCIDENT_UNSOUND, WHOSE, NOT_FOUND), constraints={**SOUND, **STEP},
)
def report_incident(
    *, what_happened: str, incident_kind: str = "other", place: str = "", happened_at: datetime | None = None,
    organisation: str = "", hurt: Sequence[str] = (),
) -> Incident:
    """Anybody reports what happened, where and when (now), and who was hurt. Her company and safety see it."""
    asking, now = require(), clock.now()
    whose = _whose(organisation)
    if not what_happened.strip() or incident_kind not in KINDS or (happened_at is not None and happened_at > now):
        raise Invalid(words.INCIDENT_UNSOUND)
    made = Incident(
        id=uuid7(), code=short_code("IC"), kind=incident_kind, organisation_id=whose, room_id=places.find(place).id if place else None,
        says=what_happened.strip()[:2000], happened_at=happened_at or now, reported_at=now, state="reported",
    )
    Incident.objects.bulk_create([made])
    everyone = [IncidentPerson(incident=made, part="reporter", person_id=asking.actor, organisation_id=whose)]
    if whose is not None or rules.handle_incidents(asking):
        everyone += [IncidentPerson(incident=made, part="injured", name=n.strip()[:80], organisation_id=whose) for n in hurt if n.strip()]
    IncidentPerson.objects.bulk_create(everyone)
    note(subject=made, organisation=whose, kind=incident_kind, place=place)
    return made


@operation(
    "safety.report_near_miss", ko="아차사고 익명으로 알리기", en="Report a near miss anonymously", may=rules.report_anonymously,
    refuses=(words.INCIDENT_UNSOUND, NOT_FOUND), constraints={**SOUND, **STEP, "incident_not_too_often": words.INCIDENT_OFTEN},
)
def report_near_miss(*, what_happened: str, place: str = "") -> Incident:
    """Without signing in and without a name: nothing is kept of who wrote it. Safety staff alone read it."""
    now = clock.now()
    if not what_happened.strip():
        raise Invalid(words.INCIDENT_UNSOUND)
    made = Incident(
        id=uuid7(), code=short_code("IC"), kind="near_miss", room_id=places.keys([place]).get(place) if place else None,
        says=what_happened.strip()[:2000], happened_at=now, reported_at=now, anonymous=True, state="reported",
    )
    Incident.objects.bulk_create([made])
    note(subject=made)
    return made


@operation(
    "safety.name_incident_person", ko="사고 관련자 적기", en="Name somebody who was in an incident", may=rules.name_people,
    refuses=(words.INCIDENT_UNKNOWN, words.PERSON_UNSOUND, NOT_FOUND),
    constraints={"incident_person_named": words.PERSON_UNSOUND},
)
def name_incident_person(
    *, incident: str, incident_part: str, person_name: str, harm: str = "", days_lost: int | None = None, organisation: str = ""
) -> IncidentPerson:
    """Who was hurt or saw it. Safety and her own company see her; a company names its own people."""
    found = _found(incident)
    if incident_part not in PARTS or not person_name.strip() or (days_lost is not None and days_lost < 0):
        raise Invalid(words.PERSON_UNSOUND)
    named = organisation_by_code(organisation).id if organisation else found.organisation_id
    if named not in require().organisations and not rules.handle_incidents(require()):
        raise Missing(words.INCIDENT_UNKNOWN)
    made = IncidentPerson.objects.create(
        incident=found, part=incident_part, name=person_name.strip()[:80], organisation_id=named, harm=harm.strip()[:300], days_lost=days_lost,
    )
    note(subject=found, organisation=named, part=incident_part)
    return made


@operation(
    "safety.classify_incident", ko="사고 분류하기", en="Classify an incident", may=rules.handle_incidents,
    refuses=(words.INCIDENT_UNKNOWN, words.CLOCK_UNKNOWN, words.INCIDENT_UNSOUND, words.INCIDENT_STEP),
    constraints={**STEP, "incident_notice_once": words.NOTICE_STANDS},
)
def classify_incident(*, incident: str, notice_clocks: Sequence[str], incident_kind: str = "") -> Incident:
    """Of which kind it is, and which duties to tell follow: each starts its clock when the report came. Duties that it had
    already stay."""
    found = _locked(incident)
    if notices.unknown(notice_clocks):
        raise Invalid(words.CLOCK_UNKNOWN)
    if incident_kind and incident_kind not in KINDS:
        raise Invalid(words.INCIDENT_UNSOUND)
    if found.state == "closed":
        raise Refused(words.INCIDENT_STEP)
    known = set(IncidentNotice.objects.filter(incident=found).values_list("clock", flat=True))
    for code in dict.fromkeys(notice_clocks):
        if code not in known:
            IncidentNotice.objects.create(incident=found, clock=code, due_at=notices.clocks()[code].due(found.reported_at))
    found.kind, found.classified_at = incident_kind or found.kind, clock.now()
    found.save(update_fields=["kind", "classified_at"])
    note(subject=found, organisation=found.organisation_id, clocks=list(notice_clocks), kind=found.kind)
    return found


@operation(
    "safety.record_notice", ko="관계 기관 통보 적기", en="Record that an authority was told", may=rules.handle_incidents,
    refuses=(words.INCIDENT_UNKNOWN, words.CLOCK_UNKNOWN, words.NOTICE_STANDS),
    constraints={"incident_notice_stands": words.NOTICE_STANDS, "incident_notice_signed": words.NOTICE_STANDS},
)
def record_notice(
    *, incident: str, notice_clock: str, notified_at: datetime | None = None, authority_reference: str = ""
) -> IncidentNotice:
    """When an authority was told (now), and under which number. Its clock stops."""
    found, now = _locked(incident), clock.now()
    due = IncidentNotice.objects.select_for_update().filter(incident=found, clock=notice_clock).first()
    if due is None:
        raise Missing(words.CLOCK_UNKNOWN)
    at = notified_at or now
    if due.notified_at is not None or not found.reported_at <= at <= now:
        raise Refused(words.NOTICE_STANDS)
    due.notified_at, due.notified_by, due.reference = at, require().actor, authority_reference.strip()[:120]
    due.save(update_fields=["notified_at", "notified_by", "reference"])
    note(subject=found, organisation=found.organisation_id, clock=notice_clock, at=at)
    return due


@operation(
    "safety.investigate_incident", ko="사고 조사하기", en="Investigate an incident", may=rules.handle_incidents,
    refuses=(words.INCIDENT_UNKNOWN, words.INCIDENT_UNSOUND), constraints=STEP,
)
def investigate_incident(*, incident: str, found_out: str = "", root_causes: Sequence[str] = ()) -> Incident:
    """The investigation begins, or goes on: what was found out, and the root causes, a sentence each. A closed one is
    opened again."""
    found = _locked(incident)
    causes = [cause.strip()[:300] for cause in root_causes if cause.strip()]
    if len(found_out) > 4000 or len(causes) > 20:
        raise Invalid(words.INCIDENT_UNSOUND)
    found.state = "investigating"
    found.told, found.causes = found_out.strip() or found.told, causes or found.causes
    found.save(update_fields=["state", "told", "causes"])
    note(subject=found, organisation=found.organisation_id, causes=len(found.causes))
    return found


@operation(
    "safety.require_correction", ko="재발 방지 조치 정하기", en="Require a correction", may=rules.handle_incidents,
    refuses=(words.INCIDENT_UNKNOWN, FINDING_UNSOUND, NOT_FOUND),
    constraints={"finding_due_later": FINDING_UNSOUND, "finding_responsible_fits": FINDING_UNSOUND},
)
def require_correction(
    *, incident: str, what_to_correct: str, due_on: date, severity: str = "major", responsible: str = ""
) -> Finding:
    """What shall keep it from happening again, by when and by whom: a finding, mended and verified like any other."""
    found, said = _locked(incident), what_to_correct.strip()[:300]
    if not said or severity not in SEVERITIES or due_on < today():
        raise Invalid(FINDING_UNSOUND)
    made = raised(
        room=found.room_id, organisation=found.organisation_id, title=both(said, said), severity=severity, found_on=today(), due_on=due_on,
        shared=False, responsible=organisation_by_code(responsible).id if responsible else None, incident=found,
    )
    note(subject=made, organisation=found.organisation_id, incident=incident)
    return made


@operation(
    "safety.close_incident", ko="사고 종결하기", en="Close an incident", may=rules.handle_incidents,
    refuses=(words.INCIDENT_UNKNOWN, words.INCIDENT_STEP, words.INCIDENT_OPEN), constraints=STEP,
)
def close_incident(*, incident: str) -> Incident:
    """Once it has a cause, the authorities were told, every correction was verified and nothing is locked any more."""
    found = _locked(incident)
    if found.state != "investigating":
        raise Refused(words.INCIDENT_STEP)
    open_ones = FindingDetail.objects.filter(incident=found).exclude(finding__state="closed").exists()
    untold = IncidentNotice.objects.filter(incident=found, notified_at=None).exists()
    if open_ones or untold or not found.told or not found.causes or found.locks.filter(lock__released_at=None).exists():
        raise Refused(words.INCIDENT_OPEN)
    found.state = "closed"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id)
    return found


@operation("safety.remind_of_incidents", ko="사고와 통보 기한 알리기", en="Remind of incidents and their clocks", may=rules.remind_of_safety)
def remind_of_incidents() -> int:
    """Safety hears of every report once, and of every clock that runs once a day until the notice is recorded."""
    told, now = 0, clock.now()
    for each in Incident.objects.filter(state="reported", classified_at=None):
        tell(people.staff(*TELL), "safety.incident", words.CAME.fill({"kind": words.KINDS[each.kind]}),
             url=f"/safety/incidents/{each.code}/", origin=f"incident:{each.id}")  # fmt: skip
        told += 1
    for due in IncidentNotice.objects.filter(notified_at=None).select_related("incident"):
        known = notices.clocks()[due.clock]
        said = {"incident": due.incident.code, "authority": known.authority, "due": f"{due.due_at.astimezone():%Y-%m-%d %H:%M}"}
        tell(people.staff(*TELL), "safety.notice_due", words.CLOCK_RUNS.fill(said), url=f"/safety/incidents/{due.incident.code}/",
             origin=f"notice:{due.id}:{now > due.due_at}:{today()}")  # fmt: skip
        told += 1
    note(told=told)
    return told


def _whose(code: str) -> UUID | None:
    """Her company; staff name one, or none."""
    asking = require()
    if code:
        found = organisation_by_code(code).id
        if found not in asking.organisations and not rules.see_everyone(asking):
            raise Missing(NOT_FOUND)
        return found
    if len(asking.organisations) > 1:
        raise Invalid(WHOSE)
    return next(iter(asking.organisations), None)


def _found(code: str) -> Incident:
    found = Incident.objects.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.INCIDENT_UNKNOWN)
    return found


def _locked(code: str) -> Incident:
    return Incident.objects.select_for_update().get(id=_found(code).id)
