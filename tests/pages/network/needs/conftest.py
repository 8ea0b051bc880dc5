"""The small directory and its index, for pages."""

from tests.network.finding.conftest import library

__all__ = ["library"]
