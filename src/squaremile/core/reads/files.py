"""Stored files, for whom row security lets see them."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

from squaremile.core import refs, shelf
from squaremile.core.models import StoredFile
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing

KIND = "file"


@dataclass(frozen=True, slots=True)
class File:
    """A file as a page serves it. `url` is fit for links; what it opens is asked of row security each time."""

    id: UUID
    name: str
    media_type: str
    size: int
    path: Path
    url: str
    sha256: str
    """Of its content."""


def url(file: UUID, name: str) -> str:
    """The address of a stored file."""
    return f"/files/{refs.ref(KIND, file)}/{quote(name)}"


def file(key: UUID) -> File:
    """One file. Raises Missing for what is not there, not the asker's to see, or lost from the disk."""
    found = StoredFile.objects.filter(id=key).first()
    if found is None or not (path := shelf.place(found.sha256)).is_file():
        raise Missing(NOT_FOUND)
    return File(found.id, found.name, found.media_type, found.size, path, url(found.id, found.name), found.sha256)


def by_ref(text: str) -> File:
    """The file that an address names. Raises Missing."""
    return file(refs.read(KIND, text))


def open_to_all(key: UUID) -> bool:
    """Is there such a file for the whole cluster to read? A company's own file is not one."""
    return StoredFile.objects.filter(id=key, organisation=None).exists()


def is_picture(key: UUID) -> bool:
    """May it be shown in a page? Told by its content when it came in."""
    return StoredFile.objects.filter(id=key, media_type__startswith="image/").exists()


def owner(key: UUID) -> UUID | None:
    """Whose it is; None for the whole cluster's. Raises Missing."""
    found = StoredFile.objects.filter(id=key).values_list("organisation_id", flat=True)[:1]
    if not found:
        raise Missing(NOT_FOUND)
    return found[0]
