"""Photographs of incidents."""

from uuid import UUID

from squaremile.core.reads import files
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Incident, IncidentPhoto
from squaremile.safety.words import emergency as words
from squaremile.safety.words import incidents as incident_words


@operation(
    "safety.add_incident_photo", ko="사고 사진 붙이기", en="Add a photograph to an incident", may=rules.photograph,
    refuses=(incident_words.INCIDENT_UNKNOWN, words.PHOTO_UNFIT, NOT_FOUND), constraints={"incident_photo_once": words.PHOTO_TWICE},
)
def add_incident_photo(*, incident: str, photo: UUID, shows: str = "") -> IncidentPhoto:
    """A picture that was stored before (`photo`). From now on it is read by those who may read the incident
    and by nobody else, whosever file it is: in shared rooms no company is stated, and the cluster does not see it."""
    found = Incident.objects.filter(code=incident.strip()).first()
    if found is None:
        raise Missing(incident_words.INCIDENT_UNKNOWN)
    file = files.file(photo)
    if not file.media_type.startswith("image/"):
        raise Invalid(words.PHOTO_UNFIT)
    made = IncidentPhoto.objects.create(incident=found, file_id=file.id, shows=shows.strip()[:300], at=clock.now(), by=require().actor)
    note(subject=found, organisation=found.organisation_id, file=file.name)
    return made
