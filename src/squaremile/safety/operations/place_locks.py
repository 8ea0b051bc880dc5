"""Places that nobody uses until they are released; and drills."""

from datetime import date

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Drill, Incident, PlaceLock, PlaceLockDetail
from squaremile.safety.models.place_lock import DRILLS
from squaremile.safety.words import incidents as words
from squaremile.spaces.reads import places


@operation(
    "safety.lock_place", ko="사용 제한하기", en="Lock a place", may=rules.lock,
    refuses=(words.LOCK_SAYS, words.INCIDENT_UNKNOWN, NOT_FOUND),
    constraints={"place_lock_once": words.LOCKED_ALREADY, "place_lock_says_why": words.LOCK_SAYS},
)
def lock_place(*, place: str, why_locked: str, incident: str = "") -> PlaceLock:
    """Nothing there, or in a place within it, can be booked or begun, and nothing is brought in, until it is released.
    Everybody sees that it is locked; why is for safety alone."""
    if not why_locked.strip():
        raise Invalid(words.LOCK_SAYS)
    about = Incident.objects.filter(code=incident.strip()).first() if incident else None
    if incident and about is None:
        raise Missing(words.INCIDENT_UNKNOWN)
    made = PlaceLock.objects.create(code=short_code("PL"), place_id=places.find(place).id, since=clock.now())
    PlaceLockDetail.objects.create(lock=made, incident=about, why=why_locked.strip()[:300], by=require().actor)
    note(subject=made, place=place)
    return made


@operation(
    "safety.release_place", ko="사용 제한 풀기", en="Release a place", may=rules.handle_incidents,
    refuses=(words.LOCK_UNKNOWN, words.LOCK_SAYS), constraints={"place_lock_released": words.LOCK_SAYS, "place_lock_looked_at": words.LOCK_SAYS},
)
def release_place(*, place_lock: str, looked_at: str) -> PlaceLock:
    """It may be used again: what was looked at before."""
    if not looked_at.strip():
        raise Invalid(words.LOCK_SAYS)
    found = PlaceLock.objects.select_for_update().filter(code=place_lock.strip(), released_at=None).first()
    if found is None:
        raise Missing(words.LOCK_UNKNOWN)
    PlaceLockDetail.objects.filter(lock=found).update(released_by=require().actor, looked_at=looked_at.strip()[:300])
    found.released_at = clock.now()
    found.save(update_fields=["released_at"])
    note(subject=found)
    return found


@operation(
    "safety.plan_drill", ko="훈련 계획하기", en="Plan a drill", may=rules.drill, refuses=(words.DRILL_UNSOUND, NOT_FOUND),
)
def plan_drill(*, drill_kind: str, place: str, planned_on: date) -> Drill:
    """Which drill, where, on which day."""
    if drill_kind not in DRILLS:
        raise Invalid(words.DRILL_UNSOUND)
    made = Drill.objects.create(code=short_code("DR"), kind=drill_kind, place_id=places.find(place).id, planned_on=planned_on)
    note(subject=made, place=place, day=planned_on)
    return made


@operation(
    "safety.record_drill", ko="훈련 결과 적기", en="Record a drill", may=rules.drill, refuses=(words.DRILL_UNKNOWN, words.DRILL_UNSOUND),
    constraints={"drill_done_counted": words.DRILL_UNSOUND},
)
def record_drill(
    *, drill: str, people_counted: int, people_expected: int | None = None, drill_seconds: int | None = None, lessons: str = ""
) -> Drill:
    """What came of it: how many were counted where they gathered, of how many, how long it took, what was learnt."""
    if not all(0 <= n < 10**6 for n in (people_counted, people_expected or 0, drill_seconds or 0)):
        raise Invalid(words.DRILL_UNSOUND)
    found = Drill.objects.select_for_update().filter(code=drill.strip()).first()
    if found is None:
        raise Missing(words.DRILL_UNKNOWN)
    found.done_at, found.counted, found.expected = clock.now(), people_counted, people_expected
    found.seconds, found.lessons = drill_seconds, lessons.strip()[:2000]
    found.save()
    note(subject=found, counted=people_counted, expected=people_expected)
    return found
