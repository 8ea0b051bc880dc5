"""Who is waiting for whom: every open row of every checklist that the asker may see, by the desk that signs it off."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from squaremile.core.reads import people
from squaremile.core.words import STAFF_UNNAMED
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency.models import ChecklistEntry
from squaremile.residency.policies import checklists as policy
from squaremile.residency.reads.checklists import EntryRow, entry_of, row_of
from squaremile.residency.reads.days import today
from squaremile.residency.words import people as words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One open row. `name` is whose it is; None: the company's own."""

    entry: EntryRow
    signs: str
    company: str
    company_id: UUID
    company_name: Text
    member: str
    name: Text | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Those who sign, and how much of it waits for them."""

    key: str
    said: Text
    count: int
    late: int


def entry(code: str) -> Waiting:
    """One row by its code, open or not. Raises Missing."""
    found = ChecklistEntry.objects.select_related("company__organisation", "member", "file").filter(code=code).first()
    if found is None:
        raise Missing(words.ENTRY_UNKNOWN)
    return _made([found])[0]


def waiting(*, company: UUID | None = None) -> list[Waiting]:
    """Late ones first, then by day. People who have gone keep the rows of their leaving alone. Two statements."""
    day = today()
    here = Q(member=None) | Q(member__gone_on=None) | Q(member__gone_on__gt=day) | Q(anchor="exit")
    found = ChecklistEntry.objects.filter(here).exclude(state="waived").select_related("company__organisation", "member", "file")
    rows = [row for row in (found.filter(company=company) if company else found) if policy.is_open(entry_of(row), day)]
    return sorted(_made(rows), key=lambda each: (not each.entry.late, each.entry.due_on, each.company, each.entry.code))


def _made(rows: list[ChecklistEntry]) -> list[Waiting]:
    asking, day = require(), today()
    names = people.named({row.person_id for row in rows if row.person_id})
    return [
        Waiting(
            row_of(row, entry_of(row), asking, day), row.signs, row.company.code, row.company_id,
            both(row.company.organisation.name_ko, row.company.organisation.name_en), row.member.code if row.member else "",
            (names[row.person_id].name if row.person_id in names else STAFF_UNNAMED) if row.person_id else None,
        )
        for row in rows
    ]


def desks(rows: list[Waiting]) -> list[Desk]:
    """Every desk with its count, in the order of the house."""
    return [
        Desk(key, said, sum(row.signs == key for row in rows), sum(row.signs == key and row.entry.late for row in rows))
        for key, said in words.DOERS.items()
    ]
