"""Nothing happens twice: a request that carries a key is done once, and its answer is kept for whoever asks again.

Only what was done is kept. A refusal undoes its whole transaction, the claim on the key with it, so the same request
is asked anew: nothing had happened.
"""

from dataclasses import dataclass

from django.db import connection

from squaremile.core.words import BAD_INPUT, KEY_REUSED
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

LONGEST_KEY, KEPT_DAYS = 100, 7
_CLAIM = (
    "INSERT INTO core_idempotent_request (id, user_id, key, digest, status, body, at)"
    " VALUES (%s, %s, %s, %s, 0, '', clock_timestamp()) ON CONFLICT (user_id, key) DO NOTHING RETURNING id"
)
_KEPT = "SELECT digest, status, body FROM core_idempotent_request WHERE user_id = %s AND key = %s"
_KEEP = "UPDATE core_idempotent_request SET status = %s, body = %s WHERE user_id = %s AND key = %s"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer given before."""

    status: int
    body: str


def claim(key: str, digest: str) -> Kept | None:
    """Take the key for this request; the kept answer where it was done already.

    A second request with the same key waits on the unique index until the first has ended, and then sees its answer.
    Raises `core.idempotency_key_reused` for a key that was used for something else.
    """
    if len(key) > LONGEST_KEY or not key.isprintable():
        words = Text(ko=f"인쇄할 수 있는 글자로 {LONGEST_KEY}자까지", en=f"At most {LONGEST_KEY} printable characters")
        raise Invalid(BAD_INPUT, fields={"Idempotency-Key": words})
    actor = require().actor
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, (uuid7(), actor, key, digest))
        if cursor.fetchone() is not None:
            return None
        cursor.execute(_KEPT, (actor, key))
        was, status, body = cursor.fetchone()
    if was != digest:
        raise Invalid(KEY_REUSED)
    return Kept(status, body)


def forget() -> int:
    """Remove what was kept for KEPT_DAYS; how many. For the worker: row security lets nobody else."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM core_idempotent_request WHERE at < now() - make_interval(days => %s)", (KEPT_DAYS,)
        )
        return int(cursor.rowcount)


def keep(key: str, status: int, body: str) -> None:
    """Keep the answer, in the transaction that did the work."""
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, (status, body, require().actor, key))
