"""What is already known of places that end or come: exits, notices of licences, moves and amendments on their way."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.residency.models import Departure, LicenceNotice, LicencePlace, MovePlace
from squaremile.residency.reads.days import begin_of, end_of, today

ON_ITS_WAY = ("proposed", "signed")


@dataclass(frozen=True, slots=True)
class Known:
    """`leaving`: companies that have given notice, and when each is gone. By occupancy: `ending` under a licence that was given
    notice; `given_up` by a move or an amendment; `its_own`: what comes that way, which is no new company's."""

    leaving: dict[UUID, datetime]
    ending: dict[UUID, datetime]
    given_up: dict[UUID, datetime]
    its_own: frozenset[UUID]


def known() -> Known:
    """As the asker may see it. Six statements."""
    day = today()
    exits = Departure.objects.filter(state="noticed").values_list("company", "last_day")
    # Who is in residence again has cleared the exit of an earlier stay.
    cleared = Departure.objects.filter(state="cleared", last_day__gte=day).exclude(company__state="resident").values_list("company", "last_day")
    noticed = dict(LicenceNotice.objects.filter(licence__state="in_force").values_list("licence", "last_day"))
    under = LicencePlace.objects.filter(live=True, licence__in=noticed).values_list("occupancy", "licence")
    moving = list(MovePlace.objects.filter(move__state="planned").values_list("occupancy", "taken", "move__day"))
    amended = LicencePlace.objects.filter(live=True, licence__state="in_force")
    gives = amended.filter(given_up_by__state__in=ON_ITS_WAY).values_list("occupancy", "given_up_by__effective_on")
    comes = amended.filter(amendment__isnull=False).values_list("occupancy", flat=True)
    return Known(
        {company: end_of(max(last, day)) for company, last in (*exits, *cleared)},
        {occupancy: end_of(noticed[licence]) for occupancy, licence in under},
        {occupancy: begin_of(on) for occupancy, taken, on in moving if not taken} | {held: begin_of(on) for held, on in gives},
        frozenset(occupancy for occupancy, taken, _on in moving if taken) | frozenset(comes),
    )
