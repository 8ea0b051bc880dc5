"""Loaded by pytest before Django reads its settings: tests run in development mode, with a secret made for them."""

import os

from hypothesis import HealthCheck, settings

os.environ["DEBUG"] = "true"
os.environ.pop("SQUAREMILE_DEMO", None)
# Machines are shared: how long an example took says nothing of the property.
settings.register_profile("house", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
