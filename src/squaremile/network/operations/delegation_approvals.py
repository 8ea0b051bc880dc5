"""Money and approval of delegations: what it costs, who must agree, in which order, and what they decided."""

from uuid import UUID

from squaremile.core.reads.grants import rights
from squaremile.core.roles import AUDITOR
from squaremile.core.words import BAD_INPUT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Approval, BudgetLine, Delegation
from squaremile.network.operations.delegations import OVER, STEP, open_delegation
from squaremile.network.words import visits as words
from squaremile.published.visits import DelegationSubmitted

_OPEN = (words.DELEGATION_UNKNOWN, words.DELEGATION_OVER)


@operation(
    "network.set_budget_line", ko="예산 항목 적기", en="Set a budget line", may=rules.liaise,
    refuses=(*_OPEN, words.MONEY_NEGATIVE, BAD_INPUT),
    constraints={
        "budget_line_once": BAD_INPUT, "budget_line_positive": words.MONEY_NEGATIVE, "budget_line_named": NAME_NEEDED,
    },
)
def set_budget_line(
    *, delegation: str, line: int, planned: int, name_ko: str = "", name_en: str = "", spent: int | None = None
) -> BudgetLine:
    """Write line number `line` of the budget, in minor units of the delegation's currency; what stood there goes."""
    found = open_delegation(delegation)
    if planned < 0 or (spent or 0) < 0:
        raise Invalid(words.MONEY_NEGATIVE)
    if not 1 <= line <= 99:
        raise Invalid(BAD_INPUT)
    kept, _ = BudgetLine.objects.update_or_create(
        delegation=found, line=line,
        defaults={"name_ko": name_ko.strip(), "name_en": name_en.strip(), "planned": planned, "spent": spent},
    )
    note(subject=found, line=line, planned=planned, spent=spent)
    return kept


@operation(
    "network.add_approver", ko="승인자 넣기", en="Name an approver", may=rules.liaise,
    refuses=(*_OPEN, words.STEP_NOT_ALLOWED, BAD_INPUT),
    constraints={"approval_person_once": words.APPROVER_TWICE, "approval_place_once": words.APPROVER_TWICE},
)
def add_approver(*, delegation: str, person: UUID) -> Approval:
    """Somebody who must approve the delegation, after those who were named before. Only while it is a draft."""
    found = open_delegation(delegation)
    if found.state != "draft":
        raise Refused(words.STEP_NOT_ALLOWED)
    if not {grant.role for grant in rights(person).grants} - {AUDITOR}:
        raise Invalid(BAD_INPUT)  # whoever may only look could never decide, and it would wait for ever
    position = Approval.objects.filter(delegation=found).count() + 1
    made = Approval.objects.create(delegation=found, approver_id=person, position=position)
    note(subject=found, approver=person, position=position)
    return made


@operation(
    "network.submit_delegation", ko="승인 올리기", en="Submit for approval", may=rules.liaise,
    refuses=(*_OPEN, words.NO_APPROVER, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def submit_delegation(*, delegation: str) -> Delegation:
    """Ask those who must approve, one after the other. Decisions on an earlier version count no more."""
    found = open_delegation(delegation)
    if found.state != "draft":
        raise Refused(words.STEP_NOT_ALLOWED)
    approvals = list(Approval.objects.filter(delegation=found).order_by("position"))
    if not approvals:
        raise Refused(words.NO_APPROVER)
    Approval.objects.filter(delegation=found).update(state="waiting", reason="", decided_at=None)
    found.state, found.turn, found.turns = "submitted", 1, len(approvals)
    found.save(update_fields=["state", "turn", "turns"])
    note(subject=found, state="submitted")
    _ask(found)
    return found


@operation(
    "network.decide_delegation", ko="방문 승인 결정하기", en="Decide on a delegation", may=rules.decide_delegation,
    refuses=(*_OPEN, words.NOT_YOUR_TURN, words.WHY_NEEDED, words.STEP_NOT_ALLOWED), constraints=STEP,
)
def decide_delegation(*, delegation: str, approve: bool, reason: str) -> Approval:
    """Approve it or send it back, with the reason. The last approval approves the visit; one refusal makes it a draft."""
    found = Delegation.objects.select_for_update(of=("self",)).filter(code=delegation).first()
    if found is None:
        raise Missing(words.DELEGATION_UNKNOWN)
    if found.state in OVER:
        raise Refused(words.DELEGATION_OVER)
    # An approver sees her own line alone: whose turn it is stands on the delegation.
    decided = Approval.objects.filter(delegation=found, approver_id=require().actor, state="waiting").first()
    if found.state != "submitted" or decided is None or decided.position != found.turn:
        raise Refused(words.NOT_YOUR_TURN)
    if not reason.strip():
        raise Invalid(words.WHY_NEEDED)
    decided.state, decided.reason, decided.decided_at = "approved" if approve else "declined", reason.strip()[:300], clock.now()
    decided.save()
    note(subject=found, approve=approve, reason=decided.reason)
    if not approve:
        found.state, found.turn = "draft", 0
    elif found.turn == found.turns:
        found.state, found.turn = "approved", 0
    else:
        found.turn += 1
        _ask(found)
    found.save(update_fields=["state", "turn"])
    return decided


def _ask(found: Delegation) -> None:
    publish(DelegationSubmitted(
        delegation=found.id, code=found.code, name_ko=found.name_ko, name_en=found.name_en, turn=found.turn,
        told=short_code("T"),
    ))
