"""One contact's entry, for mending it."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel.errors import Missing
from squaremile.network.models import Attendee, Interaction, InteractionNote
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class Entry:
    """As its form shows it; `member_code` leads back to the relationship."""

    code: str
    member_code: str
    kind: str
    at: datetime
    title_ko: str
    title_en: str
    length: int
    attendees: str
    minutes_ko: str
    minutes_en: str
    staff_notes_ko: str
    staff_notes_en: str
    entitlement: str
    units: int


def entry(code: str) -> Entry:
    """One entry with staff's notes, for staff. Raises `network.interaction_unknown`."""
    found = Interaction.objects.select_related("organisation", "partner").filter(code=code).first()
    whose = (found.organisation or found.partner) if found else None
    if found is None or whose is None:
        raise Missing(words.INTERACTION_UNKNOWN)
    notes = InteractionNote.objects.filter(interaction=found).first()
    there = Attendee.objects.filter(interaction=found).order_by("id").values_list("person__code", flat=True)
    return Entry(
        found.code, whose.code, found.kind, found.at, found.title_ko, found.title_en, found.length, ", ".join(there),
        found.minutes_ko, found.minutes_en, notes.notes_ko if notes else "", notes.notes_en if notes else "",
        found.entitlement, found.units,
    )
