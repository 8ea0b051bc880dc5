"""The atlas over the API."""

from squaremile.api.endpoint import Endpoint
from squaremile.api.v1.atlas import reads, registry

READS = (reads,)
"""Imported for what they put on the router."""
ENDPOINTS: tuple[Endpoint, ...] = registry.ENDPOINTS
