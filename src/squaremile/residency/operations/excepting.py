"""What stands against an application is settled, or the site director says why it passes all the same."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Application, StopException
from squaremile.residency.reads.stops import said, stops, unexcepted
from squaremile.residency.words import applications as words
from squaremile.residency.words import review

STOPPED = {"application_stop_excepted": words.STOPPED, "stop_exception_reasoned": words.REASON_NEEDED}


def unstopped(application: Application, exception: str) -> str:
    """Inside another operation: raises where something stops it and no reason is given. Returns the exception that was
    needed, if one was. A reason given before stands for the very stops that it named."""
    left = unexcepted(application, stops(application))
    if not left:
        return ""
    reason, told = exception.strip()[:2000], said(left)
    if not reason:
        raise Refused(words.STOPPED, {"stops": told})
    if not rules.make_exceptions(require()):
        raise Refused(review.EXCEPTION_BY_DIRECTOR)
    StopException.objects.create(
        application=application, stops=[stop.key for stop in left], says_ko=told.ko[:2000], says_en=told.en[:2000], reason=reason,
        at=clock.now(), by_id=require().actor,  # type: ignore[misc]
    )
    return reason
