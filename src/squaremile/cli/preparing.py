"""Bringing the database up to date, and knowing without a second look that it is."""

import hashlib
from pathlib import Path

import psycopg

import squaremile
from squaremile.cli import environment
from squaremile.config import database, env

PACKAGE = Path(squaremile.__file__).parent
_IDENTITY = (
    "SELECT oid::text || ' ' || current_setting('server_version') FROM pg_database WHERE datname = current_database()"
)


def schema_digest() -> str:
    """Changes whenever a migration of ours or a lock file does."""
    digest = hashlib.sha256()
    for file in sorted(PACKAGE.glob("*/migrations/*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _stamp(url: str) -> str:
    """Which database, at which state: a database made anew is another one."""
    with psycopg.connect(url) as db:
        row = db.execute(_IDENTITY).fetchone()
    return f"{row[0] if row else ''} {schema_digest()}"


def _kept() -> Path:
    return env.var("migrated")


def up_to_date(url: str) -> bool:
    try:
        return _kept().read_text() == _stamp(url)
    except (OSError, psycopg.OperationalError):
        return False


def migrate(url: str, *, verbosity: int = 1) -> None:
    """Database, roles, extensions, migrations. Safe to run again."""
    database.prepare(url, environment.secret())
    environment.as_owner("migrate", f"--verbosity={verbosity}", "--skip-checks")
    _kept().parent.mkdir(parents=True, exist_ok=True)
    _kept().write_text(_stamp(url))


def pending(url: str) -> list[str]:
    """Migrations of ours that the database has not seen."""
    files = {f"{f.parent.parent.name}.{f.stem}" for f in PACKAGE.glob("*/migrations/[0-9]*.py")}
    with psycopg.connect(url) as db:
        if db.execute("SELECT to_regclass('public.django_migrations')").fetchone() == (None,):
            return sorted(files)
        applied = {f"{app}.{name}" for app, name in db.execute("SELECT app, name FROM django_migrations")}
    return sorted(files - applied)


def ensure(url: str) -> bool:
    """Migrate unless that was done already. True if it had to."""
    if up_to_date(url):
        return False
    migrate(url)
    return True
