"""Over the API: partnering events and the calendar of events."""

from squaremile.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
