"""Reminders of visits' clocks: to the lead, what is due soon once, what is late every week."""

from squaremile.core.notices import Letter, tell
from squaremile.core.worker import repeats
from squaremile.kernel.words import Text
from squaremile.network.reads.visit_clocks import reminders
from squaremile.network.words.visits import CLOCKS

SOON = Text(ko="{name}: 「{what}」 기한이 {on}입니다.", en="{name}: “{what}” is due on {on}.")
LATE = Text(ko="{name}: 「{what}」 기한({on})이 지났습니다.", en="{name}: “{what}” was due on {on} and is late.")


@repeats(seconds=6 * 3600)
def remind_of_clocks() -> None:
    """Four times a day; a reminder has an origin of its own, so that each is told once."""
    for each in reminders():
        values = {"name": each.name, "what": CLOCKS[each.clock], "on": f"{each.on:%Y-%m-%d}"}
        said = (LATE if each.late else SOON).fill(values)
        tell(
            [each.lead], "network.visit_clock", said, f"/network/visits/{each.code}/",
            f"visit_clock:{each.code}:{each.clock}:{each.told}", Letter(subject=said, body=said, about_bookings=False),
        )
