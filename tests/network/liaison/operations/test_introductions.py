"""Both must want it: every step of an introduction, every refusal, and what each side may know."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.core import outbox
from squaremile.core.models import Mail, Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import (
    Approach,
    Connection,
    Feedback,
    Introduction,
    IntroductionDetail,
    IntroductionTransition,
)
from tests.network.liaison.cast import Cast
from tests.network.liaison.refusing import refused
from tests.world import MONDAY, World


def requested(world: World, **more) -> str:
    asked = {"member": "HANBIT", "expert": "PE-USER", "reason_ko": "비밀 연골 과제", "anonymous": True} | more
    with world.as_("hana"):
        return network.request_introduction(**asked).code


def letter() -> str:
    """The secret of the newest letter."""
    with scope(system("worker")):
        network.send_letters()
        assert network.send_letters() == 0
        body = Mail.objects.filter(body__contains="/network/letter/").latest("id").body
    return re.search(r"/network/letter/([\w-]+)/", body)[1]


def asked_of(world: World, expert="PE-USER", **more) -> str:
    code = requested(world, expert=expert, **more)
    with world.as_("programme"):
        network.approve_introduction(introduction=code, message_ko="연골 조직공학을 상의하고 싶다고 합니다.")
    return code


def test_the_whole_way(cast: Cast, world: World):
    code = asked_of(world)
    with cast.expert():
        assert IntroductionDetail.objects.count() == 0
        assert Connection.objects.count() == 0
        assert Approach.objects.get().requester_ko == ""
        network.answer_introduction(introduction=code, accept=True)
        assert Connection.objects.get(side="requester").email == "hana@example.org"
        assert Connection.objects.get(side="requester").body_ko == "한빛바이오"
    with world.as_("hajin"):
        assert Connection.objects.get(side="expert").name_ko == "문교수"
        network.record_introduction_met(introduction=code)
        network.rate_introduction(introduction=code, useful=True, goes_on=True)
        network.close_introduction(introduction=code, outcome="nda", reason="공동 과제를 준비합니다")
    with cast.expert():
        network.rate_introduction(introduction=code, useful=False)
        assert [f.side for f in Feedback.objects.all()] == ["expert"]
    with world.as_("programme"):
        assert {t.after for t in IntroductionTransition.objects.all()} == {"requested", "asked", "accepted", "met", "closed"}
        assert {f.side for f in Feedback.objects.all()} == {"requester", "expert"}


def test_a_rival_never_learns_of_it(cast: Cast, world: World):
    code = asked_of(world)
    with cast.expert():
        network.answer_introduction(introduction=code, accept=True)
    with world.as_("sujin"):
        for table in (Introduction, IntroductionDetail, Approach, Connection, IntroductionTransition, Feedback):
            assert table.objects.count() == 0
        for call, more in (
            (network.withdraw_introduction, {}), (network.record_introduction_met, {}),
            (network.close_introduction, {"outcome": "nda", "reason": "x"}), (network.rate_introduction, {"useful": True}),
            (network.answer_introduction, {"accept": True}),
        ):
            refused("network.introduction_unknown", call, introduction=code, **more)
        refused("network.member_unknown", network.request_introduction, member="HANBIT", expert="PE-USER", reason_ko="x")
        # The same wish is not refused for being somebody else's already.
        network.request_introduction(member="SAEBOM", expert="PE-USER", reason_ko="우리도")


def test_before_she_is_asked_the_expert_knows_nothing(cast: Cast, world: World):
    code = requested(world)
    with cast.expert():
        assert Introduction.objects.count() == 0
        refused("network.introduction_unknown", network.answer_introduction, introduction=code, accept=True)


def test_why_she_declined_stays_with_her_and_the_staff(cast: Cast, world: World):
    code = asked_of(world)
    with cast.expert():
        network.answer_introduction(introduction=code, accept=False, private_reason="경쟁사와 일합니다")
        assert Approach.objects.get().private_reason == "경쟁사와 일합니다"
    for who in ("hana", "hajin", "sujin", "auditor", "operator"):
        with world.as_(who):
            assert Approach.objects.count() == 0
    with world.as_("director"):
        assert Approach.objects.get().private_reason == "경쟁사와 일합니다"
    with world.as_("hana"):
        assert Introduction.objects.get().state == "declined"
        assert Connection.objects.count() == 0
    outbox.deliver()
    with scope(system("worker")):
        texts = " ".join(n.text_ko for n in Notice.objects.all()) + " ".join(m.body for m in Mail.objects.all())
    assert "경쟁사와" not in texts


def test_a_requester_cannot_answer_for_the_expert_even_past_the_operations(cast: Cast, world: World):
    code = asked_of(world)
    with world.as_("hana"), pytest.raises(IntegrityError, match="only the expert answers"), transaction.atomic():
        Introduction.objects.filter(code=code).update(state="accepted")
    with world.as_("hana"), pytest.raises(IntegrityError, match="cannot go from"), transaction.atomic():
        Introduction.objects.filter(code=code).update(state="closed")


class TestLetter:
    def test_answers_once_and_only_its_hash_is_kept(self, cast: Cast, world: World):
        code, secret = asked_of(world, "PE-MAIL"), letter()
        with world.as_("programme"):
            kept = Approach.objects.get()
            assert secret not in (kept.secret_hash, kept.email)
        with scope(system("auth")):
            network.answer_by_letter(letter=secret, accept=True)
            refused("network.letter_spent", network.answer_by_letter, letter=secret, accept=False)
        with world.as_("hana"):
            assert Introduction.objects.get(code=code).state == "accepted"
            assert Connection.objects.get(side="expert").email == "seo@uni.example"

    def test_says_nothing_of_the_requester_who_wishes_so(self, cast: Cast, world: World):
        asked_of(world, "PE-MAIL")
        letter()
        with scope(system("worker")):
            body = Mail.objects.latest("id").body
        assert "한빛" not in body
        assert "비밀 연골 과제" not in body
        assert "연골 조직공학을" in body

    def test_names_the_requester_otherwise(self, cast: Cast, world: World):
        asked_of(world, "PE-MAIL", anonymous=False)
        letter()
        with scope(system("worker")):
            assert "한빛바이오가 만나 뵙기를" in Mail.objects.latest("id").body

    def test_expires(self, cast: Cast, world: World):
        asked_of(world, "PE-MAIL")
        secret = letter()
        with clock.as_of(MONDAY + timedelta(days=15)), scope(system("auth")):
            refused("network.letter_spent", network.answer_by_letter, letter=secret, accept=True)

    def test_a_new_one_closes_the_one_before(self, cast: Cast, world: World):
        code = asked_of(world, "PE-MAIL")
        first = letter()
        with world.as_("programme"):
            network.ask_again(introduction=code)
        second = letter()
        with scope(system("auth")):
            refused("network.letter_spent", network.answer_by_letter, letter=first, accept=True)
            network.answer_by_letter(letter=second, accept=False, private_reason="바쁩니다")

    def test_a_withdrawn_request_opens_nothing(self, cast: Cast, world: World):
        code = asked_of(world, "PE-MAIL")
        secret = letter()
        with world.as_("hana"):
            network.withdraw_introduction(introduction=code)
        with scope(system("auth")):
            refused("network.letter_spent", network.answer_by_letter, letter=secret, accept=True)

    def test_is_not_for_people(self, cast: Cast, world: World):
        with world.as_("programme"), pytest.raises(Forbidden):
            network.answer_by_letter(letter="x", accept=True)


class TestRefusals:
    def test_of_asking(self, cast: Cast, world: World):
        with world.as_("hana"):
            ask = network.request_introduction
            refused("network.introduction_target", ask, member="HANBIT", reason_ko="x")
            refused("network.introduction_target", ask, member="HANBIT", expert="PE-USER", lab="LB-1", reason_ko="x")
            refused("network.person_unknown", ask, member="HANBIT", expert="NOBODY", reason_ko="x")
            refused("network.lab_unknown", ask, member="HANBIT", lab="NO", reason_ko="x")
            refused("network.partner_unknown", ask, member="HANBIT", partner="NO", reason_ko="x")
            refused("network.no_contact_wanted", ask, member="HANBIT", expert="PE-NONE", reason_ko="x")
            refused("network.grounds_needed", ask, member="HANBIT", expert="PE-USER", reason_ko=" ")
            refused("network.need_not_found", ask, member="HANBIT", expert="PE-USER", reason_ko="x", need="NO")
            refused("network.member_unknown", ask, member="PN-OUT", expert="PE-USER", reason_ko="x")
            ask(member="PN-HANBIT", expert="PE-USER", reason_ko="x")
            refused("network.introduction_open", ask, member="HANBIT", expert="PE-USER", reason_ko="x")
        with world.as_("operator"), pytest.raises(Forbidden):
            ask(member="HANBIT", expert="PE-USER", reason_ko="x")

    def test_of_passing_on(self, cast: Cast, world: World):
        code = requested(world, expert="PE-MUTE")
        lab = requested(world, expert="", lab="LB-1")
        with world.as_("hana"), pytest.raises(Forbidden):
            network.approve_introduction(introduction=code)
        with world.as_("programme"):
            approve = network.approve_introduction
            refused("network.no_way_to_ask", approve, introduction=code)
            refused("network.introduction_unknown", approve, introduction="NO")
            refused("network.introduction_target", approve, introduction=lab)
            refused("network.person_unknown", approve, introduction=lab, expert="NOBODY")
            refused("network.no_contact_wanted", approve, introduction=lab, expert="PE-NONE")
            approve(introduction=lab, expert="PE-USER")
            refused("network.introduction_step", approve, introduction=lab, expert="PE-USER")
            refused("network.no_way_to_ask", network.ask_again, introduction=lab)
            refused("network.grounds_needed", network.refuse_introduction, introduction=code, reason=" ")
            network.refuse_introduction(introduction=code, reason="범위가 맞지 않습니다")
            refused("network.introduction_step", network.refuse_introduction, introduction=code, reason="x")
        with world.as_("hana"):
            assert IntroductionDetail.objects.get(introduction__code=code).refused_reason == "범위가 맞지 않습니다"

    def test_of_later_steps(self, cast: Cast, world: World):
        code = asked_of(world)
        with world.as_("hana"):
            refused("network.introduction_step", network.record_introduction_met, introduction=code)
            refused("network.introduction_step", network.close_introduction, introduction=code, outcome="nda", reason="x")
            refused("core.bad_input", network.close_introduction, introduction=code, outcome="fame", reason="x")
            refused("network.grounds_needed", network.close_introduction, introduction=code, outcome="nda", reason="")
            refused("network.introduction_step", network.rate_introduction, introduction=code, useful=True)
        with world.as_("programme"):
            refused("network.not_asked", network.answer_introduction, introduction=code, accept=True)
        with world.as_("auditor"), pytest.raises(Forbidden):
            network.answer_introduction(introduction=code, accept=True)
        with cast.expert():
            network.answer_introduction(introduction=code, accept=False)
            refused("network.introduction_step", network.answer_introduction, introduction=code, accept=True)


def test_both_sides_are_told_once(cast: Cast, world: World):
    code = asked_of(world)
    with cast.expert():
        network.answer_introduction(introduction=code, accept=True)
    outbox.deliver()
    outbox.deliver()
    with scope(system("worker")):
        told = [(n.recipient_id, n.text_en) for n in Notice.objects.filter(kind="network.introduction")]
    assert len(told) == len(set(told))
    mine = {text for who, text in told if who == world.people["hana"]}
    assert mine == {"Prof Moon has been asked whether to meet you.", "Prof Moon has accepted. See how to reach each other."}
    hers = {text for who, text in told if who == cast.expert_user}
    assert "You are connected. See how to reach each other." in hers
    assert not any(who in (world.people["sora"], world.people["sujin"]) for who, _ in told)


def test_an_answer_by_telephone_is_recorded_with_how_it_was_heard(cast: Cast, world: World):
    code = asked_of(world, "PE-MAIL")
    secret = letter()
    with world.as_("hana"), pytest.raises(Forbidden):
        network.record_answer(introduction=code, accept=True, heard="전화")
    with world.as_("programme"):
        refused("network.grounds_needed", network.record_answer, introduction=code, accept=True, heard=" ")
        network.record_answer(introduction=code, accept=False, heard="3월 1일 전화", private_reason="휴직")
        refused("network.introduction_step", network.record_answer, introduction=code, accept=True, heard="x")
        assert Approach.objects.get().heard == "3월 1일 전화"
    with scope(system("auth")):
        refused("network.letter_spent", network.answer_by_letter, letter=secret, accept=True)
