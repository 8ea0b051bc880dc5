"""Over the API: needs and their matches."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Gone, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads import need_pipeline, needs


class NeedPublished(Coded):
    """A need's public part."""

    mode: str
    title_ko: str
    title_en: str
    state: str
    listed: bool
    horizon_months: int


class MatchJudged(Answer):
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


class CandidateKept(Answer):
    """A candidate of the long list."""

    position: int
    subject: str
    subject_code: str
    name_ko: str
    name_en: str


class CandidateCheckKept(Coded):
    """A soft check. `answer` is empty while it waits."""

    way: str
    asked_at: datetime
    answer: str
    answered_at: datetime | None


class AgendaKept(Coded):
    """An agenda. It stands once `agreed_at` is there."""

    title_ko: str
    title_en: str
    agreed_at: datetime | None


class AgendaSubjectKept(Answer):
    """A subject of an agenda."""

    position: int
    says_ko: str
    says_en: str
    minutes: int


class AgendaPersonKept(Answer):
    """Somebody who comes."""

    side: str
    name_ko: str
    name_en: str


class Carried(Answer):
    """Codes of the wishes of the visit that the candidates became just now."""

    wishes: list[str]

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        """From the wishes themselves."""
        return cls(wishes=[wish.code for wish in found])


class CheckSeen(Coded):
    """What was asked, and the answer: yes, maybe, no, no_answer, or empty while it waits. `late`: longer than was given."""

    question: Sentence
    asked_at: datetime
    answer: str
    answered_at: datetime | None
    late: bool


class EntrySeen(Answer):
    """A candidate of the long list with its soft checks, the newest first."""

    position: int
    subject: str
    subject_code: str
    name: Sentence
    why: Sentence
    soft_checks: list[CheckSeen]


def _sentence(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


def _entry_seen(row: need_pipeline.EntryRow) -> EntrySeen:
    return EntrySeen(
        position=row.position, subject=row.subject, subject_code=row.subject_code, name=_sentence(row.name),
        why=_sentence(row.why), soft_checks=[
            CheckSeen(
                code=said.code, question=_sentence(said.question), asked_at=said.asked_at, answer=said.answer,
                answered_at=said.answered_at, late=said.clock.look == "stop",
            )
            for said in row.checks
        ],
    )


@router.get(
    "/network/needs/{code}/long-list", response=Page[EntrySeen], summary="Long list and soft checks · 긴 목록과 의향 확인",
    tags=["network"], operation_id="network_long_list",
)
def list_candidates(request: HttpRequest, code: str, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The candidates of a need in order: for liaison staff and auditors; for its own company an empty list."""
    rows = need_pipeline.long_list(needs.need(code).id)
    return answered(pages.cut(rows, limit, cursor, _entry_seen, lambda e: f"{e.subject}:{e.subject_code}").model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/needs", network.submit_need, NeedPublished, status=201),
    Endpoint(PATCH, "/network/needs/{code}", network.edit_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/open", network.open_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/list", network.list_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/unlist", network.unlist_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/assign", network.assign_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/move", network.move_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/close", network.close_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/withdraw", network.withdraw_need, NeedPublished, code="need"),
    Endpoint(POST, "/network/needs/{code}/long-list", network.put_on_long_list, CandidateKept, code="need", status=201),
    Endpoint(POST, "/network/needs/{code}/long-list/order", network.move_on_long_list, CandidateKept, code="need"),
    Endpoint(POST, "/network/needs/{code}/long-list/off", network.take_off_long_list, Gone, code="need"),
    Endpoint(POST, "/network/needs/{code}/soft-checks", network.ask_softly, CandidateCheckKept, code="need", status=201),
    Endpoint(POST, "/network/soft-checks/{code}/answer", network.record_soft_answer, CandidateCheckKept, code="soft_check"),
    Endpoint(POST, "/network/needs/{code}/agendas", network.draft_agenda, AgendaKept, code="need", status=201),
    Endpoint(
        POST, "/network/agendas/{code}/subjects", network.add_agenda_subject, AgendaSubjectKept, code="agenda", status=201
    ),
    Endpoint(
        POST, "/network/agendas/{code}/subjects/drop", network.drop_agenda_subject, Gone, code="agenda"
    ),
    Endpoint(
        POST, "/network/agendas/{code}/people", network.add_agenda_person, AgendaPersonKept, code="agenda", status=201
    ),
    Endpoint(POST, "/network/agendas/{code}/agree", network.agree_agenda, AgendaKept, code="agenda"),
    Endpoint(POST, "/network/agendas/{code}/carry", network.carry_agenda, Carried, code="agenda"),
    Endpoint(POST, "/network/needs/{code}/matches", network.judge_match, MatchJudged, code="need"),
)
