"""The command line as an operator meets it: processes of their own, on a database of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.conftest import ROOT, drop


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


def _database(admin_url: str, name: str) -> str:
    return urlsplit(admin_url)._replace(path=f"/{name}").geturl()


@pytest.fixture
def owners_url(admin_url: str, own_database: str) -> str:
    """The owner's address of the test's own copy of the template."""
    return _database(admin_url, urlsplit(own_database).path.lstrip("/"))


@pytest.fixture
def empty_url(admin_url: str, worker_id: str) -> Iterator[str]:
    """An address where no database is yet."""
    name = f"{urlsplit(admin_url).path.lstrip('/')}_empty_{worker_id}"
    drop(admin_url, name)
    yield _database(admin_url, name)
    drop(admin_url, name)


def environment(url: str, home: Path, **more: str) -> dict[str, str]:
    return {
        **os.environ, "DATABASE_URL": url, "DATABASE_APP_URL": "", "SECRET_KEY": settings.SECRET_KEY, "DEBUG": "true",
        "SQUAREMILE_HOME": str(home), "LANG": "en_US.UTF-8", "LC_ALL": "", "PYTHONPATH": str(ROOT / "src"), **more,
    }  # fmt: skip


@pytest.fixture
def command(owners_url: str, tmp_path: Path) -> Command:
    """`command("op", "--list")` runs it on the test's own database; `url` and other settings may be given."""

    def run(*words: str, url: str = owners_url, **more: str) -> Said:
        done = subprocess.run(
            [sys.executable, "-m", "squaremile.cli.main", *words], env=environment(url, tmp_path, **more),
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        return Said(done.returncode, done.stdout, done.stderr)

    return run
