"""Contacts and promises: what the member reads, what stays with staff, and what is late."""

from datetime import date, timedelta

import pytest

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Attendee, Interaction, InteractionNote, Promise
from tests.network.liaison.cast import Cast
from tests.network.liaison.refusing import refused
from tests.world import MONDAY, World


def logged(world: World, **more) -> Interaction:
    asked = {"member": "HANBIT", "kind": "meeting", "at": MONDAY, "title_ko": "연골 협의", "attendees": "PE-USER, PE-MAIL"}
    with world.as_("programme"):
        return network.log_interaction(**asked | more)


def test_minutes_are_the_members_and_notes_the_staffs(cast: Cast, world: World):
    logged(world, minutes_ko="합의", staff_notes_ko="비밀")
    with world.as_("hana"):
        assert Interaction.objects.get().minutes_ko == "합의"
        assert Attendee.objects.count() == 2
        assert InteractionNote.objects.count() == 0
    for who in ("sujin", "operator"):
        with world.as_(who):
            assert Interaction.objects.count() + Attendee.objects.count() + InteractionNote.objects.count() == 0
    with world.as_("auditor"):
        assert InteractionNote.objects.get().notes_ko == "비밀"


def test_after_a_meeting_follow_ups_are_promised(cast: Cast, world: World, settings):
    with world.as_("programme"):
        network.assign_director(member="HANBIT", director="director@example.org")
    made = logged(world)
    with world.as_("programme"):
        found = [(p.weeks, p.due, p.owner_user_id, p.internal) for p in made.promises.order_by("due")]
    assert found == [
        (weeks, date(2027, 3, 1) + timedelta(weeks=weeks), world.people["director"], True) for weeks in (2, 6, 12)
    ]
    with world.as_("hana"):
        assert Promise.objects.count() == 0
    settings.FOLLOW_UP_WEEKS = "4"
    for more in ({"kind": "visit"}, {"kind": "call"}, {"follow_up": False}):
        logged(world, **more)
    with world.as_("programme"):
        assert Promise.objects.filter(weeks=4).count() == 1
        assert Promise.objects.count() == 4


def test_refusals_of_the_log(cast: Cast, world: World):
    with world.as_("hana"), pytest.raises(Forbidden):
        network.log_interaction(member="HANBIT", kind="call", at=MONDAY, title_ko="x")
    with world.as_("programme"):
        sound = {"member": "HANBIT", "kind": "call", "at": MONDAY, "title_ko": "x"}
        for wrong, code in (
            ({"member": "NO"}, "network.member_unknown"), ({"need": "NO"}, "network.need_not_found"),
            ({"introduction": "NO"}, "network.introduction_unknown"), ({"attendees": "NO"}, "network.person_unknown"),
            ({"at": MONDAY + timedelta(hours=1)}, "network.not_yet"), ({"length": -1}, "core.bad_input"),
            ({"units": 0}, "core.bad_input"), ({"kind": "seance"}, "core.bad_input"), ({"entitlement": "x"}, "core.bad_input"),
            ({"title_ko": ""}, "core.name_needed"), ({"attendees": "PE-MAIL,PE-MAIL"}, "network.attendee_twice"),
        ):
            refused(code, network.log_interaction, **sound | wrong)
        refused("network.interaction_unknown", network.edit_interaction, interaction="NO", title_ko="x")
        made = network.log_interaction(**sound)
        refused("core.bad_input", network.edit_interaction, interaction=made.code, title_ko="x", units=0)
        refused("network.person_unknown", network.edit_interaction, interaction=made.code, title_ko="x", attendees="NO")
        refused("network.attendee_twice", network.edit_interaction, interaction=made.code, title_ko="x", attendees="PE-MAIL,PE-MAIL")
        network.edit_interaction(interaction=made.code, title_ko="새 제목", attendees="PE-MAIL", staff_notes_ko="메모")
        network.edit_interaction(interaction=made.code, title_ko="새 제목", attendees="PE-USER")
        assert [a.person.code for a in Attendee.objects.filter(interaction=made)] == ["PE-USER"]
        assert InteractionNote.objects.get(interaction=made).notes_ko == ""


def promised(world: World, **more) -> str:
    asked = {"member": "HANBIT", "what_ko": "시료 보내기", "due": date(2027, 3, 5), "owner_kind": "member"}
    with world.as_("programme"):
        return network.make_promise(**asked | more).code


def test_whoever_promised_settles(cast: Cast, world: World):
    hers = promised(world)
    with world.as_("hana"):
        network.keep_promise(promise=hers, evidence="3월 4일 발송")
        refused("network.promise_settled", network.break_promise, promise=hers, reason="x")
    expert = promised(world, owner_kind="person", owner_code="PE-USER")
    with world.as_("hana"):
        refused("network.promise_not_yours", network.keep_promise, promise=expert, evidence="x")
    with cast.expert():
        refused("network.grounds_needed", network.keep_promise, promise=expert, evidence=" ")
        network.break_promise(promise=expert, reason="시간이 없었습니다")
    ours = promised(world, owner_kind="staff")
    with world.as_("hajin"):
        refused("network.promise_not_yours", network.withdraw_promise, promise=ours, reason="x")
    with world.as_("programme"):
        network.withdraw_promise(promise=ours, reason="필요 없게 됨")
    with world.as_("sujin"):
        refused("network.promise_unknown", network.keep_promise, promise=hers, evidence="x")
    with world.as_("auditor"), pytest.raises(Forbidden):
        network.keep_promise(promise=ours, evidence="x")


def test_refusals_of_promising(cast: Cast, world: World):
    sound = {"member": "HANBIT", "what_ko": "x", "due": date(2027, 3, 5), "owner_kind": "member"}
    other = logged(world, member="PN-OUT").code
    with world.as_("programme"):
        for wrong, code in (
            ({"member": "NO"}, "network.member_unknown"), ({"what_ko": ""}, "core.name_needed"),
            ({"owner_kind": "fate"}, "network.promise_owner"), ({"interaction": other}, "network.interaction_unknown"),
            ({"owner_kind": "person", "owner_code": "NO"}, "network.promise_owner"),
            ({"owner_kind": "staff", "owner_code": "hana@example.org"}, "network.promise_owner"),
            ({"owner_kind": "staff", "owner_code": "nobody@example.org"}, "network.promise_owner"),
        ):
            refused(code, network.make_promise, **sound | wrong)


def test_late_promises_are_told_and_escalated_once(cast: Cast, world: World, settings):
    with world.as_("director"):
        network.assign_director(member="HANBIT", director="director@example.org")
    promised(world, owner_kind="staff", owner_code="programme@example.org")
    promised(world)
    promised(world, owner_kind="person", owner_code="PE-USER")

    def told() -> set[tuple[str, object]]:
        with scope(system("worker")):
            network.remind_of_promises()
            network.remind_of_promises()
            return [(n.kind, n.recipient_id) for n in Notice.objects.filter(kind__startswith="network.promise")]

    with clock.as_of(MONDAY + timedelta(days=4)):
        assert told() == []
    with clock.as_of(MONDAY + timedelta(days=5)):
        late = told()
    assert sorted(late) == sorted(
        ("network.promise_late", who) for who in (world.people["programme"], world.people["hajin"], cast.expert_user)
    )
    with clock.as_of(MONDAY + timedelta(days=13)):
        escalated = [who for kind, who in told() if kind == "network.promise_escalated"]
    assert escalated == [world.people["director"]] * 3
