"""The drill: what was backed up comes back, every row of every table, with its row security."""

import json
import tarfile

import psycopg
import pytest
from psycopg import sql

from squaremile.config import database

SECURED = "SELECT tablename, policyname, cmd, roles, qual, with_check FROM pg_policies ORDER BY 1, 2"
FORCED = "SELECT relname, relowner::regrole::text, relacl::text FROM pg_class WHERE relforcerowsecurity ORDER BY 1"


def rows(url: str) -> dict[str, int]:
    with psycopg.connect(url) as db:
        tables = [t for (t,) in db.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        return {t: db.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(t))).fetchone()[0] for t in tables}


def asked(url: str, question: str) -> list[tuple]:
    with psycopg.connect(url) as db:
        return db.execute(question).fetchall()


@pytest.fixture
def archive(command, tmp_path):
    (tmp_path / "var" / "files").mkdir(parents=True)
    (tmp_path / "var" / "files" / "manual.pdf").write_bytes(b"%PDF-1.7")
    said = command("backup", str(tmp_path / "b.tar"))
    assert said.code == 0, said.err
    return tmp_path / "b.tar"


def test_everything_comes_back(command, archive, owners_url, empty_url, tmp_path, settings):
    before = rows(owners_url)
    assert before["core_activity"] > 0
    home = tmp_path / "elsewhere"
    home.mkdir()
    said = command("restore", str(archive), url=empty_url, SQUAREMILE_HOME=str(home))
    assert said.code == 0, said.err
    assert rows(empty_url) == before
    assert asked(empty_url, SECURED) == asked(owners_url, SECURED)
    assert asked(empty_url, FORCED) == asked(owners_url, FORCED)
    assert (home / "var" / "files" / "manual.pdf").read_bytes() == b"%PDF-1.7"
    # The serving role sees nothing there until it says who asks.
    served = database.as_role(empty_url, "sm_app", settings.SECRET_KEY)
    assert asked(served, "SELECT count(*) FROM core_user") == [(0,)]
    assert command("doctor", url=empty_url).code == 0


def test_a_full_database_is_left_alone(command, archive, owners_url):
    before = rows(owners_url)
    said = command("restore", str(archive))
    assert said.code == 2
    assert "not empty" in said.err
    assert rows(owners_url) == before


def test_what_is_no_backup_is_said_so(command, tmp_path, empty_url):
    (tmp_path / "letter.txt").write_text("Dear colleague")
    said = command("restore", str(tmp_path / "letter.txt"), url=empty_url)
    assert (said.code, said.err) == (2, f"This is not a backup: {tmp_path / 'letter.txt'}\n")


def test_a_backup_that_lost_rows_is_found_out(command, archive, empty_url, tmp_path):
    """The sheet's counts are compared with what came back."""
    with tarfile.open(archive) as whole:
        whole.extractall(tmp_path / "parts", filter="data")
    sheet = tmp_path / "parts" / "backup.json"
    told = json.loads(sheet.read_text())
    told["counts"]["core_user"] += 1
    sheet.write_text(json.dumps(told))
    with tarfile.open(tmp_path / "short.tar", "w") as short:
        for part in sorted((tmp_path / "parts").iterdir()):
            short.add(part, part.name)
    said = command("restore", str(tmp_path / "short.tar"), url=empty_url, SQUAREMILE_HOME=str(tmp_path / "x"))
    assert said.code == 1
    assert "core_user" in said.out


def test_others_on_the_machine_cannot_read_it(archive):
    assert archive.stat().st_mode & 0o077 == 0
