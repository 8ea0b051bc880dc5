"""People of a company: seats, checklists, what keeps what shut, and a leaver who loses every right in one step."""

from datetime import date, timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import ReservationDetail
from squaremile.core import operations as core
from squaremile.core import outbox
from squaremile.core.entering import enter_token
from squaremile.core.models import RoleGrant
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.residency import operations as residency
from squaremile.residency.models import AccessPass, ChecklistEntry, Member, MemberContact
from squaremile.residency.policies.checklists import to_rows
from squaremile.residency.policies.standard_checklist import STANDARD
from squaremile.residency.reads import badges, checklists, head_count
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TODAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    with world.as_("programme"):
        made = residency.open_record(organisation="HANBIT", licensed_until=TODAY + 400 * DAY)
        residency.set_people_terms(company=made.code, seats=2, notice_months=3, deposit_minor=5_000_000)
        return made.code


def joins(world, company, who, by="hajin", **more):
    with world.as_(by):
        return residency.join(company=company, person=world.people[who], **more)


def items(world, member, by="hajin"):
    with world.as_(by) as asking:
        return {row.item: row for row in checklists.of_member(member.id, asking).rows}




def ready(world, company, who):
    """Joined, with what keeps booking shut signed."""
    member = joins(world, company, who, kind="office")
    with world.as_("safety"):
        residency.sign_off(checklist_entry=items(world, member, "safety")["orientation"].code)
    return member


def refused(code):
    return pytest.raises((Refused, Invalid, Missing, Forbidden), match=code.replace(".", r"\."))


def test_who_joins_gets_the_rows_of_her_work(world, company):
    hana = joins(world, company, "hana", work=["bsl2"])
    assert {"orientation", "blood_borne", "vaccine_offer"} <= set(items(world, hana))
    assert items(world, hana, "haeun") == {}, "what a colleague still has to do is hers to know"
    assert set(items(world, hana, "hana")) == set(items(world, hana))
    assert items(world, hana, "sujin") == {}
    with world.as_("hajin"):
        residency.change_member(company_member=hana.code, work=["bsl2", "lasers"])
    assert "laser_course" in items(world, hana)


def test_the_seats_of_the_licence_are_kept(world, company):
    joins(world, company, "hana")
    joins(world, company, "haeun")
    with refused("residency.over_seats") as over:
        joins(world, company, "hajin", by="operator")
    assert over.value.arithmetic.en == "2027-03-01: 2 now + 1 = 3 > 2 licensed"
    with world.as_("programme"):
        residency.set_people_terms(company=company, seats=3, since=TODAY + 10 * DAY)
    with refused("residency.over_seats"):
        joins(world, company, "hajin", by="operator")
    assert joins(world, company, "hajin", by="operator", joined_on=TODAY + 10 * DAY).joined_on == TODAY + 10 * DAY


def test_the_database_counts_too(world, company):
    joins(world, company, "hana")
    joins(world, company, "haeun")
    from django.db import IntegrityError

    with world.as_("hajin"), pytest.raises(IntegrityError, match="over the licensed"):
        Member.objects.create(
            code="MB-X", company_id=world.organisations["HANBIT"], person_id=world.people["hajin"], kind="office",
            joined_on=TODAY, created_at=clock.now(),
        )  # fmt: skip


@pytest.mark.parametrize(("who", "more", "code"), [
    ("sora", {}, "residency.not_in_company"), ("hana", {"kind": "ghost"}, "residency.member_kind"),
    ("hana", {"work": ["bsl4"]}, "residency.member_kind"), ("hana", {"last_day": date(2027, 2, 1)}, "residency.member_dates"),
])  # fmt: skip
def test_what_joining_refuses(world, company, who, more, code):
    with refused(code):
        joins(world, company, who, **more)


def test_nobody_joins_twice_nor_where_nobody_lives(world, company):
    joins(world, company, "hana")
    with refused("residency.member_twice"):
        joins(world, company, "hana")
    with world.as_("programme"):
        gone = residency.open_record(organisation="SAEBOM", state="alumni").code
    with refused("residency.people_not_resident"):
        joins(world, gone, "sora", by="sujin")


def test_a_rival_reaches_nothing(world, company):
    hana = joins(world, company, "hana")
    row = items(world, hana)["orientation"].code
    with world.as_("sujin"):
        for act in (
            lambda: residency.join(company=company, person=world.people["hana"]),
            lambda: residency.change_member(company_member=hana.code), lambda: residency.leave(company_member=hana.code),
            lambda: residency.hand_over(company_member=hana.code, hand_over_to=world.people["sora"]),
            lambda: residency.begin_company_checklist(company=company, work=[]),
            lambda: residency.sign_off(checklist_entry=row),
        ):  # fmt: skip
            with pytest.raises(Missing):
                act()
        assert not Member.objects.exists() and not ChecklistEntry.objects.exists()


def test_each_row_is_signed_by_who_signs_it(world, company):
    hana = joins(world, company, "hana", work=["chemicals"])
    rows = items(world, hana)
    with world.as_("hana"):
        assert residency.sign_off(checklist_entry=rows["house_rules"].code).state == "done"
        with refused("residency.entry_not_yours"):
            residency.sign_off(checklist_entry=rows["orientation"].code)
    with world.as_("safety"):
        with refused("residency.entry_evidence_needed"):
            residency.sign_off(checklist_entry=rows["chemical_safety"].code)
        with refused("residency.done_later"):
            residency.sign_off(checklist_entry=rows["orientation"].code, done_on=TODAY + DAY)
        signed = residency.sign_off(checklist_entry=rows["orientation"].code)
        assert (signed.done_on, signed.signed_by) == (TODAY, world.people["safety"])
        paper = core.store_file(name="course.pdf", content=b"%PDF-1.7 x", organisation=world.organisations["HANBIT"])
        assert residency.sign_off(checklist_entry=rows["chemical_safety"].code, file=paper.id).file_id == paper.id
        with refused("residency.remark_needed"):
            residency.reopen_entry(checklist_entry=rows["orientation"].code, remark=" ")
        residency.reopen_entry(checklist_entry=rows["orientation"].code, remark="시험지가 없음")
        with refused("residency.entry_step"):
            residency.reopen_entry(checklist_entry=rows["orientation"].code, remark="다시")
        with refused("residency.remark_needed"):
            residency.waive_entry(checklist_entry=rows["orientation"].code, remark="")
        assert residency.waive_entry(checklist_entry=rows["orientation"].code, remark="지난주 이수").state == "waived"
    with world.as_("hana"), refused("residency.entry_not_yours"):
        residency.waive_entry(checklist_entry=rows["house_rules"].code, remark="필요 없음")
    with world.as_("safety"), refused("residency.entry_unknown"):
        residency.sign_off(checklist_entry="CK-NOTHING")


def test_booking_waits_for_the_checklist(world, company):
    hana = joins(world, company, "hana")
    asked = {"equipment": "CONFOCAL", "start": MONDAY + 2 * HOUR, "end": MONDAY + 3 * HOUR}
    with world.as_("hana"), refused("residency.checklist_open") as shut:
        booking.reserve(**asked)
    assert "안전 오리엔테이션과 확인 시험" in shut.value.text.ko
    rows = items(world, hana)
    with world.as_("safety"):
        residency.sign_off(checklist_entry=rows["orientation"].code)
    with world.as_("operator"):
        residency.sign_off(checklist_entry=rows["insurance"].code)
    with world.as_("hana"):
        assert booking.reserve(**asked).state == "confirmed"
    with world.as_("haeun"), refused("residency.not_counted"):
        booking.reserve(**{**asked, "start": MONDAY + 4 * HOUR, "end": MONDAY + 5 * HOUR})
    with world.as_("hajin"):
        residency.leave(company_member=hana.code, last_day=TODAY + 2 * DAY)
    with world.as_("hana"), refused("residency.not_counted"):
        booking.reserve(**{**asked, "start": MONDAY + 74 * HOUR, "end": MONDAY + 75 * HOUR})


def test_a_badge_waits_for_the_checklist_and_is_in_one_hand(world, company):
    hana, haeun = joins(world, company, "hana", kind="office"), joins(world, company, "haeun", kind="office")
    given = {"kind": "badge", "pass_number": "0451", "expires_on": TODAY + 365 * DAY, "zones": ["2F"]}
    with world.as_("operator"), refused("residency.checklist_open"):
        residency.issue_pass(company_member=hana.code, **given)
    for who, member in (("hana", hana), ("haeun", haeun)):
        with world.as_(who):
            residency.set_emergency_contact(company_member=member.code, name="김엄마", phone="010-0000-0000")
            residency.sign_off(checklist_entry=items(world, member, who)["house_rules"].code)
        with world.as_("safety"):
            residency.sign_off(checklist_entry=items(world, member, "safety")["orientation"].code)
    with world.as_("operator"):
        badge = residency.issue_pass(company_member=hana.code, **given)
        with refused("residency.pass_unsound"):
            residency.issue_pass(company_member=hana.code, **{**given, "expires_on": TODAY})
        with refused("residency.pass_taken"):
            residency.issue_pass(company_member=haeun.code, **given)
    with world.as_("operator"):
        assert residency.take_back_pass(access_pass=badge.code).state == "returned"
        with refused("residency.pass_step"):
            residency.take_back_pass(access_pass=badge.code, state="lost")
        with refused("residency.pass_unknown"):
            residency.take_back_pass(access_pass="AP-NOTHING")
        residency.issue_pass(company_member=haeun.code, **given)
        assert badges.holder("0451") == (world.people["haeun"], haeun.company_id)
    with world.as_("hajin"):
        residency.leave(company_member=haeun.code, last_day=TODAY)
    for later, hers in ((0 * DAY, True), (DAY, False)):
        with clock.as_of(MONDAY + later), world.as_("operator"):
            assert (badges.holder("0451") is not None) == hers, "a badge that did not come back opens for nobody who is gone"
    with world.as_("sujin"):
        assert not AccessPass.objects.exists()


def test_whom_to_call_is_read_by_safety_and_herself_alone(world, company):
    hana = joins(world, company, "hana")
    with world.as_("hana"):
        with refused("residency.contact_needed"):
            residency.set_emergency_contact(company_member=hana.code, name="김엄마", phone="")
        residency.set_emergency_contact(company_member=hana.code, name="김엄마", phone="010-0000-0000")
    assert items(world, hana)["emergency_contact"].state == "done"
    with world.as_("haeun"), refused("residency.not_herself"):
        residency.set_emergency_contact(company_member=hana.code, name="도둑", phone="1")
    seen = {}
    for who in ("hana", "safety", "hajin", "haeun", "operator", "director", "auditor", "sujin"):
        with world.as_(who):
            seen[who] = MemberContact.objects.count()
    assert seen == {**dict.fromkeys(seen, 0), "hana": 1, "safety": 1}


def test_a_leaver_loses_every_right_in_one_step(world, company):
    hana = joins(world, company, "hana", kind="office")
    with world.as_("hana"):
        secret = core.create_token(name="laptop").secret
    with world.as_("hajin"):
        left = residency.leave(company_member=hana.code)
    assert left.gone_on == TODAY + DAY
    with clock.as_of(MONDAY + HOUR):
        with world.as_("operator"):
            assert not RoleGrant.objects.filter(user=world.people["hana"], valid__contains=clock.now()).exists()
        with enter_token(secret, "api") as entered:
            assert entered is None
    rows = items(world, hana)
    assert {code for code, row in rows.items() if row.exit} == {"return_badge", "return_keys", "hand_over_records"}
    with clock.as_of(MONDAY + DAY), world.as_("hajin"), refused("residency.member_left"):
        residency.leave(company_member=hana.code)
    with world.as_("hajin"):
        assert (head_count.of(world.organisations["HANBIT"]).heads) == 1
    with clock.as_of(MONDAY + DAY), world.as_("hajin"):
        assert head_count.of(world.organisations["HANBIT"]).heads == 0


def test_her_bookings_go_to_a_colleague_who_may_use_them(world, company):
    hana = ready(world, company, "hana")
    ready(world, company, "haeun")
    with world.as_("hana"):
        kept = booking.reserve(equipment="CONFOCAL", start=MONDAY + 30 * HOUR, end=MONDAY + 31 * HOUR).code
    with world.as_("hajin"):
        with refused("residency.colleague_unknown"):
            residency.leave(company_member=hana.code, hand_over_to=world.people["sora"])
        residency.leave(company_member=hana.code, hand_over_to=world.people["haeun"])
    outbox.deliver()
    with world.as_("operator"):
        detail = ReservationDetail.objects.select_related("reservation").get(reservation__code=kept)
    assert (detail.person_id, detail.reservation.state) == (world.people["haeun"], "confirmed")


def test_what_the_colleague_may_not_use_is_given_back(world, company):
    hana = ready(world, company, "hana")
    with world.as_("hana"):
        lost = booking.reserve(equipment="CONFOCAL", start=MONDAY + 30 * HOUR, end=MONDAY + 31 * HOUR).code
    with world.as_("operator"):
        residency.leave(company_member=hana.code, hand_over_to=world.people["hajin"])
    outbox.deliver()
    with world.as_("operator"):
        detail = ReservationDetail.objects.select_related("reservation").get(reservation__code=lost)
    assert (detail.person_id, detail.reservation.state) == (world.people["hana"], "cancelled")


def test_a_last_day_to_come_ends_the_roles_with_it(world, company):
    hana = joins(world, company, "hana", kind="office")
    with world.as_("hajin"):
        with refused("residency.member_dates"):
            residency.leave(company_member=hana.code, last_day=TODAY - DAY)
        residency.leave(company_member=hana.code, last_day=TODAY + 7 * DAY)
    with world.as_("operator"):
        (end,) = {g.valid.end for g in RoleGrant.objects.filter(user=world.people["hana"])}
    assert end.isoformat() == "2027-03-08T15:00:00+00:00", "midnight in Seoul after the last day"


def test_whoever_is_sent_away_elsewhere_is_counted_no_more(world, company):
    hana = joins(world, company, "hana", kind="office")
    with world.as_("hajin"):
        core.end_membership(person=world.people["hana"], organisation=world.organisations["HANBIT"])
    outbox.deliver()
    with world.as_("hajin"):
        assert Member.objects.get(code=hana.code).gone_on == TODAY + DAY
    assert items(world, hana)["return_badge"].state == "open"


def test_nobody_records_her_own_leaving(world, company):
    mine = joins(world, company, "hajin", by="operator", kind="office")
    with world.as_("hajin"), refused("access.not_yourself"):
        residency.leave(company_member=mine.code)
    with world.as_("hana"), pytest.raises(Forbidden):
        residency.leave(company_member=mine.code)


def test_a_declared_list_is_for_those_who_come_after(world, company):
    hana = joins(world, company, "hana", kind="office")
    rows = [row for row in to_rows(STANDARD.items) if row["code"] != "tour_of_exits"]
    with world.as_("safety"):
        assert residency.declare_checklist(items=rows).version == 1
        for unfit in ([{"code": "x"}], [{**rows[0], "blocks": ["lunch"]}], []):
            with refused("residency.checklist_unsound"):
                residency.declare_checklist(items=unfit)
    haeun = joins(world, company, "haeun", kind="office")
    assert set(items(world, hana)) - set(items(world, haeun)) == {"tour_of_exits"}


def test_a_companys_own_rows_keep_its_people_from_booking(world, company):
    with world.as_("hajin"):
        assert residency.begin_company_checklist(company=company, work=["chemicals"]) > 3
        assert residency.begin_company_checklist(company=company, work=["chemicals"]) == 0
        with refused("residency.member_kind"):
            residency.begin_company_checklist(company=company, work=["magic"])
    ready(world, company, "haeun")
    with world.as_("haeun"), refused("residency.checklist_open"):
        booking.reserve(equipment="CONFOCAL", start=MONDAY + 2 * HOUR, end=MONDAY + 3 * HOUR)


def test_terms_are_sound_and_one_a_day(world, company):
    with world.as_("programme"):
        with refused("residency.people_terms_unsound"):
            residency.set_people_terms(company=company, seats=-1, since=TODAY + DAY)
        with refused("residency.people_terms_twice"):
            residency.set_people_terms(company=company, seats=5)
    with world.as_("hajin"), pytest.raises(Forbidden):
        residency.set_people_terms(company=company, seats=99)
