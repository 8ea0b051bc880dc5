"""Over the API: liaison work: membership, interactions, promises, introductions, incentives."""

from squaremile.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
