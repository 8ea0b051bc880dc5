"""A form of containers that is sent twice counts once."""

import json
from hashlib import sha256

from django.db import connection

from squaremile.kernel.operation import note
from squaremile.kernel.scope import require
from squaremile.safety.models import Container


def made_before(how: str, form_token: str, said: tuple[object, ...]) -> tuple[str | None, Container | None]:
    """What a form of the asker's is kept by, and what it made when it was sent before; one sending after the other. The way back in a
    browser brings a page with its token: what else was written on it since is a form of its own."""
    if not form_token.strip():
        return None, None
    content = json.dumps([form_token.strip(), *(str(each).strip() for each in said)])
    origin = f"{how}:{require().actor}:{sha256(content.encode()).hexdigest()}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 90))", (origin,))
    already = Container.objects.filter(origin=origin).first()
    if already is not None:
        already.again = True
        note(subject=already, organisation=already.organisation_id, again=True)
    return origin, already
