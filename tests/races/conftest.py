"""What the races share: the instruments that are fought over, and who fights."""

import pytest
from django.test import Client

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core.models import User
from squaremile.kernel.scope import scope, system
from tests.races.ring import WHO
from tests.world import World, setup_scope


@pytest.fixture
def raced(committed_world: World) -> World:
    """Two instruments whose booking day is long. Their codes and their keys are in opposite orders."""
    with scope(setup_scope()):
        booking.add_rules(
            code="RACE", name_ko="경주", name_en="Race", horizon_days=400, step_minutes=1, min_minutes=1,
            offers_assistance=True,
        )
        for n in (1, 0):
            booking.add_equipment(
                code=f"RACE-{n}", name_ko=f"경주 장비 {n}", name_en=f"Raced {n}", kind="chiller", rules_of_use="RACE",
                place="R202",
            )
    return committed_world


@pytest.fixture
def tokens(raced: World) -> dict[str, str]:
    """A writing token for each scientist."""
    made = {}
    for who in WHO:
        with raced.as_(who):
            made[who] = core.create_token(name="race", ability="write").secret
    return made


@pytest.fixture
def sessions(raced: World) -> dict[str, str]:
    """A browser's session for each scientist, as after signing in."""
    made = {}
    with scope(system("auth")):
        for who in WHO:
            client = Client()
            user = User.objects.get(email=f"{who}@example.org")
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
            made[who] = client.session.session_key
    return made
