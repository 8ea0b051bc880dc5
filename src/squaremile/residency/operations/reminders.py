"""The worker reminds whoever looks after an enquiry on the day of the next contact."""

from django.db.models import F, Q

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Lead
from squaremile.residency.reads.days import today

DUE = Text(ko="오늘 다시 연락하기로 한 문의입니다: {name}", en="An enquiry to follow up today: {name}")


@operation("residency.remind_of_leads", ko="이어 갈 문의 알리기", en="Remind of enquiries", may=rules.remind)
def remind_of_leads() -> int:
    """Once for each day that was agreed. Where nobody looks after it, the whole programme staff hear. Returns how many."""
    day = today()
    due = Lead.objects.select_for_update(skip_locked=True).filter(
        Q(told_on=None) | ~Q(told_on=F("follow_up_on")), follow_up_on__lte=day
    ).exclude(state__in=("applied", "dropped"))
    told = 0
    for lead in due:
        who = [lead.host_id] if lead.host_id else people.staff("programme")
        tell(who, "residency.lead_due", DUE.fill({"name": lead.name}), url=f"/residency/leads/{lead.code}/",
             origin=f"lead:{lead.id}:{lead.follow_up_on}")  # fmt: skip
        lead.told_on = lead.follow_up_on
        lead.save(update_fields=["told_on"])
        told += 1
    note(told=told)
    return told
