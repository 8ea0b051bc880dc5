"""What the Safety home says of inspections: how many are overdue, for how long, and where."""

from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.safety.reads import inspections
from squaremile.safety.reads.areas import today


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One line of the Safety home. `worst_days`: by how long the worst is past its day; 0 where nothing is, or by hours alone,
    as `late` says. `oldest_days`: how long the oldest has waited, where no day is set and nothing is late by waiting."""

    title: Text
    count: int
    worst_days: int
    url_name: str
    oldest_days: int = 0
    late: bool = False


def rows() -> list[HomeRow]:
    """Overdue inspections, as far as the asker may see them. Three statements."""
    late = [row for row in inspections.owed() if row.standing == "overdue"]
    worst = max(((today() - row.due).days for row in late), default=0)
    return [HomeRow(Text(ko="기한이 지난 점검", en="Overdue inspections"), len(late), worst, "safety_inspections")]
