"""BEGIN and the first statement in one round trip: the same transaction, the same rights, the same errors."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import OperationalError, ProgrammingError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from squaremile.core import operations as core
from squaremile.core.entering import enter_person, enter_token
from squaremile.core.models import Organisation
from squaremile.kernel import first_statement
from squaremile.kernel.first_statement import begin_and_ask
from tests.conftest import database_of_its_own, template_name
from tests.races.ring import admin
from tests.world import World


@pytest.fixture(scope="module")
def own_database(admin_url: str, worker_id: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """One for all: nobody writes but a token."""
    with database_of_its_own(admin_url, template_name(admin_url), worker_id, django_db_blocker) as address:
        yield address


def test_it_opens_the_transaction_and_answers(own_database: str):
    with transaction.atomic():
        assert begin_and_ask("upper(%s) || %s", ("it's", "\\x")) == "IT'S\\x", "values are literals, never statements"
        assert connection.connection.info.transaction_status == psycopg.pq.TransactionStatus.INTRANS
    assert connection.connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE


def test_within_a_transaction_it_is_an_ordinary_statement(own_database: str):
    with transaction.atomic():
        first = begin_and_ask("pg_current_xact_id()", ())
        assert begin_and_ask("pg_current_xact_id()", ()) == first


def test_nothing_is_null(own_database: str):
    with transaction.atomic():
        assert begin_and_ask("NULL::text", ()) is None


def test_what_it_says_ends_with_the_transaction(committed_world: World):
    with enter_person(committed_world.people["hana"]):
        assert [o.code for o in Organisation.objects.all()] == ["HANBIT"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('sm.actor', true)")
        assert not cursor.fetchone()[0]


def test_whoever_counts_statements_counts_this_one(own_database: str):
    heard = []

    def listen(execute, sql, params, many, context):
        heard.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen), transaction.atomic():
        begin_and_ask("now()", ())
    assert heard == ["now()"]


def test_a_wrong_statement_is_an_error_of_the_usual_kind_and_leaves_nothing_open(own_database: str):
    with pytest.raises(ProgrammingError), transaction.atomic():
        begin_and_ask("no_such_function()", ())
    with transaction.atomic(), CaptureQueriesContext(connection):
        assert begin_and_ask("1", ()) == "1"


def test_a_lost_connection_is_an_operational_error(own_database: str, admin_url: str):
    with transaction.atomic():
        backend = begin_and_ask("pg_backend_pid()", ())
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(%s)", [int(backend)])
    with pytest.raises(OperationalError), transaction.atomic():
        begin_and_ask("1", ())
    with transaction.atomic():
        assert begin_and_ask("1", ()) == "1"


def test_outside_a_transaction_it_is_not_asked(own_database: str):
    """What it tells the database would stay for whoever comes next."""
    with pytest.raises(TransactionManagementError):
        begin_and_ask("1", ())


def test_a_transaction_to_be_undone_answers_nothing_more(own_database: str):
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            begin_and_ask("1", ())


def test_a_chosen_isolation_level_is_kept(own_database: str):
    connection.ensure_connection()
    connection.connection.isolation_level = psycopg.IsolationLevel.SERIALIZABLE
    try:
        with transaction.atomic():
            assert begin_and_ask("current_setting('transaction_isolation')", ()) == "serializable"
    finally:
        connection.close()


@pytest.fixture
def fast(monkeypatch) -> list[str]:
    """What was sent together with BEGIN."""
    sent, run = [], first_statement._run
    monkeypatch.setattr(first_statement, "_run", lambda pgconn, sql, *more: sent.append(sql) or run(pgconn, sql, *more))
    return sent


def test_a_token_enters_with_it(committed_world: World, fast: list[str]):
    with committed_world.as_("hana"):
        made = core.create_token(name="script", ability="write")
    with enter_token(made.secret, "api") as entered:
        assert entered.email == "hana@example.org"
        assert [o.code for o in Organisation.objects.all()] == ["HANBIT"]
    with enter_token("sm_unknown", "api") as entered:
        assert entered is None
    with committed_world.as_("hana"):
        core.revoke_token(token=made.token.id)
    with enter_token(made.secret, "api") as entered:
        assert entered is None
    assert fast == ["sm_enter_token(%s, %s, %s)"] * 3


def test_a_person_enters_with_it(committed_world: World, fast: list[str]):
    with enter_person(committed_world.people["sora"]):
        assert [o.code for o in Organisation.objects.all()] == ["SAEBOM"]
    assert fast == ["sm_enter(%s, %s, %s)"]
