"""Steps 19 to 34: life in residence."""

from squaremile.booking import operations as booking
from squaremile.booking.models import Fault, Reservation, Session
from squaremile.core import operations as core
from squaremile.core.models import RoleGrant
from squaremile.kernel import clock
from squaremile.metering.models import UsageEvent
from squaremile.network import operations as network
from squaremile.network.models import Seat
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    AccessPass,
    ChecklistEntry,
    Company,
    Evaluation,
    Member,
    Milestone,
    OfficeHour,
    Profile,
    ProfileLook,
    Suspension,
)
from squaremile.residency.reads import head_count, licence_file, life, sponsors
from squaremile.spaces import operations as spaces
from tests.scenarios.alumni.settling import ANN, BEN, CHO
from tests.scenarios.alumni.story import CEO, Story, moment, on, refused, step

SPONSOR, MENTOR = "sponsor@pharma.example", "mentor@school.example"


def slot(day: float, hour: float = 1, equipment: str = "CONFOCAL") -> dict[str, object]:
    return {"equipment": equipment, "start": moment(day, hour), "end": moment(day, hour + 1)}


@step(19)
def she_books(s: Story) -> None:
    """The scientist: trained, on an instrument that nobody else has then."""
    with s.by(ANN, 47), refused("booking.not_qualified"):
        booking.reserve(**slot(48))
    with s.by("operator", 47):
        booking.qualify(equipment="CONFOCAL", person=s.person(ANN))
    with s.by(ANN, 47), refused("residency.checklist_open"):
        booking.reserve(**slot(48))
    with s.by("operator", 47):
        row = ChecklistEntry.objects.get(member__code=s.members[ANN], item="insurance")
        residency.sign_off(checklist_entry=row.code)
    with s.by("sujin", 47):
        rival = Company.objects.get(id=s.world.organisations["SAEBOM"]).code
        sora = residency.join(company=rival, person=s.world.people["sora"], kind="office")
    with s.by("safety", 47):
        residency.sign_off(checklist_entry=sora.checklist.get(item="orientation").code)
    with s.by("sora", 47):
        booking.reserve(**slot(48, 3))
    with s.by(ANN, 47):
        with refused("booking.slot_taken"):
            booking.reserve(**slot(48, 3))
        made = booking.reserve(**slot(48), purpose="칩 관찰")
        assert Reservation.objects.get(code=made.code).state == "confirmed"


@step(20)
def it_is_used_and_breaks(s: Story) -> None:
    """Operations: minutes are metered once; what is broken, or in somebody's hands for repair, is booked by nobody."""
    with s.by(ANN, 48, 1):
        mine = Reservation.objects.get(equipment__code="CONFOCAL", period__startswith=moment(48, 1))
        session = booking.start_session(reservation=mine.code).code
    with s.by(ANN, 48, 1.5):
        booking.end_session(session=session)
        fault = booking.report_fault(equipment="CONFOCAL", severity="unusable", says="레이저가 켜지지 않음").code
        assert (Session.objects.get(code=session).ended_at, UsageEvent.objects.count()) == (clock.now(), 1)
        with refused("booking.fault_open"):
            booking.reserve(**slot(50))
    with s.by("operator", 49):
        booking.block(**slot(50), work_type="repair", purpose="레이저 교체")
        booking.resolve_fault(fault=fault, resolution="레이저를 바꿈")
        assert Fault.objects.get(code=fault).resolved_at == clock.now()
    with s.by(ANN, 49):
        with refused("booking.slot_taken"):
            booking.reserve(**slot(50))
        booking.reserve(**slot(51))


@step(24)
def a_talk_is_held(s: Story) -> None:
    """Admissions: a room has so many seats; nobody is in before it is open."""
    with s.by("programme", 50):
        talk = network.add_event(
            kind="talk", title_ko="오가노이드 이야기", start=moment(60), end=moment(60, 2), place="R202", capacity=1
        ).code
        network.set_event_state(event=talk, state="announced")
    with s.by(ANN, 51), refused("network.event_not_open"):
        network.rsvp(event=talk)
    with s.by("programme", 51):
        network.set_event_state(event=talk, state="open")
    for email, state in ((ANN, "going"), (BEN, "waiting")):
        with s.by(email, 52):
            assert network.rsvp(event=talk).state == state
    with s.by("programme", 52):
        assert sorted(Seat.objects.values_list("state", flat=True)) == ["going", "waiting"]


@step(30)
def one_leaves_and_another_comes(s: Story) -> None:
    """The company: over its seats nobody comes; who leaves loses every right, and her badge is listed to come back."""
    with s.by(CEO, 70), refused("residency.over_seats"):
        residency.join(company=s.company, person=s.person(CHO), joined_on=on(71))
    with s.by(CEO, 70):
        residency.leave(company_member=s.members[BEN])
    with s.by("operator", 70, 1):
        assert not RoleGrant.objects.filter(user=s.person(BEN), valid__contains=clock.now()).exists()
        assert ChecklistEntry.objects.get(member__code=s.members[BEN], item="return_badge").state == "open"
    with s.by(CEO, 71):
        s.members[CHO] = residency.join(company=s.company, person=s.person(CHO), kind="technician").code
        assert Member.objects.get(code=s.members[BEN]).gone_on == on(71)
        now = head_count.of(s.organisation)
        assert (now.heads, now.seats) == (2, 2)
        # Each pays for the days on which she was counted.
        assert len(now.months) >= 2


@step(31)
def it_grows(s: Story) -> None:
    """The company asks; the programme answers, and both sides sign: not on a bench that another holds, not by one side."""
    with s.by(CEO, 72):
        asked = residency.ask_for_space(
            company=s.company, space_wish="more", place_counts={"bench": 2}, by_day=on(90), says="두 사람이 더 옵니다"
        ).code
    with s.by("programme", 73):
        residency.answer_space_request(space_request=asked, granted=True, says="벤치 하나를 더 드립니다")
        said = {"licence": s.licence, "reason": "인원 증가", "effective_on": on(76), "most_people": 4}
        with refused("spaces.place_taken"):
            residency.propose_amendment(**said, adds=["R201-B2"])
    with s.by("operator", 73):
        spaces.add_place(kind="bench", code="R201-B9", parent="R201", name_ko="새 벤치", name_en="New bench", rentable=True)
    with s.by("programme", 73):
        residency.propose_amendment(**said, adds=["R201-B9"])
        with refused("residency.company_signs_first"):
            residency.sign_licence(licence=s.licence, signed_name="오프로")
    with s.by(CEO, 74):
        residency.sign_licence(licence=s.licence, signed_name="서지연")
    with s.by("director", 74):
        residency.sign_licence(licence=s.licence, signed_name="오세훈")
    with s.by("worker", 76):
        residency.run_licences()
    with s.by("programme", 76):
        after = licence_file.licence_file(s.licence)
        assert ({place.code for place in after.places}, after.terms.most_people, after.faults) == ({"R201-B1", "R201-B9"}, 4, ())
        assert after.terms.rent == 1_000_000


@step(32)
def others_lend_a_hand(s: Story) -> None:
    """The programme and its sponsor: an hour is one company's, and nothing is shown that was not agreed to be."""
    with s.by("programme", 80):
        mentor = residency.add_mentor(email=MENTOR, name_ko="멘토님").code
    with s.by_key(MENTOR, 80):
        hour = residency.offer_hour(mentor=mentor, start=moment(82), end=moment(82, 1)).code
    with s.by(ANN, 81):
        residency.book_hour(office_hour=hour, topic="동결건조 제형")
    with s.by("sora", 81), refused("residency.hour_taken"):
        residency.book_hour(office_hour=hour, topic="저희도")
    with s.by_key(MENTOR, 82, 2):
        residency.close_hour(office_hour=hour, state="held", remark="만니톨을 권함")
    with s.by("programme", 83):
        profile = Profile.objects.get(company__code=s.company).id
        assert OfficeHour.objects.get(code=hour).state == "held"
    with s.by_key(SPONSOR, 83), refused("residency.profile_unknown"):
        residency.look_at_profile(profile=profile)
    with s.by(CEO, 83):
        with refused("residency.listed_needs_summary"):
            residency.edit_profile(company=s.company, listed=True)
        residency.edit_profile(company=s.company, summary_ko="오가노이드 칩", listed=True)
    with s.by_key(SPONSOR, 84):
        assert [row.id for row in sponsors.profiles()] == [profile]
        residency.look_at_profile(profile=profile)
    with s.by(CEO, 84):
        assert life.of(s.organisation).looks == ((clock.now(), SPONSOR),)
        assert ProfileLook.objects.count() == 1


@step(33)
def it_is_evaluated(s: Story) -> None:
    """Admissions: a milestone is reached with evidence, and a stay is renewed above the mark, in its turn."""
    with s.by(CEO, 90):
        made = residency.propose_milestone(company=s.company, due_on=on(300), title_ko="시제품").code
        with refused("access.not_allowed"):
            residency.settle_milestone(milestone=made, state="agreed")
    with s.by("programme", 91):
        residency.settle_milestone(milestone=made, state="agreed")
        terms = residency.set_stay_terms(criteria=[
            {"code": "team", "ko": "인력", "en": "Team", "weight": 1}, {"code": "goal", "ko": "목표", "en": "Goals", "weight": 3},
        ]).code  # fmt: skip
        residency.move_in(company=s.company, moved_in_on=on(40), stay_terms=terms)
    with s.by(CEO, 280):
        with refused("residency.evidence_needed"):
            residency.settle_milestone(milestone=made, state="reached")
        residency.settle_milestone(milestone=made, state="reached", evidence="https://saessak.example/chip")
    with s.by("director", 281):
        # A role ends after a year; whoever stays is given it anew.
        for email, role in ((CEO, "company_admin"), (ANN, "scientist")):
            person = s.person(email)
            ends = RoleGrant.objects.get(user=person).valid.end
            core.grant_role(person=person, role=role, organisation=s.organisation, start=ends, end=moment(1000))
    with s.by("programme", 690):
        first = Evaluation.objects.get(company__code=s.company, number=1)
        poor, good = {"team": 100, "goal": 59}, {"team": 70, "goal": 80}
        with refused("residency.below_pass"):
            residency.hold_evaluation(evaluation=first.code, scores=poor, renew=True, reason_ko="왜")
        residency.hold_evaluation(evaluation=first.code, scores=good, renew=True, reason_ko="시제품을 보임")
        first.refresh_from_db()
        assert (first.state, first.points, Milestone.objects.get().state) == ("renewed", 78, "reached")


@step(34)
def it_is_suspended_for_a_week(s: Story) -> None:
    """Finance: not before the time to put it right is over; a suspended company books nothing, and is let back in."""
    with s.by("finance", 700):
        notice = residency.give_notice(company=s.company, ground="unpaid", says_ko="사용료를 내 주십시오").code
        with refused("residency.cure_runs"):
            residency.settle_notice(suspension=notice, state="suspended")
    with s.by("finance", 715):
        residency.settle_notice(suspension=notice, state="suspended")
    with s.by("operator", 715):
        booking.qualify(equipment="CONFOCAL", person=s.person(ANN))
    with s.by(ANN, 715), refused("residency.suspended"):
        booking.reserve(**slot(716))
    with s.by("finance", 722):
        residency.settle_notice(suspension=notice, state="lifted")
        assert Suspension.objects.get().state == "lifted"
        assert AccessPass.objects.filter(kind="badge", state="issued").count() == 1
