"""What the Safety home says of incidents: notices still to be given, incidents that are open, places that are locked."""

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.safety.reads import incidents
from squaremile.safety.reads.home_inspections import HomeRow


def rows() -> list[HomeRow]:
    """As far as the asker may see them. Four statements."""
    now, found = clock.now(), incidents.incidents()
    open_ones = [row for row in found if row.state != "closed"]
    waiting = [due for row in found for due in row.waits]
    late = [now - due.due_at for due in waiting if due.due_at < now]
    locked = incidents.locks()
    return [
        HomeRow(Text(ko="관계 기관에 통보할 일", en="Notices to authorities"), len(waiting), max((each.days for each in late), default=0),
                "safety_incidents", late=bool(late)),
        HomeRow(Text(ko="종결하지 않은 사고", en="Open incidents"), len(open_ones), 0, "safety_incidents",
                max(((now - row.reported_at).days for row in open_ones), default=0)),
        HomeRow(Text(ko="사용을 제한한 곳", en="Locked places"), len(locked), 0, "safety_incidents",
                max(((now - x.since).days for x in locked), default=0)),
    ]  # fmt: skip
