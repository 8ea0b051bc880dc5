"""What the Safety home says of inspections and findings: how many wait, how long the oldest has waited, and where."""

from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.safety.reads import findings, inspections
from squaremile.safety.reads.areas import today


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One line of the Safety home. `worst_days`: how long the oldest has waited; 0 where nothing does."""

    title: Text
    count: int
    worst_days: int
    url_name: str


def rows() -> list[HomeRow]:
    """Overdue inspections and open findings, as far as the asker may see them. Four statements."""
    late = [row for row in inspections.owed() if row.standing == "overdue"]
    worst, ages = max(((today() - row.due).days for row in late), default=0), findings.ages()
    return [
        HomeRow(Text(ko="기한이 지난 점검", en="Overdue inspections"), len(late), worst, "safety_inspections"),
        HomeRow(Text(ko="조치할 지적 사항", en="Open findings"), ages.all, ages.worst, "safety_findings"),
    ]
