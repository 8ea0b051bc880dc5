"""What the Safety home says of incidents: notices still to be given, incidents that are open, places that are locked."""

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.safety.reads import incidents
from squaremile.safety.reads.home_inspections import HomeRow


def rows() -> list[HomeRow]:
    """As far as the asker may see them. Four statements."""
    now, found = clock.now(), incidents.incidents()
    open_ones = [row for row in found if row.state != "closed"]
    late = [due for row in found for due in row.waits]
    worst = max(((now - due.due_at).days for due in late), default=0)
    locked = incidents.locks()
    return [
        HomeRow(Text(ko="관계 기관에 통보할 일", en="Notices to authorities"), len(late), max(worst, 0), "safety_incidents"),
        HomeRow(Text(ko="종결하지 않은 사고", en="Open incidents"), len(open_ones),
                max(((now - row.reported_at).days for row in open_ones), default=0), "safety_incidents"),
        HomeRow(Text(ko="사용을 제한한 곳", en="Locked places"), len(locked), max(((now - x.since).days for x in locked), default=0),
                "safety_incidents"),
    ]  # fmt: skip
