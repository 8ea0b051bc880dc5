"""Over the API: finding: the search box, glossary, saved searches, lists."""

from squaremile.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = ()
