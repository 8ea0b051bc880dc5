"""NEMO's reservations, as they were agreed. Nothing overlaps: what has no place any more is reported by name."""

from __future__ import annotations

from squaremile.booking.operations.history import record_reservation
from squaremile.booking.operations.queue import of_codes, queue_for
from squaremile.booking.reads import entries
from squaremile.booking.words import SLOT_TAKEN
from squaremile.cli.imports.applying import about
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying, Owner
from squaremile.cli.imports.nemo.reservations import Reservation
from squaremile.kernel.errors import Refused

PURPOSE = 300


def apply_bookings(run: Applying) -> None:
    """Those that stand, then those that were missed (they hold no slot)."""
    queue_for(of_codes(run.equipment.values()))
    known = {}
    for each in run.track(words.BOOKINGS, (*run.plan.bookings.standing, *run.plan.bookings.missed)):
        key = run.ledger.subject(each.external_id, "reservation")
        if key is None:
            _record(run, each)
        else:
            run.report.same("reservation")
            known[each.external_id] = key
    codes = entries.reservation_codes(known.values())
    run.bookings |= {each: codes[key] for each, key in known.items()}


def payer(run: Applying, person: str, project: str | None) -> tuple[Owner, str] | None:
    """Whose it is and the code of its project (empty: none that is open); None where that cannot be told.

    The project says it. Without one it is the person's only organisation; of several, none is guessed.
    """
    if project is not None:
        owner = next((p.organisation for p in run.plan.projects if p.external_id == project), None)
        if owner is None:
            return None
        return run.organisations[owner], run.open_projects.get(run.projects[project], "")
    own = next((p.memberships for p in run.plan.people if p.external_id == person), ())
    return (run.organisations[own[0].organisation], "") if len(own) == 1 else None


def _record(run: Applying, each: Reservation) -> None:
    person, equipment = run.people.get(each.person), run.equipment.get(each.equipment)
    if person is None or equipment is None:
        run.report.unplan("reservation", "person_left" if person is None else "retired")
        return
    values = {"equipment": run.called(each.equipment), "person": run.name_of(each.person),
              "when": run.when(each.span.start, each.span.end)}  # fmt: skip
    paid = payer(run, each.person, each.project)
    if paid is None:
        run.hold_back("reservation", each.external_id)
        run.report.find("no_payer", each.external_id, words.NO_PAYER.fill(values))
        return
    owner, project = paid
    state = "missed" if each.missed else "confirmed" if each.span.end > run.now else "done"
    said = "\n".join(part for part in (each.title, each.note) if part)
    with about(each.external_id):
        try:
            made = record_reservation(
                equipment=equipment, start=each.span.start, end=each.span.end, person=person, organisation=owner.code,
                project=project, state=state, purpose=run.ledger.fit(said, PURPOSE, each.external_id),
                origin=each.external_id,
            )  # fmt: skip
        except Refused as refused:
            if refused.code != SLOT_TAKEN:
                raise
            run.report.unplan("reservation", "already_taken")
            run.kept.append(each.external_id)
            run.report.find("already_taken", each.external_id, words.ALREADY_TAKEN.fill(values))
            return
    run.ledger.told(each.external_id, "reservation", made.id)
    run.report.made("reservation")
    run.bookings[each.external_id] = made.code
    if each.answers:
        run.kept.append(each.external_id)
