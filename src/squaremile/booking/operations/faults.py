"""Faults: reported by anyone, described and resolved by staff."""

from datetime import datetime
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Fault, FaultReport
from squaremile.core.reads import people
from squaremile.core.words import BAD_INPUT, NO_ORGANISATION, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import Scope, require
from squaremile.published.booking import FaultReported, FaultResolved


@operation(
    "booking.report_fault", ko="고장 알리기", en="Report a fault", may=rules.report_fault,
    refuses=(NOT_FOUND, BAD_INPUT, words.FAULT_WORDS_NEEDED, NO_ORGANISATION),
)
def report_fault(*, equipment: str, severity: str, says: str, organisation: str = "") -> Fault:
    """Say that something is wrong. Everyone learns that it is; the words stay with one's own company and staff.

    An unusable instrument takes no bookings until staff resolve the fault.
    """
    if not says.strip():
        raise Invalid(words.FAULT_WORDS_NEEDED)
    if severity not in words.SEVERITIES:
        raise Invalid(BAD_INPUT)
    found = Equipment.objects.filter(code=equipment).exclude(state="retired").first()
    if found is None:
        raise Missing(NOT_FOUND)
    asking = require()
    company = _company(asking, organisation)
    made = Fault.objects.create(
        code=short_code("FT"), equipment=found, severity=severity, reported_at=clock.now()
    )
    FaultReport.objects.create(fault=made, organisation_id=company, person=asking.actor, says=says.strip())
    note(subject=made, organisation=company, equipment=equipment, severity=severity)
    publish(FaultReported(fault=made.id, code=made.code, equipment=found.id, severity=severity))
    return made


def _company(asking: Scope, code: str) -> UUID | None:
    """Whose words these are: staff and people of no company report for nobody."""
    if asking.staff or not asking.organisations:
        return None
    return people.booking_company(asking, code)


@operation(
    "booking.describe_fault", ko="고장 안내하기", en="Describe a fault", may=rules.stop,
    refuses=(NOT_FOUND, BAD_INPUT, words.FAULT_RESOLVED),
)
def describe_fault(
    *, fault: str, says_ko: str = "", says_en: str = "", expected_back: datetime | None = None, severity: str = "",
) -> Fault:
    """Write what everyone may read of it: in words, how bad (empty: as reported), and when it should be mended."""
    found = _open(fault)
    if severity and severity not in words.SEVERITIES:
        raise Invalid(BAD_INPUT)
    found.says_ko, found.says_en, found.expected_back = says_ko.strip(), says_en.strip(), expected_back
    found.severity = severity or found.severity
    found.save(update_fields=["says_ko", "says_en", "expected_back", "severity"])
    note(subject=found, severity=found.severity, expected_back=expected_back)
    return found


@operation(
    "booking.resolve_fault", ko="고장 해결하기", en="Resolve a fault", may=rules.stop,
    refuses=(NOT_FOUND, words.FAULT_WORDS_NEEDED, words.FAULT_RESOLVED),
)
def resolve_fault(*, fault: str, resolution: str) -> Fault:
    """Say what was done; from now on the instrument takes bookings again."""
    if not resolution.strip():
        raise Invalid(words.FAULT_WORDS_NEEDED)
    found = _open(fault)
    found.resolved_at, found.resolution = clock.now(), resolution.strip()
    found.save(update_fields=["resolved_at", "resolution"])
    note(subject=found, resolution=found.resolution)
    publish(FaultResolved(fault=found.id, code=found.code, equipment=found.equipment_id))
    return found


def _open(code: str) -> Fault:
    found = Fault.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    if found.resolved_at is not None:
        raise Refused(words.FAULT_RESOLVED)
    return found
