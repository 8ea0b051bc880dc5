"""One meeting, from the side of one of the two."""

from dataclasses import dataclass

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network.models import Meeting, MeetingFeedback, Participant, Profile
from squaremile.network.reads.partnering_mine import MeetingRow, StepRow, meeting_rows, step_rows


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """The meeting, why it was asked for, what I said of it, and what we agreed."""

    event: str
    event_title: Text
    row: MeetingRow
    offers: Text
    asks: Text
    reason: str
    says: str
    steps: tuple[StepRow, ...]


def meeting(code: str) -> MeetingPage:
    """A meeting of the asker's own. Raises Missing, for liaison staff too: they have the desk."""
    found = Meeting.objects.select_related("slot", "table", "event", "request").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    sides = (found.first_id, found.second_id)
    me = Participant.objects.filter(id__in=sides, user_id=require().actor).values_list("id", flat=True).first()  # type: ignore[misc]
    if me is None:
        raise Missing(NOT_FOUND)
    profiles = {p.participant_id: p for p in Profile.objects.filter(participant__in=sides)}
    other = profiles[sides[1] if me == sides[0] else sides[0]]
    said = MeetingFeedback.objects.filter(meeting=found, participant=me).values_list("says", flat=True).first()
    return MeetingPage(
        found.event.code, found.event.named, meeting_rows([found], me, profiles)[0],
        both(other.offers_ko, other.offers_en), both(other.asks_ko, other.asks_en), found.request.reason, said or "",
        step_rows([found], me, profiles),
    )  # fmt: skip
