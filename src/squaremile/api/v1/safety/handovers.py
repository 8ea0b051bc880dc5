"""Over the API: containers that go from one company to another, and whole stock lists."""

from datetime import datetime

from squaremile.api.answers import Answer, Sentence
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.safety.stock import ContainerKept
from squaremile.safety import operations as safety


class HandoverKept(Answer):
    """An offer. Whoever holds its key may take the container over until then."""

    key: str
    state: str
    until: datetime


class RowWrong(Answer):
    """What is wrong in one row of a list."""

    row: int
    column: str
    value: str
    text: Sentence


class StockListAnswer(Answer):
    """What became of a list. Where a row is wrong, nothing was saved."""

    read: int
    made: int
    unchanged: int
    substances: int
    saved: bool
    dry_run: bool
    errors: list[RowWrong]


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/containers/{code}/offer", safety.offer_container, HandoverKept, code="container", status=201),
    Endpoint(POST, "/safety/containers/{code}/withdraw-offer", safety.withdraw_offer, HandoverKept, code="container"),
    Endpoint(POST, "/safety/taken-containers", safety.take_container, ContainerKept, status=201),
    Endpoint(POST, "/safety/stock-lists", safety.import_stock_list, StockListAnswer),
)
