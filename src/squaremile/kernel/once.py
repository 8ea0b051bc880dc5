"""A form that is sent twice counts once: by who sends it, the token that it was given, and what is written on it."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.db import connection

from squaremile.kernel.scope import require


def origin(how: str, form_token: str, said: Sequence[object]) -> str | None:
    """What a form of the asker's is kept by, in a column that is unique; None for one without a token. `how`: which form, in 18
    letters at most; `said`: everything that is written on it.

    One sending waits for the end of the other's transaction, so that whoever asks next finds what the first made. The way back in
    a browser brings a page with its token: what else was written on it since is a form of its own.
    """
    if not form_token.strip():
        return None
    content = json.dumps([form_token.strip(), *map(_plain, said)], sort_keys=True)
    kept = f"{how}:{require().actor}:{sha256(content.encode()).hexdigest()}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 90))", (kept,))
    return kept


def _plain(said: object) -> Any:
    if isinstance(said, Mapping):
        return {str(key): _plain(value) for key, value in said.items()}
    return [_plain(each) for each in said] if isinstance(said, list | tuple) else str(said).strip()
