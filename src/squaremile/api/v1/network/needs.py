"""Over the API: needs and their matches."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.network import operations as network
from squaremile.network.reads import needs


class NeedKept(Coded):
    """A need's public part."""

    mode: str
    title_ko: str
    title_en: str
    state: str
    listed: bool
    horizon_months: int


class MatchKept(Answer):
    """A judgement of a candidate."""

    subject: str
    subject_code: str
    verdict: str
    blind: bool


class NeedSeen(Coded):
    """A need as the asker may see it: `confidential`, `organisation` and `outcome` for whose it is and liaison staff."""

    mode: str
    title: Sentence
    says: Sentence
    state: str
    listed: bool
    horizon_months: int
    opened_at: datetime | None
    closed_at: datetime | None
    mine: bool
    organisation: str | None
    confidential: Sentence | None
    outcome: str | None


def _seen(row: needs.NeedRow) -> NeedSeen:
    kept = row.confidential
    return NeedSeen(
        code=row.code, mode=row.mode, title=Sentence(ko=row.title.ko, en=row.title.en),
        says=Sentence(ko=row.says.ko, en=row.says.en), state=row.state, listed=row.listed,
        horizon_months=row.horizon_months, opened_at=row.opened_at, closed_at=row.closed_at, mine=row.mine,
        organisation=row.organisation or None, confidential=Sentence(ko=kept.ko, en=kept.en) if kept else None,
        outcome=row.outcome or None,
    )


@router.get(
    "/network/needs", response=Page[NeedSeen], summary="Needs · 수요", tags=["network"], operation_id="network_needs"
)
def list_needs(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Needs of one's own company and those that are listed; for liaison staff all."""
    return answered(pages.cut(needs.board(), limit, cursor, _seen, lambda n: n.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/needs", network.submit_need, NeedKept, status=201),
    Endpoint(PATCH, "/network/needs/{code}", network.edit_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/open", network.open_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/list", network.list_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/unlist", network.unlist_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/assign", network.assign_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/move", network.move_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/close", network.close_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/withdraw", network.withdraw_need, NeedKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/matches", network.judge_match, MatchKept, code="need"),
)
