"""The doctor says what is well, what is not, and how to mend it."""

import psycopg


def broken(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as db:
        db.execute(statement)


def findings(said, state: str) -> list[str]:
    return [line for line in said.out.splitlines() if line.split()[1:2] == [state]]


def test_a_sound_installation(command):
    said = command("doctor")
    assert (said.code, findings(said, "fail")) == (0, []), said.out
    assert any("sm_app" in line for line in findings(said, "ok"))


def test_a_table_without_row_security(command, owners_url):
    broken(owners_url, "ALTER TABLE core_token NO FORCE ROW LEVEL SECURITY")
    said = command("doctor")
    assert said.code == 1
    assert "core_token" in findings(said, "fail")[0]


def test_a_migration_that_was_not_applied(command, owners_url):
    broken(owners_url, "DELETE FROM django_migrations WHERE app = 'booking' AND name = '0002_security'")
    said = command("doctor", LANG="ko_KR.UTF-8")
    assert said.code == 1
    assert "squaremile migrate를 실행하십시오." in said.out


def test_a_missing_extension(command, owners_url):
    broken(owners_url, "DROP EXTENSION pg_trgm CASCADE")
    assert "pg_trgm" in findings(command("doctor"), "fail")[0]


def test_a_server_that_would_enter_with_too_many_rights(command, owners_url):
    said = command("doctor", DATABASE_APP_URL=owners_url)
    assert said.code == 1
    assert "too many rights" in findings(said, "fail")[0]


def test_a_database_that_is_away(command):
    said = command("doctor", url="postgresql://postgres@127.0.0.1:1/nowhere")
    assert said.code == 1
    assert "cannot be reached" in said.out


def test_production_wants_its_settings(command):
    said = command("doctor", DEBUG="false", SECRET_KEY="")
    assert said.code == 2
    assert "SECRET_KEY" in said.err


def test_letters_that_were_given_up_are_counted(command, owners_url):
    broken(
        owners_url,
        "ALTER TABLE core_mail NO FORCE ROW LEVEL SECURITY; INSERT INTO core_mail (id, \"to\", subject, body, at, calendar,"
        " method, origin, attempts, error, given_up_at) VALUES (gen_random_uuid(), 'a@b.example', 's', '', now(), '', '',"
        " 'x', 9, 'no such mailbox', now()); ALTER TABLE core_mail FORCE ROW LEVEL SECURITY",
    )
    said = command("doctor")
    assert said.code == 0
    assert any("1 messages were given up" in line for line in findings(said, "warn")), said.out
