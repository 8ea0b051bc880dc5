"""Documents of visits as PDF, from their kept content."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from squaremile.core import documents

FOLDER = documents.PACKAGE / "network" / "documents"


def pdf(kind: str, content: Mapping[str, Any], language: str, made_at: datetime) -> bytes:
    """A briefing book, committee file or report; the same content gives the same bytes."""
    return documents.pdf(FOLDER / f"{kind}.typ", content, language=language, made_at=made_at)
