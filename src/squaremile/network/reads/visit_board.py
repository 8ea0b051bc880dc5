"""The planner's board: one row a day with its stops, and a row of wishes that wait for a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from squaremile.kernel.words import Text
from squaremile.network.models import Delegation, VisitStop, VisitWish
from squaremile.network.policies.clashes import Clash
from squaremile.network.policies.itinerary import DAY
from squaremile.network.reads.visit_plan import days_of, minute_of
from squaremile.network.words import visits as words

WAITING = "wishes"
"""The row of wishes that stand in no day yet."""
LOOKS = {"meeting": "mine", "ceremony": "company"}


@dataclass(frozen=True, slots=True)
class BoardDay:
    """A day: how many stops and how many of them clash."""

    day: date
    stops: int
    wrong: int


@dataclass(frozen=True, slots=True)
class BoardEvent:
    """A stop, or a wish that waits. Times are minutes on the wall clock since the midnight its row begins with."""

    code: str
    wish: bool
    row: str
    start: int
    end: int
    title: str
    look: str
    movable: bool


def days(found: Delegation, stops: Sequence[VisitStop], clashes: Sequence[Clash]) -> list[BoardDay]:
    """Every day of the visit. No statement."""
    wrong = {code for clash in clashes for code in clash.stops}
    own: dict[int, list[str]] = {}
    for stop in stops:
        own.setdefault(minute_of(stop.period.start, found) // DAY, []).append(stop.code)
    return [BoardDay(day, len(own.get(n, ())), sum(code in wrong for code in own.get(n, ()))) for n, day in enumerate(days_of(found))]


def events(found: Delegation, stops: Sequence[VisitStop], clashes: Sequence[Clash]) -> list[BoardEvent]:
    """What stands on the board. One statement."""
    wrong, dated, made = {code for clash in clashes for code in clash.stops}, days_of(found), []
    for stop in stops:
        start, end = minute_of(stop.period.start, found), minute_of(stop.period.end, found)
        midnight = start // DAY * DAY
        look = "fault" if stop.code in wrong else LOOKS.get(stop.kind, "other")
        made.append(BoardEvent(
            stop.code, False, dated[start // DAY].isoformat(), start - midnight, end - midnight,
            f"{stop.party.name}: {stop.title}" if stop.party else stop.title, look, not stop.fixed,
        ))
    return made + _waiting(found)


def _waiting(found: Delegation) -> list[BoardEvent]:
    """Wishes in no day, the most wanted first, one after the other through the hours of a day, then again from its morning."""
    opens, closes = (moment.hour * 60 + moment.minute for moment in (found.day_start, found.day_end))
    made, at = [], opens
    for wish in VisitWish.objects.filter(delegation=found, stop=None).order_by("-priority", "id"):
        if at + wish.minutes > closes:
            at = opens
        made.append(BoardEvent(wish.code, True, WAITING, at, at + wish.minutes, wish.title, "pending", True))
        at += wish.minutes
    return made


def said(stop: str, stops: Sequence[VisitStop], clashes: Sequence[Clash]) -> list[tuple[Text, str]]:
    """What is wrong with one stop, each with the title of the other stop it is about ("" for none). No statement."""
    titles = {one.code: one.title for one in stops}
    found = []
    for clash in clashes:
        if stop in clash.stops:
            other = next((titles.get(code, "") for code in clash.stops if code != stop), "")
            found.append((words.CLASHES[clash.kind].fill({"who": clash.who, "needed": clash.needed, "there": clash.there}), other))
    return found
