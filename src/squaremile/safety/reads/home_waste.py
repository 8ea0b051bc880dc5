"""What the Safety home says of waste: containers whose clock is due, and how long the worst is over."""

from squaremile.kernel.words import Text
from squaremile.safety.reads import waste
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.home_inspections import HomeRow


def rows() -> list[HomeRow]:
    """As far as the asker may see them. Three statements."""
    due = [row for row in waste.here() if row.clocks and row.clocks[0].standing != "later"]
    worst = max(((today() - row.clocks[0].due).days for row in due), default=0)
    return [HomeRow(Text(ko="반출할 폐기물", en="Waste that has to go"), len(due), max(worst, 0), "safety_waste")]
