"""Over the API: permits, their kinds, and who needs one for what."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import permits


class PermitKindKept(Coded):
    """A kind of permit."""

    name_ko: str
    name_en: str
    held_by: str
    blocks: list[str]
    classes: list[str]
    remind_days: list[int]
    item: str
    read_in: str
    certainty: str


class Adopted(Answer):
    """How many kinds came."""

    kinds: int

    @classmethod
    def of(cls, found: object, asked: object) -> "Adopted":
        """The operation gives the number."""
        return cls(kinds=int(str(found)))


class PermitNeedKept(Answer):
    """Who needs it, and what is shut without one."""

    blocks: list[str]
    classes: list[str]
    since: date
    ended_on: date | None


class PermitKept(Coded):
    """A permit."""

    number: str
    issued_on: date
    expires_on: date | None
    remind_days: list[int]
    state: str
    reason: str


class PermitSeen(Coded):
    """A permit of the register, as it stands today."""

    kind: str
    name: Sentence
    organisation: str
    place: str
    number: str
    issued_on: date
    expires_on: date | None
    standing: str


def _seen(row: permits.PermitRow) -> PermitSeen:
    return PermitSeen(
        code=row.code, kind=row.kind, name=Sentence(ko=row.name.ko, en=row.name.en), organisation=row.organisation, place=row.place,
        number=row.number, issued_on=row.issued_on, expires_on=row.expires_on, standing=row.standing,
    )


@router.get(
    "/safety/permits", response=Page[PermitSeen], summary="Permits and documents · 허가·문서", tags=["safety"],
    operation_id="safety_permits",
)
def list_permits(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The cluster's and one's own, or everybody's for those who answer for them."""
    return answered(pages.cut(permits.permits(), limit, cursor, _seen, lambda p: p.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/permit-kinds", safety.declare_permit_kind, PermitKindKept, status=201),
    Endpoint(POST, "/safety/permit-kinds/adopt", safety.adopt_permit_kinds, Adopted),
    Endpoint(POST, "/safety/permit-needs", safety.need_permit, PermitNeedKept, status=201),
    Endpoint(POST, "/safety/permit-needs/end", safety.end_permit_need, PermitNeedKept),
    Endpoint(POST, "/safety/permits", safety.record_permit, PermitKept, status=201),
    Endpoint(POST, "/safety/permits/{code}/confirm", safety.confirm_permit, PermitKept, code="permit"),
    Endpoint(POST, "/safety/permits/{code}/end", safety.end_permit, PermitKept, code="permit"),
)
