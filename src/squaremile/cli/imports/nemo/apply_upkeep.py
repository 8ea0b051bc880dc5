"""Open faults and scheduled maintenance. Bookings come first: work that lies on one is reported, never forced."""

from __future__ import annotations

from functools import partial

from squaremile.booking import operations as booking
from squaremile.booking.words import BLOCK_AFFECTS, SLOT_TAKEN, WORK_TYPES
from squaremile.cli.imports.applying import Made, about, joined
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying
from squaremile.cli.imports.nemo.faults import Fault
from squaremile.cli.imports.nemo.maintenance import Maintenance
from squaremile.kernel.errors import Refused

SAYS, PURPOSE = 1000, 300
_SORTS = {
    "clean": "cleaning", "calib": "calibration", "repair": "repair", "break": "breakdown", "train": "training",
    "청소": "cleaning", "교정": "calibration", "수리": "repair", "고장": "breakdown", "교육": "training",
}  # fmt: skip


def outage_id(outage: Maintenance, equipment: str) -> str:
    return joined(outage.external_id, equipment)


def apply_faults(run: Applying) -> None:
    """The words stay with staff: NEMO does not say for which company they were written."""
    for each in run.plan.faults:
        equipment = run.equipment.get(each.equipment)
        if equipment is None and not run.ledger.knows(each.external_id):
            run.report.unplan("task", "retired")
            continue
        run.ledger.once(
            "task", each.external_id, "fault", partial(_fault, run, each, equipment or "")
        )


def _fault(run: Applying, each: Fault, equipment: str) -> Made:
    text = "\n".join(part for part in (each.sort, each.description, each.progress) if part)
    text = text or words.NO_WORDS.say()
    if each.reported_at:
        day = f"{each.reported_at.astimezone(run.zone):%Y-%m-%d}"
        text = words.REPORTED.fill({"day": day, "text": text}).en
    severity = "unusable" if each.stops else "degraded" if each.hazard or each.urgent else "note"
    made = booking.report_fault(
        equipment=equipment, severity=severity, says=run.ledger.fit(text, SAYS, each.external_id)
    )
    if each.expected_until and each.expected_until > run.now:
        booking.describe_fault(fault=made.code, expected_back=each.expected_until)
    return made


def apply_maintenance(run: Applying) -> None:
    """One block for each instrument that an outage stops."""
    for each in run.plan.maintenance:
        if not each.equipment:
            run.hold_back("scheduledoutage", each.external_id)
            values = {"title": each.title or each.resource, "when": run.when(each.span.start, each.span.end)}
            run.report.find("outage_kept", each.external_id, words.OUTAGE_KEPT.fill(values))
            continue
        outcomes = {_block(run, each, equipment) for equipment in each.equipment}
        if "made" in outcomes:
            run.report.made("scheduledoutage")
        elif "same" in outcomes:
            run.report.same("scheduledoutage")
        else:
            run.report.unplan("scheduledoutage", outcomes.pop())


def _block(run: Applying, each: Maintenance, equipment: str) -> str:
    """`made`, `same`, or the reason why not."""
    external_id = outage_id(each, equipment)
    if run.ledger.subject(external_id, "maintenance") is not None:
        return "same"
    if (code := run.equipment.get(equipment)) is None:
        return "retired"
    said = ": ".join(part for part in (each.title, each.resource, each.details) if part)
    with about(external_id):
        try:
            made = booking.block(
                equipment=code, start=each.span.start, end=each.span.end, work_type=_work_type(each.sort),
                purpose=run.ledger.fit(said, PURPOSE, external_id),
            )  # fmt: skip
        except Refused as refused:
            if refused.code not in (BLOCK_AFFECTS, SLOT_TAKEN):
                raise
            values = {"equipment": run.called(equipment), "when": run.when(each.span.start, each.span.end)}
            run.report.find("outage_displaced", each.external_id, words.OUTAGE_DISPLACED.fill(values))
            return "already_taken"
        run.ledger.remember(external_id, "maintenance", made.id)
    return "made"


def _work_type(sort: str) -> str:
    """One of booking's kinds of work by the site's word for it; preventive where it says nothing we know."""
    said = sort.casefold()
    if said in WORK_TYPES:
        return said
    return next((kind for word, kind in _SORTS.items() if word in said), "preventive")
