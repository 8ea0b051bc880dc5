"""A need's way from intake to outcome."""

from uuid import UUID

from squaremile.core.reads.grants import rights
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Need
from squaremile.network.models.need import OUTCOMES
from squaremile.network.operations.needs import OVER, owned, told
from squaremile.network.words import needs as words
from squaremile.network.words import pipeline as its

STEP = {"need_step_allowed": words.NEED_STEP, "need_closed_dated": words.NEED_STEP, "need_state_known": words.NEED_STEP}
READY = {
    "need_long_list_needed": its.LONG_LIST_NEEDED, "need_yes_needed": its.YES_NEEDED,
    "need_agenda_needed": its.AGENDA_NEEDED, "need_minutes_needed": its.MINUTES_NEEDED,
}  # fmt: skip
LIAISON_ROLES = frozenset({"site_director", "programme"})
ON_THE_WAY = ("open", "matching", "soft_check", "agenda", "meeting", "follow_up")


@operation(
    "network.open_need", ko="수요 접수하기", en="Open a draft need", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN, words.NEED_STEP), constraints=STEP,
)
def open_need(*, need: str) -> Need:
    """Hand a draft in: from now on the clock of the answer runs."""
    found, detail = owned(need)
    if found.state != "draft":
        raise Refused(words.NEED_STEP)
    found.state, found.opened_at = "open", clock.now()
    found.save(update_fields=["state", "opened_at"])
    told(found, detail.organisation_id)
    return found


@operation(
    "network.assign_need", ko="수요 담당 정하기", en="Assign a need's director", may=rules.liaise,
    refuses=(words.NEED_UNKNOWN, words.NEED_OVER, words.NOT_LIAISON),
)
def assign_need(*, need: str, person: UUID) -> Need:
    """Name the one of the liaison staff who looks after it."""
    found, detail = owned(need)
    if found.state in OVER:
        raise Refused(words.NEED_OVER)
    if not rights(person).staff_roles & LIAISON_ROLES:
        raise Invalid(words.NOT_LIAISON)
    detail.director_id = person
    detail.save(update_fields=["director"])
    note(subject=found, organisation=detail.organisation_id, director=person)
    return found


@operation(
    "network.move_need", ko="수요 단계 옮기기", en="Move a need along", may=rules.liaise,
    refuses=(words.NEED_UNKNOWN, words.NEED_STEP), constraints={**STEP, **READY},
)
def move_need(*, need: str, state: str) -> Need:
    """To open, matching, soft_check, agenda, meeting or follow_up, one step after the other.

    Each step wants what the one before it makes: a long list, a candidate's yes, an agreed agenda, minutes. A closed one
    is opened again by `matching`.
    """
    found, detail = owned(need)
    if state not in ON_THE_WAY or found.state == "draft":
        raise Refused(words.NEED_STEP)
    found.state, found.closed_at = state, None
    found.save(update_fields=["state", "closed_at"])
    if detail.outcome:
        detail.outcome, detail.outcome_reason = "", ""
        detail.save(update_fields=["outcome", "outcome_reason"])
    told(found, detail.organisation_id)
    return found


@operation(
    "network.close_need", ko="수요 종결하기", en="Close a need", may=rules.liaise,
    refuses=(words.NEED_UNKNOWN, words.OUTCOME_REASON, NOT_FOUND),
    constraints={**STEP, "need_outcome_known": NOT_FOUND, "need_outcome_reasoned": words.OUTCOME_REASON},
)
def close_need(*, need: str, outcome: str, reason: str = "") -> Need:
    """Write down what came of it, and why: the reason helps the next match."""
    found, detail = owned(need)
    if outcome not in OUTCOMES:
        raise Invalid(NOT_FOUND)
    why = " ".join(reason.split())
    if not why:
        raise Invalid(words.OUTCOME_REASON)
    _end(found, "closed")
    detail.outcome, detail.outcome_reason = outcome, why[:300]
    detail.save(update_fields=["outcome", "outcome_reason"])
    told(found, detail.organisation_id)
    return found


@operation(
    "network.withdraw_need", ko="수요 거두기", en="Withdraw a need", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN,), constraints=STEP,
)
def withdraw_need(*, need: str, reason: str = "") -> Need:
    """Its owner no longer asks. It leaves every list."""
    found, detail = owned(need)
    found.listed = False
    _end(found, "withdrawn")
    detail.outcome_reason = " ".join(reason.split())[:300]
    detail.save(update_fields=["outcome_reason"])
    told(found, detail.organisation_id)
    return found


def _end(need: Need, state: str) -> None:
    if need.state == state:
        raise Refused(words.NEED_STEP)
    need.state, need.closed_at = state, clock.now()
    need.save(update_fields=["state", "closed_at", "listed"])
