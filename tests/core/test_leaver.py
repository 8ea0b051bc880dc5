"""A scientist who changes sides: her former company no longer knows her."""

from datetime import UTC, datetime, timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Qualification
from squaremile.core import operations as core
from squaremile.core.models import RoleGrant, User
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from tests.world import World


@pytest.fixture
def changed_sides(world: World) -> World:
    """Haeun has left Hanbit and works for Saebom, where she was trained on another instrument."""
    haeun = world.people["haeun"]
    # The database's own clock decides who is a colleague: by that clock she left an hour ago.
    with clock.as_of(datetime.now(UTC) - timedelta(hours=1)), world.as_("operator"):
        for grant in RoleGrant.objects.filter(user_id=haeun):
            core.end_role(grant=grant.id)
        core.grant_role(person=haeun, role="scientist", organisation=world.organisations["SAEBOM"])
        booking.qualify(equipment="CYTO-1", person=haeun)
    return world


def test_former_colleagues_do_not_see_her_nor_her_training(changed_sides: World):
    with changed_sides.as_("hajin"):
        assert not User.objects.filter(email="haeun@example.org").exists()
        assert not Qualification.objects.filter(person_id=changed_sides.people["haeun"]).exists()
    with changed_sides.as_("sora"):
        assert User.objects.filter(email="haeun@example.org").exists()


def test_her_former_admin_cannot_take_her_back_unasked(changed_sides: World):
    with changed_sides.as_("hajin"), pytest.raises(SquaremileError) as caught:
        core.grant_role(
            person=changed_sides.people["haeun"], role="scientist", organisation=changed_sides.organisations["HANBIT"]
        )
    assert caught.value.status in (403, 404)


def test_nobody_writes_an_audit_entry_in_anothers_name(world: World):
    from django.db import ProgrammingError, transaction

    from squaremile.core.models import Activity

    with world.as_("hana"), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Activity.objects.create(
            at=clock.now(), operation="booking.reserve", actor=world.people["sora"], operator=world.people["sora"]
        )
