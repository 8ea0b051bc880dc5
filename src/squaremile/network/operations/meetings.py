"""Meetings: a slot chosen by hand, cancelling, what was held, what each thought, what was agreed."""

from datetime import date
from uuid import UUID

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require, scope, system
from squaremile.network import rules
from squaremile.network.models import (
    Engagement,
    FollowUp,
    Meeting,
    MeetingFeedback,
    MeetingRequest,
    MeetingSlot,
    MeetingTable,
    Participant,
)
from squaremile.network.operations.partnering import hall
from squaremile.network.operations.requests import request_of
from squaremile.network.words import partnering as words

CLASHES = {
    "engagement_once": words.SLOT_ENGAGED, "engagement_side_once": words.SLOT_ENGAGED,
    "meeting_table_once": words.TABLES_TAKEN, "meeting_of_request_once": words.MEETING_THERE,
}  # fmt: skip


@operation(
    "network.schedule_meeting", ko="만남 시간 정하기", en="Choose a meeting's slot", may=rules.attend,
    refuses=(
        words.REQUEST_ANSWERED, words.NOT_PARTNERING, words.ORGANISER_PLANS, words.MEETING_THERE, words.SLOT_UNKNOWN,
        words.SLOT_ENGAGED, words.TABLES_TAKEN, NOT_FOUND,
    ),
    constraints=CLASHES,
)  # fmt: skip
def schedule_meeting(*, request: str, slot: int) -> Meeting:
    """Give an accepted request a slot (by number) in which both are free; the first free table is theirs.

    The two themselves where participants choose; liaison staff always. A new timetable leaves it where it is.
    """
    found = request_of(request, "accepted")
    if hall(found.event).mode == "organiser" and not rules.liaise(require()):
        raise Refused(words.ORGANISER_PLANS)
    when = MeetingSlot.objects.filter(event=found.event, number=slot).first()
    if when is None:
        raise Missing(words.SLOT_UNKNOWN)
    queue_for_slots(found.event_id)
    if Meeting.objects.filter(request=found).exclude(state="cancelled").exists():
        raise Refused(words.MEETING_THERE)
    with scope(system("worker")):
        sides = (found.asker_id, found.asked_id)
        if Engagement.objects.filter(slot=when, participant__in=sides, live=True).exists():
            raise Refused(words.SLOT_ENGAGED)
        taken = Meeting.objects.filter(slot=when).exclude(state="cancelled").values("table_id")
        table = MeetingTable.objects.filter(event=found.event).exclude(id__in=taken).order_by("number").first()
    if table is None:
        raise Refused(words.TABLES_TAKEN)
    made = make(found, when, table, fixed=True)
    note(subject=made, slot=slot, table=table.number)
    return made


def queue_for_slots(event: UUID) -> None:
    """Wait until nobody else takes a table of this event."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 41))", (event,))


def make(request: MeetingRequest, slot: MeetingSlot, table: MeetingTable, *, fixed: bool) -> Meeting:
    """A planned meeting. The database engages both."""
    return Meeting.objects.create(
        code=short_code("MT"), event_id=request.event_id, request=request, first_id=request.asker_id,
        second_id=request.asked_id, slot=slot, table=table, fixed=fixed, state="planned", made_at=clock.now(),
    )


def meeting_of(code: str) -> Meeting:
    """A meeting one may see, locked. Raises Missing."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("slot", "event").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found


def side_of(meeting: Meeting) -> Participant:
    """The asker's own side of it. Raises Missing for others, liaison staff included."""
    found = Participant.objects.filter(id__in=(meeting.first_id, meeting.second_id), user_id=require().actor).first()  # type: ignore[misc]
    if found is None:
        raise Missing(NOT_FOUND)
    return found


@operation(
    "network.cancel_meeting", ko="만남 취소하기", en="Cancel a meeting", may=rules.attend,
    refuses=(words.MEETING_OVER, NOT_FOUND),
)
def cancel_meeting(*, meeting: str) -> Meeting:
    """Free the slot and the table. The request stays accepted and can get another slot."""
    found = meeting_of(meeting)
    if found.state != "planned":
        raise Refused(words.MEETING_OVER, {"state": words.MEETINGS[found.state]})
    if not rules.liaise(require()):
        side_of(found)
    found.state = "cancelled"
    found.save(update_fields=["state"])
    note(subject=found)
    return found


@operation(
    "network.record_meeting", ko="만남 결과 적기", en="Record whether a meeting was held", may=rules.liaise,
    refuses=(words.MEETING_OVER, words.MEETING_AHEAD, NOT_FOUND),
)
def record_meeting(*, meeting: str, held: bool, absent: str = "") -> Meeting:
    """It was held, or missed; `absent` is the profile code of who did not come, where it was one of the two. Can be corrected."""
    found = meeting_of(meeting)
    if found.state == "cancelled":
        raise Refused(words.MEETING_OVER, {"state": words.MEETINGS[found.state]})
    if found.slot.period.start > clock.now():
        raise Refused(words.MEETING_AHEAD)
    missing = None
    if absent and not held:
        missing = Participant.objects.filter(id__in=(found.first_id, found.second_id), profile__code=absent).first()
        if missing is None:
            raise Missing(NOT_FOUND)
    found.state, found.absent = "held" if held else "missed", missing
    found.save(update_fields=["state", "absent"])
    note(subject=found, held=held)
    return found


@operation(
    "network.rate_meeting", ko="만남 평가하기", en="Rate a meeting", may=rules.attend,
    refuses=(words.RATING_UNKNOWN, words.MEETING_OVER, words.MEETING_AHEAD, NOT_FOUND),
    constraints={"meeting_feedback_once": words.RATING_UNKNOWN, "meeting_feedback_rating_known": words.RATING_UNKNOWN},
)
def rate_meeting(*, meeting: str, rating: int, says: str = "") -> MeetingFeedback:
    """1 no use, 2 some use, 3 very useful, and a remark. The other side never reads it; it can be changed."""
    found = meeting_of(meeting)
    mine = side_of(found)
    if rating not in words.RATINGS:
        raise Invalid(words.RATING_UNKNOWN)
    if found.state not in ("planned", "held"):
        raise Refused(words.MEETING_OVER, {"state": words.MEETINGS[found.state]})
    if found.slot.period.start > clock.now():
        raise Refused(words.MEETING_AHEAD)
    given, _ = MeetingFeedback.objects.update_or_create(
        meeting=found, participant=mine,
        defaults={"rating": rating, "says": says.strip()[:1000], "given_at": clock.now()},
    )
    if found.state == "planned":
        # Whoever says how it was has met.
        found.state = "held"
        found.save(update_fields=["state"])
    note(subject=found, organisation=mine.organisation_id)
    return given


@operation(
    "network.agree_step", ko="다음 일 적기", en="Agree on a next step", may=rules.attend,
    refuses=(words.STEP_EMPTY, words.MEETING_OVER, words.MEETING_AHEAD, NOT_FOUND),
)
def agree_step(*, meeting: str, says: str, due: date, theirs: bool = False) -> FollowUp:
    """What is to follow, until when, and whether it is for oneself or (`theirs`) for the other to do. Both read it."""
    found = meeting_of(meeting)
    mine = side_of(found)
    if not says.strip():
        raise Invalid(words.STEP_EMPTY)
    if found.state not in ("planned", "held"):
        raise Refused(words.MEETING_OVER, {"state": words.MEETINGS[found.state]})
    if found.slot.period.start > clock.now():
        raise Refused(words.MEETING_AHEAD)
    other = found.second_id if mine.id == found.first_id else found.first_id
    made = FollowUp.objects.create(
        code=short_code("FU"), meeting=found, owner_id=other if theirs else mine.id, says=says.strip()[:500], due=due,
        agreed_at=clock.now(),
    )
    note(subject=found, organisation=mine.organisation_id)
    return made


@operation(
    "network.finish_step", ko="다음 일 마치기", en="Finish a next step", may=rules.attend,
    refuses=(words.STEP_DONE, NOT_FOUND),
)
def finish_step(*, step: str) -> FollowUp:
    """It is done. Either of the two may say so."""
    found = FollowUp.objects.select_for_update(of=("self",)).select_related("meeting").filter(code=step).first()
    if found is None:
        raise Missing(NOT_FOUND)
    side_of(found.meeting)
    if found.done_at is not None:
        raise Refused(words.STEP_DONE)
    found.done_at, found.done_by_id = clock.now(), require().actor
    found.save(update_fields=["done_at", "done_by"])
    note(subject=found.meeting)
    return found
