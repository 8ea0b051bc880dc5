"""Tokens: shown once, for a year at most, one's own alone."""

from datetime import timedelta

import pytest

from squaremile.core import operations as core
from squaremile.core.entering import enter_token
from squaremile.core.models import Token
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from tests.core.operations.asking import refused
from tests.core.operations.test_people import acting
from tests.world import MONDAY, World


@pytest.mark.parametrize(("ability", "may_write"), [("read", False), ("write", True)])
def test_a_token_stands_for_its_owner(world: World, ability, may_write):
    with world.as_("hana"):
        made = core.create_token(name="script", ability=ability)
        assert made.secret not in str(vars(made.token))
        assert made.token.hint == made.secret[-4:]
    with enter_token(made.secret, "api") as someone:
        assert (someone.scope.actor, someone.scope.may_write) == (world.people["hana"], may_write)
    with enter_token(made.secret, "feed") as someone:
        assert someone is None


def test_a_feed_token_only_reads(world: World):
    with world.as_("hana"):
        made = core.create_token(name="phone", purpose="feed", ability="write")
        assert made.token.abilities == ["read"]


def test_a_token_ends(world: World):
    with world.as_("hana"):
        made = core.create_token(name="script", days=30)
        gone = core.create_token(name="other")
        core.revoke_token(token=gone.token.id)
        assert refused(core.revoke_token, token=gone.token.id) == "core.not_found"
    with clock.as_of(MONDAY + timedelta(days=30)), enter_token(made.secret, "api") as someone:
        assert someone is None
    with enter_token(gone.secret, "api") as someone:
        assert someone is None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"days": 366}, "access.token_too_long"),
        ({"days": 0}, "core.bad_input"),
        ({"name": " "}, "core.bad_input"),
        ({"purpose": "door"}, "core.bad_input"),
        ({"ability": "rule"}, "core.bad_input"),
    ],
)
def test_a_token_is_refused(world: World, asked, code):
    with world.as_("hana"):
        assert refused(core.create_token, **({"name": "x"} | asked)) == code


def test_nobody_makes_a_token_while_acting(world: World):
    with world.as_("hana"):
        made = core.create_token(name="mine")
    with scope(acting(world, "hana")):
        assert refused(core.create_token, name="theirs") == "access.acting"
        assert refused(core.revoke_token, token=made.token.id) == "access.acting"


def test_tokens_of_others_are_not_there(world: World):
    with world.as_("hana"):
        made = core.create_token(name="mine")
    for who in ("hajin", "sora", "director"):
        with world.as_(who):
            assert Token.objects.count() == 0
            assert refused(core.revoke_token, token=made.token.id) == "core.not_found"
