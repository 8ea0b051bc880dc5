"""External ids as the reference table can hold them."""

from __future__ import annotations

import hashlib

LONGEST = 300
"""Characters of ``core_external_reference.external_id``."""


def bounded(external_id: str) -> str:
    """The id itself, or where it is too long its beginning and a digest of the whole: still one per thing."""
    if len(external_id) <= LONGEST:
        return external_id
    digest = hashlib.sha256(external_id.encode()).hexdigest()[:32]
    return f"{external_id[: LONGEST - 33]}#{digest}"
