"""Files that people put in."""

from uuid import UUID

from squaremile.core import rules, shelf, words
from squaremile.core.models import StoredFile
from squaremile.core.policies.files import MOST_BYTES, sniff, tidy_name
from squaremile.core.roles import AUDITOR
from squaremile.kernel.errors import Forbidden, Invalid
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require


@operation(
    "core.store_file", ko="파일 넣기", en="Store a file", may=rules.store_files,
    refuses=(words.FILE_EMPTY, words.FILE_TOO_LARGE, words.FILE_KIND),
    constraints={"stored_file_not_empty": words.FILE_EMPTY},
)
def store_file(*, name: str, content: bytes, organisation: UUID | None = None) -> StoredFile:
    """Keep a PDF or picture of up to 20 MB for a company; without a company, staff keep it for the whole cluster.

    Auditors keep none: they look on.
    """
    asking = require()
    if not asking.staff_roles - {AUDITOR} and organisation not in asking.organisations:
        raise Forbidden(NOT_ALLOWED)
    made = kept(name, content, organisation)
    note(subject=made, organisation=organisation, name=made.name, size=made.size, sha256=made.sha256)
    return made


def kept(name: str, content: bytes, organisation: UUID | None) -> StoredFile:
    """Keep a file inside another operation; row security decides whose it may be. Raises Invalid."""
    if not content:
        raise Invalid(words.FILE_EMPTY)
    if len(content) > MOST_BYTES:
        raise Invalid(words.FILE_TOO_LARGE, {"limit": MOST_BYTES // 2**20})
    media_type = sniff(content[:16])
    if media_type is None:
        raise Invalid(words.FILE_KIND)
    return StoredFile.objects.create(
        organisation_id=organisation, name=tidy_name(name, media_type), media_type=media_type, size=len(content),
        sha256=shelf.keep(content), uploaded_by=require().actor,
    )
