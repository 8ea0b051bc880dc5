"""The worker reminds: whoever looks after an enquiry on the day of the next contact, and companies whose insurance runs out."""

from datetime import timedelta

from django.db.models import F, Max, Q

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text, both
from squaremile.residency import rules
from squaremile.residency.models import Lead, Licence
from squaremile.residency.reads.days import today
from squaremile.residency.words.licences import INSURANCE_ENDS

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


@operation("residency.remind_of_insurance", ko="끝나는 보험 알리기", en="Remind of insurance that runs out", may=rules.remind)
def remind_of_insurance() -> int:
    """The company's admins and the programme hear of it a month before the newest certificate of a licence in force runs out,
    and again once it has. Returns how many licences that is."""
    day = today()
    running = Licence.objects.filter(state="in_force").select_related("company__organisation").annotate(last=Max("insurances__expires_on"))
    due = list(running.filter(last__lte=day + timedelta(days=30)).order_by("code"))
    for each in due:
        whose = each.company.organisation
        said = INSURANCE_ENDS.fill({"company": both(whose.name_ko, whose.name_en), "day": each.last})
        url, origin = f"/residency/licences/{each.code}/", f"insurance:{each.id}:{each.last}:{'over' if each.last < day else 'soon'}"
        tell(people.admins(each.company_id), "residency.insurance_ends", said, url=url, origin=origin, about=each.company_id)
        tell(people.staff("programme"), "residency.insurance_ends", said, url=url, origin=f"{origin}:staff")
    note(due=len(due))
    return len(due)
