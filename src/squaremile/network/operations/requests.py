"""Asking to meet, and answering."""

from uuid import UUID

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Event, Meeting, MeetingRequest, Participant, RequestAnswer
from squaremile.network.operations import event_letters as letters
from squaremile.network.operations.events import of_code
from squaremile.network.operations.partnering import hall, me, participant_of
from squaremile.network.words import partnering as words

ASKED = Text(ko="{title}: 만남 요청을 받았습니다. 답해 주십시오.", en="{title}: somebody asks to meet you. Please answer.")
ACCEPTED = Text(ko="{title}: 만남 요청이 수락되었습니다.", en="{title}: your request to meet was accepted.")
STANDS = ("open", "closed", "running")


@operation(
    "network.request_meeting", ko="만남 요청하기", en="Ask to meet", may=rules.attend,
    refuses=(
        words.NOT_OPEN, words.NOT_PARTNERING, words.NOT_REGISTERED, words.REASON_NEEDED, words.PRIORITY_UNKNOWN,
        words.ASK_ONESELF, words.SAME_COMPANY, NOT_FOUND,
    ),
    constraints={"meeting_request_once": words.ASKED_ALREADY, "meeting_request_not_oneself": words.ASK_ONESELF},
)  # fmt: skip
def request_meeting(*, event: str, participant: str, reason: str, priority: int = 2) -> MeetingRequest:
    """Ask another participant (by the code of her profile) to meet, with a reason: 1 would be good, 2 important, 3 a must."""
    found = of_code(event)
    _stands(found)
    hall(found)
    part = me(found)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    if priority not in words.PRIORITIES:
        raise Invalid(words.PRIORITY_UNKNOWN)
    other, own = participant_of(participant)
    if own is not None and own.id == part.id:
        raise Refused(words.ASK_ONESELF)
    with scope(system("worker")):
        whom = Participant.objects.get(id=other)
    if whom.event_id != found.id or whom.state != "registered":
        raise Missing(NOT_FOUND)
    if part.organisation_id and whom.organisation_id == part.organisation_id:
        raise Refused(words.SAME_COMPANY)
    made = MeetingRequest.objects.create(
        code=short_code("MQ"), event=found, asker=part, asked_id=other, reason=reason.strip()[:500], priority=priority,
        state="asked", asked_at=clock.now(),
    )
    letters.tell_participants(found, [whom.user_id], ASKED.fill({"title": found.named}), f"asked:{made.id}")
    note(subject=made, organisation=part.organisation_id)
    return made


def _stands(event: Event) -> None:
    if event.state not in STANDS:
        raise Refused(words.NOT_OPEN)


def request_of(code: str, *states: str) -> MeetingRequest:
    """A request one may see, locked, in one of the states. Raises Missing, `network.request_answered`."""
    found = MeetingRequest.objects.select_for_update(of=("self",)).select_related("event").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    if found.state not in states:
        raise Refused(words.REQUEST_ANSWERED, {"state": words.REQUESTS[found.state]})
    return found


def own(key: UUID) -> Participant:
    """The asker's own side. Raises Missing: what is another's to answer is not there."""
    found = Participant.objects.filter(id=key, user_id=require().actor).first()  # type: ignore[misc]
    if found is None:
        raise Missing(NOT_FOUND)
    return found


@operation(
    "network.accept_request", ko="만남 수락하기", en="Accept a meeting request", may=rules.attend,
    refuses=(words.REQUEST_ANSWERED, words.NOT_OPEN, NOT_FOUND),
)
def accept_request(*, request: str) -> MeetingRequest:
    """Yes. The organiser's timetable gives it a slot; where participants choose, either of the two does."""
    found = request_of(request, "asked")
    mine = own(found.asked_id)
    _stands(found.event)
    found.state = "accepted"
    found.save(update_fields=["state"])
    RequestAnswer.objects.create(request=found, answerer=mine, answered_at=clock.now())
    with scope(system("worker")):
        asker = Participant.objects.get(id=found.asker_id).user_id
    letters.tell_participants(found.event, [asker], ACCEPTED.fill({"title": found.event.named}), f"yes:{found.id}")
    note(subject=found, organisation=mine.organisation_id)
    return found


@operation(
    "network.decline_request", ko="만남 거절하기", en="Decline a meeting request", may=rules.attend,
    refuses=(words.REQUEST_ANSWERED, NOT_FOUND),
)
def decline_request(*, request: str, reason: str = "") -> MeetingRequest:
    """No. Whoever asked reads that it was declined; the reason is seen by oneself and liaison staff only."""
    found = request_of(request, "asked")
    mine = own(found.asked_id)
    found.state = "declined"
    found.save(update_fields=["state"])
    RequestAnswer.objects.create(
        request=found, answerer=mine, reason=reason.strip()[:500], answered_at=clock.now()
    )
    note(subject=found, organisation=mine.organisation_id)
    return found


@operation(
    "network.withdraw_request", ko="만남 요청 거두기", en="Withdraw a meeting request", may=rules.attend,
    refuses=(words.REQUEST_ANSWERED, NOT_FOUND),
)
def withdraw_request(*, request: str) -> MeetingRequest:
    """Whoever asked takes it back; a meeting that came of it and lies ahead is cancelled."""
    found = request_of(request, "asked", "accepted")
    mine = own(found.asker_id)
    Meeting.objects.filter(request=found, state="planned").update(state="cancelled")
    found.state = "withdrawn"
    found.save(update_fields=["state"])
    note(subject=found, organisation=mine.organisation_id)
    return found
