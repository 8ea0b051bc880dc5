"""Counting a room: begun, scanned in any order and as often as the network needs, closed with what was found."""

from collections.abc import Sequence

from django.db import connection

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import StockCount
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.whose import company_or_none
from squaremile.safety.policies.labels import codes_on
from squaremile.safety.reads import counting
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import counting as words
from squaremile.safety.words import stock as stock_words

MOST = 1_000
"""As many as a list may hold over the API (core.asked)."""
_SCANS = """
INSERT INTO safety_stock_scan (id, count_id, label, at)
SELECT gen_random_uuid(), %s, label, %s FROM unnest(%s::text[]) AS label
ON CONFLICT ON CONSTRAINT stock_scan_once DO NOTHING
"""


@operation(
    "safety.begin_count", ko="재고 조사 시작하기", en="Begin a count", may=rules.keep_stock,
    refuses=(area_words.ROOM_UNFIT, stock_words.WHOSE, NOT_FOUND), constraints={"stock_count_one_at_a_time": words.COUNT_RUNS},
)
def begin_count(*, place: str, organisation: str = "") -> StockCount:
    """Of a company's own containers in a room; of everybody's, where staff name no company."""
    owner, room = company_or_none(organisation), room_by_code(place)
    made = StockCount.objects.create(
        code=short_code("SC"), organisation_id=owner, room_id=room.id, person_id=require().actor, began_at=clock.now()
    )
    note(subject=made, organisation=owner, place=place)
    return made


@operation(
    "safety.scan_containers", ko="라벨 스캔하기", en="Scan labels", may=rules.keep_stock,
    refuses=(words.COUNT_UNKNOWN, words.LABELS_TOO_MANY), constraints={"stock_count_open": words.COUNT_CLOSED},
)
def scan_containers(*, count: str, labels: Sequence[str]) -> StockCount:
    """Labels as they were read, in any order; one that was sent before counts once, so that sending again is safe."""
    if len(labels) > MOST:
        raise Invalid(words.LABELS_TOO_MANY)
    found, codes = _kept(count), codes_on(labels)
    with connection.cursor() as cursor:
        cursor.execute(_SCANS, (found.id, clock.now(), codes))
        fresh = cursor.rowcount
    note(subject=found, organisation=found.organisation_id, labels=len(codes), new=fresh)
    return found


@operation(
    "safety.close_count", ko="재고 조사 마치기", en="Close a count", may=rules.keep_stock,
    refuses=(words.COUNT_UNKNOWN,), constraints={"stock_count_closed": words.COUNT_CLOSED},
)
def close_count(*, count: str) -> StockCount:
    """What was found, missing, elsewhere and unknown is kept as numbers; corrections are made container by container."""
    found = _kept(count, locked=True)
    found.closed_at, found.result = clock.now(), counting.numbers(found)
    found.save(update_fields=["closed_at", "result"])
    note(subject=found, organisation=found.organisation_id, **found.result)
    return found


def _kept(code: str, *, locked: bool = False) -> StockCount:
    rows = StockCount.objects.select_for_update(of=("self",)) if locked else StockCount.objects
    found = rows.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.COUNT_UNKNOWN)
    return found
