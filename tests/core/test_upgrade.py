"""An installation with rows in it is brought from the release before to this one, and its old rows can be changed after."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from tests.conftest import ROOT, _maintenance, drop, template_name

pytestmark = pytest.mark.slow
BEFORE = (("core", "0009_definers"), ("booking", "0010_definers"), ("network", "0091_person_care"), ("metering", "0003_writers"))
END = date(2027, 4, 30)
EMPTY = {
    "character varying": "", "text": "", "boolean": False, "smallint": 1, "integer": 1, "bigint": 1, "jsonb": "{}", "ARRAY": "{}",
    "date": END, "timestamp with time zone": "2027-01-15 09:00+09", "numeric": 1, "interval": "PT1H",
}


@pytest.fixture
def old(request: pytest.FixtureRequest, admin_url: str, worker_id: str) -> Iterator[str]:
    """Address of a database in the state of the release before, or of what a test names, entered as its administrator."""
    from django.conf import settings

    from squaremile.config import database

    name = f"{template_name(admin_url)}_upgrade_{worker_id}"
    with _maintenance(admin_url) as db:
        db.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    url = urlsplit(admin_url)._replace(path=f"/{name}").geturl()
    database.prepare(url, settings.SECRET_KEY)
    migrate(url, *getattr(request, "param", BEFORE))
    yield url
    drop(admin_url, name)


def migrate(url: str, *upto: tuple[str, str]) -> None:
    """To these migrations and what they stand on, or to the last of all."""
    env = {
        **os.environ, "DATABASE_URL": url, "SQUAREMILE_DB_ROLE": "owner", "DJANGO_SETTINGS_MODULE": "squaremile.config.settings",
    }
    asked = ["-c", PART, *(name for target in upto for name in target)] if upto else ["-m", "django", "migrate", "-v0", "--skip-checks"]
    done = subprocess.run([sys.executable, *asked], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


PART = """
import sys, django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from squaremile.kernel import strides
executor, upto = MigrationExecutor(connection), list(zip(sys.argv[1::2], sys.argv[2::2]))
plan = executor.migration_plan(upto)
strides.lengthen(plan)
executor.migrate(upto, plan=plan)
"""


def put(db: psycopg.Connection, table: str, **values: object) -> UUID:
    """A row as it lay there: what is not named and must be something is empty."""
    its = values.setdefault("id", uuid4())
    needed = db.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s"
        " AND is_nullable = 'NO' AND column_default IS NULL", [table])
    row = {column: uuid4() if kind == "uuid" else EMPTY[kind] for column, kind in needed if column not in values} | values
    db.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, row)), sql.SQL(", ").join([sql.Placeholder()] * len(row))),
        list(row.values()))
    return its


def test_rows_of_the_release_before_come_along(old: str):
    with psycopg.connect(old) as db:
        # Only what the migrations read: the rest of a row's world stays away, and no trigger asks for it.
        db.execute("SET session_replication_role = replica")
        company = put(db, "core_organisation", code="HANBIT", name_ko="한빛", name_en="Hanbit", kind="startup")
        officer = put(db, "core_user", email="officer@here.example", language="ko", name_ko="담당")
        kind = put(db, "booking_equipment_kind", code="confocal", name_ko="공초점", name_en="Confocal")
        place = uuid4()
        instrument = put(
            db, "booking_equipment", code="CONFOCAL", name_ko="공초점", name_en="Confocal", kind_id=kind, owner_id=company,
            state="in_service", site_id=place, place_id=place)
        card = put(db, "core_card", kind="equipment", subject=instrument, title_ko="공초점", url="/book/CONFOCAL/", key="공초점")
        said = {
            "type": "MOU", "title_ko": "협약", "state": "effective", "signed_on": date(2026, 5, 1), "auto_renews": True,
            "binding": True, "officer_id": officer, "readers": [company],
        }
        ended = put(db, "network_agreement", code="AG-ENDED", ends_on=END, **said)
        endless = put(db, "network_agreement", code="AG-ENDLESS", **said)
        meter = put(db, "metering_meter", code="lamp_hours", unit="hour", name_ko="램프 시간", name_en="Lamp hours")
        need = put(
            db, "network_need", code="ND-OLD", mode="consult", title_ko="필요", state="closed", horizon_months=6,
            closed_at="2027-01-20 09:00+09")
        detail = put(
            db, "network_need_detail", need_id=need, organisation_id=company, asked_by_id=officer, outcome="no_go")

    migrate(old)

    with psycopg.connect(old) as db:
        def one(statement: str, key: UUID) -> object:
            return db.execute(statement, [key]).fetchone()

        assert one("SELECT keeper_id FROM core_card WHERE id = %s", card) == (company,)
        renews = "SELECT auto_renews, renews_months FROM network_agreement WHERE id = %s"
        assert (one(renews, ended), one(renews, endless)) == ((True, None), (False, None))
        terms = db.execute("SELECT agreement_id, number, starts_on, ends_on, by_clause FROM network_agreement_term").fetchall()
        assert terms == [(ended, 1, date(2026, 5, 1), END, False)]
        assert "No reason was recorded" in one("SELECT outcome_reason FROM network_need_detail WHERE id = %s", detail)[0]
        # Nothing froze: the checks hold for old rows too, so that these can still be changed
        assert db.execute("SELECT conname FROM pg_constraint WHERE NOT convalidated").fetchall() == []
        db.execute("UPDATE network_need_detail SET confidential_ko = '고친 말'")
        db.execute("UPDATE network_agreement SET governing = '대한민국 법'")
        meters = dict(db.execute("SELECT code, id FROM metering_meter").fetchall())
        ours = {"equipment_minutes", "stores_sales", "cylinder_days", "waste_kg", "waste_cost", "services_run", "services_l", "services_piece"}
        assert (set(meters), meters["lamp_hours"]) == ({"lamp_hours", *ours}, meter)
        # Where its first meter is there already, the owner of the table leaves it as it is.
        db.execute("SET ROLE sm_owner")
        db.execute(import_module("squaremile.metering.migrations.0004_first_meter").ADD)
        db.execute("RESET ROLE")
        assert dict(db.execute("SELECT code, id FROM metering_meter").fetchall()) == meters
        assert db.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity").fetchall() == []


@pytest.mark.parametrize("old", [(("billing", "0071_head_counts_security"),)], indirect=True)
def test_accounts_that_are_not_active_have_the_day_since_when(old: str):
    """One with bills: the month after the last of them; one without: the day on which it was opened. What payers have before them stays,
    and can be withdrawn."""
    with psycopg.connect(old) as db:
        db.execute("SET session_replication_role = replica")
        issuer, card = uuid4(), uuid4()
        closes = {m: put(db, "billing_close", code=f"CL-{m}", issuer_id=issuer, month=date(2027, m, 1), state="payers" if m == 2 else "issued")
                  for m in (1, 2)}
        accounts = dict[str, UUID]()
        for code, active in (("BILLED", False), ("NEVER", False), ("ACTIVE", True)):
            whose = put(db, "core_organisation", code=code, name_ko=code, name_en=code, kind="startup")
            accounts[code] = put(
                db, "billing_account", code=code, organisation_id=whose, issuer_id=issuer, card_id=card, active=active, settlement="invoice",
                country="KR", opened_at="2027-01-15 09:00+09")
            for month, close in closes.items() if code != "NEVER" else ():
                bill = put(
                    db, "billing_bill", code=f"BL-{code}-{month}", close_id=close, account_id=accounts[code], organisation_id=whose,
                    state="shown" if month == 2 else "issued", net=0, tax=0, gross=0, rounding=0, payable=0)
        dispute = put(
            db, "billing_dispute", code="DS-1", bill_id=bill, organisation_id=whose, key="k", reason="아닙니다", state="open", taken_off=0)

    migrate(old)

    with psycopg.connect(old) as db:
        said = db.execute("SELECT account_id, since, active, card_id, payer_class FROM billing_account_term").fetchall()
        assert sorted(said, key=str) == sorted([
            (accounts["BILLED"], date(2027, 3, 1), False, None, None), (accounts["NEVER"], date(2027, 1, 15), False, None, None)], key=str)
        assert db.execute("SELECT state, rated_at, told_at FROM billing_bill WHERE state = 'shown'").fetchall() == [("shown", None, None)] * 2
        assert db.execute("SELECT conname FROM pg_constraint WHERE NOT convalidated").fetchall() == []
        assert db.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity").fetchall() == []
        with pytest.raises(psycopg.errors.CheckViolation, match="withdraws, and changes nothing"), db.transaction():
            db.execute("UPDATE billing_dispute SET state = 'dropped', answer = 'x' WHERE id = %s", [dispute])
        db.execute("UPDATE billing_dispute SET state = 'dropped' WHERE id = %s", [dispute])
        steps = "SELECT before, after FROM billing_dispute_transition WHERE dispute_id = %s"
        assert db.execute(steps, [dispute]).fetchall() == [("open", "dropped")]
