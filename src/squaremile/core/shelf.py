"""Where the bytes of stored files lie: by content, under MEDIA_ROOT, never at an address that can be guessed."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def place(sha256: str) -> Path:
    """The file of some content; two letters deep, so that no folder grows too wide."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256[2:]


def keep(content: bytes) -> str:
    """Write the content once, whole or not at all. Returns its SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    target = place(sha256)
    if target.exists():
        return sha256
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, target)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return sha256
