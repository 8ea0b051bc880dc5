"""Loaded by pytest before Django reads its settings: tests run in development mode, with a secret and a server made for them."""

import os
from urllib.parse import urlsplit

import psycopg
from hypothesis import HealthCheck, settings

from squaremile.config import database

os.environ["DEBUG"] = "true"
os.environ.pop("SQUAREMILE_DEMO", None)


def a_server_for_tests() -> str:
    """An embedded server apart from the one that may hold somebody's demonstration. What it holds is made anew every time and need
    not outlive a power cut: nothing waits for the disk."""
    url = database.embedded_url("postgres-of-tests")
    with psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute("ALTER SYSTEM SET fsync = off")
        server.execute("ALTER SYSTEM SET full_page_writes = off")
        server.execute("SELECT pg_reload_conf()")
    return url


# The workers and whatever a test starts inherit it.
if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = a_server_for_tests()
# Machines are shared: how long an example took says nothing of the property.
settings.register_profile("house", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
