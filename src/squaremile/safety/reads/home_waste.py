"""What the Safety home says of waste: containers whose clock is due, and how long the worst is over."""

from squaremile.kernel.words import Text
from squaremile.safety.policies import manifests
from squaremile.safety.reads import waste
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.home_inspections import HomeRow


def rows() -> list[HomeRow]:
    """As far as the asker may see them. Five statements."""
    due = [row for row in waste.here() if row.clocks and row.clocks[0].standing != "later"]
    worst = max(((today() - row.clocks[0].due).days for row in due), default=0)
    asked = [row for row in waste.pickups() if row.standing.reached is not None]
    longest = max(((today() - row.picked_on).days - manifests.steps()[0].days for row in asked), default=0)
    return [
        HomeRow(Text(ko="반출할 폐기물", en="Waste that has to go"), len(due), max(worst, 0), "safety_waste"),
        HomeRow(Text(ko="돌아오지 않은 인계서", en="Manifests that are not back"), len(asked), longest, "safety_waste"),
    ]
