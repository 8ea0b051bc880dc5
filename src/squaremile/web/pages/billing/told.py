"""What billing knows by its code, in the words of the rooms that know more: instruments, people, bookings."""

from dataclasses import dataclass, replace
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.reads import evidence
from squaremile.billing.reads.evidence import ChargeRow
from squaremile.billing.reads.statement import StatementSeen
from squaremile.booking.reads import entries
from squaremile.core.reads import people
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

SESSION = "booking.session:"


@dataclass(frozen=True, slots=True)
class Use:
    """A rated use with what it was of, who used it, and the booking that it came of; empty for whom it is not to know."""

    row: ChargeRow
    named: Text | None
    person: Text | None
    session: str
    booking: str

    @property
    def metered(self) -> bool:
        """By a meter, whose event bears its origin; contracts have none."""
        return self.row.start is not None


def named(seen: StatementSeen) -> StatementSeen:
    """Its lines with what their instruments are called. One statement."""
    known = entries.names(line.subject for line in seen.lines if line.subject)
    return replace(seen, lines=tuple(replace(line, named=known.get(line.subject)) for line in seen.lines))


def uses(bill: str, line: int) -> tuple[int, list[Use]]:
    """The uses behind a line, as `evidence.of_line`. Who used it, the payer and finance read; an auditor reads the figures."""
    asking = require()
    n, rows = evidence.of_line(bill, line)
    known = entries.names({row.subject for row in rows if row.subject})
    bookings = entries.bookings_of(key for row in rows if (key := _session(row.origin)))
    personal = rules.keep_money(asking) or rules.answer(asking)
    whose = people.named({row.person for row in rows if row.person}) if personal else {}

    def told(row: ChargeRow) -> Use:
        key, person = _session(row.origin), whose.get(row.person) if row.person else None
        return Use(row, known.get(row.subject), person.name if person else None, *(bookings.get(key, ("", "")) if key else ("", "")))

    return n, [told(row) for row in rows]


def _session(origin: str) -> UUID | None:
    """The session that an event is of: counted again it bears a number behind its name."""
    if not origin.startswith(SESSION):
        return None
    try:
        return UUID(origin.removeprefix(SESSION).partition("#")[0])
    except ValueError:
        return None
