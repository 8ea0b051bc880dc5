"""The databases that tests copy. Run as `python -m tests.template [world]` with DATABASE_URL naming the one to make."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from squaremile.config import database, env

ROOT = Path(__file__).resolve().parent.parent
MAKES_TABLES = ("src/squaremile/*/migrations/*.py", "src/squaremile/*/models/*.py", "src/squaremile/kernel/*.py", "src/squaremile/config/*.py")
"""What decides the tables, with the libraries that bring their own. Words and operations do not."""


def digest() -> str:
    found = hashlib.sha256((ROOT / "requirements/test.lock").read_bytes())
    for path in sorted(path for pattern in MAKES_TABLES for path in ROOT.glob(pattern)):
        found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def migrated(url: str, name: str) -> None:
    """An empty database with every migration behind it. Made once for a state of the code: migrating is most of a short run."""
    made_of = digest()
    with _maintenance(url) as db:
        found = db.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name],
        ).fetchone()
        if found and found[0] == made_of:
            return
        db.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    target = urlsplit(url)._replace(path=f"/{name}").geturl()
    subprocess.run([sys.executable, "-m", "tests.template"], check=True, cwd=ROOT, env={**os.environ, "DATABASE_URL": target})
    with _maintenance(url) as db:
        db.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(made_of)))


def _maintenance(url: str) -> psycopg.Connection:
    return psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True)


def main() -> None:
    url = database.admin_url()
    database.prepare(url, env.secret_key(development=True))
    owner = {**os.environ, "SQUAREMILE_DB_ROLE": "owner", "DJANGO_SETTINGS_MODULE": "squaremile.config.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0", "--skip-checks"], check=True, env=owner)
    if "world" not in sys.argv:
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "squaremile.config.settings"
    import django

    django.setup()
    from tests.world import build_world

    build_world(existing=False)


if __name__ == "__main__":
    main()
