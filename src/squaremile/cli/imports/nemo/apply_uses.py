"""NEMO's usage events become sessions on the bookings they belong to; their minutes reach metering once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from squaremile.booking.operations.history import record_reservation, record_session
from squaremile.booking.operations.use import METER
from squaremile.booking.words import NOT_PLAYED_BACK, SLOT_TAKEN
from squaremile.cli.imports.applying import about
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying, Owner
from squaremile.cli.imports.nemo.reservations import Reservation
from squaremile.cli.imports.nemo.usage import Use
from squaremile.kernel.errors import Refused
from squaremile.kernel.period import Period
from squaremile.metering.operations import record_usage

NOTE = 300
Held = dict[tuple[str, str, str | None], list[Reservation]]


def apply_uses(run: Applying) -> None:
    """Sessions that are over and paid by a project; the others are kept apart, for they cannot be charged yet."""
    held: Held = defaultdict(list)
    for reservation in run.plan.bookings.standing:
        if reservation.external_id in run.bookings:
            held[reservation.equipment, reservation.person, reservation.project].append(reservation)
    metered = 0
    for use in run.track(words.USES, run.plan.uses):
        if run.ledger.subject(use.external_id, "session", "usage_event") is not None:
            run.report.same("usageevent")
        elif _use(run, use, held):
            metered += 1
    if metered:
        run.report.find("history_metered", "", words.HISTORY_METERED.fill({"count": metered}))


def _use(run: Applying, use: Use, held: Held) -> bool:
    """Whether it was recorded."""
    person, equipment = run.people.get(use.person), run.equipment.get(use.equipment)
    owner = _owner(run, use)
    values = {"equipment": run.called(use.equipment), "person": run.name_of(use.person),
              "when": run.when(use.start, use.end)}  # fmt: skip
    if use.end is None or person is None or equipment is None or owner is None:
        run.hold_back("usageevent", use.external_id)
        if use.end is not None:
            run.report.find("no_payer", use.external_id, words.NO_PAYER.fill(values))
        return False
    with about(use.external_id):
        kind, made = _recorded(run, use, Period(use.start, use.end), person, equipment, owner, held)
        if kind == "usage_event":
            run.ledger.remember(use.external_id, kind, made)
            run.report.find("use_without_slot", use.external_id, words.USE_WITHOUT_SLOT.fill(values))
        else:
            run.ledger.told(use.external_id, kind, made)
    run.report.made("usageevent")
    if use.waived:
        run.report.find("waived", use.external_id, words.WAIVED.fill(values))
    if use.answers:
        run.kept.append(use.external_id)
    return True


def _owner(run: Applying, use: Use) -> Owner | None:
    """The organisation behind its project, where that can still be charged."""
    if use.project is None or run.projects.get(use.project) not in run.open_projects:
        return None
    project = next(each for each in run.plan.projects if each.external_id == use.project)
    return run.organisations[project.organisation]


def _recorded(
    run: Applying, use: Use, span: Period, person: UUID, equipment: str, owner: Owner, held: Held
) -> tuple[str, UUID]:
    """On the booking it belongs to, else on a slot of its own; where others hold that time, as minutes alone."""
    project = run.projects[use.project or ""]
    booked = _booking(use, span, held)
    try:
        code = run.bookings[booked.external_id] if booked else record_reservation(
            equipment=equipment, start=span.start, end=span.end, person=person, organisation=owner.code,
            project=run.open_projects[project], state="done",
        ).code  # fmt: skip
        made = record_session(
            reservation=code, started_at=span.start, ended_at=span.end, note_text=_note(run, use),
            origin=use.external_id,
        )  # fmt: skip
        return "session", made.id
    except Refused as refused:
        if refused.code not in (SLOT_TAKEN, NOT_PLAYED_BACK):
            raise
    minutes = Decimal(span.duration // timedelta(microseconds=1)) / 60_000_000
    event = record_usage(
        meter=METER, organisation=owner.id, project=project, person=person, subject=equipment, period=span,
        quantity=minutes.quantize(Decimal("0.0001")), evidence={"taken_from": use.external_id},
        origin=f"import:{use.external_id}"[:120],
    )  # fmt: skip
    return "usage_event", event.id


def _booking(use: Use, span: Period, held: Held) -> Reservation | None:
    """The booking of the same person, project and instrument that shares most time with the session."""

    def shared(each: Reservation) -> tuple[timedelta, datetime]:
        part = each.span.clipped(span)
        return (part.duration if part else timedelta()), each.span.start

    own = [each for each in held.get((use.equipment, use.person, use.project), ()) if each.span.overlaps(span)]
    return max(own, key=shared, default=None)


def _note(run: Applying, use: Use) -> str:
    if use.operator in (None, use.person):
        return ""
    said = words.REMOTE.fill({"name": run.name_of(use.operator or "")}).say()
    return run.ledger.fit(said, NOTE, use.external_id)
