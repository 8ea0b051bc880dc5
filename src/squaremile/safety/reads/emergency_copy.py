"""The copy of the emergency view that needs no server: one HTML file with everything in it, in both languages, and the PDFs.

Written beside the older ones under a name of its own and moved there whole, so that a reader finds a finished copy or none.
"""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock
from squaremile.safety.models import EmergencyCopy
from squaremile.safety.reads import door_signs, emergency, fire_sheet, sign_sheets
from squaremile.safety.reads.emergency_html import html

NAME = "emergency-"
LATEST = "latest"
LATE = timedelta(hours=26)
"""A copy that is older than this was not renewed last night."""


@dataclass(frozen=True, slots=True)
class Written:
    """A copy as it was written."""

    folder: Path
    files: dict[str, str]
    size: int


def write(directory: Path, keep: int) -> Written:
    """Write one copy of now, and remove all but the newest `keep`. Raises OSError where the folder cannot be written to."""
    parts = made()
    directory.mkdir(parents=True, exist_ok=True)
    stamp = clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y%m%d-%H%M%S")
    unfinished = Path(tempfile.mkdtemp(dir=directory, prefix=".unfinished-"))
    try:
        for name, content in parts.items():
            _put(unfinished / name, content)
        unfinished.chmod(0o750)
        target = directory / f"{NAME}{stamp}"
        if target.exists():
            shutil.rmtree(target)
        os.rename(unfinished, target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _point(directory, target.name)
    _thin(directory, max(keep, 1))
    files = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    return Written(target, files, sum(len(content) for content in parts.values()))


def made() -> dict[str, bytes]:
    """The files of a copy: name → content."""
    found = emergency.view()
    signs = door_signs.printed_says(())
    address = settings.PUBLIC_URL + "/safety/rooms/{code}/"
    parts = {"emergency.html": html(found).encode()}
    parts |= {f"fire-service-{language}.pdf": fire_sheet.pdf(language) for language in ("ko", "en")}
    if signs:
        parts["door-signs.pdf"] = sign_sheets.pdf(signs, address=address)
    return parts


def last() -> EmergencyCopy | None:
    """The newest copy that was recorded."""
    return EmergencyCopy.objects.order_by("-made_at", "-id").first()


def due(now: datetime) -> bool:
    """Is it time for the night's copy? Once it is past two in the morning and there is none of that night yet."""
    local = now.astimezone(ZoneInfo(settings.TIME_ZONE))
    night = local.replace(hour=2, minute=0, second=0, microsecond=0)
    begun = night if local >= night else night - timedelta(days=1)
    newest = last()
    return newest is None or newest.made_at < begun


def _put(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _point(directory: Path, name: str) -> None:
    """`latest` leads to the newest copy; where links are not known, nothing does."""
    fresh = directory / f".{LATEST}-{os.getpid()}"
    try:
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(name, target_is_directory=True)
        os.replace(fresh, directory / LATEST)
    except (OSError, NotImplementedError):
        fresh.unlink(missing_ok=True)


def _thin(directory: Path, keep: int) -> None:
    copies = sorted(p for p in directory.glob(f"{NAME}*") if p.is_dir() and not p.is_symlink())
    for old in copies[:-keep]:
        shutil.rmtree(old, ignore_errors=True)
