"""Reminding of memberships that end, before they do."""

from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core.notices import Letter, tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.operation import operation
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Directorship, Membership
from squaremile.network.policies import follow_ups

SUBJECT = Text(ko="회원 자격 갱신: {member}", en="Membership renewal: {member}")
ENDS = Text(
    ko="{member}의 회원 자격이 {day}에 끝납니다. {left}일 남았습니다. 갱신을 상의하십시오.",
    en="The membership of {member} ends on {day}, in {left} days. Talk about its renewal.")


@operation("network.remind_of_renewals", ko="회원 갱신 알리기", en="Remind of renewals", may=rules.remind)
def remind_of_renewals() -> int:
    """Tell the director, or all liaison staff, that a membership ends soon and nothing follows it. Once a step."""
    zone = ZoneInfo(settings.TIME_ZONE)
    today, told = clock.now().astimezone(zone).date(), 0
    days = [int(each) for each in settings.RENEWAL_DAYS.split(",") if each.strip()]
    going = Membership.objects.filter(ended_at=None, valid__endswith__gt=clock.now())
    # The last of each member's: one that another follows needs no reminder.
    last = {
        (each.organisation_id, each.partner_id): each
        for each in going.select_related("organisation", "partner").order_by("valid")
    }
    directors = {(d.organisation_id, d.partner_id): d.director_id for d in Directorship.objects.filter(ended_at=None)}
    for key, each in last.items():
        day, whose = each.valid.end.astimezone(zone).date(), each.organisation or each.partner
        step = follow_ups.reminder(day, today, days)
        if step is None or whose is None:
            continue
        name = Text(ko=whose.name_ko or whose.name_en, en=whose.name_en or whose.name_ko)
        values = {"member": name, "day": day, "left": (day - today).days}
        readers = [directors[key]] if key in directors else people.staff("site_director", "programme")
        tell(
            readers, "network.renewal", ENDS.fill(values), f"/network/relationships/{whose.code}/",
            f"renewal:{each.id}:{step}", Letter(SUBJECT.fill(values), ENDS.fill(values), about_bookings=False),
        )
        told += 1
    return told
