"""Reminders of what is due for agreements: to officer and deputy, and to the head where nobody answers."""

from uuid import UUID

from squaremile.core.notices import Letter, tell
from squaremile.core.reads.people import staff
from squaremile.core.roles import SITE_DIRECTOR
from squaremile.core.worker import repeats
from squaremile.kernel.words import Text
from squaremile.network.reads.agreement_dues import DueRow, open_dues
from squaremile.network.reads.days import today
from squaremile.network.words.agreements import ESCALATE, REMIND


@repeats(seconds=3600)
def remind() -> None:
    """Every hour: whatever has come due is told once; the same again never makes a second notice or mail."""
    day, heads = today(), staff(SITE_DIRECTOR)
    for row in open_dues(day):
        said = _filled(REMIND, row)
        _tell([who for who in (row.officer, row.deputy) if who], "network.clock_due", said, row, "due")
        if day >= row.due.escalate_on:
            _tell(heads, "network.clock_unanswered", _filled(ESCALATE, row), row, "escalated")


def _filled(sentence: Text, row: DueRow) -> Text:
    return sentence.fill({"agreement": row.title, "clock": row.label, "due": row.due.due_on.isoformat()})


def _tell(people: list[UUID], kind: str, said: Text, row: DueRow, what: str) -> None:
    due = row.due
    origin = f"clock:{row.agreement}:{due.clock}:{due.anchor}:{due.number}:{what}"
    tell(
        people, kind, said, f"/network/agreements/{row.agreement}/#clocks", origin,
        Letter(subject=said, body=said, about_bookings=False),
    )
