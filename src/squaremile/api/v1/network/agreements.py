"""Over the API: agreements, commitments and KPIs."""

from squaremile.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
