"""Promises: made with a date, and kept with evidence or ended with a reason."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from squaremile.core.reads import codes, people
from squaremile.core.words import BAD_INPUT, NAME_NEEDED
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Interaction, Person, Promise
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import liaison as words


def named(promise: Promise) -> Promise:
    """With its owner's name, as everyone in the relationship reads it."""
    whose = promise.owner_user or promise.owner_person or promise.organisation or promise.partner
    if whose is not None:
        promise.owner_ko = whose.name_ko or whose.name_en
        promise.owner_en = whose.name_en or whose.name_ko
    return promise


@operation(
    "network.make_promise", ko="약속 적기", en="Write down a promise", may=rules.liaise,
    refuses=(words.MEMBER_UNKNOWN, words.INTERACTION_UNKNOWN, words.PROMISE_OWNER),
    constraints={"promise_says_what": NAME_NEEDED, "promise_owned": words.PROMISE_OWNER, "promise_state_known": BAD_INPUT},
)
def make_promise(
    *, member: str, what_ko: str = "", what_en: str = "", due: date, owner_kind: str, owner_code: str = "",
    interaction: str = "", internal: bool = False,
) -> Promise:
    """Write down who said to do what by when.

    `owner_kind` is staff (`owner_code`: e-mail address, empty for oneself), person (code in the directory) or member.
    The member reads it, unless it is `internal`.
    """
    whose = member_of(member)
    made = Promise(
        code=short_code("PM"), **whose.columns, interaction=_interaction(interaction, whose.only), what_ko=what_ko.strip(),
        what_en=what_en.strip(), owner_kind=owner_kind, due=due, internal=internal, created_at=clock.now(),
    )
    _own(made, owner_code.strip())
    named(made).save(force_insert=True)
    note(subject=made, organisation=whose.organisation)
    return made


def _interaction(code: str, only: Mapping[str, UUID]) -> Interaction | None:
    found = Interaction.objects.filter(code=code, **only).first() if code else None
    if code and found is None:
        raise Missing(words.INTERACTION_UNKNOWN)
    return found


def _own(made: Promise, code: str) -> None:
    if made.owner_kind == "staff":
        try:
            made.owner_user_id = codes.person(code) if code else require().actor
        except Missing:
            raise Refused(words.PROMISE_OWNER) from None
        if made.owner_user_id not in people.staff("site_director", "programme"):
            raise Refused(words.PROMISE_OWNER)
    elif made.owner_kind == "person":
        made.owner_person = Person.objects.filter(code=code).first()
        if made.owner_person is None:
            raise Refused(words.PROMISE_OWNER)
    elif made.owner_kind != "member":
        raise Refused(words.PROMISE_OWNER)


def _open(code: str) -> Promise:
    found = Promise.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.PROMISE_UNKNOWN)
    asking = require()
    theirs = found.owner_kind == "member" and found.organisation_id in asking.organisations
    person = Person.objects.filter(id=found.owner_person_id, user=asking.actor) if found.owner_person_id else None
    if not (rules.liaise(asking) or theirs or (person is not None and person.exists())):
        raise Refused(words.PROMISE_NOT_YOURS)
    locked = Promise.objects.select_for_update(of=("self",)).get(id=found.id)
    if locked.state != "open":
        raise Refused(words.PROMISE_SETTLED)
    return locked


def _settle(code: str, state: str, evidence: str = "", reason: str = "") -> Promise:
    found = _open(code)
    if not (evidence.strip() or reason.strip()):
        raise Invalid(words.GROUNDS_NEEDED)
    found.state, found.evidence, found.reason = state, evidence.strip(), reason.strip()
    found.settled_at, found.settled_by = clock.now(), require().actor
    found.save(update_fields=["state", "evidence", "reason", "settled_at", "settled_by"])
    note(subject=found, organisation=found.organisation_id)
    return found


SETTLING = (words.PROMISE_UNKNOWN, words.PROMISE_NOT_YOURS, words.PROMISE_SETTLED, words.GROUNDS_NEEDED)


@operation("network.keep_promise", ko="약속 지킴", en="Say that a promise is kept", may=rules.settle, refuses=SETTLING)
def keep_promise(*, promise: str, evidence: str) -> Promise:
    """It is done; `evidence` says by what one can see it."""
    return _settle(promise, "kept", evidence=evidence)


@operation(
    "network.break_promise", ko="약속 어김", en="Say that a promise is broken", may=rules.settle, refuses=SETTLING
)
def break_promise(*, promise: str, reason: str) -> Promise:
    """It will not be done, and should have been; with the reason."""
    return _settle(promise, "broken", reason=reason)


@operation(
    "network.withdraw_promise", ko="약속 거두기", en="Withdraw a promise", may=rules.settle, refuses=SETTLING
)
def withdraw_promise(*, promise: str, reason: str) -> Promise:
    """It is no longer wanted, as both sides agree; with the reason."""
    return _settle(promise, "withdrawn", reason=reason)
