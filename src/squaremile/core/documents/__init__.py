"""Documents on paper: a typst template and plain data become PDF bytes, Korean and English.

Templates are package data (`*.typ`); what people wrote reaches them as JSON strings, so that no text of theirs is ever
read as markup. The same data give the same bytes: the date inside the file is the one that is given.
"""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

PACKAGE = Path(__file__).resolve().parents[2]
FONTS = PACKAGE / "web" / "static" / "squaremile" / "print"
"""Only the weights that templates use, put there when the front end is built (frontend/build.mjs)."""
_lock = threading.Lock()


class FontsMissing(RuntimeError):
    """The front end was not built: a document without its letters would be a page of boxes."""


@cache
def _compiler() -> typst.Compiler:
    """The one compiler of the process: it reads the fonts once (about a second), then compiles in milliseconds."""
    if not any(FONTS.glob("*.otf")):
        raise FontsMissing(f"no fonts in {FONTS}: run `make setup`")
    return typst.Compiler(root=str(PACKAGE), font_paths=[str(FONTS)], ignore_system_fonts=True)


def pdf(template: Path, data: Mapping[str, Any], *, language: str, made_at: datetime) -> bytes:
    """The document as PDF.

    `template` lies inside the package and starts with `#import "/core/documents/squaremile.typ"`. `data` holds what
    JSON holds. `language` is ko or en; `made_at` is the date that the file tells of itself.
    """
    said = json.dumps({"language": language, **data}, ensure_ascii=False, sort_keys=True)
    with _lock:
        written = _compiler().compile(
            input=str(template), format="pdf", sys_inputs={"data": said}, timestamp=int(made_at.timestamp()),
        )
    if not isinstance(written, bytes):
        raise TypeError("a PDF is one file")
    return written
