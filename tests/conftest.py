"""How tests meet the database: as the serving role, on a copy of one migrated template with a small world in it."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.template import migrated
from tests.world import MONDAY, World, build_world, setup_scope

ROOT = Path(__file__).resolve().parent.parent


def template_name(url: str) -> str:
    return urlsplit(url).path.lstrip("/") + "_test"


def _maintenance(url: str) -> psycopg.Connection:
    return psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True)


def clone(url: str, source: str, target: str) -> None:
    """A fresh copy of a database: the way every worker, and every test that commits, gets its own."""
    with _maintenance(url) as db:
        db.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        db.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
        # A copy does not take the rights on the database along (config/database.prepare).
        db.execute(f'REVOKE TEMPORARY ON DATABASE "{target}" FROM PUBLIC')


def drop(url: str, target: str) -> None:
    with _maintenance(url) as db:
        db.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')


def _prepare_template(url: str) -> None:
    """A copy of what is migrated as sm_owner, with the world built in it as sm_app, in a process of its own."""
    name = template_name(url)
    migrated(url, f"{name}_migrated")
    clone(url, f"{name}_migrated", name)
    target = urlsplit(url)._replace(path=f"/{name}").geturl()
    env = {**os.environ, "DATABASE_URL": target}
    subprocess.run([sys.executable, "-m", "tests.template", "world"], check=True, cwd=ROOT, env=env)


def pytest_configure(config: pytest.Config) -> None:
    """The first process makes the template once; the workers only copy it."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    from squaremile.config import database

    os.environ["SQUAREMILE_TEST_URL"] = url = database.admin_url()
    _prepare_template(url)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that hold a long proof begin first, then the fullest: no worker ends alone with one of ten minutes."""
    size = Counter(item.path for item in items)
    long = {item.path for item in items if item.get_closest_marker("slow") or item.path.parent.name == "confidential"}
    items.sort(key=lambda item: (item.path not in long, -size[item.path], item.path))


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """Every test begins in the product's first language: requests and commands leave theirs switched on."""
    from django.conf import settings
    from django.utils import translation

    from squaremile.kernel.words import language

    translation.activate(settings.LANGUAGE_CODE)
    said = language.set(settings.LANGUAGE_CODE)
    yield
    language.reset(said)
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def admin_url() -> str:
    return os.environ["SQUAREMILE_TEST_URL"]


@pytest.fixture(scope="session")
def worker_database(admin_url: str, worker_id: str) -> Iterator[str]:
    name = f"{template_name(admin_url)}_{worker_id}"
    clone(admin_url, template_name(admin_url), name)
    yield name
    drop(admin_url, name)


@pytest.fixture(scope="session")
def django_db_setup(worker_database: str, django_db_blocker) -> Iterator[None]:
    """In place of Django's own test database: a copy of the template, entered as sm_app."""
    from django.db import connection

    _point(connection, worker_database)
    yield
    with django_db_blocker.unblock():
        connection.close()


def _point(connection: object, name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


@contextmanager
def pointed(connection: object, name: str) -> Iterator[None]:
    """Django's connection leads to another database meanwhile."""
    usual = connection.settings_dict["NAME"]
    _point(connection, name)
    try:
        yield
    finally:
        _point(connection, usual)


@pytest.fixture
def template(admin_url: str) -> str:
    """What a database of the test's own is copied from."""
    return template_name(admin_url)


@contextmanager
def database_of_its_own(admin_url: str, source: str, worker_id: str, django_db_blocker) -> Iterator[str]:
    """A copy of `source` to which Django's connection leads meanwhile. Yields its address for sm_app: the same every time."""
    from django.conf import settings
    from django.db import connection

    from squaremile.config import database

    name = f"{template_name(admin_url)}_own_{worker_id}"
    clone(admin_url, source, name)
    with django_db_blocker.unblock(), pointed(connection, name):
        target = urlsplit(admin_url)._replace(path=f"/{name}").geturl()
        yield database.as_role(target, "sm_app", settings.SECRET_KEY)
    drop(admin_url, name)


@pytest.fixture
def own_database(template: str, admin_url: str, worker_id: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A database of the test's own, for tests that commit: races, crashes, servers. Yields its address for sm_app.

    Copying takes longer than many a test: a file whose tests leave each other alone has a fixture of this name for all of them."""
    with database_of_its_own(admin_url, template, worker_id, django_db_blocker) as address:
        yield address


@pytest.fixture(scope="session")
def full_atlas(worker_database: str, admin_url: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The name of a database with the demonstration's atlas in it: two clusters known by address, figures of nine years, ties.
    Made once a worker: making it takes longer than any test."""
    from django.db import connection

    from squaremile.cli.demo.atlas import dense
    from squaremile.kernel import clock
    from squaremile.kernel.scope import scope

    name = f"{worker_database}_atlas"
    clone(admin_url, template_name(admin_url), name)
    with django_db_blocker.unblock(), pointed(connection, name), clock.as_of(MONDAY), scope(setup_scope()):
        for _ in dense.make(lambda name: Random(f"1:{name}"), MONDAY.date()):
            pass
    yield name
    drop(admin_url, name)


@pytest.fixture
def world(db: None) -> World:
    """The small cluster of the template: see tests/world.py."""
    return build_world(existing=True)


@pytest.fixture
def committed_world(own_database: str) -> World:
    return build_world(existing=True)
