"""The worker reminds of certificates of insurance before they run out, and says so when they have."""

from datetime import date, timedelta

from django.db.models import Max

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import both
from squaremile.residency import rules
from squaremile.residency.models import Licence
from squaremile.residency.reads.days import begin_of, today
from squaremile.residency.words.licence_notices import INSURED_UNTIL, UNINSURED_SINCE

STEPS = (30, 7)
"""Days before its last at which a certificate is reminded of; and once more when it is over."""


@operation("residency.remind_of_insurance", ko="보험 만료 알리기", en="Remind of insurance that runs out", may=rules.remind)
def remind_of_insurance() -> int:
    """Of licences in force that outlast their newest certificate: the company's admins and programme staff hear of it, once for
    each step and certificate. Returns how many run out or have."""
    day = today()
    due = Licence.objects.filter(state="in_force").annotate(insured=Max("insurances__expires_on")).filter(
        insured__lte=day + timedelta(days=max(STEPS))
    ).select_related("company__organisation")
    # Whoever is gone by then needs no other certificate.
    ending = [found for found in due if found.period.end > begin_of(_insured(found) + timedelta(days=1))]
    for found in ending:
        _remind(found, _insured(found), day)
    note(licences=len(ending))
    return len(ending)


def _insured(found: Licence) -> date:
    insured: date = found.insured  # type: ignore[attr-defined]
    return insured


def _remind(found: Licence, insured: date, day: date) -> None:
    left, whose = (insured - day).days, found.company.organisation
    step = min((n for n in STEPS if left <= n), default=0) if left >= 0 else -1
    values = {"code": found.code, "company": both(whose.name_ko, whose.name_en), "day": insured, "left": left}
    said = (INSURED_UNTIL if left >= 0 else UNINSURED_SINCE).fill(values)
    url, once = f"/residency/licences/{found.code}/", f"insurance:{found.id}:{insured}:{step}"
    tell(people.admins(found.company_id), "residency.insurance", said, url, once, about=found.company_id)
    tell(people.staff("programme"), "residency.insurance", said, url, f"{once}:staff")
