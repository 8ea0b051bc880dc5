"""Papers and clocks of a visit: briefing book, committee file, report; what is due when, and reminders."""

import hashlib

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import ClockDone, Delegation, VisitClock, VisitDocument
from squaremile.network.operations.delegations import open_delegation
from squaremile.network.policies.visit_clocks import DEFAULTS
from squaremile.network.reads.visit_content import content
from squaremile.network.reads.visit_pdf import pdf
from squaremile.network.words import visits as words

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)
TICKS = {"briefing": "briefing", "committee": "committee", "report": "report"}
"""A document that is made does what its clock asks for."""


@operation(
    "network.make_document", ko="방문 문서 만들기", en="Make a document of a visit", may=rules.liaise,
    refuses=(*_OPEN, BAD_INPUT), constraints={"visit_document_once": words.STEP_NOT_ALLOWED, "clock_done_once": words.CLOCK_TICKED},
)
def make_document(*, delegation: str, document: str, language: str = "ko") -> VisitDocument:
    """Make the next version of a briefing book (briefing), committee file (committee) or report, in ko or en.

    Its content is kept as it is now, with a hash of the PDF: a version can be printed again, never changed.
    """
    found = open_delegation(delegation)
    if document not in words.DOCUMENTS or language not in ("ko", "en"):
        raise Invalid(BAD_INPUT)
    before = VisitDocument.objects.filter(delegation=found, kind=document, language=language).count()
    now = clock.now().replace(microsecond=0)
    holds = content(found, document, language, version=before + 1, made_at=now)
    made = VisitDocument.objects.create(
        delegation=found, kind=document, language=language, version=before + 1, content=holds,
        digest=hashlib.sha256(pdf(document, holds, language, now)).hexdigest(), made_at=now, made_by_id=require().actor,
    )
    _ticked(found, TICKS[document])
    note(subject=found, document=document, language=language, version=made.version, digest=made.digest)
    return made


@operation(
    "network.tick_clock", ko="방문 기한 마침 적기", en="Tick a clock of a visit", may=rules.liaise,
    refuses=(*_OPEN, words.CLOCK_UNKNOWN), constraints={"clock_done_once": words.CLOCK_TICKED},
)
def tick_clock(*, delegation: str, clock_kind: str) -> Delegation:
    """What this clock asks for was done. Doing it twice changes nothing."""
    found = open_delegation(delegation)
    if clock_kind not in DEFAULTS:
        raise Missing(words.CLOCK_UNKNOWN)
    _ticked(found, clock_kind)
    note(subject=found, clock=clock_kind)
    return found


@operation(
    "network.set_visit_clock", ko="방문 기한 정하기", en="Set a clock of visits", may=rules.liaise,
    refuses=(words.CLOCK_UNKNOWN, BAD_INPUT), constraints={"visit_clock_once": BAD_INPUT, "visit_clock_sound": BAD_INPUT},
)
def set_visit_clock(*, clock_kind: str, anchor: str, days: int) -> VisitClock:
    """When something is due for every visit: `days` after (negative: before) its first (start) or last (end) day."""
    if clock_kind not in DEFAULTS:
        raise Missing(words.CLOCK_UNKNOWN)
    if anchor not in ("start", "end") or not -365 <= days <= 365:
        raise Invalid(BAD_INPUT)
    kept, _ = VisitClock.objects.update_or_create(clock=clock_kind, defaults={"anchor": anchor, "days": days})
    note(subject=kept, clock=clock_kind, anchor=anchor, days=days)
    return kept


def _ticked(found: Delegation, clock_kind: str) -> None:
    ClockDone.objects.get_or_create(
        delegation=found, clock=clock_kind, defaults={"done_at": clock.now(), "done_by_id": require().actor}
    )
