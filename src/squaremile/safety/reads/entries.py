"""Who is inside: the newest line of everybody, and who is at an instrument. Row security decides whom the asker sees.

Safety, operations and auditors see everybody; a company its own people and visitors; everybody herself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.core.reads import people
from squaremile.core.reads.organisations import organisations
from squaremile.core.words import STAFF_UNNAMED
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Entry
from squaremile.safety.reads import house
from squaremile.safety.words import emergency as words
from squaremile.spaces.reads import places

FORGOTTEN = timedelta(hours=16)
"""Inside for longer than this, somebody has probably forgotten to say that she left."""
LONGEST = timedelta(days=7)
"""Lines older than this count no more: nobody stays inside for a week."""
LATELY = 100


@dataclass(frozen=True, slots=True)
class InsideRow:
    """Somebody who is inside. `by` says how it is known; an instrument in use counts where she did not say that she came."""

    name: Text
    company: Text | None
    place: UUID
    place_name: Text
    since: datetime
    by: Text
    visitor: bool
    forgotten: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the log."""

    name: Text
    company: Text | None
    place_name: Text
    way: str
    at: datetime
    by: Text

    @property
    def way_said(self) -> Text:
        return words.WAYS[self.way]


def inside() -> list[InsideRow]:
    """Everybody whom the asker may see, by place and name. Five statements."""
    now = clock.now()
    newest = Entry.objects.filter(at__gt=now - LONGEST).select_related("place").order_by(
        "person", "visitor", "organisation", "-at", "-id"
    ).distinct("person", "visitor", "organisation")
    last: dict[object, Entry] = {}
    for line in newest:
        key = line.person_id or (line.visitor, line.organisation_id)
        if key not in last or line.at > last[key].at:
            last[key] = line
    here = [line for line in last.values() if line.way == "in"]
    using = [w for w in house.working() if w.person not in {line.person_id for line in here}]
    names = people.named([*(line.person_id for line in here if line.person_id), *(w.person for w in using)])
    companies = {row.id: row.name for row in organisations()}
    where = {row.id: row.name for row in places.rooms()} if using else {}
    me = require().actor
    rows = [
        InsideRow(
            _name(line, names), companies.get(line.organisation_id) if line.organisation_id else None, line.place_id,
            both(line.place.name_ko, line.place.name_en), line.at, words.BY[line.by], line.person_id is None, line.at < now - FORGOTTEN,
            line.person_id is not None and line.person_id == me,
        )
        for line in here
    ]
    rows += [
        InsideRow(
            names[w.person].name if w.person in names else STAFF_UNNAMED, companies.get(w.organisation), w.place,
            where.get(w.place, w.instrument), w.since, words.BY["instrument"], False, w.since < now - FORGOTTEN, w.person == me,
        )
        for w in using
    ]
    return sorted(rows, key=lambda row: (row.place_name.ko, row.name.ko))


def lately() -> list[EntryRow]:
    """The newest lines that the asker may see. Three statements."""
    found = list(Entry.objects.select_related("place").order_by("-at", "-id")[:LATELY])
    names = people.named(line.person_id for line in found if line.person_id)
    companies = {row.id: row.name for row in organisations()}
    return [
        EntryRow(
            _name(line, names), companies.get(line.organisation_id) if line.organisation_id else None,
            both(line.place.name_ko, line.place.name_en), line.way, line.at, words.BY[line.by],
        )
        for line in found
    ]


def last_of(person: UUID | None, visitor: str, organisation: UUID | None) -> Entry | None:
    """The newest line of somebody."""
    if person is not None:
        found = Entry.objects.filter(person_id=person)
    else:
        found = Entry.objects.filter(person=None, visitor=visitor)
        found = found.filter(organisation_id=organisation) if organisation else found.filter(organisation=None)
    return found.filter(at__gt=clock.now() - LONGEST).order_by("-at", "-id").first()


def mine() -> Entry | None:
    """The asker's own newest line, with its place."""
    actor = require().actor
    return Entry.objects.filter(person_id=actor).select_related("place").order_by("-at", "-id").first() if actor else None


def _name(line: Entry, names: dict[UUID, people.Named]) -> Text:
    if line.person_id is None:
        return both(line.visitor, line.visitor)
    return names[line.person_id].name if line.person_id in names else STAFF_UNNAMED
