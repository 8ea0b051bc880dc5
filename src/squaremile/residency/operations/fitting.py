"""Places that are typed by hand keep the rules of allocation, or the site director says why not."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db import connection

from squaremile.core import audit
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import Record
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import FitException, Licence
from squaremile.residency.reads.days import today
from squaremile.residency.reads.fitting import together, unfit
from squaremile.residency.words import fitting as words
from squaremile.spaces.reads import places

REFUSES = (words.SPACE_UNFIT, words.FIT_BY_DIRECTOR)
EXCEPTED = {"fit_exception_reasoned": words.FIT_REASON}


def in_turn(takes: Sequence[str]) -> None:
    """Whoever seats somebody on a site waits until the other has: two that each fit need not fit together. Before anything else
    is locked, inside another operation."""
    with connection.cursor() as cursor:
        for site in sorted(places.by_site(takes)):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 62))", (str(places.find(site).id),))


def fitted(
    act: str, licence: Licence, takes: Sequence[str], day: date, exception: str, leaves: Collection[str] = (), *, until: date,
    had: bool = False,
) -> None:
    """Inside another operation: raises where the places do not fit the licence's company from a day until another and no reason is
    given. A reason that was needed is kept. `had`: it sits there already, and stays for longer."""
    from_day, wanted = max(day, today()), sorted(set(takes))
    left = unfit(licence.company.code, wanted, from_day, leaves, until=until, had=had)
    if not left:
        return
    reason, told = exception.strip()[:2000], together(left)
    if not reason:
        raise Refused(words.SPACE_UNFIT, arithmetic=told)
    if not rules.make_exceptions(require()):
        raise Refused(words.FIT_BY_DIRECTOR, arithmetic=told)
    FitException.objects.create(
        licence=licence, places=wanted, day=from_day, says_ko=told.ko[:2000], says_en=told.en[:2000], reason=reason,
        at=clock.now(), by_id=require().actor,  # type: ignore[misc]
    )
    # An entry of its own and of no organisation: the company reads the act's, and must not learn who sits there.
    audit.write(Record(act, require(), subject=licence, data={"places": wanted, "unfit": told.en, "exception": reason}))
