"""Who is at an instrument now, and in which room: for whoever counts people when something happens."""

from squaremile.booking.models import Session
from squaremile.kernel.words import both
from squaremile.safety.reads.house import Working


def working() -> list[Working]:
    """Everybody with an open session whom the asker may see. One statement."""
    found = Session.objects.filter(ended_at=None).select_related("equipment").order_by("started_at", "id")
    return [
        Working(s.equipment.place_id, s.person_id, s.organisation_id, s.started_at, both(s.equipment.name_ko, s.equipment.name_en))
        for s in found if s.equipment.place_id
    ]
