"""Who may write what, asked of the database itself: the rank of roles, and auditors, who change nothing at all.

The tables are those that are there: a new one is in the walk from its first day.
"""

from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import Error, connection, transaction

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.core.models import RoleGrant
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import registry
from squaremile.kernel.period import Period
from squaremile.kernel.scope import Grant, Scope, scope
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, held
from tests.world import MONDAY, World

OWN_ACCOUNT = {
    "core_activity": "what she did is recorded, in her own name",
    "core_token": "her own tokens, which read what she reads",
    "core_idempotent_request": "answers kept for her own requests",
    "account_emailaddress": "her own sign-in", "mfa_authenticator": "her own sign-in",
    "socialaccount_socialaccount": "her own sign-in", "django_session": "found only by a random key",
}
"""What an auditor may add: nothing but what signing in and looking on leave behind."""
OWN_ROW = {"core_user": "id", "core_notice": "recipient_id", "core_token": "user_id"}
"""Tables of which her own rows are hers to change, and the column that makes them hers."""
ACTS = {"core.edit_profile", "core.create_token", "core.revoke_token", "core.mark_notices_read"}


def tables() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every table with its columns and their types, but generated ones."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum),"
            " array_agg(format_type(a.atttypid, NULL) ORDER BY a.attnum)"
            " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            " AND a.attgenerated = '' WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace"
            " GROUP BY 1 ORDER BY 1"
        )
        return [(name, list(zip(columns, types, strict=True))) for name, columns, types in cursor.fetchall()]


def value(column: str, kind: str, me: UUID, company: UUID | None) -> str:
    """Something that fits, and as likely as can be to pass: people are herself, companies the one given."""
    if column.startswith("organisation"):
        return f"'{company}'" if company else "NULL"
    if kind == "uuid":
        people = ("actor", "operator", "person", "person_id", "user_id", "recipient_id", "uploaded_by")
        return f"'{me}'" if column in people else "gen_random_uuid()"
    if kind.endswith("[]"):
        return "'{}'"
    for beginning, literal in (
        ("tstz", "tstzrange(now(), now() + interval '1 hour')"), ("timestamp", "now()"), ("time ", "'09:00'::time"), ("date", "now()::date"),
        ("bool", "false"), ("json", "'{}'"), ("text", "'x'"),
        ("inet", "NULL"),
    ):
        if kind.startswith(beginning):
            return literal
    return "left(gen_random_uuid()::text, 1)" if "char" in kind else "1"


def tried(sql: str) -> int | str:
    """How many rows it wrote, or how it was refused. Nothing stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            count = cursor.rowcount
            transaction.set_rollback(True)
            return count
    except Error as error:
        cause = error.__cause__
        return "refused" if isinstance(cause, psycopg.errors.InsufficientPrivilege) else f"passed: {error}"


@pytest.fixture
def lively(world: World) -> World:
    """A cluster with something in most of its tables."""
    made = held(world, "hana", "CONFOCAL")
    held(world, "sora", "CYTO-2", ELEVEN, NOON)
    with world.as_("hana"):
        booking.report_fault(equipment="CHILLER", severity="note", says="소음")
        core.store_file(name="a.pdf", content=b"%PDF-1.7 x", organisation=world.organisations["HANBIT"])
        core.create_token(name="x")
    with world.as_("hajin"):
        core.invite(email="new@example.org", role="scientist", organisation=world.organisations["HANBIT"])
    from squaremile.kernel import clock

    with clock.as_of(TEN), world.as_("hana"):
        session = booking.start_session(reservation=made.code)
    with clock.as_of(ELEVEN), world.as_("hana"):
        booking.end_session(session=session.code)
    return world


def test_an_auditor_changes_no_row(lively: World):
    me = lively.people["auditor"]
    seen, changed = 0, {}
    with lively.as_("auditor"):
        for table, columns in tables():
            others = f" WHERE {OWN_ROW[table]} <> '{me}'" if table in OWN_ROW else ""
            with transaction.atomic(), connection.cursor() as cursor:
                try:
                    cursor.execute(f'SELECT count(*) FROM "{table}"{others}')
                    seen += cursor.fetchone()[0] > 0
                except Error:
                    pytest.fail(f"{table} cannot even be counted")
            for verb in (f'UPDATE "{table}" SET {columns[-1][0]} = {columns[-1][0]}{others}',
                         f'DELETE FROM "{table}"{others}'):
                if (found := tried(verb)) not in (0, "refused") and table != "django_session":
                    changed[verb] = found
    assert changed == {}
    assert seen > 20, "the walk went past rows that she sees"


def test_an_auditor_adds_no_row(lively: World):
    me, added = lively.people["auditor"], {}
    with lively.as_("auditor"):
        for table, columns in tables():
            for company in (None, lively.organisations["HANBIT"]):
                names = ", ".join(f'"{name}"' for name, _ in columns)
                values = ", ".join(value(name, kind, me, company) for name, kind in columns)
                found = tried(f'INSERT INTO "{table}" ({names}) VALUES ({values})')
                if found != "refused" and table not in OWN_ACCOUNT:
                    added[table] = found
    assert added == {}


def test_the_walk_would_notice(lively: World):
    """The same statements, tried by those who may: they pass row security, so a refusal is telling."""
    with lively.as_("operator"):
        assert tried("UPDATE core_project SET code = code") == 2
        assert tried("UPDATE booking_reservation SET code = code") > 2
        columns = dict(tables())["core_stored_file"]
        values = ", ".join(value(n, k, lively.people["operator"], None) for n, k in columns)
        names = ", ".join(f'"{n}"' for n, _ in columns)
        assert tried(f"INSERT INTO core_stored_file ({names}) VALUES ({values})") == 1


def test_no_act_is_an_auditors_but_those_of_her_own_account(world: World):
    auditor = world.person("auditor")
    assert {name for name, act in registry.items() if act.may(auditor)} == ACTS


def test_an_auditor_stores_no_file_and_reports_no_fault(world: World):
    with world.as_("auditor"):
        assert code_of(core.store_file, name="a.pdf", content=b"%PDF-1.7") == "access.not_allowed"
        assert code_of(booking.report_fault, equipment="CHILLER", severity="note", says="x") == "access.not_allowed"
    both = Scope(actor=world.people["auditor"], grants=(
        Grant("auditor"), Grant("scientist", world.organisations["HANBIT"])))
    with scope(both):
        assert code_of(core.store_file, name="a.pdf", content=b"%PDF-1.7") == "access.not_allowed"
        assert core.store_file(
            name="a.pdf", content=b"%PDF-1.7", organisation=world.organisations["HANBIT"]).size == 8


def given(world: World, who: str, role: str, company: str) -> str:
    """Whether the database lets somebody write a role for Haeun."""
    with world.as_(who), transaction.atomic():
        try:
            with transaction.atomic():
                RoleGrant.objects.create(
                    id=uuid7(), user_id=world.people["haeun"], role=role, valid=Period(TEN, ELEVEN),
                    organisation_id=world.organisations[company] if company else None)
        except Error as error:
            return "refused" if "row-level security" in str(error) else str(error)
        transaction.set_rollback(True)
        return "written"


@pytest.mark.parametrize("role", ["site_director", "lab_operations", "auditor"])
def test_staff_roles_are_the_directors_to_give(world: World, role):
    written = [who for who in world.people if given(world, who, role, "") == "written"]
    assert written == ["director"]


def test_a_companys_roles_are_given_by_its_admin_and_by_those_who_keep_people(world: World):
    written = [who for who in world.people if given(world, who, "company_admin", "HANBIT") == "written"]
    assert sorted(written) == ["director", "hajin", "operator"]


def test_nobody_raises_a_role_by_changing_it(world: World):
    for who in ("hana", "hajin", "operator", "auditor"):
        with world.as_(who), pytest.raises(Error) if who in ("hajin", "operator") else transaction.atomic():
            count = RoleGrant.objects.filter(user_id=world.people["haeun"]).update(
                role="site_director", organisation=None)
            assert count == 0


def test_the_sign_in_machinery_gives_only_what_was_promised(world: World):
    from squaremile.kernel.scope import system

    with scope(system("auth")), pytest.raises(Error, match="row-level security"), transaction.atomic():
        RoleGrant.objects.create(
            id=uuid7(), user_id=world.people["hana"], role="site_director", valid=Period(MONDAY, NOON))


def test_an_admin_of_one_company_is_none_in_another(world: World):
    """Sujin is Saebom's admin and only a scientist at Hanbit: the database tells the two apart."""
    both = Scope(actor=world.people["sujin"], grants=(
        Grant("company_admin", world.organisations["SAEBOM"]), Grant("scientist", world.organisations["HANBIT"])))
    with scope(both), connection.cursor() as cursor:
        cursor.execute("UPDATE core_project SET reference = 'x' RETURNING code")
        assert [code for (code,) in cursor.fetchall()] == ["PJ-SAEBOM"]


def test_staff_who_also_work_for_a_company_change_no_rivals_booking(world: World):
    """Finance sees every booking; as a scientist of Hanbit she changes Hanbit's alone."""
    theirs = held(world, "sora", "CONFOCAL")
    both = Scope(actor=world.people["finance"], grants=(
        Grant("finance"), Grant("scientist", world.organisations["HANBIT"])))
    with scope(both):
        assert code_of(booking.cancel, reservation=theirs.code) == "core.not_found"


@pytest.mark.parametrize("who", ["hajin", "auditor"])
def test_entering_tells_the_database_the_same_as_a_scope_made_by_hand(world: World, who):
    from squaremile.core.entering import enter_person

    def said() -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sm_actor(), sm_orgs(), sm_staff_roles(), sm_held(), sm_operator(), sm_system()")
            return cursor.fetchone()

    with world.as_(who):
        by_hand = said()
    with enter_person(world.people[who]):
        assert said() == by_hand
