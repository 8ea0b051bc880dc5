"""How the state of a place looks and what is said of it: colour family, second cue, one sentence."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from squaremile.spaces.policies.standing import Standing
from squaremile.spaces.reads.inside import Spot
from squaremile.web.kit.templatetags.kit import clock_text
from squaremile.web.pages.spaces.days import day_of, last_day


def look(spot: Spot) -> str:
    """Free, pending (held), company (mine) or other; empty for what is not let."""
    if not spot.rentable:
        return ""
    return look_of(spot.standing)


def look_of(standing: Standing) -> str:
    if standing.state == "free":
        return "free"
    if standing.state == "held":
        return "pending"
    return "company" if standing.stay and standing.stay.mine else "other"


def says(spot: Spot, zone: ZoneInfo) -> str:
    """`Bench 201-3: occupied, Moak Cellworks, until 31 March` as a name for the drawing and for the ear."""
    if not spot.rentable:
        return str(spot.name)
    parts = [str(spot.state_name)]
    if spot.standing.stay and spot.standing.stay.holder:
        parts.append(str(spot.standing.stay.holder))
    if when := dates(spot.standing, zone):
        parts.append(when)
    return f"{spot.name}: {', '.join(parts)}"


def dates(standing: Standing, zone: ZoneInfo) -> str:
    """From when, until when; empty where the place is free."""
    stay = standing.stay
    if stay is None:
        return ""
    until = clock_text(last_day(stay.period.end, zone), "date")
    if standing.state == "held":
        return _("from %(start)s until %(until)s") % {
            "start": clock_text(day_of(stay.period.start, zone), "date"), "until": until
        }
    return _("until %(until)s") % {"until": until}
