"""What kinds of containers stand in some rooms: which substance, measured how. Row security decides whose are seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from squaremile.kernel.scope import require
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.policies.classing import Substance
from squaremile.safety.reads import weighing

_KINDS = """
SELECT DISTINCT room_id, substance_id, dimension FROM safety_container
 WHERE room_id = ANY (%(rooms)s) AND state = ANY (ARRAY['received', 'opened'])
"""
_OF_ONE = f"{_KINDS} AND organisation_id = %(company)s"


@dataclass(frozen=True, slots=True)
class Kinds:
    """`here`: room, substance and dimension of each kind; the substances as the register and as the policies have them."""

    here: frozenset[tuple[UUID, UUID, str]]
    rows: dict[UUID, SubstanceRow]
    facts: dict[UUID, Substance]


def kinds(rooms: Iterable[UUID], organisation: UUID | None) -> Kinds:
    """Of one company, or of everybody whom the asker sees. One statement, and two more where anything stands there."""
    require()
    with connection.cursor() as cursor:
        cursor.execute(_KINDS if organisation is None else _OF_ONE, {"rooms": list(rooms), "company": organisation})
        here = frozenset(cursor.fetchall())
    if not here:
        return Kinds(here, {}, {})
    ids = list({substance for _room, substance, _dimension in here})
    # An array is one value however long it is, so that the statement is prepared.
    rows = {row.id: row for row in SubstanceRow.objects.raw("SELECT * FROM safety_substance WHERE id = ANY (%s)", [ids])}
    return Kinds(here, rows, weighing.facts(rows.values()))
