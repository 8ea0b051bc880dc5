"""Scope: no query without one, and what the database is told never leaks from one to another."""

import pytest
from django.db import connection

from squaremile.booking.models import Equipment
from squaremile.core.models import Organisation, User
from squaremile.kernel.scope import NoScope, Scope, asked_as, scope, system
from tests.world import World


def told() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('sm.actor', true)")
        return cursor.fetchone()[0] or ""


def test_a_query_without_a_scope_is_loud(db):
    for model in (Equipment, Organisation, User):
        with pytest.raises(NoScope):
            model.objects.count()


def test_everyone_sees_her_own_company_only(world: World):
    with world.as_("hana"):
        assert [o.code for o in Organisation.objects.all()] == ["HANBIT"]
        assert {u.email for u in User.objects.all()} == {"hana@example.org", "haeun@example.org", "hajin@example.org"}
    with world.as_("operator"):
        assert Organisation.objects.count() == 2


def test_nobody_known_sees_nothing(world: World):
    with scope(Scope()):
        assert Organisation.objects.count() == User.objects.count() == Equipment.objects.count() == 0


def test_a_nested_scope_is_taken_back(world: World):
    with world.as_("hana") as outer:
        with world.as_("sora"):
            assert told() == str(world.people["sora"])
        assert told() == str(outer.actor)
        assert Organisation.objects.get().code == "HANBIT"
    assert told() == ""


def test_a_nested_scope_is_taken_back_after_an_error(world: World):
    with world.as_("hana") as outer:
        with pytest.raises(ZeroDivisionError), world.as_("sora"):
            Organisation.objects.count()
            raise ZeroDivisionError
        assert told() == str(outer.actor)


def test_a_company_cannot_write_for_its_rival(world: World):
    from django.db import ProgrammingError, transaction

    from squaremile.core.models import Project

    with world.as_("hajin"):
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Project.objects.create(organisation_id=world.organisations["SAEBOM"], code="PJ-X", name_en="theirs")
        assert Project.objects.filter(organisation_id=world.organisations["SAEBOM"]).update(name_en="mine") == 0


@pytest.mark.parametrize("many", [0, 1, 3])
def test_who_asks_is_told_back_in_the_same_statement_however_many_rows_there_are(world: World, many):
    rows = "SELECT g.k, current_setting('sm.system'), current_setting('sm.orgs') FROM told, generate_series(1, told.n) AS g(k)"
    with world.as_("hana"), connection.cursor() as cursor:
        before = _settings(cursor)
        found = asked_as(system("weighing"), rows + " WHERE g.k < %s", [99], {"n": ("int", many)})
        assert found == [(n, "weighing", "{}") for n in range(1, many + 1)]
        assert _settings(cursor) == before


def _settings(cursor) -> tuple[str, ...]:
    cursor.execute("SELECT " + ", ".join(f"current_setting('sm.{name}')" for name in ("actor", "orgs", "staff", "operator", "system", "held")))
    return cursor.fetchone()
