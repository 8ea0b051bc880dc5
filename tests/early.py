"""Loaded by pytest before Django reads its settings: tests run in development mode, with a secret made for them."""

import os

os.environ["DEBUG"] = "true"
os.environ.pop("SQUAREMILE_DEMO", None)
