"""A company that has left: its seats and its people's roles end. Its admins keep theirs, for the deposit and the last bill."""

from datetime import timedelta
from uuid import UUID

from squaremile.core.operations.roles import close
from squaremile.core.reads.grants import held_or_to_come
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Company, Member
from squaremile.residency.operations.checklists import give
from squaremile.residency.operations.heads import tell_heads
from squaremile.residency.policies import checklists as policy
from squaremile.residency.reads.days import today


@operation("residency.see_off", ko="떠난 기업의 자리 정리", en="End the seats of a company that left", may=rules.record_gone)
def see_off(*, company: UUID) -> int:
    """Nobody is counted among its people after today, with what each has to return; every role there ends, but its admins'.

    Nothing happens where it is back in residence meanwhile. Returns how many roles and seats were ended.
    """
    found = Company.objects.filter(id=company, state="alumni").first()
    if found is None:
        note(organisation=company, seats=0, roles=0)
        return 0
    roles = list(held_or_to_come(clock.now()).filter(organisation=company).exclude(role=COMPANY_ADMIN).select_for_update(of=("self",)))
    seats = _end_seats(found)
    close(roles, clock.now())
    note(subject=found, organisation=company, seats=seats, roles=len(roles))
    return seats + len(roles)


def _end_seats(company: Company) -> int:
    last, after = today(), today() + timedelta(days=1)
    there = Member.objects.filter(company=company, gone_on=None) | Member.objects.filter(company=company, gone_on__gt=after)
    ended = 0
    for member in there.select_for_update(of=("self",)):
        member.gone_on = max(after, member.joined_on + timedelta(days=1))
        member.save(update_fields=["gone_on"])
        give(company, member, policy.tags(kind=member.kind, work=member.work), last, "exit")
        ended += 1
    tell_heads(company.id)
    return ended
