"""What was done when somebody left a company, as the audit has it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from squaremile.core.reads import audit
from squaremile.kernel.words import Text

ACTS = (
    "residency.leave", "residency.hand_over", "residency.record_gone", "core.end_membership", "core.end_role",
    "booking.hand_over", "booking.release_leaver",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """One act: when, what, by whom."""

    at: datetime
    what: Text
    who: Text
    tokens: int | None
    """How many tokens it ended, where it ended some."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything of one person and company, the oldest first, and the codes of the bookings that it was about."""

    acts: tuple[Done, ...]
    released: tuple[str, ...]
    handed_over: tuple[str, ...]


def record(company: UUID, person: UUID, member: str) -> Record:
    """As far as the asker may read the audit."""
    found = audit.query(audit.Wanted()).filter(
        Q(data__person=str(person)) | Q(subject_code=member), organisation_id=company, operation__in=ACTS
    )
    rows = audit.entries(found.order_by("at", "id"))
    return Record(
        tuple(Done(row.at, row.label, row.actor, row.data.get("tokens")) for row in rows),
        tuple(code for row in rows for code in row.data.get("released", ())),
        tuple(code for row in rows for code in row.data.get("handed_over", ())),
    )
