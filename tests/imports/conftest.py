"""What the import tests share: a site's zone, planned fixtures, and NEMO's own demonstration data where it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import psycopg
import pytest

from squaremile.cli.imports.nemo.plan import Plan, make_plan
from squaremile.cli.imports.nemo.reader import read
from squaremile.core.sheets.report import Report

HERE = Path(__file__).parent
SPLASH_PAD = HERE.parents[2] / "shared" / "data" / "nemo" / "splash_pad.json"

Planned = Callable[[str], tuple[Plan, Report]]


@pytest.fixture(scope="session")
def seoul() -> ZoneInfo:
    return ZoneInfo("Asia/Seoul")


@pytest.fixture(scope="session")
def planned(seoul: ZoneInfo) -> Planned:
    """The plan of one of the synthetic sites: ``7_4``, ``8_0`` or ``8_1``."""

    def plan(version: str) -> tuple[Plan, Report]:
        return make_plan(read((HERE / "fixtures" / f"nemo_{version}.json").read_bytes()), zone=seoul)

    return plan


@pytest.fixture(scope="session")
def splash_pad() -> bytes:
    if not SPLASH_PAD.exists():
        pytest.skip(f"NEMO's demonstration data is not at {SPLASH_PAD}")
    return SPLASH_PAD.read_bytes()


@pytest.fixture
def seen(own_database: str, admin_url: str) -> Iterator[psycopg.Connection]:
    """The test's own database as its superuser sees it: what was committed, and all of it."""
    whole = urlsplit(admin_url)._replace(path=urlsplit(own_database).path).geturl()
    with psycopg.connect(whole, autocommit=True) as db:
        yield db
