"""Before review: the programme's checklist, return for completion, and the way on."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from squaremile.core import door_keys
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import Application, Screening, Sheet
from squaremile.residency.models.screening import CHECKS
from squaremile.residency.operations.excepting import STOPPED, unstopped
from squaremile.residency.operations.handing_in import STEP, moved
from squaremile.residency.operations.writers import write_admins
from squaremile.residency.words import applications as words
from squaremile.residency.words import review


@operation(
    "residency.screen_application", ko="사전 검토하기", en="Pre-screen an application", may=rules.screen,
    refuses=(words.APPLICATION_UNKNOWN, words.VERDICT_UNKNOWN), constraints=STEP,
)
def screen_application(*, application: str, checks: Mapping[str, bool], flags: str = "") -> Screening:
    """Note which points of the checklist hold, and what looks wrong. The first time takes the application up."""
    found = handed_in(application)
    if not set(checks) <= set(CHECKS):
        raise Invalid(words.VERDICT_UNKNOWN)
    if found.state == "submitted":
        moved(found, "screening")
    held = {check: bool(checks.get(check, False)) for check in CHECKS}
    made, _ = Screening.objects.update_or_create(application=found, defaults={
        "company_id": found.company_id, "checks": held, "flags": flags.strip()[:2000], "at": clock.now(),
        "checked_by_id": require().actor,
    })
    note(subject=found, organisation=found.company_id, checks=held)
    return made


@operation(
    "residency.return_application", ko="신청서 보완 요청하기", en="Return an application for completion", may=rules.screen,
    refuses=(words.APPLICATION_UNKNOWN, words.REASON_NEEDED, words.RETURN_DATE), constraints=STEP,
)
def return_application(*, application: str, reason: str, until: datetime) -> Application:
    """Give it back with what is missing and a date. Each writer gets a letter with a new link."""
    found = handed_in(application)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    if until <= clock.now():
        raise Invalid(words.RETURN_DATE)
    sheet = Sheet.objects.select_for_update().get(application=found)
    sheet.returned_why, sheet.returned_until = reason.strip()[:1000], until
    sheet.save(update_fields=["returned_why", "returned_until"])
    moved(found, "returned", until=until)
    _tell_writers(found, sheet)
    return found


@operation(
    "residency.pass_to_review", ko="심사로 넘기기", en="Pass an application on to review", may=rules.screen,
    refuses=(words.APPLICATION_UNKNOWN, words.CHECKS_OPEN, words.STOPPED, review.EXCEPTION_BY_DIRECTOR),
    constraints={**STEP, **STOPPED},
)
def pass_to_review(*, application: str, exception: str = "") -> Application:
    """Once every point of the checklist holds, and nothing stands against it: safety's verdict, the rules of the call, a
    conflict that is open or that the resident refuses. The site director may give the reason of an exception."""
    found = handed_in(application)
    seen = Screening.objects.filter(application=found).first()
    left = [words.CHECKS[check] for check in CHECKS if seen is None or not seen.checks.get(check)]
    if left:
        raise Refused(words.CHECKS_OPEN, {"left": Text(
            ko=", ".join(each.ko for each in left), en=", ".join(each.en for each in left))})
    excepted = unstopped(found, exception)
    moved(found, "review", exception=excepted)
    return found


def handed_in(code: str) -> Application:
    """An application that has been handed in, locked, for staff. A draft is its company's own business."""
    found = Application.objects.select_for_update().filter(code=code, submitted_at__isnull=False).first()
    if found is None:
        raise Missing(words.APPLICATION_UNKNOWN)
    return found


def _tell_writers(application: Application, sheet: Sheet) -> None:
    whose, call = application.company.organisation, application.call
    until = sheet.returned_until
    assert until is not None
    values = {
        "call": both(call.title_ko, call.title_en), "company": both(whose.name_ko, whose.name_en),
        "why": sheet.returned_why, "until": f"{timezone.localtime(until):%Y-%m-%d %H:%M}",
    }
    # A key that has run out still says whom to write to, unless the company has people with accounts.
    keys = door_keys.addressees(kind="applicant", holder=application.company_id, though_ended=not people.admins(application.company_id))
    for key in keys:
        door_keys.give(
            kind="applicant", holder=application.company_id, email=key.email, name=key.name, language=key.language,
            subject=words.RETURNED_SUBJECT, letter=words.RETURNED, values=values,
        )
    if not keys:
        told = {**values, "cluster": Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"]),
                "url": f"{settings.PUBLIC_URL}/residency/applications/{application.code}/write/"}
        write_admins(
            application.company_id, words.RETURNED_SUBJECT.fill(told), words.RETURNED.fill(told),
            f"application-returned:{application.id}:{until:%Y-%m-%dT%H:%M}",
        )
