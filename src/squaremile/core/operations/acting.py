"""Acting for somebody: support that leaves a trace. The session holds who and why; every act is recorded under both."""

from uuid import UUID

from squaremile.core import rules, words
from squaremile.core.models import RoleGrant, User
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

LEAST_REASON = 10
MOST_REASON = 300


@operation(
    "core.act_for", ko="대신하기", en="Act for a person", may=rules.act_for,
    refuses=(words.NOT_FOUND, words.REASON_NEEDED, words.REASON_SHORT, words.ACT_FOR_STAFF, words.ACT_FOR_NOBODY),
)
def act_for(*, person: UUID, reason: str) -> User:
    """Begin to act for a company's person, for a written reason. Nobody acts for staff.

    The database asks both conditions again at every entry (`sm_enter`): losing the role ends it at once.
    """
    why = " ".join(reason.split())[:MOST_REASON]
    if not why:
        raise Invalid(words.REASON_NEEDED)
    if len(why) < LEAST_REASON:
        raise Invalid(words.REASON_SHORT, {"least": LEAST_REASON})
    found = User.objects.filter(id=person, is_active=True).first()
    if found is None:
        raise Missing(words.NOT_FOUND)
    grants = list(RoleGrant.objects.filter(user_id=person, valid__contains=clock.now()))
    if person == require().actor or any(g.organisation_id is None for g in grants):
        raise Refused(words.ACT_FOR_STAFF)
    if not grants:
        raise Refused(words.ACT_FOR_NOBODY)
    note(subject=found, organisation=grants[0].organisation_id, person=person, reason=why)
    return found


@operation(
    "core.stop_acting", ko="대신하기 끝내기", en="Stop acting for a person", may=rules.acting,
)
def stop_acting() -> None:
    """Back to oneself."""
    asking = require()
    company = next((g.organisation for g in asking.grants if g.organisation), None)
    note(organisation=company, person=asking.actor)
