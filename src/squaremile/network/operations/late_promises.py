"""Late promises are told to whoever made them, and a week later to the director."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core.notices import Letter, tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.operation import operation
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Directorship, Promise
from squaremile.network.policies import follow_ups

SUBJECT = Text(ko="늦은 약속: {what}", en="Late promise: {what}")
LATE = Text(
    ko="{day}까지 하기로 한 약속이 아직 열려 있습니다: {what}", en="A promise that was due on {day} is still open: {what}")
ESCALATED = Text(
    ko="{owner}의 약속이 {late}일 늦었습니다: {what}", en="A promise of {owner} is late by {late} days: {what}")


@operation(
    "network.remind_of_promises", ko="늦은 약속 알리기", en="Remind of late promises", may=rules.remind
)
def remind_of_promises() -> int:
    """Tell owners of promises that are late, once; and directors of those that stay so. Returns how many are late."""
    today = clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    late = list(
        Promise.objects.filter(state="open", due__lt=today).select_related("organisation", "partner", "owner_person")
    )
    directors = {(d.organisation_id, d.partner_id): d.director_id for d in Directorship.objects.filter(ended_at=None)}
    for each in late:
        whose = each.organisation or each.partner
        if whose is None:
            continue
        what = Text(ko=each.what_ko or each.what_en, en=each.what_en or each.what_ko)
        values = {"what": what, "day": each.due, "owner": Text(ko=each.owner_ko, en=each.owner_en),
                  "late": (today - each.due) // timedelta(days=1)}
        url, subject = f"/network/promises/{each.code}/", SUBJECT.fill(values)
        tell(_owners(each), "network.promise_late", LATE.fill(values), url, f"promise-late:{each.id}",
             Letter(subject, LATE.fill(values), about_bookings=False))
        if follow_ups.lateness(each.due, today, settings.PROMISE_ESCALATE_DAYS) == "escalated":
            director = directors.get((each.organisation_id, each.partner_id))
            # The director's own lateness goes one step up.
            above = [director] if director and director != each.owner_user_id else people.staff("site_director")
            tell(above, "network.promise_escalated", ESCALATED.fill(values), url, f"promise-escalated:{each.id}",
                 Letter(subject, ESCALATED.fill(values), about_bookings=False))
    return len(late)


def _owners(promise: Promise) -> Iterable[UUID]:
    if promise.owner_user_id:
        return [promise.owner_user_id]
    if promise.owner_person is not None:
        return [promise.owner_person.user_id] if promise.owner_person.user_id else []
    return people.admins(promise.organisation_id) if promise.organisation_id else []
