"""Who comes and goes: on a phone at the door, by badge, or at the desk."""

from uuid import UUID

from squaremile.core.reads import grants, people
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Entry
from squaremile.safety.models.entry import WAYS
from squaremile.safety.operations.whose import company
from squaremile.safety.reads import entries, house
from squaremile.safety.words import emergency as words
from squaremile.safety.words.stock import WHOSE
from squaremile.spaces.reads import places

OUTSIDE = ("site", "building", "floor", "control_area", "room", "suite")


@operation(
    "safety.record_entry", ko="출입 적기", en="Record that somebody comes or goes", may=rules.enter,
    refuses=(words.ENTRY_UNSOUND, words.BADGE_UNKNOWN, WHOSE, NOT_FOUND), constraints={"entry_of_somebody": words.ENTRY_UNSOUND},
)
def record_entry(
    *, place: str, entry_way: str, badge: str = "", visitor: str = "", person: UUID | None = None, organisation: str = ""
) -> Entry:
    """In or out of a building or a part of it: oneself, one's visitor; for safety and operations anybody, by badge number or
    name. Said twice, it counts once."""
    where = places.find(place)
    if entry_way not in WAYS or where.kind not in OUTSIDE or sum((bool(badge.strip()), bool(visitor.strip()), person is not None)) > 1:
        raise Invalid(words.ENTRY_UNSOUND)
    who, whose, by = _who(badge.strip(), person, organisation, visitor=bool(visitor.strip()))
    name = "" if who else visitor.strip()[:80]
    last = entries.last_of(who, name, whose)
    if last is not None and (last.way, last.place_id) == (entry_way, where.id):
        note(subject=last, organisation=whose, way=entry_way, place=place, again=True)
        return last
    made = Entry.objects.create(
        place_id=where.id, person_id=who, visitor=name, organisation_id=whose, way=entry_way, at=clock.now(), by=by,
    )
    note(subject=made, organisation=whose, way=entry_way, place=place)
    return made


def _who(badge: str, person: UUID | None, organisation: str, *, visitor: bool) -> tuple[UUID | None, UUID | None, str]:
    """Whom the line is of, her company, and how it came: others than oneself and one's visitors are for the desk."""
    asking = require()
    if badge or (person is not None and person != asking.actor):
        if not rules.keep_entries(asking):
            raise Forbidden(NOT_ALLOWED)
        if person is not None:
            return person, _company_of(person), "desk"
        held = house.holder_of(badge)
        if held is None:
            raise Missing(words.BADGE_UNKNOWN)
        return *held, "badge"
    if asking.staff and not organisation:
        return (None if visitor else asking.actor), None, "desk" if visitor else "phone"
    return (None if visitor else asking.actor), company(organisation), "desk" if visitor else "phone"


def _company_of(person: UUID) -> UUID | None:
    if person not in people.named([person]):
        raise Missing(NOT_FOUND)
    return next(iter(sorted(grants.rights(person).organisations, key=str)), None)
