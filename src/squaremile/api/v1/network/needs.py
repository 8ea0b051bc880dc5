"""Over the API: needs and their matches."""

from squaremile.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
