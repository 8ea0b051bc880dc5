"""What every page's frame shows of the person's own: asked in one statement, and only when the frame is drawn."""

from dataclasses import dataclass

from django.db import connection

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Company:
    """One of the asker's own companies."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Frame:
    """`unread` counts notices of the last ninety days that were not read."""

    unread: int
    companies: tuple[Company, ...]


_FRAME = """
SELECT (SELECT count(*) FROM core_notice WHERE recipient_id = %(actor)s AND read_at IS NULL
          AND at > now() - interval '90 days'),
       (SELECT COALESCE(json_agg(json_build_array(code, name_ko, name_en) ORDER BY code), '[]')
          FROM core_organisation WHERE id = ANY (%(own)s))
"""


def frame() -> Frame:
    """For whoever asks; a visitor has nothing."""
    asking = require()
    if asking.actor is None:
        return Frame(0, ())
    with connection.cursor() as cursor:
        cursor.execute(_FRAME, {"actor": asking.actor, "own": list(asking.organisations)})
        unread, companies = cursor.fetchone()
    return Frame(unread, tuple(Company(code, Text(ko=ko or en, en=en or ko)) for code, ko, en in companies))
