"""What an expert is asked stands, whoever writes past the operations; and withdrawn consent leaves no copy that waits."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from squaremile.core import notices
from squaremile.core.models import Mail
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Approach, Connection
from tests.network.liaison.cast import Cast
from tests.network.liaison.operations.test_introductions import asked_of
from tests.world import World


def written(sql: str, code: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [code])
        assert cursor.rowcount == 1, "the row is hers to update"


@pytest.mark.parametrize("change", ["message_ko = '다른 말'", "message_en = 'x'", "anonymous = false", "created_at = now()",
                                    "person_id = NULL, lab_id = id"])
def test_an_expert_does_not_rewrite_what_she_is_asked(cast: Cast, world: World, change: str):
    code = asked_of(world)
    with cast.expert(), pytest.raises(IntegrityError, match="what was asked stands"):
        written(f"UPDATE network_introduction SET {change} WHERE code = %s", code)


@pytest.mark.parametrize("change", ["requester_ko = '한빛'", "email = 'a@b.example'", "name_ko = 'x'", "letter_due = true", "secret_hash = 'x'"])
def test_of_her_approach_only_the_answer_is_hers(cast: Cast, world: World, change: str):
    code = asked_of(world)
    with cast.expert(), pytest.raises(IntegrityError, match="only the answer is hers"):
        written(
            f"UPDATE network_approach SET {change} WHERE introduction_id ="
            " (SELECT id FROM network_introduction WHERE code = %s)", code)


def test_the_requester_rewrites_nothing_either(cast: Cast, world: World):
    code = asked_of(world)
    with world.as_("hana"), pytest.raises(IntegrityError, match="what was asked stands"):
        written("UPDATE network_introduction SET message_ko = 'x' WHERE code = %s", code)


def test_staff_still_mend_it(cast: Cast, world: World):
    code = asked_of(world)
    with world.as_("programme"):
        written("UPDATE network_introduction SET message_ko = '고친 말' WHERE code = %s", code)


def queued() -> list[tuple[str, str, str]]:
    with scope(system("worker")):
        return list(Mail.objects.filter(origin__startswith="secret:", sent_at=None).values_list("to", "body", "error"))


@pytest.mark.parametrize("letter_made", [False, True])
def test_withdrawn_consent_empties_letters_that_are_not_sent(cast: Cast, world: World, letter_made: bool):
    code = asked_of(world, expert="PE-MAIL")
    if letter_made:
        with scope(system("worker")):
            assert network.send_letters() == 1
        assert [to for to, _, _ in queued()] == ["seo@uni.example"]
    with world.as_("programme"):
        network.withdraw_consent(expert="PE-MAIL")
        waiting = Approach.objects.get(introduction__code=code)
        assert (waiting.email, waiting.letter_due, waiting.secret_hash) == ("", False, None)
        hers = Connection.objects.get(introduction__code=code, side="expert")
        assert (hers.email, hers.phone) == ("", "")
    with scope(system("worker")):
        assert network.send_letters() == 0
    assert queued() == ([("", "", "withdrawn")] if letter_made else [])


def test_she_withdraws_by_herself_and_others_letters_stay(cast: Cast, world: World):
    asked_of(world, expert="PE-MAIL")
    mine = asked_of(world, expert="PE-USER")
    with scope(system("worker")):
        network.send_letters()
    with cast.expert():
        network.withdraw_consent(expert="PE-USER")
        assert Approach.objects.get(introduction__code=mine).email == ""
    assert [to for to, _, _ in queued()] == ["seo@uni.example"]


def test_nobody_forgets_for_another(cast: Cast, world: World):
    code = asked_of(world, expert="PE-MAIL")
    with world.as_("programme"):
        found = Approach.objects.get(introduction__code=code).person_id
    with world.as_("hana"), connection.cursor() as cursor:
        cursor.execute("SELECT network_forget_copies(%s, now())", [found])
        assert cursor.fetchone() == (0,)
    with world.as_("programme"):
        assert Approach.objects.get(introduction__code=code).email == "seo@uni.example"


def test_who_names_anothers_address_as_her_own_reaches_none_of_that_persons_letters(cast: Cast, world: World):
    """A password reset and a letter to somebody else wait at the address that she claims as hers."""
    asked_of(world, expert="PE-MAIL")
    with scope(system("worker")):
        network.send_letters()
        notices.post(to="seo@uni.example", subject="비밀번호", body="https://here.example/reset", secret=True)
    with cast.expert():
        network.correct_profile(expert="PE-USER", email="seo@uni.example")
        network.withdraw_consent(expert="PE-USER")
    waiting = [(to, bool(body)) for to, body, _ in queued()]
    assert waiting == [("seo@uni.example", True), ("seo@uni.example", True)]


def test_the_serving_role_forgets_no_letter_by_itself(cast: Cast, world: World):
    asked_of(world, expert="PE-MAIL")
    with scope(system("worker")):
        network.send_letters()
    for who in ("hana", "programme"):
        with world.as_(who), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT core_forget_letters('approach', now())")
    assert [to for to, _, _ in queued()] == ["seo@uni.example"]
