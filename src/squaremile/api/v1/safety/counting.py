"""Over the API: counting what stands in a room."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api.answers import Answer, Coded, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import counting


class CountKept(Coded):
    """A count. `result` is null until it is closed."""

    began_at: datetime
    closed_at: datetime | None
    result: dict[str, int] | None


class HeldSeen(Answer):
    """A label that needs somebody's eye: missing, elsewhere or unknown. `room` is where it is registered."""

    outcome: str
    label: str
    room: str
    gone: bool


class CountSeen(Coded):
    """A count with what it found so far: numbers of every outcome, and the labels that were not found as they should."""

    room: str
    scans: int
    closed_at: datetime | None
    numbers: dict[str, int]
    held: list[HeldSeen]


@router.get(
    "/safety/counts/{code}", response=CountSeen, summary="A count · 재고 조사", tags=["safety"], operation_id="safety_count"
)
def one_count(request: HttpRequest, code: str) -> HttpResponse:
    """What should stand in the room against the labels that were scanned."""
    found = counting.count(code)
    held = [HeldSeen(outcome=h.outcome, label=h.label, room=h.room, gone=h.gone) for h in found.held]
    row = found.row
    return answered(CountSeen(
        code=row.code, room=row.room, scans=row.scans, closed_at=row.closed_at, numbers=found.numbers, held=held,
    ).model_dump_json())  # fmt: skip


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/counts", safety.begin_count, CountKept, status=201),
    Endpoint(POST, "/safety/counts/{code}/scans", safety.scan_containers, CountKept, code="count"),
    Endpoint(POST, "/safety/counts/{code}/close", safety.close_count, CountKept, code="count"),
)
