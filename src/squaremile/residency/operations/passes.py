"""Badges and keys: given once nothing keeps them shut, taken back, or lost."""

from collections.abc import Sequence
from datetime import date

from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import AccessPass
from squaremile.residency.models.passes import KINDS
from squaremile.residency.operations.members import present
from squaremile.residency.reads.asked_of_gates import Entering
from squaremile.residency.reads.checklists import shut
from squaremile.residency.reads.days import today
from squaremile.residency.reads.standing import at
from squaremile.residency.words import people as words


@operation(
    "residency.issue_pass", ko="출입증·열쇠 주기", en="Issue a badge or key", may=rules.keep_passes,
    refuses=(words.MEMBER_UNKNOWN, words.HAS_LEFT, words.CHECKLIST_OPEN, words.PASS_UNSOUND, words.COMPANY_SUSPENDED),
    constraints={"pass_in_one_hand": words.PASS_TAKEN, "pass_hours_sound": words.PASS_UNSOUND,
                 "pass_ends_later": words.PASS_UNSOUND, "pass_company_in_standing": words.COMPANY_SUSPENDED},
)
def issue_pass(
    *, company_member: str, kind: str, pass_number: str, expires_on: date, zones: Sequence[str] = (), from_minute: int = 0,
    to_minute: int = 1440,
) -> AccessPass:
    """Put a badge or key into somebody's hands, for zones and hours, until a day. Refused while her checklist says no,
    and while the company is suspended.
    """
    if kind not in KINDS or not pass_number.strip() or not 0 <= from_minute < to_minute <= 1440 or expires_on <= today():
        raise Invalid(words.PASS_UNSOUND)
    found = present(company_member)
    standing = at(found.company_id, clock.now())
    if standing is not None and standing.suspended:
        raise Refused(words.COMPANY_SUSPENDED)
    left = shut(found.company_id, found.person_id, "badge")
    if left:
        items = Text(ko=", ".join(row.ko for row in left), en=", ".join(row.en for row in left))
        raise Refused(words.CHECKLIST_OPEN, {"items": items})
    places = tuple(z.strip()[:40] for z in zones if z.strip())[:20]
    gates.check("residency.issue_pass", Entering("access", found.company_id, found.person_id, places))
    made = AccessPass.objects.create(
        code=short_code("AP"), company=found.company, member=found, kind=kind, number=pass_number.strip()[:40],
        zones=list(places), from_minute=from_minute, to_minute=to_minute,
        expires_on=expires_on, state="issued", issued_on=today(),
    )
    note(subject=made, organisation=found.company_id, kind=kind, number=made.number, zones=made.zones)
    return made


@operation(
    "residency.take_back_pass", ko="출입증·열쇠 돌려받기", en="Take back a badge or key", may=rules.keep_passes,
    refuses=(words.PASS_UNKNOWN, words.PASS_STEP), constraints={"access_pass_step_allowed": words.PASS_STEP},
)
def take_back_pass(*, access_pass: str, state: str = "returned") -> AccessPass:
    """It came back (returned), or will not (lost). What was lost may still turn up."""
    if state not in ("returned", "lost"):
        raise Refused(words.PASS_STEP)
    found = AccessPass.objects.select_for_update().filter(code=access_pass).first()
    if found is None:
        raise Missing(words.PASS_UNKNOWN)
    if found.state == state:
        raise Refused(words.PASS_STEP)
    found.state, found.settled_on = state, today()
    found.save(update_fields=["state", "settled_on"])
    note(subject=found, organisation=found.company_id, number=found.number, state=state)
    return found
