"""Who may use what: as NEMO had it, and for ten years where NEMO set no end."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from squaremile.booking import operations as booking
from squaremile.booking.words import QUALIFICATION_EXISTS
from squaremile.cli.imports.applying import about
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying
from squaremile.cli.imports.nemo.qualifications import Qualification
from squaremile.kernel.errors import Refused

ENDLESS = timedelta(days=3650)


def apply_qualifications(run: Applying) -> None:
    """One that lapsed is history and comes along with its period."""
    endless = 0
    for each in run.track(words.QUALIFICATIONS, run.plan.qualifications):
        if run.ledger.subject(each.external_id, "qualification") is not None:
            run.report.same("qualification")
            continue
        person, equipment = run.people.get(each.person), run.equipment.get(each.equipment)
        if person is None or equipment is None:
            run.report.unplan("qualification", "person_left" if person is None else "retired")
            continue
        start = run.midnight(each.since) if each.since else run.now
        end = run.midnight(each.expires_on) if each.expires_on else run.now + ENDLESS
        if end <= start:
            run.report.unplan("qualification", "lapsed")
            continue
        if _give(run, each, person, equipment, start, end):
            endless += each.expires_on is None
    if endless:
        day = f"{(run.now + ENDLESS).astimezone(run.zone):%Y-%m-%d}"
        run.report.find("endless_qualifications", "", words.ENDLESS.fill({"count": endless, "day": day}))


def _give(
    run: Applying, each: Qualification, person: UUID, equipment: str, start: datetime, end: datetime
) -> bool:
    """Whether it was made; one that overlaps what is here already counts as unchanged."""
    with about(each.external_id):
        try:
            made = booking.qualify(equipment=equipment, person=person, start=start, end=end)
        except Refused as refused:
            if refused.code != QUALIFICATION_EXISTS:
                raise
            run.report.find("qualified_here", each.external_id, words.QUALIFIED_HERE)
            run.report.same("qualification")
            return False
        run.ledger.remember(each.external_id, "qualification", made.id)
    run.report.made("qualification")
    return True
