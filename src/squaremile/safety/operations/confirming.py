"""The head of a laboratory looks at an inspection that was carried out there."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Inspection, InspectionConfirmation
from squaremile.safety.words import inspections as words


@operation(
    "safety.confirm_inspection", ko="점검 확인하기", en="Confirm an inspection", may=rules.confirm_inspection,
    refuses=(words.INSPECTION_UNKNOWN,),
    constraints={"inspection_confirmed_by_another": words.OWN_INSPECTION,
                 "safety_inspection_confirmation_inspection_id_key": words.INSPECTION_CONFIRMED},
)
def confirm_inspection(*, inspection: str, remark: str = "") -> InspectionConfirmation:
    """Seen and confirmed today: by an admin of the room's company, or by the safety staff; never by whoever carried it out."""
    asking = require()
    found = Inspection.objects.filter(code=inspection.strip()).first()
    if found is None or not (found.organisation_id in asking.organisations or rules.verify_mending(asking)):
        raise Missing(words.INSPECTION_UNKNOWN)
    made = InspectionConfirmation.objects.create(inspection=found, person_id=asking.actor, at=clock.now(), remark=remark.strip()[:300])
    note(subject=found, organisation=found.organisation_id)
    return made
