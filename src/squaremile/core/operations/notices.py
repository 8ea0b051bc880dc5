"""Notices that were read."""

from uuid import UUID

from squaremile.core import rules, words
from squaremile.core.models import Notice
from squaremile.core.operations.people import not_acting
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation


@operation(
    "core.mark_notices_read", ko="알림 읽음 표시", en="Mark notices as read", may=rules.own_self,
    refuses=(words.ACTING,),
)
def mark_notices_read(*, notices: list[UUID] | None = None) -> int:
    """Mark one's own notices, or all of them, as read; how many were new. Not while acting: she has not read."""
    not_acting()
    unread = Notice.objects.filter(read_at=None)
    if notices is not None:
        unread = unread.filter(id__in=notices)
    count = unread.update(read_at=clock.now())
    note(count=count)
    return count
