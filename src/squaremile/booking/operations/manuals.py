"""Documents about an instrument."""

from urllib.parse import urlsplit
from uuid import UUID

from squaremile.booking import rules
from squaremile.booking.models import Manual
from squaremile.booking.operations.catalogue import instrument
from squaremile.core.reads import files
from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation


@operation(
    "booking.add_manual", ko="매뉴얼 추가", en="Add a manual", may=rules.keep_catalogue, refuses=(NOT_FOUND, BAD_INPUT),
    constraints={"manual_file_or_url": BAD_INPUT, "manual_named": BAD_INPUT},
)
def add_manual(
    *, equipment: str, title_ko: str = "", title_en: str = "", file: UUID | None = None, url: str = ""
) -> Manual:
    """Attach a stored file or a web address to an instrument: one of the two."""
    address = url.strip()
    if address and not _web(address):
        raise Invalid(BAD_INPUT)
    if file and not files.open_to_all(file):
        raise Missing(NOT_FOUND)
    made = Manual.objects.create(
        equipment=instrument(equipment), title_ko=title_ko.strip(), title_en=title_en.strip(), file_id=file, url=address
    )
    note(subject=made, equipment=equipment)
    return made


def _web(address: str) -> bool:
    """Only web addresses: a `javascript:` link would run with the reader's rights."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(address) <= 200


@operation(
    "booking.remove_manual", ko="매뉴얼 빼기", en="Remove a manual", may=rules.keep_catalogue, refuses=(NOT_FOUND,),
)
def remove_manual(*, manual: UUID) -> Manual:
    """Take a document off the instrument's page; its row stays."""
    found = Manual.objects.select_for_update().filter(id=manual, active=True).first()
    if found is None:
        raise Missing(NOT_FOUND)
    found.active = False
    found.save(update_fields=["active"])
    note(subject=found, equipment=found.equipment_id)
    return found
