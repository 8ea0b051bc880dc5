"""What is due for agreements: reminders to officer and deputy, to the head where nobody answers; renewal by the clause."""

from datetime import timedelta
from uuid import UUID

from squaremile.core.notices import Letter, tell
from squaremile.core.reads.people import admins, staff
from squaremile.core.roles import SITE_DIRECTOR
from squaremile.core.worker import repeats
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads.agreement_dues import DueRow, open_dues
from squaremile.network.reads.agreement_renewals import ready_to_renew, unstated
from squaremile.network.reads.days import today
from squaremile.network.words.agreements import ESCALATE, REMIND, RENEW_BY_HAND, RENEWED_ITSELF

BY_HAND_AHEAD = timedelta(days=30)


@repeats(seconds=3600)
def remind() -> None:
    """Every hour: whatever has come due is told once; the same again never makes a second notice or mail."""
    day, heads = today(), staff(SITE_DIRECTOR)
    for row in open_dues(day):
        said = _filled(REMIND, row)
        _tell([who for who in (row.officer, row.deputy) if who], "network.clock_due", said, row, "due")
        if day >= row.due.escalate_on:
            _tell(heads, "network.clock_unanswered", _filled(ESCALATE, row), row, "escalated")


@repeats(seconds=3600)
def renew() -> None:
    """Every hour: what renews itself gets its next term, and both sides hear of it once."""
    for row in ready_to_renew(today()):
        for until in network.renew_by_clause(agreement=row.code):
            said = RENEWED_ITSELF.fill({"agreement": row.title, "until": until.isoformat()})
            people = [*(who for who in (row.officer, row.deputy) if who), *(p for each in row.companies for p in admins(each))]
            tell(
                list(dict.fromkeys(people)), "network.agreement_renewed", said, f"/network/agreements/{row.code}/",
                f"renewed:{row.code}:{until.isoformat()}", Letter(subject=said, body=said, about_bookings=False),
            )


@repeats(seconds=3600)
def remind_to_renew() -> None:
    """Every hour: whose clause says no months here is not renewed by the worker; its officers hear of it once, a month ahead."""
    for row, ends_on in unstated(today() + BY_HAND_AHEAD):
        said = RENEW_BY_HAND.fill({"agreement": row.title, "until": ends_on.isoformat()})
        tell(
            [who for who in (row.officer, row.deputy) if who], "network.agreement_to_renew", said,
            f"/network/agreements/{row.code}/", f"to_renew:{row.code}:{ends_on.isoformat()}",
            Letter(subject=said, body=said, about_bookings=False),
        )


def _filled(sentence: Text, row: DueRow) -> Text:
    return sentence.fill({"agreement": row.title, "clock": row.label, "due": row.due.due_on.isoformat()})


def _tell(people: list[UUID], kind: str, said: Text, row: DueRow, what: str) -> None:
    due = row.due
    origin = f"clock:{row.agreement}:{due.clock}:{due.anchor}:{due.number}:{what}"
    tell(
        people, kind, said, f"/network/agreements/{row.agreement}/#clocks", origin,
        Letter(subject=said, body=said, about_bookings=False),
    )
