"""A company asks for more places, fewer or others; the programme answers."""

from collections.abc import Mapping
from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import SpaceNeed, SpaceRequest
from squaremile.residency.models.move import WISHES
from squaremile.residency.operations.companies import owned
from squaremile.residency.policies import space_terms
from squaremile.residency.reads.days import today
from squaremile.residency.words import companies
from squaremile.residency.words import space as words

STEP = {"request_step_allowed": words.REQUEST_STEP, "space_request_answered": words.REQUEST_STEP}


@operation(
    "residency.ask_for_space", ko="자리 요청하기", en="Ask for space", may=rules.say_needs,
    refuses=(companies.COMPANY_UNKNOWN, words.REQUEST_UNFIT, words.REQUEST_OPEN),
    constraints={"space_request_one_at_a_time": words.REQUEST_OPEN, "space_request_said": words.REQUEST_UNFIT},
)
def ask_for_space(*, company: str, space_wish: str, place_counts: Mapping[str, int], by_day: date, says: str) -> SpaceRequest:
    """More places, fewer, or others: how many of which kind in all, by when, and why."""
    whose, wanted = owned(company), space_terms.counts(place_counts)
    if space_wish not in WISHES or not wanted or by_day < today() or not says.strip():
        raise Invalid(words.REQUEST_UNFIT)
    if SpaceRequest.objects.filter(company=whose, state="asked").exists():
        raise Refused(words.REQUEST_OPEN)
    made = SpaceRequest.objects.create(
        code=short_code("SR"), company=whose, wish=space_wish, counts=wanted, by_day=by_day, says=says.strip()[:1000],
        state="asked", asked_at=clock.now(),
    )
    note(subject=made, organisation=whose.id, wish=space_wish, counts=wanted, by_day=by_day)
    return made


@operation(
    "residency.answer_space_request", ko="자리 요청에 답하기", en="Answer a request for space", may=rules.allocate,
    refuses=(words.REQUEST_UNKNOWN, words.REQUEST_STEP, words.REQUEST_UNFIT), constraints=STEP,
)
def answer_space_request(*, space_request: str, granted: bool, says: str) -> SpaceRequest:
    """Granted, its counts become the company's need, which the next plan heeds; a move is planned apart."""
    found = _open(space_request)
    if not says.strip():
        raise Invalid(words.REQUEST_UNFIT)
    found.state, found.answer = ("granted" if granted else "refused"), says.strip()[:1000]
    found.save(update_fields=["state", "answer"])
    if granted:
        _need(found)
    note(subject=found, organisation=found.company_id, granted=granted)
    return found


def _need(request: SpaceRequest) -> None:
    SpaceNeed.objects.update_or_create(
        company_id=request.company_id, defaults={"counts": request.counts, "said_at": clock.now()}
    )


@operation(
    "residency.withdraw_space_request", ko="자리 요청 철회하기", en="Withdraw a request for space", may=rules.say_needs,
    refuses=(words.REQUEST_UNKNOWN, words.REQUEST_STEP), constraints=STEP,
)
def withdraw_space_request(*, space_request: str) -> SpaceRequest:
    """Before it is answered."""
    found = _open(space_request)
    if not (rules.allocate(require()) or found.company_id in require().organisations):
        raise Missing(words.REQUEST_UNKNOWN)
    found.state = "withdrawn"
    found.save(update_fields=["state"])
    note(subject=found, organisation=found.company_id)
    return found


def _open(code: str) -> SpaceRequest:
    found = SpaceRequest.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(words.REQUEST_UNKNOWN)
    if found.state != "asked":
        raise Refused(words.REQUEST_STEP)
    return found
