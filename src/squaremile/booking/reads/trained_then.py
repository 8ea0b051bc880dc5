"""What somebody lacked of training while she used an instrument: its own, and the courses that it or its place needs."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.booking import words
from squaremile.booking.models import Equipment, Qualification
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.safety.reads import place_gates, training


def lacking(machine: Equipment, person: UUID, used: Period) -> list[Text]:
    """By name; nothing where all held to the end of the use."""
    found = list[Text]()
    if machine.needs_qualification and not Qualification.objects.filter(
        equipment=machine, person_id=person, revoked_at=None, valid__contains=used
    ).exists():
        found.append(words.CHECKS["training"])
    wanted, _ = place_gates.needed(instrument=machine.code, place=machine.place_id)
    if wanted:
        day = (used.end - timedelta(microseconds=1)).astimezone(ZoneInfo(settings.TIME_ZONE)).date()
        found += [row.course.name for row in training.standings(person, wanted, day) if not row.standing.counts]
    return found
