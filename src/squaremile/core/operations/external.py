"""What imported things were called where they came from."""

from uuid import UUID

from squaremile.core import rules, words
from squaremile.core.models import ExternalReference
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation


@operation(
    "core.remember_external", ko="외부 번호 기억하기", en="Remember an external reference", may=rules.keep_people,
    refuses=(words.CONFLICT,), constraints={"core_external_reference_external_id_key": words.CONFLICT},
)
def remember_external(*, external_id: str, kind: str, subject: UUID, digest: str = "") -> ExternalReference:
    """Remember that `external_id` is our `subject`. Again with a new digest: renewed. With another subject: refused."""
    known = ExternalReference.objects.select_for_update().filter(external_id=external_id).first()
    if known is None:
        known = ExternalReference.objects.create(external_id=external_id, kind=kind, subject=subject, digest=digest)
    elif (known.kind, known.subject) != (kind, subject):
        raise Refused(words.CONFLICT)
    elif known.digest != digest:
        known.digest = digest
        known.save(update_fields=["digest"])
    note(subject=known, external_id=external_id, kind=kind, of=subject)
    return known
